import type { Finding } from '../../../../../src/core/check/finding.ts'
import type { Model } from '../../../../../src/core/models/model.ts'
import { askedPairs, asksAPerson } from '../../../../../src/core/propose/asked.ts'
import type { Question, StepOutcome } from '../../../../../src/core/recipe/outcome.ts'
import type { RecipeStep, RowIdentity, RowPair } from '../../../../../src/core/recipe/step.ts'
import type { Table } from '../../../../../src/core/table/table.ts'
import { cellQuestions } from './cell-questions.ts'

/** What only a person knows, one by one. `id` is the same as long as the question is. */
export type AskedQuestion =
  /** A proposal to decide: yes does it, no forgets it. */
  | { readonly type: 'step'; readonly id: string; readonly question: string; readonly columns: readonly string[] }
  /** Are these two rows the same? */
  | {
      readonly type: 'pair'
      readonly id: string
      readonly step: string
      readonly question: string
      readonly pair: RowPair
    }
  /** What should this cell say? */
  | {
      readonly type: 'cell'
      readonly id: string
      readonly question: string
      readonly column: string
      readonly value: string
      /** What the cell says now, steps done. */
      readonly now: string
      readonly place: AskedPlace
      readonly candidates: readonly string[]
    }

/** The row of a question as a person knows it, and as the server names it. */
export interface AskedPlace {
  /** Undefined: the row is not one that hands can write in from here. */
  readonly row?: RowIdentity
  readonly name: string
  /** As in the file received. */
  readonly line: number
  readonly sheet?: string
  /** What else the row says. */
  readonly context: readonly { readonly column: string; readonly value: string }[]
  /** Its number in the result, from 0. */
  readonly at: number
}

export interface QuestionsInput {
  readonly model: Model
  readonly steps: readonly RecipeStep[]
  readonly table: Table
  readonly questions: readonly Question[]
  readonly applied: readonly StepOutcome[]
  readonly findings: readonly Finding[]
  /** The identity that a hand's act names a row by; `row` is its index in the table. */
  readonly identity: (row: number) => RowIdentity | undefined
  /** Line of the first row in the findings. */
  readonly firstLine: number
  /** What readers of values must know: the communes, the department. */
  readonly readOptions: Readonly<Record<string, unknown>>
}

export const askedQuestions = (input: QuestionsInput): AskedQuestion[] => [
  ...stepQuestions(input),
  ...pairQuestions(input),
  ...cellQuestions(input),
]

const stepQuestions = ({ steps }: QuestionsInput): AskedQuestion[] =>
  steps.filter(asksAPerson).map(({ id, step, reason }) => ({
    type: 'step',
    id,
    question: reason,
    columns: 'column' in step ? [step.column] : [],
  }))

const pairQuestions = ({ applied }: QuestionsInput): AskedQuestion[] =>
  askedPairs(applied).map(one => ({ type: 'pair', id: `${one.step} ${JSON.stringify(one.pair)}`, ...one }))
