import { connectDuckDB } from '../../store/versions/duckdb.ts'
import { bound, cellsOf, type RowOfDuckDB } from './answer.ts'
import { build } from './build.ts'
import { QueryProblem } from './problem.ts'
import type { AnswerColumn, CellValue, QueriedVersion, Query } from './query.ts'
import { isInterrupted, type Limits, type QueryWorld, stopAfter, tooLong } from './run.ts'

export interface Stream {
  readonly columns: readonly AnswerColumn[]
  /** Some two thousand rows at a time, never all in memory. To be read to its end, or left (`break`, `return`). */
  readonly rows: AsyncGenerator<readonly (readonly CellValue[])[], void, undefined>
}

/** Readers may be slow: each holds a connection, not the engine. */
const MOST_READERS = 30
let readers = 0
/** For one piece: a reader waits for its rows, a question that gives none is stopped. */
const MOST_WAIT = 30_000

/** All the rows that a query asks for, without a limit. What cannot be asked throws at once, before the first row. */
export function streamRows(
  { blobs }: QueryWorld,
  version: QueriedVersion,
  query: Omit<Query, 'limit' | 'offset' | 'total'> & { readonly limit?: number; readonly offset?: number },
  { milliseconds = MOST_WAIT }: Limits = {},
): Stream {
  const { limit = Number.MAX_SAFE_INTEGER, ...rest } = query
  const built = build(version, blobs.path(version.parquetSha256), { ...rest, limit })
  return { columns: built.columns, rows: read() }

  async function* read(): Stream['rows'] {
    if (readers >= MOST_READERS)
      throw new QueryProblem('Trop de demandes en même temps : réessayez dans une minute.', 503)
    readers++
    const connection = await connectDuckDB()
    const inTime = async <T>(work: () => Promise<T>): Promise<T> => {
      const clock = stopAfter(connection, milliseconds)
      try {
        return await work()
      } catch (error) {
        throw isInterrupted(error) ? tooLong() : error
      } finally {
        clock.stop()
      }
    }
    try {
      const result = await inTime(() => connection.stream(built.sql, bound(built.sql, built.values)))
      const pieces = result.yieldRows()
      for (let piece = await inTime(() => pieces.next()); !piece.done; piece = await inTime(() => pieces.next()))
        yield (piece.value as RowOfDuckDB[]).map(row => cellsOf(built, row))
    } finally {
      readers--
      connection.closeSync()
    }
  }
}
