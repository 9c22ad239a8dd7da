import type { Selectable } from 'kysely'
import { Refused } from '../../contract/refused.ts'
import type { UploadCard } from '../../contract/sets.ts'
import { mayBeReadLater } from '../../readers/sandbox/ask-worker.ts'
import type { Database } from '../../store/open.ts'
import type { UploadTable } from '../../store/tables.ts'

export type UploadRow = Selectable<UploadTable>

export async function findUpload(db: Database, insee: string, id: string): Promise<UploadRow> {
  const row = await db
    .selectFrom('upload')
    .selectAll()
    .where(is => is.and({ insee, id }))
    .executeTakeFirst()
  if (!row) throw new Refused(404, 'Ce fichier n’est pas parmi ceux que votre commune a reçus.')
  if (row.erased_at !== null && row.content_sha256 === null)
    throw new Refused(410, 'Ce fichier a été effacé définitivement.')
  return row
}

/** The file as it was received. What was read in it may stay when a value that it held was erased for good. */
export async function findOriginal(db: Database, insee: string, id: string): Promise<UploadRow> {
  const row = await findUpload(db, insee, id)
  if (row.erased_at !== null)
    throw new Refused(
      410,
      `Le fichier d’origine de « ${row.name} » a été effacé définitivement, à cause d’une donnée qu’il contenait.`,
    )
  return row
}

/** What is known of these files, in the same order. */
export async function uploadCards(db: Database, rows: readonly UploadRow[]): Promise<UploadCard[]> {
  if (rows.length === 0) return []
  const { insee } = rows[0]!
  const jobs = await db
    .selectFrom('job')
    .select(['id', 'input'])
    .where(is => is.and({ insee, kind: 'read' }))
    .where('state', 'in', ['queued', 'running'])
    .execute()
  const reading = new Map(jobs.map(({ id, input }) => [(JSON.parse(input) as { upload: string }).upload, id]))
  const same = await db
    .selectFrom('upload')
    .select(['id', 'sha256', 'name', 'sent_at'])
    .where('insee', '=', insee)
    .where('erased_at', 'is', null)
    .where(
      'sha256',
      'in',
      rows.map(({ sha256 }) => sha256),
    )
    .orderBy('sent_at')
    .execute()
  return rows.map(row => {
    const twin = same.find(one => one.sha256 === row.sha256 && one.id !== row.id && one.sent_at <= row.sent_at)
    const job = reading.get(row.id)
    const tables = row.tables === null ? undefined : (JSON.parse(row.tables) as NonNullable<UploadCard['tables']>)
    return {
      id: row.id,
      name: row.name,
      size: row.size,
      sentAt: row.sent_at,
      sentBy: row.sent_by,
      ...(row.unreadable !== null && { unreadable: row.unreadable }),
      ...(row.unreadable !== null && mayBeReadLater(row.unreadable) && { again: true as const }),
      ...(tables && { tables }),
      ...(job !== undefined && { reading: job }),
      ...(twin && { twin: { id: twin.id, name: twin.name, sentAt: twin.sent_at } }),
    }
  })
}
