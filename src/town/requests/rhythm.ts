import { REQUEST_KINDS, WAITED } from '../../contract/requests.ts'
import type { Tx } from '../../store/open.ts'
import type { LetterRow } from '../letters/letter.ts'
import type { LetterWorld } from '../letters/world.ts'
import type { RequestRow } from './request.ts'

/** Mails that leave by themselves when nothing comes back. */
export const REMINDERS = ['reminder-1', 'reminder-2'] as const
export const isReminder = ({ kind }: Pick<LetterRow, 'kind'>): boolean =>
  (REMINDERS as readonly string[]).includes(kind)

/** Reminders stop by themselves after so many: somebody else is to be asked. */
export const MOST_REMINDERS = 4

export const lettersOf = (db: LetterWorld['db'], insee: string, mailing: string): Promise<LetterRow[]> =>
  db
    .selectFrom('letter')
    .selectAll()
    .where(is => is.and({ insee, request: mailing }))
    .orderBy('written_at')
    .orderBy('id')
    .execute()

/** Nothing more is to be sent nor waited for: what would have left does not, and what was to be read need not be. */
export async function stopReminders(tx: Tx, insee: string, mailing: string): Promise<void> {
  const open = await tx
    .selectFrom('request')
    .select('id')
    .where(is => is.and({ insee, mailing }))
    .where('state', 'in', ['to-send', ...WAITED])
    .execute()
  if (open.length > 0) return
  await tx
    .updateTable('letter')
    .set({ state: 'dropped' })
    .where(is => is.and({ insee, request: mailing }))
    .where('state', 'in', ['ready', 'to-review'])
    .where('kind', 'in', [...REMINDERS, ...REQUEST_KINDS])
    .execute()
}

/** The address that she was given opens nothing any more. */
export async function closeLink(
  tx: Tx,
  now: string,
  { insee, link }: Pick<RequestRow, 'insee' | 'link'>,
): Promise<void> {
  if (link === null) return
  await tx
    .updateTable('link')
    .set({ revoked_at: now })
    .where(is => is.and({ insee, id: link }))
    .where('revoked_at', 'is', null)
    .execute()
}
