import type { Act } from '../contract/sets.ts'
import { openHand } from '../core/recipe/hand.ts'
import type { RecipeStep, Step } from '../core/recipe/step.ts'
import type { Preparation } from '../preparation/preparation.ts'
import { findSet } from '../preparation/sets/find.ts'
import { stepsOf } from '../preparation/sets/steps.ts'
import { taskSet } from '../preparation/sets/task-set.ts'
import type { Actor } from '../store/world.ts'
import type { ExampleSet } from './example.ts'

/** What a person decides and mends of one set, in order. */
export interface Mending {
  /** The column whose cells name the rows below. */
  readonly key: string
  /** Proposals that waited for her, by what they do and to which column. */
  readonly accept?: readonly { readonly type: Step['type']; readonly column: string }[]
  /** Steps of her own, each before the first one of that type. */
  readonly steps?: readonly { readonly ahead: Step['type']; readonly step: Step; readonly reason: string }[]
  /** What empty cells say, column by column. */
  readonly fill?: Readonly<Record<string, string>>
  readonly cells: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** The same as `fill`, once cells are mended. */
  readonly then?: Readonly<Record<string, string>>
  readonly drop?: readonly string[]
}

/** The files join the set, what Carnet proposes is adopted, then come the person's own decisions. */
export async function prepareSet(preparation: Preparation, actor: Actor, set: ExampleSet, mending: Mending) {
  const { slug } = set
  await ended(preparation, actor, { kind: 'read' }, set.uploads)
  for (const upload of set.uploads) await preparation.addSource(actor, slug, upload)
  const { id } = await findSet(preparation.world.db, actor.insee, slug)
  await ended(preparation, actor, { data_set: id })
  const steps = await stepsNow(preparation, actor, slug)
  await perform(preparation, actor, slug, [...accepted(steps, mending), ...own(steps, mending), ...fills(mending.fill)])
  await perform(preparation, actor, slug, [await mended(preparation, actor, slug, mending)])
  await perform(preparation, actor, slug, [...fills(mending.then), ...drops(mending.drop)])
}

/** Waits for the jobs that are like this, and speak of one of these files when some are given. */
async function ended(
  { world, jobs }: Preparation,
  { insee }: Actor,
  like: { readonly kind?: string; readonly data_set?: string },
  files: readonly string[] = [''],
): Promise<void> {
  for (;;) {
    const rows = await world.db
      .selectFrom('job')
      .select(['id', 'input'])
      .where(is => is.and({ insee, ...like }))
      .where('state', 'in', ['queued', 'running'])
      .execute()
    const job = rows.find(({ input }) => files.some(file => input.includes(file)))
    if (!job) return
    await jobs.wait(job, 60_000)
  }
}

const stepsNow = async ({ world }: Preparation, { insee }: Actor, slug: string): Promise<RecipeStep[]> =>
  stepsOf(world.db, await findSet(world.db, insee, slug))

async function perform(preparation: Preparation, actor: Actor, slug: string, acts: readonly Act[]): Promise<void> {
  if (acts.length === 0) return
  const { newId } = preparation.world
  const { results } = await preparation.perform(actor, slug, { acts: acts.map(act => ({ key: newId(), act })) })
  for (const { refused } of results) if (refused !== undefined) throw new Error(`${slug}: ${refused}`)
}

function accepted(steps: readonly RecipeStep[], { accept = [] }: Mending): Act[] {
  return accept.map(({ type, column }) => {
    const found = steps.find(
      ({ off, step }) => off && step.type === type && JSON.stringify(step).includes(`"${column}"`),
    )
    if (!found) throw new Error(`no proposal ${type} for ${column} waits`)
    return { type: 'switch-step', id: found.id, on: true }
  })
}

const own = (steps: readonly RecipeStep[], mending: Mending): Act[] =>
  (mending.steps ?? []).map(({ ahead, step, reason }, at) => {
    const before = steps.find(one => one.step.type === ahead)
    return { type: 'add-step', id: `p${at}`, step, reason, ...(before && { ahead: before.id }) }
  })

const fills = (values: Readonly<Record<string, string>> = {}): Act[] =>
  Object.entries(values).map(([column, value]) => ({
    type: 'add-step',
    id: `fill-${column}`.slice(0, 80),
    step: { type: 'fill', column, value },
    reason: `Les cases vides de « ${column} » valent « ${value} ».`,
  }))

const drops = (columns: readonly string[] = []): Act[] =>
  columns.length === 0
    ? []
    : [{ type: 'add-step', id: 'drop', step: { type: 'drop', columns }, reason: 'Hors du modèle : pas à ouvrir.' }]

/** Every cell as it is seen, and as it should be. */
async function mended(preparation: Preparation, actor: Actor, slug: string, { key, cells }: Mending): Promise<Act> {
  const { world } = preparation
  const set = await findSet(world.db, actor.insee, slug)
  const { columns, rows } = await world.threads.run({ type: 'look', set: await taskSet(world, set) })
  const at = (column: string) => columns.indexOf(column)
  const changes = Object.entries(cells).flatMap(([name, values]) => {
    const found = rows.filter(row => row[at(key)] === name)
    if (found.length !== 1) throw new Error(`${slug}: ${found.length} rows are called ${name}`)
    return Object.entries(values).map(([column, to]) => ({
      row: { key: { [key]: name } },
      column,
      seen: found[0]![at(column)] ?? '',
      to,
    }))
  })
  return { type: 'cells', hand: openHand(await stepsNow(preparation, actor, slug)), cells: changes }
}
