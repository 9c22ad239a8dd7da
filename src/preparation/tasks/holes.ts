import type { Model } from '../../core/models/model.ts'
import { findColumn, type Table } from '../../core/table/table.ts'

/** Where mandatory values are missing in a table. */
export interface Holes {
  /** Mandatory columns without a single value, as a person calls them. */
  readonly columns: readonly string[]
  /** Empty mandatory cells of the other columns, of how many. */
  readonly cells: number
  readonly of: number
}

/** A column that holds nothing is to be looked for elsewhere; a column that is begun is to be completed: two different pieces of work. */
export function holesOf(table: Table, { fields }: Model): Holes {
  const rows = table.rows.length
  const empties = fields
    .filter(({ constraints }) => constraints.required === true)
    .map(({ name, title }) => ({ title: title ?? name, empty: emptyIn(table, name) }))
  const begun = empties.filter(({ empty }) => empty < rows)
  return {
    columns: empties.filter(({ empty }) => empty === rows).map(({ title }) => title),
    cells: begun.reduce((sum, { empty }) => sum + empty, 0),
    of: begun.length * rows,
  }
}

const emptyIn = (table: Table, name: string): number =>
  findColumn(table, name)?.cells.filter(text => text.trim() === '').length ?? table.rows.length
