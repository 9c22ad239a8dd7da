import type { Act, ActsAnswer } from '../contract/sets.ts'
import type { Actor, World } from '../store/world.ts'
import { performActs } from './acts/perform.ts'

export { ANNE, aTown, BRUNO, SET } from '../journal/for-tests.ts'

let drawn = 0
export const drawKey = (): string => `key-${++drawn}`

/** Acts of one page, each under a key of its own. */
export const act = (world: World, actor: Actor, page: string, ...acts: Act[]): Promise<ActsAnswer> =>
  actOn(world, 'commerces', actor, page, ...acts)

export const actOn = async (world: World, slug: string, actor: Actor, page: string, ...acts: Act[]) =>
  (await performActs(world, actor, slug, { acts: acts.map(one => ({ key: drawKey(), act: one })), page })).answer

/** One more set. Its id is its slug. */
export async function anotherSet({ db, now }: World): Promise<string> {
  const id = `jeu-${++drawn}`
  const at = now()
  const names = { id, slug: id, title: id, model: 'commerces' }
  await db
    .insertInto('data_set')
    .values({ insee: '78217', ...names, created_at: at, changed_at: at, changed_by: 'Anne', seq: 0 })
    .execute()
  return id
}

/** Everything that a change may change in a set, as the database holds it, in a fixed order. `seq` and who wrote are the history's own. */
export async function stateOf({ db }: World, id: string) {
  const of = { data_set: id }
  const set = await db
    .selectFrom('data_set')
    .select(['title', 'model', 'rank', 'trashed_at', 'proposed'])
    .where('id', '=', id)
    .execute()
  const sources = await db
    .selectFrom('source')
    .select(['upload', 'rank', 'replaced_by'])
    .where(is => is.and(of))
    .execute()
  const steps = await db
    .selectFrom('step')
    .select(['id', 'at', 'body'])
    .where(is => is.and(of))
    .execute()
  const cells = await db
    .selectFrom('hand_cell')
    .select(['hand', 'row_key', 'column_name', 'base', 'value'])
    .where(is => is.and(of))
    .execute()
  const rows = await db
    .selectFrom('hand_row')
    .select(['hand', 'id', 'cells'])
    .where(is => is.and(of))
    .execute()
  const gone = await db
    .selectFrom('hand_gone')
    .select(['hand', 'row_key'])
    .where(is => is.and(of))
    .execute()
  const conflicts = await db
    .selectFrom('conflict')
    .select(['id', 'body'])
    .where(is => is.and(of))
    .execute()
  const parts = Object.entries({ set, sources, steps, cells, rows, gone, conflicts })
  return Object.fromEntries(parts.map(([name, all]) => [name, all.map(one => JSON.stringify(one)).sort()]))
}
