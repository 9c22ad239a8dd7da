import type { Model, Town } from '../../../../src/core/models/model.ts'
import type { AddressIndex } from '../../../../src/core/places/address-index.ts'
import type { Communes } from '../../../../src/core/places/communes/index.ts'
import { openHand } from '../../../../src/core/recipe/hand.ts'
import { type Replayed, replay } from '../../../../src/core/recipe/replay.ts'
import type { Sources } from '../../../../src/core/recipe/sources.ts'
import type { RecipeStep, Step } from '../../../../src/core/recipe/step.ts'

/** Everything that a set is computed from. */
export interface SetMaterial {
  readonly model: Model
  readonly sources: Sources
  readonly town?: Town
  readonly communes?: Communes
  readonly addresses?: AddressIndex
}

export type HandStep = Extract<Step, { type: 'by-hand' }>

const EMPTY: HandStep = { type: 'by-hand', corrections: [], deleted: [], added: [] }

/** The recipe in two: what is replayed, and the open hand step, which the page holds cell by cell. */
export function splitAtHand(steps: readonly RecipeStep[]): { before: readonly RecipeStep[]; hand: HandStep } {
  const last = steps.at(-1)
  return last?.step.type === 'by-hand' && last.id === openHand(steps)
    ? { before: steps.slice(0, -1), hand: last.step }
    : { before: steps, hand: EMPTY }
}

export function replayed(steps: readonly RecipeStep[], { sources, ...world }: SetMaterial): Replayed {
  const town = world.town && { town: world.town.insee }
  return replay({ version: 1, model: world.model.id, ...town, steps }, sources, world)
}
