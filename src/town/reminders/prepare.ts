import type { Selectable } from 'kysely'
import { recordIn } from '../../journal/record.ts'
import { referentOf } from '../../people/visitor.ts'
import { inTown } from '../../store/lock-town.ts'
import type { Tx } from '../../store/open.ts'
import type { ReminderTable } from '../../store/town-tables.ts'
import { parisDay } from '../calendar/days.ts'
import { carnet, type DueHooks } from '../letters/due.ts'
import type { LetterRow } from '../letters/letter.ts'
import type { LetterWorld } from '../letters/world.ts'
import { changeRow, keepLetter, letterRow } from '../letters/write.ts'
import { updateAddress, updatesCalendar } from './calendar.ts'
import { toldFrom } from './due.ts'
import { holderOf } from './holder.ts'
import { hasDue, type PromisedSet, promisedSets } from './sets.ts'
import { type ReminderFacts, reminderWords, wordsButDays } from './words.ts'

export const REMINDER = 'update-reminder'
export type ReminderRow = Selectable<ReminderTable>
export type DueSet = PromisedSet & { readonly due: string }

/** Of all towns: the mails whose time has come are written, to be read. Done again, it writes nothing more. Answers how many it wrote. */
export async function prepareReminders(world: LetterWorld): Promise<number> {
  const today = parisDay(world.now())
  let written = 0
  for (const set of (await promisedSets(world)).filter(hasDue))
    if (toldFrom(set.frequency, set.due) <= today && (await prepareOne(world, set))) written++
  return written
}

/** The mail of the next update of one set, if it was not written yet. What the referent lets go by itself is ready at once. */
export async function prepareOne(world: LetterWorld, set: DueSet): Promise<boolean> {
  const facts = await factsOf(world, set)
  if (facts.to.name === '') return false
  const row = await newLetter(world, set, facts)
  return inTown(world.db, set.insee, async tx => {
    const before = await reminderRow(tx, set)
    if (before?.due === set.due) return false
    await dropOld(tx, before)
    const auto = before?.auto !== null && before?.auto === wordsButDays(facts) && row.to_mail !== ''
    const letter = { ...row, state: auto ? 'ready' : 'to-review' }
    const note = `Rappel préparé pour ${row.to_name} : « ${set.title} » est à mettre à jour`
    await recordIn(tx, world, carnet(set.insee), { act: 'reminder', note }, async () => {
      await keepLetter(tx, letter)
      await keepReminder(tx, set, { due: set.due, letter: letter.id })
    })
    return true
  })
}

export async function factsOf(world: LetterWorld, set: DueSet): Promise<ReminderFacts> {
  const { name, mail, from } = await holderOf(world, set.insee, set.id, parisDay(world.now()))
  const referent = from === 'register' ? await referentOf(world, set.insee) : undefined
  return {
    ...{ title: set.title, town: set.town, frequency: set.frequency, last: set.last, due: set.due },
    to: { name, mail },
    referent: referent && { name: referent.name, mail: referent.mail ?? '' },
    address: updateAddress(world.publicUrl, set.slug),
  }
}

/** It carries its day, for the calendar of whoever receives it. */
async function newLetter(world: LetterWorld, set: DueSet, facts: ReminderFacts): Promise<LetterRow> {
  const now = world.now()
  const ics = Buffer.from(updatesCalendar(set.title, [set], { publicUrl: world.publicUrl, now }))
  const sha256 = await world.blobs.put(ics)
  const file = { name: 'mise-a-jour.ics', type: 'text/calendar; charset=utf-8', sha256, size: ics.length }
  const letter = { kind: REMINDER, ...reminderWords(facts), dueAt: morningOf(set.due, now), attachments: [file] }
  return letterRow(world, carnet(set.insee), letter)
}

/** At eight in the morning or nine, in summer or winter; a day that is past: at once. */
const morningOf = (day: string, now: string): string => {
  const morning = `${day}T07:00:00.000Z`
  return morning < now ? now : morning
}

export const reminderRow = (db: Tx | LetterWorld['db'], { insee, id }: Pick<PromisedSet, 'insee' | 'id'>) =>
  db
    .selectFrom('reminder')
    .selectAll()
    .where(is => is.and({ insee, data_set: id }))
    .executeTakeFirst()

export async function keepReminder(
  tx: Tx,
  { insee, id }: Pick<PromisedSet, 'insee' | 'id'>,
  set: Partial<Omit<ReminderRow, 'insee' | 'data_set'>>,
): Promise<void> {
  const blank = { due: null, letter: null, auto: null, auto_by: null, auto_at: null }
  await tx
    .insertInto('reminder')
    .values({ insee, data_set: id, ...blank, ...set })
    .onConflict(on => on.columns(['insee', 'data_set']).doUpdateSet(set))
    .execute()
}

/** The mail of a day that is past, or was moved by an update, is not to be sent any more. */
async function dropOld(tx: Tx, before: ReminderRow | undefined): Promise<void> {
  if (!before || before.letter === null) return
  const letter = await tx
    .selectFrom('letter')
    .selectAll()
    .where(is => is.and({ insee: before.insee, id: before.letter! }))
    .where('state', 'in', ['to-review', 'ready', 'failed'])
    .executeTakeFirst()
  if (letter) await changeRow(tx, letter, { state: 'dropped', message: 'Le jeu a été mis à jour depuis.' })
}

/** A set that was updated meanwhile asks for nothing: its mail does not leave. */
export const reminderHooks = (world: LetterWorld): DueHooks => ({
  async before(row) {
    if (row.kind !== REMINDER) return row
    const reminder = await world.db
      .selectFrom('reminder')
      .selectAll()
      .where(is => is.and({ insee: row.insee, letter: row.id }))
      .executeTakeFirst()
    const set = (await promisedSets(world, row.insee)).find(({ id }) => id === reminder?.data_set)
    return set?.due !== undefined && set.due === reminder?.due ? row : undefined
  },
})
