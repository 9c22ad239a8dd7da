import { Refused } from '../../contract/refused.ts'
import { record } from '../../journal/record.ts'
import type { Actor } from '../../store/world.ts'
import { findLetter } from '../letters/letter.ts'
import type { LetterWorld } from '../letters/world.ts'
import { changeRow, refuseOther } from '../letters/write.ts'
import { factsOf, keepReminder, reminderRow } from './prepare.ts'
import { findDueSet } from './read.ts'
import { reminderWords, wordsButDays } from './words.ts'

/**
 * « Envoyer sans me redemander » : of the mail that she read, word for word. Its days alone may change; another holder, another title or another
 * sentence of Carnet's asks her again.
 */
export async function letGo(world: LetterWorld, actor: Actor, slug: string, shown: string): Promise<void> {
  const set = await findDueSet(world, actor.insee, slug)
  const facts = await factsOf(world, set)
  const note = `Le rappel de « ${set.title} » pour ${facts.to.name} partira sans être redemandé`
  await record(world, actor, { act: 'reminder-auto', note }, async tx => {
    const row = await reminderRow(tx, set)
    if (!row?.letter || row.due !== set.due) throw new Refused(409, NOT_READ)
    const letter = await findLetter(tx, actor.insee, row.letter)
    refuseOther(letter, shown)
    const { to, subject, body } = reminderWords(facts)
    if (letter.to_mail === '') throw new Refused(409, `Aucune adresse n’est connue pour ${letter.to_name}.`)
    if (letter.subject !== subject || letter.body !== body || letter.to_mail !== to.mail)
      throw new Refused(409, REWRITTEN)
    await changeRow(tx, letter, { state: 'ready' })
    await keepReminder(tx, set, { auto: wordsButDays(facts), auto_by: actor.name, auto_at: world.now() })
  })
}
const NOT_READ = 'Lisez d’abord le courriel de ce rappel : c’est lui qui partira, mot pour mot.'
const REWRITTEN =
  'Ce courriel n’est plus celui que Carnet écrit : vous l’avez changé, ou le jeu a changé. Envoyez celui-ci vous-même ; le prochain pourra partir seul.'

export async function askAgain(world: LetterWorld, actor: Actor, slug: string): Promise<void> {
  const set = await findDueSet(world, actor.insee, slug)
  const note = `Le rappel de « ${set.title} » sera de nouveau relu avant de partir`
  await record(world, actor, { act: 'reminder-auto', note }, async tx => {
    const row = await reminderRow(tx, set)
    await keepReminder(tx, set, { auto: null, auto_by: null, auto_at: null })
    const letter = row?.letter ? await findLetter(tx, actor.insee, row.letter) : undefined
    if (letter?.state === 'ready') await changeRow(tx, letter, { state: 'to-review' })
  })
}
