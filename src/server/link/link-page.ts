import type { GivenVerdict, LinkPage } from '../../contract/link.ts'
import type { Op } from '../../contract/sets.ts'
import type { Field, Model } from '../../core/models/model.ts'
import type { LinkHolder } from '../../people/links.ts'
import { townRow } from '../../people/town.ts'
import { findModel } from '../../preparation/models/find.ts'
import type { Preparation } from '../../preparation/preparation.ts'
import { findSet, type SetRow } from '../../preparation/sets/find.ts'
import { taskSet } from '../../preparation/sets/task-set.ts'
import type { TaskGuard } from '../../preparation/tasks/task.ts'
import type { PreparationWorld } from '../../preparation/world.ts'
import { verdictOf } from '../../publication/approval/verdict.ts'
import { ficheBoxes, remarksOn } from '../../publication/fiche/index.ts'
import { guardState } from '../../publication/guard/index.ts'
import { requestOfLink } from '../../town/requests/answers.ts'
import { askedIn } from '../../town/requests/request.ts'

/** What this link opens, and nothing besides: its columns, its own rows, the questions put to it, or the table to look at. */
export async function linkPage({ world }: Preparation, holder: LinkHolder): Promise<LinkPage> {
  const { scope, link, set } = holder
  const model = await findModel(world, link.insee, set.model)
  const town = await townRow(world, link.insee)
  const page = {
    type: scope.type,
    town: { insee: town.insee, name: town.name, ...(town.example === 1 && { example: true as const }) },
    setTitle: set.title,
    label: link.label,
    expiresAt: link.expires_at,
    ...(await askedOf(world, link)),
  }
  switch (scope.type) {
    case 'fill':
      return { ...page, fields: fieldsOf(model, scope.columns), given: await givenRows(world, holder) }
    case 'complete': {
      const { holes, hand } = await lookAt(world, holder, askedColumns(model, scope.columns))
      const fields = fieldsOf(model, askedColumns(model, scope.columns))
      return { ...page, fields, questions: holes.map(hole => ({ hand, ...hole })) }
    }
    case 'approve':
      return { ...page, ...(await toRead(world, holder, model)), verdicts: await givenVerdicts(world, holder) }
    case 'read':
      return { ...page, ...(await toRead(world, holder, model)) }
    case 'send':
      return { ...page, fields: model.fields, sent: await sentFiles(world, holder) }
  }
}

/** What she may say besides, when the link was sent with a request. */
async function askedOf({ db }: PreparationWorld, link: LinkHolder['link']) {
  const request = await requestOfLink(db, link)
  if (!request) return {}
  const { answer } = askedIn(request)
  return {
    asked: true as const,
    ...(request.kind === 'sheet' && { sheet: true as const }),
    ...(answer && isReply(answer.type) && { replied: { type: answer.type, at: answer.at, ...named(answer) } }),
  }
}
const isReply = (type: string): type is 'done' | 'nothing' | 'someone-else' =>
  ['done', 'nothing', 'someone-else'].includes(type)
const named = ({ name }: { readonly name?: string }) => (name === undefined ? {} : { name })

/** The files that this link gave, as they were named. */
async function sentFiles({ db }: PreparationWorld, { link, set }: LinkHolder) {
  const rows = await db
    .selectFrom('journal')
    .select(['at', 'note'])
    .where(is => is.and({ insee: link.insee, by: link.id, act: 'upload' }))
    .where('erased', 'is', null)
    .orderBy('seq')
    .execute()
  return rows.map(({ at, note }) => ({ at, name: /« (.*) »/.exec(note)?.[1] ?? set.title }))
}

/** No column named: those that the model wants filled. */
export function askedColumns({ fields }: Model, columns: readonly string[]): readonly string[] {
  if (columns.length > 0) return columns
  return fields.filter(({ constraints }) => constraints.required).map(({ name }) => name)
}

/** In the order of the model; a column that it does not describe is plain text. */
const fieldsOf = ({ fields }: Model, columns: readonly string[]): Field[] => [
  ...fields.filter(({ name }) => columns.includes(name)),
  ...columns.filter(column => !fields.some(({ name }) => name === column)).map(plainField),
]

