import type { z } from 'zod'
import type { LetterCard } from '../../contract/letters.ts'
import { Refused } from '../../contract/refused.ts'
import type {
  changeMailing,
  Mailing,
  MORE_LETTERS,
  noteAnswer,
  passRequest,
  RequestKind,
} from '../../contract/requests.ts'
import { WAITED } from '../../contract/requests.ts'
import { record } from '../../journal/record.ts'
import { townRow } from '../../people/town.ts'
import type { Tx } from '../../store/open.ts'
import type { Actor } from '../../store/world.ts'
import { hideAddresses } from '../letters/addresses.ts'
import { findLetter } from '../letters/letter.ts'
import type { LetterWorld } from '../letters/world.ts'
import { writeLetter } from '../letters/write.ts'
import { keepAnswer, putOff, setNext } from './answers.ts'
import { ask } from './ask.ts'
import { keepWords, wordsOf } from './kept-words.ts'
import { placesOf } from './places.ts'
import { askedIn, findMailing, findRequest, type RequestRow, type RequestWorld, requestsOf } from './request.ts'
import { closeLink, lettersOf, stopReminders } from './rhythm.ts'
import { fill, type Places, wordsNameOf } from './words.ts'
import { nextReminder } from './working-day.ts'

/** Another rhythm, or an absence: the words that were read stay, their day moves. */
export async function changeMailingOf(
  world: RequestWorld,
  actor: Actor,
  id: string,
  { everyDays, absentUntil }: z.output<typeof changeMailing>,
): Promise<Mailing> {
  const [one] = await rowsOf(world, actor.insee, id)
  const every = everyDays === undefined ? one.every_days : everyDays
  const until = absentUntil === undefined ? one.absent_until : absentUntil
  const note = `${one.to_name} : ${[rhythmTold(everyDays), absenceTold(absentUntil)].filter(Boolean).join(' ; ')}`
  await record(world, actor, { act: 'request-changed', note }, async (tx, seq) => {
    await tx
      .updateTable('request')
      .set({ every_days: every, seq })
      .where(is => is.and({ insee: actor.insee, mailing: id }))
      .execute()
    await putOff(tx, world, one, until)
    if (one.sent_at !== null) await reschedule(tx, world, one, every, until)
  })
  return findMailing(world.db, actor.insee, id)
}

/** Reminders leave only when their words were read with the request. */
async function reschedule(tx: Tx, world: RequestWorld, one: RequestRow, every: number | null, until: string | null) {
  const ready = (await lettersOf(tx, one.insee, one.mailing)).filter(({ state }) => state === 'ready')
  if (every === null || ready.length === 0) return setNext(tx, one.insee, one.mailing, null)
  const next = nextReminder(world.now(), every, until)
  const first = ready.find(({ kind }) => kind === 'reminder-1') ?? ready[0]!
  await tx
    .updateTable('letter')
    .set({ due_at: next })
    .where(is => is.and({ insee: one.insee, id: first.id }))
    .execute()
  await setNext(tx, one.insee, one.mailing, next)
}

const rhythmTold = (every: number | null | undefined): string =>
  every === undefined ? '' : every === null ? 'plus de relance' : `relance tous les ${every} jours`
const absenceTold = (until: string | null | undefined): string =>
  until === undefined ? '' : until === null ? 'de retour' : `absence jusqu’au ${until.split('-').reverse().join('/')}`

/** The same thing asked of somebody else: a mail of its own, to be read and sent. */
export async function passTo(
  world: RequestWorld,
  actor: Actor,
  id: string,
  { to }: z.output<typeof passRequest>,
): Promise<Mailing> {
  const row = await findRequest(world.db, actor.insee, id)
  if (row.state === 'passed' || row.state === 'closed') throw new Refused(409, 'Cette demande est déjà close.')
  const { columns, departments = [] } = askedIn(row)
  const wanted = {
    to,
    kind: row.kind as RequestKind,
    sets: [{ set: row.slug, columns: [...columns] }],
    departments: [...departments],
    everyDays: row.every_days ?? 7,
  }
  const made = await ask(world, actor, wanted, row)
  return made
}

