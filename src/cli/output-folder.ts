import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { BadCall } from './command.ts'

/**
 * Writes all the files of a result, or none: they are first written whole in a folder beside, then moved.
 * A source is never overwritten, whatever the name of the folder.
 */
export function writeResult(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
  sources: readonly string[],
): void {
  const target = resolve(folder)
  const kept = new Set(sources.map(source => resolve(source)))
  for (const name of files.keys()) {
    if (kept.has(join(target, name)))
      throw new BadCall(
        `« ${join(folder, name)} » est un de vos fichiers de départ : je ne l'écrase pas. Choisissez un autre dossier.`,
      )
  }
  if (existsSync(target) && !isFolder(target))
    throw new BadCall(`« ${folder} » est un fichier ; j'attendais un dossier.`)
  mkdirSync(dirname(target), { recursive: true })
  const draft = mkdtempSync(join(dirname(target), `.${basename(target)}-`))
  try {
    for (const [name, content] of files) writeFileSync(join(draft, name), content)
    mkdirSync(target, { recursive: true })
    for (const name of files.keys()) renameSync(join(draft, name), join(target, name))
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

function isFolder(path: string): boolean {
  try {
    readdirSync(path)
    return true
  } catch {
    return false
  }
}
