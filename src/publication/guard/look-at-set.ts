import { DETECTORS } from '../../core/privacy/index.ts'
import { findSet, type SetRow } from '../../preparation/sets/find.ts'
import { taskSet } from '../../preparation/sets/task-set.ts'
import type { PreparationWorld } from '../../preparation/world.ts'
import type { LookedAt } from './looked-at.ts'

/** Of each world, the sets that are being looked at: asked twice, a set is looked at once. */
const running = new WeakMap<PreparationWorld['db'], Map<string, Promise<void>>>()

const runningIn = ({ db }: Pick<PreparationWorld, 'db'>): Map<string, Promise<void>> => {
  const known = running.get(db) ?? new Map<string, Promise<void>>()
  running.set(db, known)
  return known
}
const nameOf = ({ insee, id }: Pick<SetRow, 'insee' | 'id'>): string => `${insee}/${id}`

export const isLooking = (world: Pick<PreparationWorld, 'db'>, set: Pick<SetRow, 'insee' | 'id'>): boolean =>
  runningIn(world).has(nameOf(set))

/**
 * Has the set looked at, away from the server's own thread; resolves once what was found is kept. Answers stay: a finding that comes back has
 * the same key, and the answer that it had.
 */
export async function lookAtSet(world: PreparationWorld, insee: string, slug: string): Promise<void> {
  const set = await findSet(world.db, insee, slug)
  const known = runningIn(world)
  const name = nameOf(set)
  const already = known.get(name)
  if (already) return already
  const look = keepFindings(world, set).finally(() => known.delete(name))
  known.set(name, look)
  return look
}

async function keepFindings(world: PreparationWorld, set: SetRow): Promise<void> {
  const { insee, id, seq } = set
  const { findings } = await world.threads.run({ type: 'guard', set: await taskSet(world, set) })
  const body = JSON.stringify({ detectors: DETECTORS, findings } satisfies LookedAt)
  await world.db
    .insertInto('guard')
    .values({ insee, data_set: id, body, seq })
    .onConflict(conflict => conflict.columns(['insee', 'data_set']).doUpdateSet({ body, seq }))
    .execute()
}
