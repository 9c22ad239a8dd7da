import type { Table } from '../../core/table/table.ts'

export interface CsvOptions {
  /** The mark that makes an old Excel read UTF-8. Off by default: published files do not carry it. */
  readonly bom?: boolean
}

const ROWS_A_CHUNK = 1000

/**
 * The table as CSV (RFC 4180): UTF-8, comma, CRLF after every record, titles first. No cell is ever changed: what is published is exact,
 * even a text that begins with « = ».
 */
export const writeCsv = (table: Table, options: CsvOptions = {}): string => [...csvChunks(table, options)].join('')

/** The same text in pieces of a thousand rows, for a table too large to be held twice. */
export function* csvChunks({ columns, rows }: Table, { bom = false }: CsvOptions = {}): Generator<string> {
  if (columns.length === 0) return
  yield (bom ? '\uFEFF' : '') + csvRecord(columns.map(column => column.name))
  for (let from = 0; from < rows.length; from += ROWS_A_CHUNK) {
    let chunk = ''
    for (let r = from; r < Math.min(from + ROWS_A_CHUNK, rows.length); r++)
      chunk += csvRecord(columns.map(column => column.cells[r] ?? ''))
    yield chunk
  }
}

/** A record whose only cell is empty is quoted: a blank line would be skipped by most readers. */
const csvRecord = (cells: readonly string[]): string =>
  cells.length === 1 && cells[0] === '' ? '""\r\n' : `${cells.map(csvCell).join(',')}\r\n`

/** A byte order mark is quoted too: at the head of the file a reader would drop it. */
const csvCell = (cell: string): string =>
  /[",\r\n\uFEFF]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
