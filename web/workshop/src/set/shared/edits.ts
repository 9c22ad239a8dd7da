import type { Act } from '../../../../../src/contract/sets.ts'
import type { RecipeStep, Step } from '../../../../../src/core/recipe/step.ts'

/** Acts on steps, built the same way everywhere. Names of new steps are drawn by the caller: nothing here is random. */
export type NewId = () => string

export const newStepId: NewId = () => `m-${crypto.randomUUID().slice(0, 13)}`

export const removeStep = (id: string): Act => ({ type: 'remove-step', id })
export const switchStep = (id: string, on: boolean): Act => ({ type: 'switch-step', id, on })

export const changeStep = (id: string, step: Step, reason?: string): Act => ({
  type: 'change-step',
  id,
  step,
  ...(reason !== undefined && { reason }),
})

export const addStep = (id: string, step: Step, reason: string, ahead?: string): Act => ({
  type: 'add-step',
  id,
  step,
  reason,
  ...(ahead !== undefined && { ahead }),
})

/** Steps that read the whole table as it has become: what fills a column comes before them. */
const FINISHING: ReadonlySet<Step['type']> = new Set([
  'geocode',
  'generate-ids',
  'deduplicate',
  'arrange',
  'by-hand',
  'correct-cell',
])
/** Steps that bring tables in. */
const GATHERING: ReadonlySet<Step['type']> = new Set(['select-table', 'map', 'merge', 'append', 'pivot-long'])

/** The step that a new step on a column is put before, so that coordinates, identifiers and hand corrections see what it wrote. */
export function aheadOfFinishing(steps: readonly RecipeStep[]): string | undefined {
  const last = steps.findLastIndex(({ step }) => GATHERING.has(step.type))
  return steps.slice(last + 1).find(({ step }) => FINISHING.has(step.type))?.id
}

/** The step that what mends the whole table is put before: columns are filled, hands have not written. */
export const aheadOfHands = (steps: readonly RecipeStep[]): string | undefined =>
  steps.find(({ step }) => step.type === 'arrange' || step.type === 'by-hand')?.id

/** The step that what is said of a table's own columns is put before. */
export function aheadOfTheRest(steps: readonly RecipeStep[]): string | undefined {
  const selected = steps.findIndex(({ step }) => step.type === 'select-table')
  return steps[selected + 1]?.id
}

/** The step that what is said of a column of any file is put before: all tables are in. */
export function afterGathering(steps: readonly RecipeStep[]): string | undefined {
  const last = steps.findLastIndex(({ step }) => GATHERING.has(step.type))
  return steps[last + 1]?.id
}
