import type { Model } from '../../../../src/core/models/model.ts'
import { roleOf } from '../../../../src/core/recipe/roles.ts'
import type { Values } from './check-row.ts'

/** What a person calls the row: its name, else its address, else the first thing that she wrote in it. */
export function nameOfRow(cells: Values, model: Pick<Model, 'fields'>, asked: readonly string[]): string {
  const of = (role: string) => model.fields.find(field => roleOf(field) === role && cells[field.name])?.name
  const found =
    of('name') ?? of('address') ?? asked.find(name => cells[name]) ?? Object.keys(cells).find(name => cells[name])
  return found === undefined ? 'Ligne sans nom' : cells[found]!
}

/** Figures, and what is the same on every row of a town: they tell nothing to a person. */
const SILENT: ReadonlySet<string> = new Set(['longitude', 'latitude', 'lonlat', 'id', 'insee', 'postcode', 'town'])

/** Two more cells that were typed, to tell it from its neighbours. */
export function summaryOfRow(cells: Values, model: Model, asked: readonly string[]): string {
  const name = nameOfRow(cells, model, asked)
  const told = ['address', 'street'].flatMap(role =>
    model.fields.filter(field => roleOf(field) === role).map(one => one.name),
  )
  const shown = (column: string) =>
    asked.includes(column) && !model.fields.some(one => one.name === column && SILENT.has(roleOf(one) ?? ''))
  const others = [...told, ...asked].filter(shown).flatMap(column => cells[column] || [])
  return [...new Set(others)]
    .filter(text => text !== name)
    .slice(0, 2)
    .join(', ')
}
