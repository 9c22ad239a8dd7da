import { type Cell, type CellValue, type WriteOptions, type WriteSheet, writeOds, writeXlsx } from 'hucre'

export type Row = readonly CellValue[]

export interface Page {
  readonly name: string
  readonly rows: readonly Row[]
  /** 0-based rows whose first cell spreads over the whole width, bold on a colour: what a person makes for the eye. */
  readonly banners?: readonly number[]
  readonly header: number
  readonly hiddenRows?: readonly number[]
  readonly hidden?: true
}

/** No clock: the same pages give the same bytes. */
const ALWAYS = new Date(Date.UTC(2021, 1, 10))
const BANNER = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F4B183' } },
} as const
const HEADER = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'D9E2F3' } },
} as const
const DAY = { numFmt: 'dd/mm/yyyy' } as const

function toSheet({ name, rows, banners = [], header, hiddenRows = [], hidden }: Page): WriteSheet {
  const width = Math.max(...rows.map(row => row.length))
  return {
    name,
    rows: rows.map(row => [...row]),
    cells: new Map(rows.flatMap((row, r) => row.flatMap((value, c) => styled(value, r, c, banners, header)))),
    merges: banners.map(row => ({ startRow: row, startCol: 0, endRow: row, endCol: width - 1 })),
    rowDefs: new Map(hiddenRows.map(row => [row, { hidden: true }])),
    ...(hidden && { hidden }),
  }
}

function styled(
  value: CellValue,
  row: number,
  column: number,
  banners: readonly number[],
  header: number,
): [string, Partial<Cell>][] {
  const style = banners.includes(row) ? BANNER : row === header ? HEADER : value instanceof Date ? DAY : undefined
  return style ? [[`${row},${column}`, { style }]] : []
}

const book = (title: string, pages: readonly Page[]): WriteOptions => ({
  sheets: pages.map(toSheet),
  properties: { title, description: "Données d'exemple, inventées", created: ALWAYS, modified: ALWAYS },
})

export const xlsx = (title: string, pages: readonly Page[]): Promise<Uint8Array> => writeXlsx(book(title, pages))

export const ods = (title: string, pages: readonly Page[]): Promise<Uint8Array> => writeOds(book(title, pages))

/** A day of the calendar, as spreadsheets keep it. */
export const day = (year: number, month: number, date: number): Date => new Date(Date.UTC(year, month - 1, date))
