import { type RequestState, WAITED } from '../../contract/requests.ts'
import { recordIn } from '../../journal/record.ts'
import { inTown } from '../../store/lock-town.ts'
import type { Tx } from '../../store/open.ts'
import type { Actor } from '../../store/world.ts'
import { carnet, type DueHooks } from '../letters/due.ts'
import type { LetterWorld } from '../letters/world.ts'
import { changeRow, keepLetter } from '../letters/write.ts'
import { onlyWaited } from './places.ts'
import { requestsOf } from './request.ts'
import { isReminder, lettersOf, MOST_REMINDERS } from './rhythm.ts'
import { nextReminder } from './working-day.ts'

const isWaited = ({ state }: { readonly state: string }): boolean => WAITED.includes(state as RequestState)
/** What reminders of requests add to mails that leave on their day: they stop on an answer, and each brings the next one. */
export const requestHooks = (world: LetterWorld): DueHooks => ({
  async before(row) {
    if (!isReminder(row) || row.request === null) return row
    const requests = await requestsOf(world.db, row.insee, row.request)
    if (!requests.some(isWaited)) return undefined
    const answered = requests.filter(one => !isWaited(one)).map(({ id }) => id)
    return { ...row, body: onlyWaited(row.body, answered) }
  },
  async after(row, left) {
    const { insee, request } = row
    if (!isReminder(row) || request === null) return
    if (left) await inTown(world.db, insee, tx => reminded(tx, world, carnet(insee), request))
    else await notReminded(world, insee, request)
  },
})

/** It did not leave: nothing more is promised, the page shows why and offers to send it again. */
const notReminded = ({ db }: LetterWorld, insee: string, mailing: string) =>
  db
    .updateTable('request')
    .set({ next_at: null })
    .where(is => is.and({ insee, mailing }))
    .execute()

/** One more reminder left, by itself or sent by somebody: the next one is so many days after it. */
export async function reminded(tx: Tx, world: LetterWorld, actor: Actor, mailing: string): Promise<void> {
  const { insee } = actor
  const waited = (await requestsOf(tx, insee, mailing)).filter(isWaited)
  const [one] = waited
  if (!one) return
  const times = one.reminders + 1
  const next =
    one.every_days === null || times >= MOST_REMINDERS
      ? null
      : nextReminder(world.now(), one.every_days, one.absent_until)
  const titles = waited.map(({ title }) => `« ${title} »`).join(', ')
  const last = times >= MOST_REMINDERS ? '. C’était la dernière : demandez à quelqu’un d’autre, ou de vive voix' : ''
  const note = `${one.to_name} relancé(e) pour ${titles} (${times}${times === 1 ? 're' : 'e'} relance)${last}`
  await recordIn(tx, world, actor, { act: 'request-reminded', note }, async (_, seq) => {
    await tx
      .updateTable('request')
      .set({ state: 'reminded', reminders: times, next_at: next, seq })
      .where(is => is.and({ insee, mailing }))
      .where('state', 'in', [...WAITED])
      .execute()
    await prepareNext(tx, world, insee, mailing, next)
  })
}

/** The words that were read for the next reminder leave on the next day due; those of the last one serve again. */
async function prepareNext(tx: Tx, world: LetterWorld, insee: string, mailing: string, next: string | null) {
  const all = (await lettersOf(tx, insee, mailing)).filter(isReminder)
  const ready = all.filter(({ state }) => state === 'ready')
  if (next === null) {
    for (const letter of ready) await changeRow(tx, letter, { state: 'dropped' })
    return
  }
  const [waiting] = ready.sort((a, b) => a.kind.localeCompare(b.kind))
  const last = all.findLast(({ state, kind }) => state === 'sent' && kind === 'reminder-2')
  if (waiting) await changeRow(tx, waiting, { due_at: next })
  else if (last)
    await keepLetter(tx, { ...last, id: world.newId(), state: 'ready', due_at: next, sent_at: null, message: '' })
}
