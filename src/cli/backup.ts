import { statSync } from 'node:fs'
import { backup as writeBackup } from '../store/archive/backup.ts'
import { readArguments } from './arguments.ts'
import type { Verb } from './command.ts'
import { openDataFolder, refuseExisting } from './data-folder.ts'
import { megabytes, plural } from './words.ts'

const USAGE = 'backup DOSSIER SAUVEGARDE.zip'

/** Everything that Carnet keeps, in one file, while it goes on working. */
export const backup: Verb = async (args, { out }) => {
  const { positionals } = readArguments(args, {}, USAGE, [2, 2])
  const [folder, path] = positionals as [string, string]
  refuseExisting(path)
  const store = await openDataFolder(folder)
  try {
    const { tables, blobs, damaged } = await writeBackup(store, path, new Date().toISOString())
    const entries = tables.journal?.rows ?? 0
    out(
      `Sauvegarde écrite : ${path}, ${megabytes(statSync(path).size)}. ${plural(entries, 'ligne')} de journal, ${plural(blobs.length, 'fichier')}.\n`,
    )
    if (damaged.length === 0) return 0
    out(
      `${plural(damaged.length, 'fichier a été abîmé', 'fichiers ont été abîmés')} par le disque ; je les ai sauvegardés comme ils sont. Cherchez-les dans une sauvegarde plus ancienne : ${damaged.join(', ')}\n`,
    )
    return 1
  } finally {
    await store.close()
  }
}