const plainField = (name: string): Field => ({
  name,
  type: 'string',
  format: 'default',
  examples: [],
  synonyms: [],
  constraints: {},
  trueValues: [],
  falseValues: [],
  decimalChar: '.',
  groupChar: '',
  bareNumber: true,
})

/** Read in a thread, as the server's own table. */
export async function lookAt(world: PreparationWorld, { link, set }: LinkHolder, ask?: readonly string[]) {
  const row = await findSet(world.db, link.insee, set.slug)
  return world.threads.run({ type: 'look', set: await taskSet(world, row), ...(ask && { ask }) })
}

/** The table and the fiche as they would be opened: what the guard keeps closed is closed here too. */
async function toRead(world: PreparationWorld, holder: LinkHolder, model: Model) {
  const { link, set } = holder
  const row = await findSet(world.db, link.insee, set.slug)
  const task = { type: 'look' as const, set: await taskSet(world, row), guard: await guardOf(world, row) }
  const { columns, rows } = await world.threads.run(task)
  return { fields: fieldsOf(model, columns), table: { columns, rows }, fiche: await ficheToRead(world, holder) }
}

/** Codes are drawn anew each time: those of the opening are the set's own secret. */
async function guardOf(world: PreparationWorld, row: SetRow): Promise<TaskGuard> {
  const { findings } = await guardState(world, row)
  const answers = Object.fromEntries(
    findings.flatMap(({ key, answered }) => (answered ? [[key, answered.answer]] : [])),
  )
  return { findings: findings.map(({ answered: _, ...finding }) => finding), answers, salt: world.newId() }
}

async function ficheToRead(
  world: PreparationWorld,
  { link, set }: LinkHolder,
): Promise<NonNullable<LinkPage['fiche']>> {
  const said = (await remarksOn(world.db, link.insee, set.id)).filter(({ by }) => by === link.id)
  return (await ficheBoxes(world, link.insee, set.slug)).map(({ field, value }) => ({
    field,
    value,
    remarks: said.filter(one => one.field === field).map(({ at, remark }) => ({ at, remark })),
  }))
}

/** The rows that this link gave and that are still there, as it gave them, each under the key that the browser drew. */
async function givenRows({ db }: PreparationWorld, { link, set }: LinkHolder): Promise<NonNullable<LinkPage['given']>> {
  const entries = await entriesOf(db, link, set.id, ['add-row'])
  const there = await db
    .selectFrom('hand_row')
    .select('id')
    .where(is => is.and({ insee: link.insee, data_set: set.id }))
    .execute()
  const ids = new Set(there.map(({ id }) => id))
  return entries.flatMap(({ at, key, change }) =>
    rowsIn(change).flatMap(({ id, now }) =>
      now && ids.has(id) ? [{ id: (key ?? id).slice(link.id.length + 1), at, cells: now }] : [],
    ),
  )
}

const rowsIn = (change: string | null): Extract<Op, { op: 'row' }>[] =>
  change === null ? [] : (JSON.parse(change) as Op[]).filter(op => op.op === 'row')

async function givenVerdicts({ db }: PreparationWorld, { link, set }: LinkHolder): Promise<GivenVerdict[]> {
  const entries = await entriesOf(db, link, set.id, [
    'verdict-yes',
    'verdict-no',
    'verdict-sensitive',
    'verdict-remark',
  ])
  return entries.flatMap(entry => verdictOf(entry) ?? []).reverse()
}

/** What was done with this link, in order; what was erased for good is not there. */
const entriesOf = (db: PreparationWorld['db'], link: LinkHolder['link'], dataSet: string, acts: readonly string[]) =>
  db
    .selectFrom('journal')
    .select(['at', 'act', 'note', 'key', 'change'])
    .where(is => is.and({ insee: link.insee, data_set: dataSet, by: link.id }))
    .where('act', 'in', acts)
    .where('erased', 'is', null)
    .orderBy('seq')
    .execute()
