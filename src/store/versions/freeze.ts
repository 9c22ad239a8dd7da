import type { DuckDBConnection } from '@duckdb/node-api'
import type { Table } from '../../core/table/table.ts'
import type { Blobs, Received } from '../blobs.ts'
import { withDuckDB } from './duckdb.ts'
import { quoteName, quoteText } from './quote.ts'

/** Key of the Parquet file's metadata under which the names of the columns are, as they are in the table. */
export const COLUMNS_KEY = 'carnet.columns'

/** Rows that DuckDB takes at once. */
const CHUNK = 2048

/**
 * A table as an immutable Parquet file among the blobs: texts only, rows in order. Whoever opens it finds the names of the columns, but those that
 * DuckDB takes for the same (« Nom » and « nom ») or cannot write; `COLUMNS_KEY` has them all.
 */
export const freezeTable = (blobs: Blobs, table: Table): Promise<Received> =>
  blobs.adopt(draft => writeParquet(table, draft))

/** The same file, at this path: a thread has no blobs. */
export async function writeParquet(table: Table, path: string): Promise<void> {
  if (table.columns.length === 0) throw new RangeError('a table without columns has no version')
  await withDuckDB((connection, duckdb) => copyToParquet(connection, duckdb, table, path))
}

async function copyToParquet(
  connection: DuckDBConnection,
  { DuckDBDataChunk, VARCHAR }: typeof import('@duckdb/node-api'),
  { columns, rows }: Table,
  path: string,
): Promise<void> {
  await connection.run(`create temp table frozen (${columns.map((_, c) => `c${c} varchar`).join(', ')})`)
  try {
    const appender = await connection.createAppender('frozen')
    for (let from = 0; from < rows.length; from += CHUNK) {
      const chunk = DuckDBDataChunk.create(
        columns.map(() => VARCHAR),
        Math.min(CHUNK, rows.length - from),
      )
      chunk.setColumns(columns.map(({ cells }) => cells.slice(from, from + CHUNK)))
      appender.appendDataChunk(chunk)
    }
    appender.closeSync()
    const names = columns.map(({ name }) => name)
    const select = names.map((name, c) => `c${c} as ${quoteName(writableName(name, c))}`).join(', ')
    const metadata = `{${quoteName(COLUMNS_KEY)}: ${quoteText(JSON.stringify(names))}}`
    await connection.run(
      `copy (select ${select} from frozen) to ${quoteText(path)} (format parquet, compression zstd, kv_metadata ${metadata})`,
    )
  } finally {
    await connection.run('drop table frozen')
  }
}

/** The name of a column in a Parquet file. `file_row_number` is the name under which DuckDB tells the order of the rows. */
export const writableName = (name: string, index: number): string =>
  name === '' || name.includes('\0') || name.toLowerCase() === 'file_row_number' ? `colonne_${index + 1}` : name
