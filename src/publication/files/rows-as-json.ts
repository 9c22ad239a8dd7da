import { open } from 'node:fs/promises'
import type { DuckDBValue } from '@duckdb/node-api'
import { withDuckDB } from '../../store/versions/duckdb.ts'
import type { QueriedVersion } from '../query/query.ts'
import { type Source, sourceOf } from '../query/source.ts'

/** What is written around the rows and for each, as SQL. */
interface Shape {
  readonly head: string
  readonly row: (source: Source) => string
  readonly tail: string
}

/** An array of objects, a row a line: cells in the type of their column, null where they are empty. */
export const writeJson = (version: QueriedVersion, parquet: string, path: string): Promise<void> =>
  writeRows(version, parquet, path, { head: '[\n', row: objectSql, tail: '\n]\n' })

/** RFC 7946: a feature a row, whose id is its number in the file; WGS84 degrees, longitude first; a row without a point has no geometry. */
export function writeGeojson(version: QueriedVersion & Boxed, parquet: string, path: string): Promise<void> {
  const box = version.box ? `"bbox":${JSON.stringify(version.box)},` : ''
  return writeRows(version, parquet, path, {
    head: `{"type":"FeatureCollection",${box}"features":[\n`,
    row: source =>
      `concat('{"type":"Feature","id":', n + 1, ',"geometry":', ${geometrySql(source)}, ',"properties":', ${objectSql(source)}, '}')`,
    tail: '\n]}\n',
  })
}
interface Boxed {
  readonly box?: readonly number[]
}

/** DuckDB makes the texts beside the server's own thread; here they only pass. */
async function writeRows(version: QueriedVersion, parquet: string, path: string, shape: Shape): Promise<void> {
  const source = sourceOf(version, parquet)
  const row = shape.row(source)
  const sql = `select ${row} from ${source.from()} order by n`
  const file = await open(path, 'w')
  try {
    await file.writeFile(shape.head)
    await withDuckDB(async connection => {
      const result = await connection.stream(sql, [...source.values] as DuckDBValue[])
      let between = ''
      for await (const rows of result.yieldRows()) {
        await file.writeFile(between + rows.map(([text]) => text).join(',\n'))
        between = ',\n'
      }
    })
    await file.writeFile(shape.tail)
  } finally {
    await file.close()
  }
}

function geometrySql(source: Source): string {
  const [x, y] = [source.point('longitude'), source.point('latitude')]
  return `case when ${x} is null or ${y} is null then 'null' else concat('{"type":"Point","coordinates":[', to_json(${x}), ',', to_json(${y}), ']}') end`
}

function objectSql(source: Source): string {
  if (source.names.length === 0) return `'{}'`
  const cells = source.names.map((name, at) => {
    const key = source.bind(`${at > 0 ? ',' : ''}${JSON.stringify(name)}:`)
    return `${key}::varchar, ${cellSql(name, source)}`
  })
  return `concat('{', ${cells.join(', ')}, '}')`
}

/** A number is written as it is in the cell, digit for digit; a cell that is not of its column's type keeps its text. */
function cellSql(name: string, source: Source): string {
  const text = `coalesce(to_json(${source.filled(name)})::varchar, 'null')`
  const kind = source.kindOf(name)
  if (kind === 'boolean') return `coalesce(${source.typed(name)}::varchar, ${text})`
  return kind === 'integer' || kind === 'number' ? `coalesce(${source.digits(name)}, ${text})` : text
}
