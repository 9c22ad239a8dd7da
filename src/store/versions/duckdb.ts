import type { DuckDBConnection } from '@duckdb/node-api'

type DuckDB = typeof import('@duckdb/node-api')

/** It may not fetch anything: Parquet is built in. */
const SETTINGS = {
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  threads: '2',
  memory_limit: '1GB',
}

let opened: Promise<import('@duckdb/node-api').DuckDBInstance> | undefined

/** DuckDB in this process, loaded at the first question: a server that nobody asks anything does not carry it. */
export async function withDuckDB<T>(work: (connection: DuckDBConnection, duckdb: DuckDB) => Promise<T>): Promise<T> {
  const duckdb = await import('@duckdb/node-api')
  opened ??= duckdb.DuckDBInstance.create(':memory:', SETTINGS)
  const connection = await (await opened).connect()
  try {
    return await work(connection, duckdb)
  } finally {
    connection.closeSync()
  }
}
