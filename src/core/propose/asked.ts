import type { Finding } from '../check/finding.ts'
import type { Question, StepOutcome } from '../recipe/outcome.ts'
import type { Replayed } from '../recipe/replay.ts'
import type { RecipeStep, RowPair } from '../recipe/step.ts'

/**
 * What is put to a person one by one, on the page where she answers: proposals, pairs of rows, cells. The list that is sent to somebody groups
 * them (`openQuestions`); whoever counts what is left counts these.
 */

/** A proposal that asks something. Names of columns are asked where columns are mapped. */
export const asksAPerson = ({ off, step, reason }: RecipeStep): boolean =>
  off === true && step.type !== 'rename' && step.type !== 'drop' && reason.trim().endsWith('?')

export interface AskedPair {
  readonly step: string
  readonly question: string
  readonly pair: RowPair
}

export const askedPairs = (applied: readonly StepOutcome[]): AskedPair[] =>
  applied.flatMap(({ id: step, questions }) =>
    questions.flatMap(({ pair, question }) => (pair ? [{ step, question, pair }] : [])),
  )

export interface AskedCell {
  readonly row: number
  readonly column: string
  readonly value: string
  readonly question: string
  /** What a step hesitates between; absent when it is the model that will not have the value. */
  readonly candidates?: readonly string[]
}

/** What steps ask of cells, then cells that break the model's rules and that no step has asked about: one question a cell. */
export function askedCells(
  questions: readonly Question[],
  findings: readonly Finding[],
  firstLine: number,
): AskedCell[] {
  const asked = new Map<string, AskedCell>()
  const ask = (cell: AskedCell) => {
    const key = `${cell.row} ${cell.column}`
    if (!asked.has(key)) asked.set(key, cell)
  }
  for (const { row, column, value, question, candidates = [], pair } of questions)
    if (row !== undefined && !pair) ask({ row, column, value, question, candidates })
  for (const { level, row, column, value, message, fix } of findings)
    if (level === 'error' && row !== null && column !== null && !fix && value !== null && value.trim() !== '')
      ask({ row: row - firstLine, column, value, question: message })
  return [...asked.values()]
}

export const countAsked = (
  { questions, applied }: Pick<Replayed, 'questions' | 'applied'>,
  steps: readonly RecipeStep[],
  findings: readonly Finding[],
  firstLine: number,
): number =>
  steps.filter(asksAPerson).length + askedPairs(applied).length + askedCells(questions, findings, firstLine).length
