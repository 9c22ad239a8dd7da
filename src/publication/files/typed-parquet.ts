import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api'
import { withDuckDB } from '../../store/versions/duckdb.ts'
import { writableName } from '../../store/versions/freeze.ts'
import { quoteName, quoteText } from '../../store/versions/quote.ts'
import type { Kind, QueriedVersion } from '../query/query.ts'
import { type Source, sourceOf } from '../query/source.ts'

/**
 * The rows as Parquet, with the types of the model: integers, numbers, booleans, days and instants. A column keeps its texts when one of its cells is not
 * of its type, or tells an offset from UTC: nothing of what is published is lost in it.
 */
export const writeTypedParquet = (version: QueriedVersion, parquet: string, path: string): Promise<void> =>
  withDuckDB(async connection => {
    const exact = await exactColumns(connection, version, parquet)
    const source = sourceOf(version, parquet)
    const columns = source.names.map((name, at) => {
      const sql = exact.has(name) ? typedSql(name, source) : source.filled(name)
      return `${sql} as ${quoteName(writableName(name, at))}`
    })
    const select = `select ${columns.join(', ')} from ${source.from()} order by n`
    await connection.run(`copy (${select}) to ${quoteText(path)} (format parquet, compression zstd)`, [
      ...source.values,
    ] as DuckDBValue[])
  })

const TYPES: Readonly<Record<Kind, string>> = {
  text: 'varchar',
  integer: 'bigint',
  number: 'double',
  boolean: 'boolean',
  date: 'date',
  datetime: 'timestamp',
}
const typedSql = (name: string, source: Source): string => `${source.typed(name)}::${TYPES[source.kindOf(name)]}`

/** Those whose every cell is of its type. */
async function exactColumns(
  connection: DuckDBConnection,
  version: QueriedVersion,
  parquet: string,
): Promise<ReadonlySet<string>> {
  const source = sourceOf(version, parquet)
  const typed = source.names.filter(name => source.kindOf(name) !== 'text')
  if (typed.length === 0) return new Set()
  const doubtful = typed.map(name => {
    const offset =
      source.kindOf(name) === 'datetime'
        ? ` or regexp_matches(${source.text(name)}, '(Z|[+-]\\d\\d:?\\d\\d|[+-]\\d\\d)$') and length(${source.text(name)}) > 10`
        : ''
    return `count(*) filter (${source.filled(name)} is not null and (${source.typed(name)} is null${offset}))`
  })
  const read = await connection.runAndReadAll(`select ${doubtful.join(', ')} from ${source.from()}`, [
    ...source.values,
  ] as DuckDBValue[])
  const counts = read.getRows()[0] ?? []
  return new Set(typed.filter((_, at) => Number(counts[at]) === 0))
}
