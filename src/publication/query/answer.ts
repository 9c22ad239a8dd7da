import type { DuckDBValue } from '@duckdb/node-api'
import type { Built } from './build.ts'
import type { CellValue } from './query.ts'

export type RowOfDuckDB = readonly (CellValue | bigint)[]

/** DuckDB refuses a value that the text does not name: the count has no page. */
export function bound(sql: string, values: readonly (string | number | boolean)[]): Record<string, DuckDBValue> {
  const named = new Set([...sql.matchAll(/\$(\d+)/g)].map(([, at]) => Number(at)))
  return Object.fromEntries(
    values.flatMap((value, at) => (named.has(at + 1) ? [[String(at + 1), valueFor(value)]] : [])),
  )
}

/** DuckDB takes a whole number for an integer of 64 bits, and throws beyond: « 1e300 » is bound as its text, that the query makes a number again. */
const valueFor = (value: string | number | boolean): DuckDBValue =>
  Number.isInteger(value) && !Number.isSafeInteger(value) ? String(value) : value

/** Values, and where one is empty the cell's text. */
export const cellsOf = ({ columns, texts }: Built, row: RowOfDuckDB): CellValue[] =>
  columns.map((_, index) => {
    const place = texts[index]
    const value = row[index] ?? (place === undefined ? null : row[place]) ?? null
    return typeof value === 'bigint' ? Number(value) : value
  })
