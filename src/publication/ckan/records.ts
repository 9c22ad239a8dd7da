import type { CellValue } from '../query/query.ts'
import type { RecordsFormat } from './datastore.ts'

/** Rows in one of the four writings of `records_format`. */
export function recordsAs(
  format: RecordsFormat,
  columns: readonly string[],
  rows: readonly (readonly CellValue[])[],
): unknown {
  switch (format) {
    case 'objects':
      return rows.map(row => Object.fromEntries(columns.map((name, at) => [name, row[at] ?? null])))
    case 'lists':
      return rows
    case 'csv':
      return rows.map(row => `${row.map(cell => quoted(cell, ',')).join(',')}\n`).join('')
    case 'tsv':
      return rows.map(row => `${row.map(cell => quoted(cell, '\t')).join('\t')}\n`).join('')
  }
}

const quoted = (cell: CellValue, delimiter: string): string => {
  const text = cell === null ? '' : String(cell)
  return text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
