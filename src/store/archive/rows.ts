import { type Kysely, sql } from 'kysely'
import { isPostgres } from '../lock-town.ts'
import type { Database, Tx } from '../open.ts'
import { TABLE_KEYS, type TableName } from '../table-keys.ts'

/** A row of any table, as the database has it. */
export type AnyRow = Record<string, string | number | null>

/** Tables are read by their names here: their types are of no help. */
const untyped = (db: Database) => db as unknown as Kysely<Record<string, AnyRow>>

const PAGE = 500

/** Everything as it is at one instant, while others go on writing. */
export const atOneInstant = <T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> =>
  isPostgres(db) ? db.transaction().setIsolationLevel('repeatable read').execute(work) : db.transaction().execute(work)

/** All the rows of a table in the order of its key, of one town when it is given, a page in memory at a time. */
export async function* rowsOf(db: Database, table: TableName, insee?: string): AsyncGenerator<AnyRow> {
  const key = TABLE_KEYS[table]
  const columns = sql.join(key.map(column => sql.ref(column)))
  let last: AnyRow | undefined
  for (;;) {
    let page = untyped(db).selectFrom(table).selectAll().limit(PAGE)
    for (const column of key) page = page.orderBy(column)
    if (insee !== undefined) page = page.where('insee', '=', insee)
    if (last) page = page.where(sql<boolean>`(${columns}) > (${sql.join(key.map(column => last?.[column]))})`)
    const rows = await page.execute()
    yield* rows
    if (rows.length < PAGE) return
    last = rows.at(-1)
  }
}

/** Fewer values than PostgreSQL binds in one query. */
const INSERTED = 200

export async function insertRows(db: Database, table: TableName, rows: AsyncIterable<AnyRow>): Promise<void> {
  let batch: AnyRow[] = []
  const insert = async () => {
    if (batch.length > 0) await untyped(db).insertInto(table).values(batch).execute()
    batch = []
  }
  for await (const row of rows) if (batch.push(row) === INSERTED) await insert()
  await insert()
}
