import type { Op, PlacedStep } from '../../contract/sets.ts'
import type { RecipeStep } from '../../core/recipe/step.ts'
import { EMPTY_HAND } from '../sets/steps.ts'

export type StepOp = Extract<Op, { op: 'step' }>

/** Between two steps closer than this, all are given whole places again. */
const ROOM = 1e-6

/** Puts a step in front of `ahead`, or at the end. */
export function insertStep(steps: readonly PlacedStep[], step: RecipeStep, ahead?: string): StepOp[] {
  const found = ahead === undefined ? -1 : steps.findIndex(one => one.step.id === ahead)
  const index = found < 0 ? steps.length : found
  const before = steps[index - 1]?.at
  const after = steps[index]?.at
  if (after === undefined) return [put(step, (before ?? 0) + 1)]
  if (before === undefined) return [put(step, after - 1)]
  if (after - before > ROOM) return [put(step, (before + after) / 2)]
  return renumbered(
    [...steps.slice(0, index).map(({ step }) => step), step, ...steps.slice(index).map(p => p.step)],
    steps,
  )
}

const put = (step: RecipeStep, at: number): StepOp => ({ op: 'step', id: step.id, now: { at, step } })

/** These steps in this order, at 1, 2, 3…; steps that are already as wanted have no op. */
export function renumbered(wanted: readonly RecipeStep[], current: readonly PlacedStep[]): StepOp[] {
  const known = new Map(current.map(placed => [placed.step.id, placed]))
  return wanted.flatMap((step, index) => {
    const was = known.get(step.id)
    const now = { at: index + 1, step }
    if (was && was.at === now.at && JSON.stringify(was.step) === JSON.stringify(step)) return []
    return [{ op: 'step' as const, id: step.id, now, ...(was && { was }) }]
  })
}

/** The step where hands write is made when they first write. Its cells are not in its body (see `stepsOf`). */
export const handStep = (id: string): RecipeStep => ({
  id,
  step: EMPTY_HAND,
  reason: 'Vos corrections dans la feuille',
})
