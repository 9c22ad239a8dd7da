import { WAITED } from '../../contract/requests.ts'
import type { Tx } from '../../store/open.ts'
import type { LetterRow } from '../letters/letter.ts'
import type { LetterWorld } from '../letters/world.ts'

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

/** Nobody is waited for any more: what would have left does not. */
export async function stopReminders(tx: Tx, insee: string, mailing: string): Promise<void> {
  const open = await tx
    .selectFrom('request')
    .select('id')
    .where(is => is.and({ insee, mailing }))
    .where('state', 'in', [...WAITED])
    .execute()
  if (open.length > 0) return
  await tx
    .updateTable('letter')
    .set({ state: 'dropped' })
    .where(is => is.and({ insee, request: mailing, state: 'ready' }))
    .where('kind', 'in', [...REMINDERS])
    .execute()
}
