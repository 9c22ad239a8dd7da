import type { Act } from '../../../../../src/contract/sets.ts'
import type { RecipeStep } from '../../../../../src/core/recipe/step.ts'
import { removeStep, switchStep } from '../shared/edits.ts'
import { decidePair } from '../sources/usage-acts.ts'
import type { AskedQuestion } from './questions.ts'

type Cell = Extract<AskedQuestion, { type: 'cell' }>

/** What is written in these cells, in one act; without a value, what they say now: that is to say that it is right. */
export const answerCells = (hand: string, questions: readonly Cell[], to?: string): Act[] => {
  const cells = questions.flatMap(({ place: { row }, column, now }) =>
    row ? [{ row, column, seen: now, to: to ?? now }] : [],
  )
  return cells.length === 0 ? [] : [{ type: 'cells', hand, cells }]
}

/** Yes or no to what Carnet asks. */
export function answerYesNo(steps: readonly RecipeStep[], question: Exclude<AskedQuestion, Cell>, yes: boolean): Act[] {
  if (question.type === 'pair') return decidePair(steps, question.step, question.pair, yes)
  return [yes ? switchStep(question.id, true) : removeStep(question.id)]
}
