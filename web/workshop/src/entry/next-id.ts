import type { Model } from '../../../../src/core/models/model.ts'
import { generateIds } from '../../../../src/core/recipe/steps/generate-ids.ts'
import { findColumn, tableFromRows } from '../../../../src/core/table/table.ts'

/** The identifier of the next row by the model's rule, after all those already given; undefined when the model has none. */
export function nextId(model: Model, insee: string, given: readonly string[]): string | undefined {
  if (!model.idRule) return undefined
  const { field, pattern } = model.idRule
  const table = tableFromRows(
    [field],
    [...given.filter(id => id !== ''), ''].map(id => [id]),
  )
  const step = { type: 'generate-ids', column: field, pattern, insee } as const
  const world = { model, sources: { tables: [] }, generated: [], restored: { rescues: () => false } }
  return findColumn(generateIds(table, step, world).table, field)?.cells.at(-1)
}
