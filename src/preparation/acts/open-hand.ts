import { Refused } from '../../contract/refused.ts'
import type { PlacedStep } from '../../contract/sets.ts'
import { openHand } from '../../core/recipe/hand.ts'
import { handStep, insertStep, type StepOp } from './place-step.ts'

/**
 * The ops that make the step `hand` when it is not there. A page that was without network may send what it typed under a step that nobody has
 * made since: it lands after the step that was then the last one, where it was typed.
 */
export function ensureHand(steps: readonly PlacedStep[], hand: string): StepOp[] {
  const known = steps.find(({ step }) => step.id === hand)
  if (known) {
    if (known.step.step.type === 'by-hand') return []
    throw new Refused(409, 'Ces cases ne sont plus à la même place : rechargez la page, votre saisie est gardée.')
  }
  if (hand === openHand(steps.map(({ step }) => step))) return insertStep(steps, handStep(hand))
  const last = steps.findIndex(({ step }) => hand === `main-${step.id}` || hand.startsWith(`main-${step.id}-`))
  if (last >= 0) return insertStep(steps, handStep(hand), steps[last + 1]?.step.id)
  if (hand === 'main') return insertStep(steps, handStep(hand), steps[0]?.step.id)
  return insertStep(steps, handStep(hand))
}
