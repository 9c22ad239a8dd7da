/**
 * A table as the core sees it: columns of text, in order, each cell still knowing where it comes from.
 *
 * A cell is always text; '' is an empty cell. When the file held more than text (an Excel number, date, error or formula),
 * `natives` keeps it beside the text, at the same index. The text of a cell is canonical: a date is `2021-10-17`, a date-time
 * `2021-10-17T08:30:00`, a time `08:30:00`, a number has a point and no grouping, a boolean is `true` or `false`, an Excel error is '' —
 * except that an integer shown with leading zeros ("01001") keeps them.
 */
export interface Table {
  readonly columns: readonly Column[]
  /** One entry a row, in order: `columns[c].cells.length === rows.length` for every column. */
  readonly rows: readonly RowRef[]
}

export interface Column {
  readonly name: string
  readonly cells: readonly string[]
  /** Same indexes as `cells`; absent when every cell was plain text. */
  readonly natives?: readonly (Native | undefined)[]
}

/** Where a row was read. `line` is what a person sees in the sheet, 1-based, header included. */
export interface RowRef {
  /** SHA-256 of the source's bytes or, before it is stored, the file's name. */
  readonly source: string
  readonly sheet?: string
  readonly line: number
}

/** What a spreadsheet cell held besides its text. `shown` is the text that the person saw in the cell. */
export type Native =
  | { readonly type: 'number'; readonly value: number; readonly shown: string; readonly formula?: true }
  | {
      readonly type: 'date' | 'datetime' | 'time'
      readonly serial: number
      readonly shown: string
      readonly formula?: true
    }
  | { readonly type: 'boolean'; readonly value: boolean; readonly shown: string; readonly formula?: true }
  | { readonly type: 'error'; readonly shown: string; readonly formula?: true }
  | { readonly type: 'text'; readonly shown: string; readonly formula: true }

export const columnNames = (table: Table): string[] => table.columns.map(column => column.name)

export const findColumn = (table: Table, name: string): Column | undefined =>
  table.columns.find(column => column.name === name)

/** Builds a table of plain text from rows; short rows are completed with '', longer ones refused (say so before calling). */
export function tableFromRows(
  names: readonly string[],
  rows: readonly (readonly string[])[],
  where: { source?: string; sheet?: string; firstLine?: number } = {},
): Table {
  const wide = rows.findIndex(row => row.length > names.length)
  if (wide >= 0) throw new RangeError(`row ${wide} has ${rows[wide]?.length} cells for ${names.length} columns`)
  const first = where.firstLine ?? 2
  return {
    columns: names.map((name, c) => ({ name, cells: rows.map(row => row[c] ?? '') })),
    rows: rows.map((_, r) => ({
      source: where.source ?? '',
      ...(where.sheet === undefined ? {} : { sheet: where.sheet }),
      line: first + r,
    })),
  }
}

/** The cells of one row, in the order of the columns. */
export const rowCells = (table: Table, row: number): string[] => table.columns.map(column => column.cells[row] ?? '')
