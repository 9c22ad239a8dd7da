import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api'
import type { Blobs } from '../blobs.ts'
import { withDuckDB } from './duckdb.ts'
import { COLUMNS_KEY } from './freeze.ts'

/** All the conditions hold at once. `contains` sees neither case nor accents. */
export type Filter =
  | { readonly column: string; readonly is: string }
  | { readonly column: string; readonly among: readonly string[] }
  | { readonly column: string; readonly contains: string }

export interface VersionQuery {
  /** Absent: all of them, in the order of the table. */
  readonly columns?: readonly string[]
  readonly filter?: readonly Filter[]
  /** `as: 'number'`: 9 before 10; what is no number comes last. Rows that are equal keep their order. */
  readonly sort?: readonly { readonly column: string; readonly descending?: boolean; readonly as?: 'number' }[]
  readonly limit: number
  readonly offset?: number
}

export interface VersionRows {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** A column that the version does not have. */
export class UnknownColumn extends Error {
  override readonly name = 'UnknownColumn'
  constructor(
    readonly column: string,
    readonly known: readonly string[],
  ) {
    super(`J'ai lu la colonne « ${column} » ; ce tableau a : ${known.join(', ')}.`)
  }
}

interface World {
  readonly blobs: Pick<Blobs, 'path'>
}

/** Rows of a frozen version (`freezeTable`), by the SHA-256 of its Parquet file. */
export const queryVersion = (world: World, sha256: string, query: VersionQuery): Promise<VersionRows> =>
  withDuckDB(async connection => {
    const version = await openVersion(connection, world.blobs.path(sha256))
    const columns = query.columns ?? version.names
    const picked = columns.length > 0 ? columns.map(version.place).join(', ') : 'null'
    const where = conditions(query.filter ?? [], version.place)
    const order = [...(query.sort ?? []).flatMap(key => sortKey(key, version.place)), 'n']
    const answer = await connection.runAndReadAll(
      `select ${picked} from ${version.from}${where.sql} order by ${order.join(', ')} limit ? offset ?`,
      [version.path, ...where.values, BigInt(query.limit), BigInt(query.offset ?? 0)],
    )
    return { columns, rows: columns.length > 0 ? (answer.getRows() as string[][]) : answer.getRows().map(() => []) }
  })

export const countVersion = (world: World, sha256: string, filter: readonly Filter[] = []): Promise<number> =>
  withDuckDB(async connection => {
    const version = await openVersion(connection, world.blobs.path(sha256))
    const where = conditions(filter, version.place)
    const answer = await connection.runAndReadAll(`select count(*) from ${version.from}${where.sql}`, [
      version.path,
      ...where.values,
    ])
    return Number(answer.getRows()[0]?.[0])
  })

/** Whether a cell or the name of a column holds this text. */
export const versionHolds = (world: World, sha256: string, text: string): Promise<boolean> =>
  withDuckDB(async connection => {
    const version = await openVersion(connection, world.blobs.path(sha256))
    if (version.names.some(name => name.includes(text))) return true
    const somewhere = version.names.map(name => `contains(${version.place(name)}, $2)`).join(' or ')
    const from = version.from.replace('?', '$1')
    const answer = await connection.runAndReadAll(`select 1 from ${from} where ${somewhere} limit 1`, [
      version.path,
      text,
    ])
    return answer.getRows().length > 0
  })

interface Version {
  readonly path: string
  readonly names: readonly string[]
  /** Columns are called by their place, c0, c1…: no name of a town's file is ever read as SQL. `n` is the row's number. */
  readonly from: string
  readonly place: (name: string) => string
}

async function openVersion(connection: DuckDBConnection, path: string): Promise<Version> {
  const read = await connection.runAndReadAll(
    'select decode(value) from parquet_kv_metadata(?) where decode(key) = ?',
    [path, COLUMNS_KEY],
  )
  const names = JSON.parse(String(read.getRows()[0]?.[0])) as string[]
  const places = names.map((_, c) => `c${c}`)
  return {
    path,
    names,
    from: `read_parquet(?, file_row_number = true) as version(${places.join(', ')}, n)`,
    place: name => {
      const index = names.indexOf(name)
      if (index < 0) throw new UnknownColumn(name, names)
      return `c${index}`
    },
  }
}

function conditions(filter: readonly Filter[], place: Version['place']): { sql: string; values: DuckDBValue[] } {
  const all = filter.map(condition => conditionOf(condition, place(condition.column)))
  return {
    sql: all.length > 0 ? ` where ${all.map(({ sql }) => sql).join(' and ')}` : '',
    values: all.flatMap(({ values }) => values),
  }
}

function conditionOf(condition: Filter, cell: string): { sql: string; values: readonly string[] } {
  if ('is' in condition) return { sql: `${cell} = ?`, values: [condition.is] }
  if ('among' in condition)
    return condition.among.length > 0
      ? { sql: `${cell} in (${condition.among.map(() => '?').join(', ')})`, values: condition.among }
      : { sql: 'false', values: [] }
  return { sql: `contains(strip_accents(lower(${cell})), strip_accents(lower(?)))`, values: [condition.contains] }
}

function sortKey(key: NonNullable<VersionQuery['sort']>[number], place: Version['place']): string[] {
  const cell = place(key.column)
  const direction = key.descending ? 'desc' : 'asc'
  return key.as === 'number'
    ? [`try_cast(${cell} as double) ${direction} nulls last`, `${cell} ${direction}`]
    : [`${cell} ${direction}`]
}
