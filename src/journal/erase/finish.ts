import { sql } from 'kysely'
import type { Blobs } from '../../store/blobs.ts'
import { isPostgres } from '../../store/lock-town.ts'
import type { Database } from '../../store/open.ts'

/**
 * Takes from the disk what committed erasures left on it: blobs that nothing names any more, the free pages of the database and its log.
 * To be called after each erasure and at the start: a process killed in between leaves no erasure half done. False: somebody is reading the
 * database (a backup), the log holds the text until the next call.
 */
export async function finishErasures(db: Database, blobs: Blobs): Promise<boolean> {
  const unfinished = await db
    .selectFrom('erasure')
    .select(['insee', 'id', 'todo'])
    .where('todo', 'is not', null)
    .execute()
  if (unfinished.length === 0) return true
  for (const { todo } of unfinished)
    for (const sha256 of JSON.parse(todo ?? '[]') as string[])
      if (!(await isNamed(db, sha256))) await blobs.erase(sha256)
  if (!(await compact(db))) return false
  for (const { insee, id } of unfinished)
    await db
      .updateTable('erasure')
      .set({ todo: null })
      .where(is => is.and({ insee, id }))
      .execute()
  return true
}

/** The same bytes may have been sent twice, or to another town. */
async function isNamed(db: Database, sha256: string): Promise<boolean> {
  const found = await db
    .selectFrom('upload')
    .select('id')
    .where(is =>
      is.or([is.and([is('sha256', '=', sha256), is('erased_at', 'is', null)]), is('content_sha256', '=', sha256)]),
    )
    .unionAll(
      db
        .selectFrom('version')
        .select('hash as id')
        .where(is => is.or([is('parquet_sha256', '=', sha256), is('csv_sha256', '=', sha256)]))
        .union(db.selectFrom('version').select('hash as id').where('manifest_sha256', '=', sha256)),
    )
    .unionAll(db.selectFrom('town').select('insee as id').where('addresses_sha256', '=', sha256))
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

const TOUCHED = [
  ...['upload', 'data_set', 'source', 'step', 'hand_cell', 'hand_row', 'hand_gone'],
  ...['conflict', 'version', 'job', 'journal'],
  ...['fiche', 'guard', 'guard_answer', 'publication', 'redirect', 'delivery', 'town_text'],
  ...['wish', 'request', 'diagnosis', 'diagnosis_answer', 'town_fact', 'node', 'edge', 'register_snapshot', 'letter'],
]

async function compact(db: Database): Promise<boolean> {
  if (isPostgres(db)) {
    for (const table of TOUCHED) await sql`vacuum full ${sql.table(table)}`.execute(db)
    return true
  }
  // `secure_delete` has overwritten the freed cells; the log still has the pages as they were, and is emptied last.
  await sql`vacuum`.execute(db)
  // Nobody waits for a reader here: better-sqlite3 would wait with the whole server.
  await sql`pragma busy_timeout = 0`.execute(db)
  const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db)
  await sql`pragma busy_timeout = 5000`.execute(db)
  return rows[0]?.busy === 0
}
