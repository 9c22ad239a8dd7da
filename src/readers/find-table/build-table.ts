import type { Native, Table } from '../../core/table/table.ts'
import { isFilled } from './cell-kind.ts'
import type { SheetRow } from './sheet-row.ts'

export interface Place {
  /** First column of the table, 0-based. */
  readonly left: number
  /** A plain text file read from its first line: every column stays, even blank and without a title. */
  readonly exact: boolean
  readonly source: string
  readonly sheet: string | undefined
}

/** Columns of text from the rows kept. Cells beyond the titles are kept in columns named by their place: « colonne 15 ». */
export function buildTable(names: readonly string[], rows: readonly SheetRow[], place: Place): Table {
  const { left, exact, source, sheet } = place
  const width = rows.reduce((widest, row) => Math.max(widest, row.last - left + 1), names.length)
  const columns: Draft[] = []
  for (let c = 0; c < width; c++) {
    const name = names[c] ?? `colonne ${left + c + 1}`
    const at = left + c
    // A column without title nor content is the second half of a merged cell, or the blank around a table.
    if (!exact && name.trim() === '' && !rows.some(row => isFilled(row, at))) continue
    columns.push({ at, name, cells: new Array(rows.length), natives: undefined })
  }
  for (let r = 0; r < rows.length; r++) fillRow(columns, rows[r]!, r, rows.length)
  return {
    columns: columns.map(({ name, cells, natives }) =>
      natives === undefined ? { name, cells } : { name, cells, natives },
    ),
    rows: rows.map(({ line }) => (sheet === undefined ? { source, line } : { source, sheet, line })),
  }
}

interface Draft {
  /** Column of the sheet, 0-based. */
  readonly at: number
  readonly name: string
  readonly cells: string[]
  natives: (Native | undefined)[] | undefined
}

/** Row by row: each row of a large sheet is visited in memory once, not once a column. */
function fillRow(columns: readonly Draft[], { cells, natives }: SheetRow, r: number, count: number): void {
  for (const column of columns) {
    column.cells[r] = cells[column.at] ?? ''
    const native = natives?.[column.at]
    if (native === undefined) continue
    column.natives ??= new Array(count).fill(undefined)
    column.natives[r] = native
  }
}
