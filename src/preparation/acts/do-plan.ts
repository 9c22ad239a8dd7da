import type { Change } from '../../contract/sets.ts'
import { recordIn } from '../../journal/record.ts'
import { inTown } from '../../store/lock-town.ts'
import type { Tx } from '../../store/open.ts'
import type { Actor, World } from '../../store/world.ts'
import { applyChange } from '../changes/apply.ts'
import { findAnySet, type SetRow } from '../sets/find.ts'
import { type Plan, type Scene, writerOf } from './scene.ts'

/** An entry just kept, for those who watch the set. */
export interface Done {
  readonly seq: number
  readonly note: string
  readonly change: Change
}

export interface Intent {
  /** What the act is, in the journal. */
  readonly act: string
  /** Drawn by the browser: the same key twice is done once. */
  readonly key?: string | undefined
  /** Of the browser that writes. */
  readonly page?: string | undefined
}

/** `seq` alone: it was already done. Neither: there was nothing to do. */
export interface PlanDone {
  readonly seq?: number
  readonly done?: Done
  readonly plan?: Plan
}

/** Plans, applies and records one act, inside the transaction that holds the town. What the plan refuses throws, and leaves no trace. */
export async function doPlan(
  tx: Tx,
  world: World,
  actor: Actor,
  set: SetRow,
  { act, key, page }: Intent,
  planned: (scene: Scene) => Promise<Plan>,
): Promise<PlanDone> {
  const writer = writerOf(actor.id, page)
  const scene: Scene = { tx, insee: actor.insee, id: set.id, by: actor.name, writer, newId: world.newId }
  let plan: Plan | undefined
  try {
    const recorded = await recordIn(tx, world, actor, { act, dataSet: set.id, note: '', key }, async (_, seq) => {
      plan = await planned(scene)
      if (plan.change.length === 0) throw new NothingToDo()
      await applyChange({ tx, insee: actor.insee, dataSet: set.id, seq, writer }, plan.change)
      return { note: plan.note, change: plan.change }
    })
    const seq = recorded.seq ?? recorded.already
    return plan ? { seq, plan, done: { seq, note: plan.note, change: plan.change } } : { seq }
  } catch (error) {
    // Plans only read: nothing of the act is in the transaction yet.
    if (error instanceof NothingToDo) return {}
    throw error
  }
}

class NothingToDo extends Error {}

/** The same as one commit of its own; the set may be in the trash. */
export const changeSet = (
  world: World,
  actor: Actor,
  slug: string,
  intent: Intent,
  planned: (scene: Scene, set: SetRow) => Promise<Plan>,
): Promise<PlanDone> =>
  inTown(world.db, actor.insee, async tx => {
    const set = await findAnySet(tx, actor.insee, slug)
    return doPlan(tx, world, actor, set, intent, scene => planned(scene, set))
  })
