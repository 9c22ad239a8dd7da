import { lookForPersons } from '../../core/privacy/index.ts'
import { replay } from '../../core/recipe/replay.ts'
import { readContent } from './content.ts'
import { loadSet } from './load.ts'
import type { Task, TaskResult } from './task.ts'

/** The table as it would be opened, and what its files hold besides. */
export async function lookForPersonsIn({ set }: Extract<Task, { type: 'guard' }>): Promise<TaskResult<'guard'>> {
  const { model, steps, contents } = set
  const { sources, world } = await loadSet(set)
  const { table } = replay({ version: 1, model: model.id, steps }, sources, world)
  const files = await Promise.all(contents.map(readContent))
  return { findings: lookForPersons({ table, model, ...(world.town && { town: world.town }), sources: files }) }
}
