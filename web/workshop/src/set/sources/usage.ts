import type { StepOutcome } from '../../../../../src/core/recipe/outcome.ts'
import { findSource, type Sources, type SourceTable } from '../../../../../src/core/recipe/sources.ts'
import type { RecipeStep, Step } from '../../../../../src/core/recipe/step.ts'

/** A table of the files received, and what the recipe does of it. */
export interface TableUse {
  readonly source: string
  readonly sheet?: string
  readonly headerRow?: number
  readonly rank?: number
  readonly rows: number
  readonly columns: readonly string[]
  readonly use: Use
}

export type Use =
  | { readonly as: 'main' }
  /** Its rows below the others. */
  | { readonly as: 'below'; readonly step: string; readonly on: boolean }
  /** Its rows complete those that are there; the others are added. */
  | { readonly as: 'merged'; readonly step: string; readonly on: boolean; readonly outcome?: MergeCounts }
  | { readonly as: 'unused' }

/** What became of the rows of a table that completes another. */
export interface MergeCounts {
  readonly rows: number
  readonly matched: number
  readonly onlyHere: number
  readonly onlyThere: number
  readonly doubtful: number
  /** Cells where the two lists say different things. */
  readonly conflicts: number
  /** Cells that were empty and no longer are. */
  readonly completed: number
  /** « 11 of more than 300: better not to merge. » */
  readonly advice: readonly string[]
}

export function tableUses(sources: Sources, steps: readonly RecipeStep[], applied: readonly StepOutcome[]): TableUse[] {
  const main = mainTable(sources, steps)
  const outcomes = new Map(applied.map(outcome => [outcome.id, outcome]))
  const users = steps.flatMap(one => {
    const table = isOther(one.step) ? findSource(sources, one.step) : undefined
    return table ? [{ table, one }] : []
  })
  return sources.tables.map(table => {
    const user = users.findLast(other => other.table === table)?.one
    return { ...described(table), use: table === main ? { as: 'main' } : useOf(table, user, outcomes) }
  })
}

const isOther = (step: Step): step is Extract<Step, { type: 'merge' | 'append' }> =>
  step.type === 'merge' || step.type === 'append'

function mainTable(sources: Sources, steps: readonly RecipeStep[]): SourceTable | undefined {
  const selected = steps.findLast(({ step, off }) => !off && step.type === 'select-table')?.step
  return findSource(sources, selected?.type === 'select-table' ? selected : {})
}

const described = ({ source, sheet, headerRow, rank, table }: SourceTable) => ({
  source,
  ...(sheet !== undefined && { sheet }),
  ...(headerRow !== undefined && { headerRow }),
  ...(rank !== undefined && { rank }),
  rows: table.rows.length,
  columns: table.columns.map(({ name }) => name),
})

function useOf({ table }: SourceTable, user: RecipeStep | undefined, outcomes: ReadonlyMap<string, StepOutcome>): Use {
  if (!user) return { as: 'unused' }
  const on = !user.off
  if (user.step.type === 'append') return { as: 'below', step: user.id, on }
  const outcome = outcomes.get(user.id)
  return { as: 'merged', step: user.id, on, ...(outcome && { outcome: mergeCounts(outcome, table.rows.length) }) }
}

/** The note of the step comes first, its advice after: see src/core/recipe/steps/merge.ts. */
function mergeCounts(outcome: StepOutcome, rows: number): MergeCounts {
  const doubtful = outcome.questions.filter(({ pair }) => pair !== undefined).length
  const onlyThere = outcome.rowsAdded
  const matched = rows - onlyThere
  return {
    rows,
    matched,
    onlyHere: outcome.rowsBefore - matched,
    onlyThere,
    doubtful,
    conflicts: outcome.questions.length - doubtful,
    completed: outcome.changed,
    advice: outcome.notes.slice(1),
  }
}

/** Tables of a list whose sheets are alike are summed up together. */
export function sumCounts(all: readonly MergeCounts[]): MergeCounts {
  const sum = (of: (one: MergeCounts) => number) => all.reduce((total, one) => total + of(one), 0)
  return {
    rows: sum(one => one.rows),
    matched: sum(one => one.matched),
    // Of the table before the first of them: what no sheet has.
    onlyHere: Math.max(0, (all[0]?.onlyHere ?? 0) + (all[0]?.matched ?? 0) - sum(one => one.matched)),
    onlyThere: sum(one => one.onlyThere),
    doubtful: sum(one => one.doubtful),
    conflicts: sum(one => one.conflicts),
    completed: sum(one => one.completed),
    advice: [],
  }
}

/** « 44 of 284 rows are in both lists » is few when the lists should say the same; five sheets of a large list each bring a few. */
export const isFew = ({ matched, onlyHere, rows }: MergeCounts): boolean => {
  const smaller = Math.min(rows, matched + onlyHere)
  return smaller >= 5 && matched < 0.3 * smaller
}
