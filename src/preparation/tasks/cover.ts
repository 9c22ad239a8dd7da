import { type Coverage, coverageOf } from '../../core/fiche/coverage.ts'
import { replay } from '../../core/recipe/replay.ts'
import { loadSet } from './load.ts'
import type { Task } from './task.ts'

export async function cover({ set, without }: Extract<Task, { type: 'cover' }>): Promise<Coverage> {
  const { model, steps } = set
  const { sources, world } = await loadSet(set)
  const { table } = replay({ version: 1, model: model.id, steps }, sources, world)
  const columns = table.columns.filter(({ name }) => !without.includes(name))
  return coverageOf({ ...table, columns }, model)
}
