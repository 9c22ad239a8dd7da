import { type RequestState, WAITED } from '../../contract/requests.ts'
import { recordIn } from '../../journal/record.ts'
import { inTown } from '../../store/lock-town.ts'
import type { Tx } from '../../store/open.ts'
import { carnet, type DueHooks } from '../letters/due.ts'
import type { LetterRow } from '../letters/letter.ts'
import type { LetterWorld } from '../letters/world.ts'
import { changeRow, keepLetter } from '../letters/write.ts'
import { onlyWaited } from './places.ts'
import { requestsOf } from './request.ts'
import { lettersOf, MOST_REMINDERS, REMINDERS } from './send.ts'
import { nextReminder } from './working-day.ts'

const isWaited = ({ state }: { readonly state: string }): boolean => WAITED.includes(state as RequestState)
const isReminder = ({ kind, request }: LetterRow): boolean =>
  request !== null && (REMINDERS as readonly string[]).includes(kind)

/** What reminders of requests add to mails that leave on their day: they stop on an answer, and each brings the next one. */
export const requestHooks = (world: LetterWorld): DueHooks => ({
  async before(row) {
    if (!isReminder(row)) return row
    const requests = await requestsOf(world.db, row.insee, row.request!)
    if (!requests.some(isWaited)) return undefined
    const answered = requests.filter(one => !isWaited(one)).map(({ id }) => id)
    return { ...row, body: onlyWaited(row.body, answered) }
  },
  async after(row, left) {
    if (left && isReminder(row)) await inTown(world.db, row.insee, tx => reminded(tx, world, row))
  },
})

async function reminded(tx: Tx, world: LetterWorld, { insee, request }: LetterRow): Promise<void> {
  const mailing = request!
  const waited = (await requestsOf(tx, insee, mailing)).filter(isWaited)
  const [one] = waited
  if (!one) return
  const times = one.reminders + 1
  const next =
    one.every_days === null || times >= MOST_REMINDERS
      ? null
      : nextReminder(world.now(), one.every_days, one.absent_until)
  const titles = waited.map(({ title }) => `« ${title} »`).join(', ')
  const last = next === null ? '. C’était la dernière : demandez à quelqu’un d’autre, ou de vive voix' : ''
  const note = `${one.to_name} relancé(e) pour ${titles} (${times}${times === 1 ? 're' : 'e'} relance)${last}`
  await recordIn(tx, world, carnet(insee), { act: 'request-reminded', note }, async (_, seq) => {
    await tx
      .updateTable('request')
      .set({ state: 'reminded', reminders: times, next_at: next, seq })
      .where(is => is.and({ insee, mailing }))
      .where('state', 'in', [...WAITED])
      .execute()
    await prepareNext(tx, world, insee, mailing, next)
  })
}

/** The words that were read for the reminders that follow the first: again, on the next day due. */
async function prepareNext(tx: Tx, world: LetterWorld, insee: string, mailing: string, next: string | null) {
  const all = (await lettersOf(tx, insee, mailing)).filter(({ kind }) => kind === 'reminder-2')
  const waiting = all.find(({ state }) => state === 'ready')
  if (next === null) {
    if (waiting) await changeRow(tx, waiting, { state: 'dropped' })
    return
  }
  const last = all.findLast(({ state }) => state === 'sent')
  if (waiting) await changeRow(tx, waiting, { due_at: next })
  else if (last)
    await keepLetter(tx, { ...last, id: world.newId(), state: 'ready', due_at: next, sent_at: null, message: '' })
}
