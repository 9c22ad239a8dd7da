import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { BadCall } from './command.ts'

/**
 * Writes all the files of a result, or none: they are first written whole in a draft inside the folder, then moved. A source is never
 * overwritten, whatever the name of the folder; a folder made for nothing is taken away.
 */
export function writeResult(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
  sources: readonly string[],
): void {
  const target = resolve(folder)
  refuseSources(folder, files, sources)
  if (isFile(target)) throw new BadCall(`« ${folder} » est un fichier ; j'attendais un dossier.`)
  const made = mkdirSync(target, { recursive: true })
  const draft = mkdtempSync(join(target, `.${basename(target)}-`))
  try {
    for (const [name, content] of files) writeFileSync(join(draft, name), content)
    for (const name of files.keys()) renameSync(join(draft, name), join(target, name))
  } finally {
    rmSync(draft, { recursive: true, force: true })
    if (made !== undefined) removeIfEmpty(target)
  }
}

function refuseSources(folder: string, files: ReadonlyMap<string, unknown>, sources: readonly string[]): void {
  const kept = new Set(sources.map(source => resolve(source)))
  const name = [...files.keys()].find(file => kept.has(resolve(folder, file)))
  if (name !== undefined)
    throw new BadCall(
      `« ${join(folder, name)} » est un de vos fichiers de départ : je ne l'écrase pas. Choisissez un autre dossier.`,
    )
}

/** Something is there, and it holds no files. */
function isFile(path: string): boolean {
  try {
    readdirSync(path)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOTDIR'
  }
}

function removeIfEmpty(folder: string): void {
  if (readdirSync(folder).length === 0) rmdirSync(folder)
}
