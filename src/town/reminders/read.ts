import { Refused } from '../../contract/refused.ts'
import type { UpdateReminder, UpdateReminders } from '../../contract/reminders.ts'
import { FREQUENCY_WORDS } from '../../core/fiche/questions.ts'
import { parisDay } from '../calendar/days.ts'
import { findLetter, letterCard } from '../letters/letter.ts'
import type { LetterWorld } from '../letters/world.ts'
import { urgencyOf } from './due.ts'
import { holderOf } from './holder.ts'
import { type DueSet, type ReminderRow, reminderRow } from './prepare.ts'
import { hasDue, promisedSets } from './sets.ts'

/** What the town's fiches promise, the nearest day first. Letters hold what only those who prepare may read. */
export async function readReminders(world: LetterWorld, insee: string, withLetters: boolean): Promise<UpdateReminders> {
  const sets = await promisedSets(world, insee)
  const due = sets.filter(hasDue).sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
  return {
    reminders: await Promise.all(due.map(set => reminderOf(world, set, withLetters))),
    without: sets
      .filter(set => !hasDue(set))
      .map(({ slug, title, frequency }) => ({ slug, title, frequency: FREQUENCY_WORDS[frequency] })),
    sends: world.mailer.sends,
  }
}

async function reminderOf(world: LetterWorld, set: DueSet, withLetters: boolean): Promise<UpdateReminder> {
  const today = parisDay(world.now())
  const row = await reminderRow(world.db, set)
  const holder = await holderOf(world, set.insee, set.id, today)
  const letter = withLetters && row?.letter && row.due === set.due ? await letterOf(world, set, row) : undefined
  return {
    ...{ slug: set.slug, title: set.title, frequency: FREQUENCY_WORDS[set.frequency], last: set.last, due: set.due },
    urgency: urgencyOf(set.due, today),
    holder: withLetters ? holder : { ...holder, mail: '' },
    ...(letter && { letter }),
    ...(row?.auto && { auto: { by: row.auto_by ?? '', at: row.auto_at ?? '' } }),
  }
}

const letterOf = async (world: LetterWorld, { insee }: DueSet, { letter }: ReminderRow) =>
  letterCard(world, await findLetter(world.db, insee, letter!))

/** A published set of the town that promises a day, by its slug in the workshop. */
export async function findDueSet(world: LetterWorld, insee: string, slug: string): Promise<DueSet> {
  const set = (await promisedSets(world, insee)).filter(hasDue).find(one => one.slug === slug)
  if (!set) throw new Refused(404, 'Ce jeu n’est pas publié, ou sa fiche n’annonce pas de mise à jour.')
  return set
}
