import type { z } from 'zod'
import { Refused } from '../../contract/refused.ts'
import type { sendMailingBody } from '../../contract/requests.ts'
import { recordIn } from '../../journal/record.ts'
import { inTown } from '../../store/lock-town.ts'
import type { Tx } from '../../store/open.ts'
import type { Actor } from '../../store/world.ts'
import type { LetterRow } from '../letters/letter.ts'
import { sendLetter, sentByHand } from '../letters/send.ts'
import type { LetterWorld } from '../letters/world.ts'
import { changeRow, refuseOther } from '../letters/write.ts'
import { reminded } from './reminders.ts'
import { requestsOf } from './request.ts'
import { isReminder, lettersOf } from './rhythm.ts'
import { nextReminder } from './working-day.ts'

/** Sends the first mail, as it was shown; its reminders, shown with it, will leave on their days word for word. */
export async function sendMailing(
  world: LetterWorld,
  actor: Actor,
  mailing: string,
  { shown, byHand }: z.output<typeof sendMailingBody>,
): Promise<void> {
  const letters = await lettersOf(world.db, actor.insee, mailing)
  const first = letters.find(one => shown[one.id] !== undefined && (!isReminder(one) || one.state === 'failed'))
  if (!first) throw new Refused(400, 'Rien n’a été envoyé : je n’ai pas reçu ce qui vous a été montré.')
  const reminders = letters.filter(letter => isReminder(letter) && letter.state === 'to-review')
  for (const letter of reminders) if (shown[letter.id] !== undefined) refuseOther(letter, shown[letter.id]!)
  const send = byHand ? sentByHand : sendLetter
  const sent = await send(world, actor, first.id, shown[first.id]!)
  if (sent.state !== 'sent') throw new Refused(409, sent.message ?? 'Le courriel n’est pas parti.')
  const read = reminders.filter(({ id }) => shown[id] !== undefined)
  await inTown(world.db, actor.insee, async tx => {
    if (isReminder(first) || first.kind === 'reminder-now') await reminded(tx, world, actor, mailing)
    else await begin(tx, world, actor, mailing, read)
  })
}

/** From now on she is waited for. */
async function begin(tx: Tx, world: LetterWorld, actor: Actor, mailing: string, reminders: readonly LetterRow[]) {
  const requests = (await requestsOf(tx, actor.insee, mailing)).filter(({ state }) => state === 'to-send')
  const [one] = requests
  if (!one) return
  const now = world.now()
  const every = reminders.length > 0 ? one.every_days : null
  const next = every === null ? null : nextReminder(now, every, one.absent_until)
  const note = `Demande envoyée à ${one.to_name} : ${requests.map(({ title }) => `« ${title} »`).join(', ')}${rhythm(every)}`
  const dataSet = requests.length === 1 ? one.data_set! : undefined
  await recordIn(tx, world, actor, { act: 'request-sent', note, dataSet, beside: true }, async (_, seq) => {
    await tx
      .updateTable('request')
      .set({ state: 'sent', sent_at: now, next_at: next, every_days: every, seq })
      .where(is => is.and({ insee: actor.insee, mailing, state: 'to-send' }))
      .execute()
    for (const letter of reminders)
      await changeRow(tx, letter, { state: 'ready', due_at: letter.kind === 'reminder-1' ? next : null })
  })
}

const rhythm = (every: number | null): string =>
  every === null ? '' : `. Relances relues : le même texte partira tous les ${every} jours tant que rien ne revient`
