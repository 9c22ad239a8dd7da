import { createHash } from 'node:crypto'
import { Refused } from '../../contract/refused.ts'
import type { SetRow } from '../../preparation/sets/find.ts'
import { taskSet } from '../../preparation/sets/task-set.ts'
import type { TaskGuard, TaskResult, TaskSet } from '../../preparation/tasks/task.ts'
import type { PreparationWorld } from '../../preparation/world.ts'

/** The table as the public would read it today; a sentence when there is none to read. */
export type Inspected = TaskResult<'freeze'> | { readonly unreadable: string }

export interface Inspection {
  readonly task: TaskSet
  readonly guard: TaskGuard
  readonly result: Promise<Inspected>
}

/** The same sources, recipe and answers give the same table: it is looked at once. */
const looked = new Map<string, Promise<Inspected>>()
const MOST_KEPT = 50

/** Looks at the table in a thread; nothing is written. Refuses when a file is not read yet. */
export async function inspect(world: PreparationWorld, set: SetRow, guard: TaskGuard): Promise<Inspection> {
  const task = await taskSet(world, set)
  const key = createHash('sha256')
    .update(JSON.stringify([task, guard]))
    .digest('base64url')
  let result = looked.get(key)
  if (!result) {
    result = look(world, task, guard)
    looked.set(key, result)
    result.catch(() => looked.delete(key))
    if (looked.size > MOST_KEPT) looked.delete(looked.keys().next().value!)
  }
  return { task, guard, result }
}

async function look(world: PreparationWorld, set: TaskSet, guard: TaskGuard): Promise<Inspected> {
  try {
    return await world.threads.run({ type: 'freeze', set, guard })
  } catch (error) {
    if (error instanceof Refused) return { unreadable: error.message }
    throw error
  }
}
