import { Refused } from '../../contract/refused.ts'
import type { Act, Op, PlacedStep } from '../../contract/sets.ts'
import { parseRecipe } from '../../core/recipe/parse.ts'
import type { RecipeStep } from '../../core/recipe/step.ts'
import { rowOfKey } from '../changes/row-key.ts'
import { EMPTY_HAND, placedSteps } from '../sets/steps.ts'
import { stepAdded, stepChanged, stepRemoved, stepSwitched } from './notes.ts'
import { insertStep } from './place-step.ts'
import { goneKeys, takeTyped } from './rows.ts'
import type { Plan, Scene } from './scene.ts'

type Of<Name extends Act['type']> = Extract<Act, { type: Name }>

export async function planAddStep(scene: Scene, act: Of<'add-step'>): Promise<Plan> {
  const steps = await placedSteps(scene.tx, scene)
  if (steps.some(({ step }) => step.id === act.id)) return { change: [], note: '' }
  const { id, step, reason, before, after } = act
  const added = parsed({
    id,
    step,
    reason,
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
  })
  return { change: putStep(insertStep(steps, added, act.ahead)), note: stepAdded(added) }
}

export async function planChangeStep(scene: Scene, { id, step, reason }: Of<'change-step'>): Promise<Plan> {
  const was = await findStep(scene, id)
  if (was.step.step.type === 'by-hand')
    throw new Refused(409, 'Cette étape garde vos corrections : changez-les dans la feuille.')
  const { before: _, after: __, ...kept } = was.step
  const now = parsed({ ...kept, step, ...(reason !== undefined && { reason }) })
  if (now.step.type === 'by-hand') throw new Refused(409, 'Une étape ne devient pas des corrections à la main.')
  return { change: [{ op: 'step', id, now: { at: was.at, step: now }, was }], note: stepChanged(now) }
}

export async function planSwitchStep(scene: Scene, { id, on }: Of<'switch-step'>): Promise<Plan> {
  const was = await findStep(scene, id)
  const { off, ...step } = was.step
  if ((off === undefined) === on) return { change: [], note: '' }
  const now: PlacedStep = { at: was.at, step: on ? step : { ...step, off: true } }
  return { change: [{ op: 'step', id, now, was }], note: stepSwitched(step, on) }
}

/** What hands did in a step goes with it, and comes back with it. */
export async function planRemoveStep(scene: Scene, { id }: Of<'remove-step'>): Promise<Plan> {
  const was = await findStep(scene, id)
  return { change: await takeStep(scene, was), note: stepRemoved(was.step) }
}

async function findStep(scene: Scene, id: string): Promise<PlacedStep> {
  const found = (await placedSteps(scene.tx, scene)).find(({ step }) => step.id === id)
  if (!found) throw new Refused(409, 'Cette étape n’est plus dans la liste : quelqu’un l’a retirée entre-temps.')
  return found
}

/** The recipe's own door: what is not a step is refused in a sentence. */
export function parsed(step: RecipeStep): RecipeStep {
  return parseRecipe({ version: 1, model: '-', steps: [step] }).steps[0]!
}

/** The ops that take a step out, with everything that hands did in it. */
export async function takeStep(scene: Pick<Scene, 'tx' | 'insee' | 'id'>, was: PlacedStep): Promise<Op[]> {
  const out: Op = { op: 'step', id: was.step.id, was }
  if (was.step.step.type !== 'by-hand') return [out]
  const hand = was.step.id
  const gone = [...(await goneKeys(scene, hand))].sort()
  return [
    ...(await takeTyped(scene, hand)),
    ...gone.map(key => ({ op: 'gone' as const, hand, row: rowOfKey(key), now: false })),
    out,
  ]
}

/** A `by-hand` step that comes with its content (an old recipe, a proposal): its cells go where cells are kept. */
export const putStep = (ops: readonly Op[]): Op[] =>
  ops.flatMap(op => {
    const step = op.op === 'step' ? op.now?.step.step : undefined
    if (op.op !== 'step' || !op.now || step?.type !== 'by-hand') return [op]
    const hand = op.id
    return [
      { ...op, now: { at: op.now.at, step: { ...op.now.step, step: EMPTY_HAND } } },
      ...step.corrections.map(({ row, column, was, to }) => ({
        op: 'cell' as const,
        hand,
        row,
        column,
        base: was,
        now: to,
      })),
      ...step.deleted.map(row => ({ op: 'gone' as const, hand, row, now: true })),
      ...step.added.map(({ id, cells }) => ({ op: 'row' as const, hand, id, now: cells })),
    ]
  })
