import type { z } from 'zod'
import { type changeLetterBody, type LetterCard, letterTo, letterWords } from '../../contract/letters.ts'
import { Refused } from '../../contract/refused.ts'
import { record } from '../../journal/record.ts'
import type { Database, Tx } from '../../store/open.ts'
import type { Actor } from '../../store/world.ts'
import { hideAddresses } from './addresses.ts'
import { type Attachment, findLetter, type LetterRow, letterCard, versionOf } from './letter.ts'
import type { LetterWorld } from './world.ts'

export interface NewLetter {
  /** What it is for: `first`, `reminder`, `update-reminder`… */
  readonly kind: string
  readonly to: { readonly name: string; readonly mail: string }
  readonly subject: string
  readonly body: string
  /** The mailing whose requests it carries. */
  readonly request?: string | undefined
  readonly dueAt?: string | undefined
  readonly attachments?: readonly Attachment[] | undefined
}

/** A mail to be read before it leaves: nothing is sent here. */
export async function writeLetter(world: LetterWorld, actor: Actor, letter: NewLetter): Promise<LetterCard> {
  const row = await letterRow(world, actor, letter)
  const note = `Courriel pour ${row.to_name} préparé : « ${row.subject} »`
  await record(world, actor, { act: 'letter', note }, async tx => void (await keepLetter(tx, row)))
  return letterCard(world, row)
}

/** The row of a new mail, for acts that write it with something else. */
export async function letterRow(world: LetterWorld, actor: Actor, letter: NewLetter): Promise<LetterRow> {
  const to = letter.to.mail === '' ? noAddress(letter.to.name) : letterTo.safeParse(letter.to)
  if (!to.success) throw new Refused(400, `J’ai lu « ${letter.to.mail} » ; j’attendais une adresse de courriel.`)
  const words = letterWords.safeParse({ subject: letter.subject, body: letter.body })
  if (!words.success) throw new Refused(400, 'Il manque au courriel un objet d’une ligne, ou un texte.')
  return {
    insee: actor.insee,
    id: world.newId(),
    kind: letter.kind,
    request: letter.request ?? null,
    to_name: to.data.name,
    to_mail: to.data.mail,
    subject: words.data.subject,
    body: await hideAddresses(world, actor.insee, words.data.body),
    state: 'to-review',
    due_at: letter.dueAt ?? null,
    written_at: world.now(),
    written_by: actor.name,
    sent_at: null,
    message: '',
    attachments: JSON.stringify(letter.attachments ?? []),
  }
}

/** Somebody who has no mail: the text is given by hand. */
const noAddress = (name: string) => ({ success: true as const, data: { name, mail: '' } })

export const keepLetter = (tx: Tx, row: LetterRow) => tx.insertInto('letter').values(row).execute()

/** Other words, or somebody else. A mail that was read and waits for its day is to be read again. */
export async function changeLetter(
  world: LetterWorld,
  actor: Actor,
  id: string,
  { seen, to, subject, body }: z.output<typeof changeLetterBody>,
): Promise<LetterCard> {
  const before = await findLetter(world.db, actor.insee, id)
  const set = {
    ...(to && { to_name: to.name, to_mail: to.mail }),
    ...(subject !== undefined && { subject }),
    ...(body !== undefined && { body: await hideAddresses(world, actor.insee, body) }),
    state: 'to-review',
    message: '',
  }
  const note = `Courriel pour ${to?.name ?? before.to_name} réécrit : « ${subject ?? before.subject} »`
  await record(world, actor, { act: 'letter', note }, async tx => {
    const now = await findLetter(tx, actor.insee, id)
    refuseOther(now, seen)
    await changeRow(tx, now, set)
  })
  return readAgain(world, actor, id)
}

/** Read: it leaves by itself on its day, word for word. */
export async function readyLetter(world: LetterWorld, actor: Actor, id: string, shown: string): Promise<LetterCard> {
  const { to_name, subject } = await findLetter(world.db, actor.insee, id)
  const note = `Courriel pour ${to_name} relu : « ${subject} » partira à sa date`
  await record(world, actor, { act: 'letter-ready', note }, async tx => {
    const now = await findLetter(tx, actor.insee, id)
    refuseOther(now, shown)
    if (now.due_at === null) throw new Refused(409, 'Ce courriel n’a pas de date : envoyez-le.')
    await changeRow(tx, now, { state: 'ready', message: '' })
  })
  return readAgain(world, actor, id)
}

/** No longer needed: it stays, and does not leave. */
export async function dropLetter(world: LetterWorld, actor: Actor, id: string): Promise<LetterCard> {
  const { to_name, subject } = await findLetter(world.db, actor.insee, id)
  const note = `Courriel pour ${to_name} abandonné : « ${subject} »`
  await record(world, actor, { act: 'letter-dropped', note }, async tx => {
    const now = await findLetter(tx, actor.insee, id)
    refuseGone(now)
    await changeRow(tx, now, { state: 'dropped' })
  })
  return readAgain(world, actor, id)
}

/** What is on its way or has left is what it is. */
export function refuseGone({ state, written_by }: LetterRow): void {
  if (state === 'sent') throw new Refused(409, 'Ce courriel est déjà parti : il est gardé tel qu’il est parti.')
  if (state === 'sending') throw new Refused(409, 'Ce courriel est en train de partir. Rechargez la page.')
  if (state === 'dropped') throw new Refused(409, `Ce courriel de ${written_by} a été abandonné : écrivez-en un autre.`)
}

/** Nobody sends, or covers, words that she has not read. */
export function refuseOther(row: LetterRow, shown: string): void {
  refuseGone(row)
  if (versionOf(row) !== shown)
    throw new Refused(409, 'Ce courriel a changé depuis que vous l’avez lu : relisez-le, puis recommencez.')
}

export const changeRow = (tx: Database, { insee, id }: LetterRow, set: Partial<Pick<LetterRow, Changing>>) =>
  tx
    .updateTable('letter')
    .set(set)
    .where(is => is.and({ insee, id }))
    .execute()
type Changing = 'to_name' | 'to_mail' | 'subject' | 'body' | 'state' | 'due_at' | 'sent_at' | 'message'

export const readAgain = async (world: LetterWorld, { insee }: Actor, id: string): Promise<LetterCard> =>
  letterCard(world, await findLetter(world.db, insee, id))
