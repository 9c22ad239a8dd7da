import { type Table, tableFromRows } from '../../core/table/table.ts'
import { queryVersion } from './query.ts'

/** The whole table of a version, from its Parquet file. For a thread: it is all in memory. */
export async function readFrozenTable(path: string): Promise<Table> {
  const { columns, rows } = await queryVersion({ blobs: { path: () => path } }, '', { limit: Number.MAX_SAFE_INTEGER })
  return tableFromRows(columns, rows)
}
