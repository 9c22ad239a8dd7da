import { rename, rm } from 'node:fs/promises'
import { loadRegistry } from '../adapters/models/load.ts'
import { exportTown, type TownExport } from '../preparation/archive/export-town.ts'
import { runTask } from '../preparation/tasks/run.ts'
import type { Task, TaskResult, TaskType } from '../preparation/tasks/task.ts'
import type { PreparationWorld } from '../preparation/world.ts'
import { writeZip } from '../store/archive/write-zip.ts'
import type { Database, Store } from '../store/open.ts'
import { readArguments } from './arguments.ts'
import { BadCall, type Verb } from './command.ts'
import { openDataFolder, refuseExisting } from './data-folder.ts'
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

async function onlyTown(db: Database): Promise<string> {
  const towns = await db.selectFrom('town').select(['insee', 'name']).orderBy('insee').execute()
  const [first] = towns
  if (!first) throw new BadCall('Il n’y a encore aucune commune dans ce dossier de données.')
  if (towns.length > 1)
    throw new BadCall(
      `Il y a plusieurs communes ici ; dites laquelle avec --insee : ${towns.map(({ insee, name }) => `${insee} (${name})`).join(', ')}.`,
    )
  return first.insee
}

/** The archive has its name only once it is whole. */
async function write({ db, blobs }: Store, insee: string, path: string): Promise<TownExport> {
  const draft = `${path}.partiel`
  await rm(draft, { force: true })
  try {
    let made: TownExport | undefined
    await writeZip(draft, async zip => {
      made = await exportTown(worldOf(db, blobs), insee, zip)
    })
    await rename(draft, path)
    return made!
  } finally {
    await rm(draft, { force: true })
  }
}

/** Nobody waits for this process: it does its own tasks, and nobody follows it. */
const worldOf = (db: Database, blobs: Store['blobs']): PreparationWorld => ({
  db,
  blobs,
  now: () => new Date().toISOString(),
  newId: () => {
    throw new Error('an export makes nothing new')
  },
  registry: loadRegistry(),
  threads: {
    run: <T extends TaskType>(task: Extract<Task, { type: T }>) => runTask(task, () => {}) as Promise<TaskResult<T>>,
    close: async () => {},
  },
  live: { send: () => {} },
  report: () => {},
})
