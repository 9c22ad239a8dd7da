import type { Op } from '../../contract/sets.ts'
import { rebase } from '../../core/recipe/rebase.ts'
import type { RecipeStep } from '../../core/recipe/step.ts'
import { count } from '../acts/notes.ts'
import { renumbered } from '../acts/place-step.ts'
import type { Plan, Scene } from '../acts/scene.ts'
import { putStep, takeStep } from '../acts/steps.ts'
import type { SetRow } from '../sets/find.ts'
import { EMPTY_HAND, placedSteps } from '../sets/steps.ts'

/** A new proposal becomes the recipe; what persons decided since the last one is carried over. */
export async function planAdopt(scene: Scene, set: SetRow, next: readonly RecipeStep[]): Promise<Plan> {
  const current = await placedSteps(scene.tx, scene)
  const was = set.proposed === null ? undefined : (JSON.parse(set.proposed) as RecipeStep[])
  const wanted = rebase(
    was ?? [],
    current.map(({ step }) => step),
    next,
  ).map(bare)
  const ids = new Set(wanted.map(({ id }) => id))
  const gone: Op[] = []
  for (const placed of current) if (!ids.has(placed.step.id)) gone.push(...(await takeStep(scene, placed)))
  const steps = renumbered(wanted, current)
  if (gone.length === 0 && steps.length === 0 && JSON.stringify(was) === JSON.stringify(next))
    return { change: [], note: '' }
  const proposed: Op = { op: 'proposed', now: next, ...(was && { was }) }
  const applied = next.filter(({ off }) => !off).length
  return {
    change: [...gone, ...putStep(steps), proposed],
    note: `Proposé par Carnet : ${count(applied, 'étape appliquée', 'étapes appliquées')}, ${count(next.length - applied, 'à décider', 'à décider')}`,
  }
}

/** Cells of hands are in their own tables: only the step itself is placed. */
const bare = (one: RecipeStep): RecipeStep => (one.step.type === 'by-hand' ? { ...one, step: EMPTY_HAND } : one)
