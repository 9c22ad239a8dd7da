import { expect } from 'vitest'
import type { ReadOptions, ReadTable } from '../../core/table/read-result.ts'
import { columnNames } from '../../core/table/table.ts'
import type { Grid } from '../grid.ts'
import { findTables } from './find-tables.ts'

/** A sheet drawn in text: one line a row, cells between bars; an empty line is a blank row. */
export function sheet(drawn: string, more: Partial<Grid> = {}): Grid {
  const lines = drawn.replace(/^\n/, '').trimEnd().split('\n')
  const rows = lines.flatMap((line, i) =>
    line.trim() === '' ? [] : [{ line: i + 1, cells: line.split('|').map(cell => cell.trim()) }],
  )
  return { sheet: 'Feuille1', merges: [], hiddenRows: [], hiddenColumns: [], rows, ...more }
}

export const seen = ({ headerRow, table, setAside }: ReadTable) => ({
  headerRow,
  names: columnNames(table),
  lines: table.rows.map(row => row.line),
  aside: setAside.map(({ row, reason }) => `${row} ${reason}`),
})
export const find = (grid: Grid, options: ReadOptions = {}) => findTables(grid, options).map(seen)
export const only = (grid: Grid, options: ReadOptions = {}) => {
  const tables = find(grid, options)
  expect(tables).toHaveLength(1)
  return tables[0]!
}
