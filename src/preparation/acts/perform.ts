import { Refused } from '../../contract/refused.ts'
import type { Act, ActsAnswer, ActsSent } from '../../contract/sets.ts'
import { inTown } from '../../store/lock-town.ts'
import type { Tx } from '../../store/open.ts'
import type { Actor, World } from '../../store/world.ts'
import { findSet, type SetRow } from '../sets/find.ts'
import { planCells } from './cells.ts'
import { type Done, doPlan } from './do-plan.ts'
import { planAddRow, planDeleteRows, planRestoreRows } from './rows.ts'
import type { Plan, Scene } from './scene.ts'
import { planSettle } from './settle.ts'
import { planAddStep, planChangeStep, planRemoveStep, planSwitchStep } from './steps.ts'

export interface Performed {
  readonly answer: ActsAnswer
  readonly done: readonly Done[]
}

/**
 * Does what persons did on a set: each act is one entry of the journal, all those sent together are one commit. An act that cannot be done is
 * refused in a sentence and leaves no trace; the others are done.
 */
export const performActs = (world: World, actor: Actor, slug: string, { acts, page }: ActsSent): Promise<Performed> =>
  inTown(world.db, actor.insee, async tx => {
    const set = await findSet(tx, actor.insee, slug)
    const done: Done[] = []
    const results: ActsAnswer['results'][number][] = []
    let seq = set.seq
    for (const { key, act } of acts) {
      const one = await performOne(tx, world, actor, set, { key, act, page })
      if (one.done) done.push(one.done)
      seq = Math.max(seq, one.result.seq ?? 0)
      results.push(one.result)
    }
    return { answer: { seq, results }, done }
  })

/** One act alone: what a link without an account does. Throws `Refused`. */
export async function performAct(world: World, actor: Actor, slug: string, key: string, act: Act): Promise<Performed> {
  const performed = await performActs(world, actor, slug, { acts: [{ key, act }] })
  const refused = performed.answer.results[0]?.refused
  if (refused !== undefined) throw new Refused(409, refused)
  return performed
}

interface OneDone {
  readonly result: ActsAnswer['results'][number]
  readonly done?: Done | undefined
}

async function performOne(
  tx: Tx,
  world: World,
  actor: Actor,
  set: SetRow,
  { key, act, page }: { readonly key: string; readonly act: Act; readonly page: string | undefined },
): Promise<OneDone> {
  try {
    const { seq, plan, done } = await doPlan(tx, world, actor, set, { act: act.type, key, page }, scene =>
      planAct(scene, act),
    )
    const conflicts = plan?.conflicts?.length ? plan.conflicts : undefined
    return { result: { key, ...(seq !== undefined && { seq }), ...(conflicts && { conflicts }) }, done }
  } catch (error) {
    if (error instanceof Refused || isNamed(error, 'UnreadableRecipe'))
      return { result: { key, refused: error.message } }
    throw error
  }
}

const isNamed = (error: unknown, name: string): error is Error => error instanceof Error && error.name === name

function planAct(scene: Scene, act: Act): Promise<Plan> {
  switch (act.type) {
    case 'cells':
      return planCells(scene, act)
    case 'add-row':
      return planAddRow(scene, act)
    case 'delete-rows':
      return planDeleteRows(scene, act)
    case 'restore-rows':
      return planRestoreRows(scene, act)
    case 'add-step':
      return planAddStep(scene, act)
    case 'change-step':
      return planChangeStep(scene, act)
    case 'switch-step':
      return planSwitchStep(scene, act)
    case 'remove-step':
      return planRemoveStep(scene, act)
    case 'settle':
      return planSettle(scene, act)
  }
}
