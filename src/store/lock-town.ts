import { PostgresAdapter, type Selectable, sql } from 'kysely'
import type { Database, Tx } from './open.ts'
import type { TownTable } from './tables.ts'

/**
 * Runs `work` alone on what belongs to a town: all of it is kept, or nothing is. Inside, only `tx` may be used: SQLite has one connection,
 * and a query that goes round the transaction would wait for it for ever.
 */
export const inTown = <T>(db: Database, insee: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db.transaction().execute(async tx => {
    await lockTown(tx, insee)
    return work(tx)
  })

/** PostgreSQL: the town's row. SQLite: the right to write, taken at once rather than at the first change. */
async function lockTown(tx: Tx, insee: string): Promise<Pick<Selectable<TownTable>, 'insee'> | undefined> {
  if (isPostgres(tx))
    return tx.selectFrom('town').select('insee').where('insee', '=', insee).forUpdate().executeTakeFirst()
  await sql`update town set name = name where 1 = 0`.execute(tx)
  return undefined
}

export const isPostgres = (db: Database): boolean => db.getExecutor().adapter instanceof PostgresAdapter
