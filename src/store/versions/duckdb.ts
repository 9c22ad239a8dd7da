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
  const connection = await connectDuckDB()
  try {
    return await work(connection, await import('@duckdb/node-api'))
  } finally {
    connection.closeSync()
  }
}

/** A connection to be closed by whoever asked for it. */
export async function connectDuckDB(): Promise<DuckDBConnection> {
  const duckdb = await import('@duckdb/node-api')
  opened ??= duckdb.DuckDBInstance.create(':memory:', SETTINGS)
  return (await opened).connect()
}
