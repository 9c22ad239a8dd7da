import { loadRegistry } from '../adapters/models/load.ts'
import { runTask } from '../preparation/tasks/run.ts'
import type { Task, TaskResult, TaskType } from '../preparation/tasks/task.ts'
import type { PreparationWorld } from '../preparation/world.ts'
import type { Database, Store } from '../store/open.ts'
import { BadCall } from './command.ts'

/** The town that is meant when none is named. */
export async function onlyTown(db: Database): Promise<string> {
  const towns = await db.selectFrom('town').select(['insee', 'name']).orderBy('insee').execute()
  const [first] = towns
  if (!first) throw new BadCall('Il n’y a encore aucune commune dans ce dossier de données.')
  if (towns.length > 1)
    throw new BadCall(
      `Il y a plusieurs communes ici ; dites laquelle avec --insee : ${towns.map(({ insee, name }) => `${insee} (${name})`).join(', ')}.`,
    )
  return first.insee
}

/** Nobody waits for this process: it does its own tasks, and nobody follows it. */
export const ownWorld = (db: Database, blobs: Store['blobs']): PreparationWorld => ({
  db,
  blobs,
  now: () => new Date().toISOString(),
  newId: () => {
    throw new Error('this verb makes nothing new')
  },
  registry: loadRegistry(),
  threads: {
    run: <T extends TaskType>(task: Extract<Task, { type: T }>) => runTask(task, () => {}) as Promise<TaskResult<T>>,
    close: async () => {},
  },
  live: { send: () => {} },
  report: () => {},
})
