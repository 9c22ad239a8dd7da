import { restore as putBack } from '../store/archive/restore.ts'
import { readArguments } from './arguments.ts'
import type { Verb } from './command.ts'
import { plural } from './words.ts'

const USAGE = 'restore SAUVEGARDE.zip DOSSIER'

/** A backup put back in an empty folder, verified before it has its place. */
export const restore: Verb = async (args, { out }) => {
  const { positionals } = readArguments(args, {}, USAGE, [2, 2])
  const [path, folder] = positionals as [string, string]
  const { tables, blobs, madeAt } = await putBack(path, { folder, databaseUrl: process.env.DATABASE_URL })
  const day = new Date(madeAt).toLocaleString('fr-FR', { dateStyle: 'long', timeStyle: 'short' })
  out(
    `Restauré dans ${folder} : ${plural(tables.journal?.rows ?? 0, 'ligne')} de journal, ${plural(blobs.length, 'fichier')}, comme le ${day}. Chacun se connecte de nouveau.\n`,
  )
  return 0
}
