import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { importTown } from '../preparation/archive/import-town.ts'
import { TargetNotEmpty } from '../store/archive/restore.ts'
import { openStore } from '../store/open.ts'
import { readArguments } from './arguments.ts'
import type { Verb } from './command.ts'

const USAGE = 'import ARCHIVE.zip DOSSIER'

/** A town taken back from its archive, in an empty folder: the folder has its name only once everything is there. */
export const importArchive: Verb = async (args, { out }) => {
  const { positionals } = readArguments(args, {}, USAGE, [2, 2])
  const [path, folder] = positionals as [string, string]
  const target = resolve(folder)
  if (existsSync(target) && readdirSync(target).length > 0)
    throw new TargetNotEmpty(`« ${folder} » n’est pas vide : je ne reprends une commune que dans un dossier vide.`)
  const { name, insee, files } = await inDraft(path, target)
  out(
    `${name} (${insee}) est reprise dans ${folder} : ${Object.keys(files).length} fichiers, vérifiés un à un, et tout son journal. Chacun se connecte de nouveau.\n`,
  )
  return 0
}

async function inDraft(path: string, target: string) {
  mkdirSync(dirname(target), { recursive: true })
  const draft = `${target}.reprise-${randomBytes(4).toString('hex')}`
  try {
    const store = await openStore({ folder: draft, databaseUrl: process.env.DATABASE_URL })
    const archive = await importTown(store, path).finally(() => store.close())
    if (existsSync(target)) rmdirSync(target)
    renameSync(draft, target)
    return archive
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}
