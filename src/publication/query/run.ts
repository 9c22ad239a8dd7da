import type { DuckDBConnection } from '@duckdb/node-api'
import type { Blobs } from '../../store/blobs.ts'
import { withDuckDB } from '../../store/versions/duckdb.ts'
import { bound, cellsOf, type RowOfDuckDB } from './answer.ts'
import { build } from './build.ts'
import { inTurn } from './in-turn.ts'
import { QueryProblem, wrongValue } from './problem.ts'
import { type Answer, MOST_ROWS, type QueriedVersion, type Query } from './query.ts'

export interface QueryWorld {
  readonly blobs: Pick<Blobs, 'path'>
}
export interface Limits {
  /** After this, the question is stopped. */
  readonly milliseconds?: number
}

/** A page of the rows of a version, or of its groups. */
export async function queryRows(
  { blobs }: QueryWorld,
  version: QueriedVersion,
  query: Query,
  { milliseconds = 5000 }: Limits = {},
): Promise<Answer> {
  refuseWrongPage(query)
  const built = build(version, blobs.path(version.parquetSha256), query)
  return inTurn(() =>
    withDuckDB(async connection => {
      const clock = stopAfter(connection, milliseconds)
      try {
        const read = await connection.runAndReadAll(built.sql, bound(built.sql, built.values))
        const rows = (read.getRows() as RowOfDuckDB[]).map(row => cellsOf(built, row))
        if (!query.total) return { columns: built.columns, rows }
        const count = await connection.runAndReadAll(built.countSql, bound(built.countSql, built.values))
        return { columns: built.columns, rows, total: Number(count.getRows()[0]?.[0]) }
      } catch (error) {
        throw isInterrupted(error) ? tooLong() : error
      } finally {
        clock.stop()
      }
    }),
  )
}

/** Again and again: what is not yet at work does not hear that it must stop. */
export function stopAfter(connection: DuckDBConnection, milliseconds: number): { stop(): void } {
  const end = Date.now() + milliseconds
  const clock = setInterval(() => Date.now() >= end && connection.interrupt(), Math.min(50, milliseconds))
  return { stop: () => clearInterval(clock) }
}

function refuseWrongPage({ limit, offset = 0 }: Query): void {
  if (!Number.isSafeInteger(limit) || limit < 0 || limit > MOST_ROWS)
    throw wrongValue(limit, `un nombre de lignes, de 0 à ${MOST_ROWS}`)
  if (!Number.isSafeInteger(offset) || offset < 0) throw wrongValue(offset, 'un rang, à partir de 0')
}

export const tooLong = (): QueryProblem =>
  new QueryProblem('Cette demande est trop longue : demandez moins de choses à la fois.')
export const isInterrupted = (error: unknown): boolean => error instanceof Error && /interrupt/i.test(error.message)
