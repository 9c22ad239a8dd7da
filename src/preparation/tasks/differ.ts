import type { Differences } from '../../contract/publication.ts'
import { compareTables } from '../../core/recipe/compare.ts'
import { describeIdentity } from '../../core/recipe/identity.ts'
import { findColumn, rowCells, type Table } from '../../core/table/table.ts'
import { readFrozenTable } from '../../store/versions/read-table.ts'
import type { Task } from './task.ts'

/** What a page can show of each; the counts are of all. */
const MOST = 500

/** What the readers of the second version have that those of the first had not, and the other way round. */
export async function differ({
  before,
  after,
  model,
  generated,
}: Extract<Task, { type: 'differ' }>): Promise<Differences> {
  const [old, now] = [await readFrozenTable(before), await readFrozenTable(after)]
  const { key, columns, added, gone, changed, same } = compareTables(old, now, model, {
    generatedBefore: generated,
    generatedAfter: generated,
  })
  const rowOf = (table: Table) => (row: number) => ({ name: nameOf(table, key, row), cells: rowCells(table, row) })
  return {
    counts: { added: added.length, gone: gone.length, changed: changed.length, same },
    columns: { added: columns.onlyAfter, gone: columns.onlyBefore },
    added: added.slice(0, MOST).map(rowOf(now)),
    gone: gone.slice(0, MOST).map(rowOf(old)),
    changed: changed.slice(0, MOST).map(({ name, cells }) => ({ name, cells })),
  }
}

/** By what tells its rows apart; a table where nothing does, by the first cells that are filled. */
function nameOf(table: Table, key: readonly string[], row: number): string {
  const names =
    key.length > 0
      ? key
      : table.columns
          .filter(({ cells }) => cells[row] !== '')
          .slice(0, 2)
          .map(({ name }) => name)
  return describeIdentity({
    key: Object.fromEntries(names.map(name => [name, findColumn(table, name)?.cells[row] ?? ''])),
  })
}
