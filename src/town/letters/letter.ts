import { createHash } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { LetterCard, LetterState } from '../../contract/letters.ts'
import { Refused } from '../../contract/refused.ts'
import type { Database } from '../../store/open.ts'
import type { LetterTable } from '../../store/town-tables.ts'
import { showAddresses } from './addresses.ts'
import type { LetterWorld } from './world.ts'

export type LetterRow = Selectable<LetterTable>

/** A file that goes with a mail: its bytes are in the blobs. */
export interface Attachment {
  readonly name: string
  readonly type: string
  readonly sha256: string
  readonly size: number
}

export const attachmentsOf = ({ attachments }: Pick<LetterRow, 'attachments'>): readonly Attachment[] =>
  JSON.parse(attachments) as Attachment[]

/** Of these words, to this person, with these files. */
export function versionOf({ to_name, to_mail, subject, body, attachments }: LetterRow): string {
  const said = JSON.stringify([to_name, to_mail, subject, body, attachments])
  return createHash('sha256').update(said).digest('hex').slice(0, 32)
}

export async function findLetter(db: Database, insee: string, id: string): Promise<LetterRow> {
  const row = await db
    .selectFrom('letter')
    .selectAll()
    .where(is => is.and({ insee, id }))
    .executeTakeFirst()
  if (!row) throw new Refused(404, 'Ce courriel n’est pas parmi ceux de votre commune.')
  return row
}

/** The town's mails, last written first; those of one mailing when it is named. */
export async function listLetters(
  world: LetterWorld,
  insee: string,
  only: { readonly mailing?: string; readonly kind?: string; readonly limit?: number } = {},
): Promise<LetterCard[]> {
  const rows = await world.db
    .selectFrom('letter')
    .selectAll()
    .where('insee', '=', insee)
    .$if(only.mailing !== undefined, query => query.where('request', '=', only.mailing!))
    .$if(only.kind !== undefined, query => query.where('kind', '=', only.kind!))
    .orderBy('written_at', 'desc')
    .orderBy('id', 'desc')
    .limit(only.limit ?? 500)
    .execute()
  return Promise.all(rows.map(row => letterCard(world, row)))
}

export const readLetter = async (world: LetterWorld, insee: string, id: string): Promise<LetterCard> =>
  letterCard(world, await findLetter(world.db, insee, id))

export async function letterCard(world: LetterWorld, row: LetterRow): Promise<LetterCard> {
  return {
    id: row.id,
    kind: row.kind,
    ...(row.request !== null && { mailing: row.request }),
    to: { name: row.to_name, mail: row.to_mail },
    subject: row.subject,
    body: await showAddresses(world, row.insee, row.body),
    state: row.state as LetterState,
    ...(row.due_at !== null && { dueAt: row.due_at }),
    writtenAt: row.written_at,
    writtenBy: row.written_by,
    ...(row.sent_at !== null && { sentAt: row.sent_at }),
    ...(row.message !== '' && { message: row.message }),
    attachments: attachmentsOf(row).map(({ name, size }) => ({ name, size })),
    version: versionOf(row),
  }
}
