import { Refused } from '../../contract/refused.ts'
import { townText, writeTownText } from '../../publication/texts/texts.ts'
import type { Database } from '../../store/open.ts'
import type { Actor, World } from '../../store/world.ts'
import { generalise, type Places, WORDS, type WordsName } from './words.ts'

const nameOf = (name: WordsName): string => `courriel/${name}`
const SUBJECT = 'Objet : '

/** The town's own words for this mail, or those that Carnet proposes. */
export async function wordsOf(
  db: Database,
  insee: string,
  name: WordsName,
): Promise<{ readonly subject: string; readonly body: string }> {
  const { version, body } = await townText(db, insee, nameOf(name))
  if (version === 0) return WORDS[name]
  const [first = '', , ...rest] = body.split('\n')
  return { subject: first.slice(SUBJECT.length), body: rest.join('\n') }
}

/** This mail becomes the town's words for all mails of its kind: names, lists and links leave their place to others'. */
export async function keepWords(
  world: World,
  actor: Actor,
  name: WordsName,
  letter: { readonly subject: string; readonly body: string },
  places: Places,
): Promise<void> {
  const [subject, body] = [generalise(letter.subject, places), generalise(letter.body, places)]
  if (WORDS[name].body.includes('{liste}') && !body.includes('{liste}'))
    throw new Refused(
      409,
      'La liste de ce qui est demandé a été réécrite dans ce courriel : il ne peut pas servir de modèle pour d’autres. Il part quand même tel que vous l’avez écrit.',
    )
  const { version } = await townText(world.db, actor.insee, nameOf(name))
  const text = `${SUBJECT}${subject}\n\n${body}`
  await writeTownText(world, actor, {
    name: nameOf(name),
    body: text,
    seen: version,
    title: `Courriel : ${WORDS[name].title}`,
  })
}
