import type { LinkScope } from '../../contract/people.ts'
import { Refused } from '../../contract/refused.ts'
import type { Mailing, NewRequest } from '../../contract/requests.ts'
import type { Model } from '../../core/models/model.ts'
import { record } from '../../journal/record.ts'
import { drawLink } from '../../people/links.ts'
import { townRow } from '../../people/town.ts'
import { findModel } from '../../preparation/models/find.ts'
import { findSet, type SetRow } from '../../preparation/sets/find.ts'
import { taskSet } from '../../preparation/sets/task-set.ts'
import type { Tx } from '../../store/open.ts'
import type { Actor } from '../../store/world.ts'
import { whose } from '../letters/addresses.ts'
import type { LetterRow } from '../letters/letter.ts'
import { keepLetter, letterRow } from '../letters/write.ts'
import { wordsOf } from './kept-words.ts'
import { type Item, placesOf } from './places.ts'
import { type Asked, findMailing, type RequestRow, type RequestWorld } from './request.ts'
import { closeLink, REMINDERS, stopReminders } from './rhythm.ts'
import { sheetOf } from './sheet.ts'
import { fill, wordsNameOf } from './words.ts'

/** Links of a request open this long. */
const LINK_DAYS = 120

/** What one person is asked: its links, its mail and the mails of its reminders are written, to be read. Nothing is sent. */
export async function ask(
  world: RequestWorld,
  actor: Actor,
  wanted: NewRequest,
  passing?: RequestRow,
): Promise<Mailing> {
  const parts: Part[] = []
  for (const { set, columns } of wanted.sets) parts.push(await partOf(world, actor, wanted, set, columns))
  const mailing = parts[0]!.row.id
  const letters = await lettersOf(world, actor, wanted, parts, mailing)
  const note = `Demande pour ${wanted.to.name} préparée : ${parts.map(({ set }) => `« ${set.title} »`).join(', ')}`
  const dataSet = parts.length === 1 ? parts[0]!.set.id : undefined
  await record(world, actor, { act: 'request', note, dataSet, beside: true }, async (tx, seq) => {
    for (const { row, link } of parts) {
      await tx.insertInto('link').values(link).execute()
      await tx
        .insertInto('request')
        .values({ ...row, mailing, seq })
        .execute()
    }
    for (const letter of letters) await keepLetter(tx, letter)
    if (passing) await pass(tx, world, passing, parts[0]!.row.id)
  })
  return findMailing(world.db, actor.insee, mailing)
}

/** Somebody else is asked instead: what was asked first is no longer waited for, and its link is closed. */
async function pass(tx: Tx, world: RequestWorld, row: RequestRow, to: string): Promise<void> {
  await tx
    .updateTable('request')
    .set({ state: 'passed', passed_to: to, next_at: null })
    .where(is => is.and({ insee: row.insee, id: row.id }))
    .execute()
  await closeLink(tx, world.now(), row)
  await stopReminders(tx, row.insee, row.mailing)
}

interface Part {
  readonly set: SetRow
  readonly model: Model
  readonly row: RequestRow
  readonly link: ReturnType<typeof drawLink>['row']
  readonly item: Item
}

async function partOf(
  world: RequestWorld,
  actor: Actor,
  { to, kind, departments, everyDays, absentUntil }: NewRequest,
  slug: string,
  columns: readonly string[],
): Promise<Part> {
  const set = await findSet(world.db, actor.insee, slug)
  const model = await findModel(world, actor.insee, set.model)
  const asked = await whatIsAsked(world, kind, set, model, columns)
  const scope = scopeOf(kind, slug, asked.columns)
  const { row: link, secret } = drawLink(world, actor, { scope, label: to.name, days: LINK_DAYS })
  const id = world.newId()
  const row: RequestRow = {
    insee: actor.insee,
    id,
    data_set: set.id,
    kind,
    node: to.node ?? null,
    to_name: to.name,
    to_mail: to.mail ?? null,
    link: link.id,
    sealed: world.secrets.seal(secret, whose(actor.insee, id)),
    mailing: id,
    asked: JSON.stringify({ ...asked, ...(departments.length > 0 && { departments }) }),
    state: 'to-send',
    created_at: world.now(),
    created_by: actor.name,
    sent_at: null,
    answered_at: null,
    every_days: everyDays,
    next_at: null,
    absent_until: absentUntil ?? null,
    reminders: 0,
    passed_to: null,
    seq: 0,
  }
  const item = { request: id, title: set.title, columns: asked.columns.length, questions: asked.questions }
  return { set, model, row, link, item }
}

/** The columns of a form or of questions; without a choice, those that the model wants filled. */
async function whatIsAsked(
  world: RequestWorld,
  kind: NewRequest['kind'],
  set: SetRow,
  model: Model,
  columns: readonly string[],
): Promise<Asked> {
  if (kind !== 'form' && kind !== 'questions') return { columns: [] }
  const required = model.fields.filter(({ constraints }) => constraints.required).map(({ name }) => name)
  const asked = columns.length > 0 ? columns : required.length > 0 ? required : model.fields.map(({ name }) => name)
  const unknown = asked.find(column => !model.fields.some(({ name }) => name === column))
  if (unknown !== undefined) throw new Refused(400, `« ${set.title} » n’a pas de colonne « ${unknown} ».`)
  if (kind === 'form') return { columns: asked }
  const { holes } = await world.threads.run({ type: 'look', set: await taskSet(world, set), ask: asked })
  if (holes.length === 0) throw new Refused(409, `Rien à demander : dans « ${set.title} », ces colonnes sont remplies.`)
  return { columns: asked, questions: holes.length }
}

function scopeOf(kind: NewRequest['kind'], set: string, columns: readonly string[]): LinkScope {
  switch (kind) {
    case 'holder':
    case 'sheet':
      return { type: 'send', set }
    case 'form':
      return { type: 'fill', set, columns: [...columns] }
    case 'questions':
      return { type: 'complete', set, columns: [...columns] }
    case 'approval':
      return { type: 'approve', set }
  }
}

/** The first mail, and those that follow when nothing comes back. Without an address, only the text to give by hand. */
async function lettersOf(
  world: RequestWorld,
  actor: Actor,
  { to, kind, everyDays, departments }: NewRequest,
  parts: readonly Part[],
  mailing: string,
): Promise<LetterRow[]> {
  const { name: town } = await townRow(world, actor.insee)
  const places = placesOf({ kind, to: to.name, from: actor.name, town, items: parts.map(({ item }) => item) })
  const sheets = []
  if (kind === 'sheet') for (const { model } of parts) sheets.push(await sheetOf(world, model, departments))
  const names = everyDays === null ? [kind] : [kind, ...REMINDERS]
  const letters: LetterRow[] = []
  for (const name of names) {
    const words = await wordsOf(world.db, actor.insee, wordsNameOf(kind, name))
    letters.push(
      await letterRow(world, actor, {
        kind: name,
        to: { name: to.name, mail: to.mail ?? '' },
        subject: fill(words.subject, places),
        body: fill(words.body, places),
        request: mailing,
        ...(name === kind && { attachments: sheets }),
      }),
    )
  }
  return letters
}
