import type { Column, Native, Table } from '../../core/table/table.ts'
import { isFilled } from './cell-kind.ts'
import type { SheetRow } from './sheet-row.ts'

export interface Place {
  /** First column of the table, 0-based. */
  readonly left: number
  /** A plain text file read from its first line: every column stays, even blank and without a title. */
  readonly exact: boolean
  readonly source: string
  readonly sheet: string | undefined
  readonly noTitles: boolean
}

/** Columns of text from the rows kept. Cells beyond the titles are kept in columns named by their place: « colonne 15 ». */
export function buildTable(names: readonly string[], rows: readonly SheetRow[], place: Place): Table {
  const { left, exact, source, sheet } = place
  const width = Math.max(names.length, ...maxLast(rows, left))
  const columns: Column[] = []
  for (let c = 0; c < width; c++) {
    const name = names[c] ?? `colonne ${left + c + 1}`
    const column = left + c
    // A column without title nor content is the second half of a merged cell, or the blank around a table.
    if (!exact && name.trim() === '' && !rows.some(row => isFilled(row, column))) continue
    columns.push(buildColumn(name, rows, column))
  }
  const where = sheet === undefined ? { source } : { source, sheet }
  return { columns, rows: rows.map(row => ({ ...where, line: row.line })) }
}

function maxLast(rows: readonly SheetRow[], left: number): [number] {
  let last = -1
  for (const row of rows) if (row.last > last) last = row.last
  return [last - left + 1]
}

function buildColumn(name: string, rows: readonly SheetRow[], column: number): Column {
  const cells: string[] = new Array(rows.length)
  let natives: (Native | undefined)[] | undefined
  for (let r = 0; r < rows.length; r++) {
    const row = rows[r]!
    cells[r] = row.cells[column] ?? ''
    const native = row.natives?.[column]
    if (native === undefined) continue
    natives ??= new Array(rows.length).fill(undefined)
    natives[r] = native
  }
  return natives === undefined ? { name, cells } : { name, cells, natives }
}
