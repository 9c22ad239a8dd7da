import { rename, rm } from 'node:fs/promises'
import { exportTown, type TownExport } from '../preparation/archive/export-town.ts'
import { writeZip } from '../store/archive/write-zip.ts'
import type { Store } from '../store/open.ts'
import { readArguments } from './arguments.ts'
import type { Verb } from './command.ts'
import { openDataFolder, refuseExisting } from './data-folder.ts'
import { onlyTown, ownWorld } from './own-world.ts'
import { plural } from './words.ts'

const USAGE = 'export DOSSIER ARCHIVE.zip [--insee CODE]'

/** The whole town for other programs: tables, files, recipes, journal. */
export const exportAll: Verb = async (args, { out }) => {
  const { positionals, values } = readArguments(args, { insee: { type: 'string' } }, USAGE, [2, 2])
  const [folder, path] = positionals as [string, string]
  refuseExisting(path)
  const store = await openDataFolder(folder)
  try {
    const insee = values.insee ?? (await onlyTown(store.db))
    const { sets, files, withoutTable } = await write(store, insee, path)
    out(`Archive écrite : ${path}. ${plural(sets, 'jeu', 'jeux')} de données, ${plural(files, 'fichier')}.\n`)
    for (const { title, reason } of withoutTable) out(`« ${title} » y est sans son tableau : ${reason}\n`)
    return withoutTable.length > 0 ? 1 : 0
  } finally {
    await store.close()
  }
}

/** The archive has its name only once it is whole. */
async function write({ db, blobs }: Store, insee: string, path: string): Promise<TownExport> {
  const draft = `${path}.partiel`
  await rm(draft, { force: true })
  try {
    let made: TownExport | undefined
    await writeZip(draft, async zip => {
      made = await exportTown(ownWorld(db, blobs), insee, zip)
    })
    await rename(draft, path)
    return made!
  } finally {
    await rm(draft, { force: true })
  }
}