/** What she said by phone or in the corridor; or it is no longer needed. */
export async function noteAnswerOf(
  world: RequestWorld,
  actor: Actor,
  id: string,
  { type, words }: z.output<typeof noteAnswer>,
): Promise<Mailing> {
  const row = await findRequest(world.db, actor.insee, id)
  const said = words === '' ? '' : ` : ${words}`
  const note = `${row.to_name}, « ${row.title} » : ${NOTED[type]}${said}`
  const entry = { act: `request-${type}`, note, dataSet: row.data_set ?? undefined, beside: true as const }
  await record(world, actor, entry, async (tx, seq) => {
    if (type === 'closed') await close(tx, world.now(), row, seq)
    else await keepAnswer(tx, row, { type, at: world.now(), ...(words && { words }) }, seq)
  })
  return findMailing(world.db, actor.insee, row.mailing)
}
const NOTED = { done: 'réponse reçue', nothing: 'ces données n’existent pas', closed: 'demande close' } as const

async function close(tx: Tx, now: string, row: RequestRow, seq: number): Promise<void> {
  const { insee, id, mailing } = row
  await tx
    .updateTable('request')
    .set({ state: 'closed', next_at: null, seq })
    .where(is => is.and({ insee, id }))
    .execute()
  await closeLink(tx, now, row)
  await stopReminders(tx, insee, mailing)
}

const LETTER_OF = { reminder: 'reminder-now', thanks: 'thanks', published: 'published' } as const

/** One more mail to the same person: a reminder now, thanks, the news that it is published. To be read and sent. */
export async function oneMoreLetter(
  world: RequestWorld,
  actor: Actor,
  id: string,
  kind: (typeof MORE_LETTERS)[number],
): Promise<LetterCard> {
  const rows = await rowsOf(world, actor.insee, id)
  const name = LETTER_OF[kind]
  const waited = rows.filter(({ state }) => (WAITED as readonly string[]).includes(state))
  if (kind === 'reminder' && waited.length === 0) throw new Refused(409, 'Plus rien n’est attendu de cette personne.')
  const places = await placesIn(world, actor, kind === 'reminder' ? waited : rows)
  if (kind === 'published' && places.adresses === '')
    throw new Refused(409, 'Ces données ne sont pas encore publiées : il n’y a pas d’adresse à donner.')
  const words = await wordsOf(world.db, actor.insee, wordsNameOf(rows[0].kind as RequestKind, name))
  return writeLetter(world, actor, {
    kind: name,
    to: { name: rows[0].to_name, mail: rows[0].to_mail ?? '' },
    subject: fill(words.subject, places),
    body: fill(words.body, places),
    request: id,
  })
}

/** The words of this mail, for the next ones of its kind. */
export async function keepWordsOf(
  world: RequestWorld,
  actor: Actor,
  letter: string,
  said: { readonly subject: string; readonly body: string },
): Promise<void> {
  const { kind, request } = await findLetter(world.db, actor.insee, letter)
  if (request === null) throw new Refused(409, 'Ce courriel n’a pas de modèle.')
  const rows = await rowsOf(world, actor.insee, request)
  const name = wordsNameOf(rows[0].kind as RequestKind, kind)
  const places = await placesIn(world, actor, rows)
  const body = await hideAddresses(world, actor.insee, said.body)
  await keepWords(world, actor, name, { subject: said.subject, body }, places)
}

async function placesIn(world: LetterWorld, actor: Actor, rows: Rows): Promise<Places> {
  const { name: town } = await townRow(world, actor.insee)
  const open = await world.db
    .selectFrom('publication')
    .select(['data_set', 'slug'])
    .where('insee', '=', actor.insee)
    .where('withdrawn_at', 'is', null)
    .execute()
  const items = rows.map(row => {
    const { columns, questions } = askedIn(row)
    const slug = open.find(({ data_set }) => data_set === row.data_set)?.slug
    const address = slug === undefined ? undefined : `${world.publicUrl}/jeux/${slug}`
    return { request: row.id, title: row.title, columns: columns.length, questions, address }
  })
  const [one] = rows
  return placesOf({ kind: one!.kind as RequestKind, to: one!.to_name, from: actor.name, town, items })
}

type Rows = Awaited<ReturnType<typeof requestsOf>>

async function rowsOf(world: LetterWorld, insee: string, mailing: string): Promise<Rows & [Rows[number]]> {
  const rows = await requestsOf(world.db, insee, mailing)
  if (rows.length === 0) throw new Refused(404, 'Cette demande n’est pas parmi celles de votre commune.')
  return rows as Rows & [Rows[number]]
}
