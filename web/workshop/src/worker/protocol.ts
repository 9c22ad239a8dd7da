import type { TownCard } from '../../../../src/contract/people.ts'
import type { Finding } from '../../../../src/core/check/finding.ts'
import type { Field } from '../../../../src/core/models/model.ts'
import type { LostCorrection, SetAsideRow } from '../../../../src/core/recipe/outcome.ts'
import type { RecipeStep, RowIdentity, Step } from '../../../../src/core/recipe/step.ts'
import type { TabView } from '../set/shared/tab-view.ts'
import type { PackedColumn } from './packed.ts'

/**
 * What the page and its worker say to each other. The page knows a row by its number: rows of the base table (what the recipe gives before the
 * open hand step) from 0, then rows added by hand, in the order in which the page told of them. A number never changes its row.
 */

/** The set as the server tells it; the worker fetches the tables. */
export interface SetInput {
  readonly model: string
  /** Ids of the sources that are read, the main one first. */
  readonly uploads: readonly string[]
  readonly steps: readonly RecipeStep[]
  readonly town: TownCard
}

/** The table to show, before any check. Everything that hands did in the open step is told apart from it. */
export interface OpenedSet {
  readonly columns: readonly PackedColumn[]
  readonly height: number
  /** The model's field of each column, when it has one. */
  readonly fields: readonly (Field | undefined)[]
  /** Fields of the model that the table has no column for. */
  readonly absent: readonly Field[]
  readonly identities: PackedIdentities
  readonly hand: OpenHand
  readonly steps: readonly StepCounts[]
  readonly setAside: readonly SetAsideRow[]
  readonly lost: readonly LostCorrection[]
  /** What did not go as the recipe says, in French sentences. */
  readonly remarks: readonly string[]
}

/** How the base rows are named: by these columns of the base table, else by a hash; `twins` where several say the same. */
export interface PackedIdentities {
  readonly columns: readonly string[]
  readonly hashes?: readonly string[]
  readonly twins: ReadonlyMap<number, number>
}

/** What is already in the open hand step, each row found. What finds no row is in `lost`. */
export interface OpenHand {
  readonly cells: readonly CellWrite[]
  readonly gone: readonly number[]
  readonly added: readonly { readonly id: string; readonly cells: Readonly<Record<string, string>> }[]
}

export interface CellWrite {
  readonly row: number
  readonly column: number
  readonly to: string
}

/** What a step did: for the list of steps. */
export interface StepCounts {
  readonly id: string
  readonly changed: number
  readonly rowsBefore: number
  readonly rowsAfter: number
  readonly rowsAdded: number
  readonly rowsSetAside: number
}

/** What became of the table, to be checked again. */
export interface TableChange {
  readonly cells: readonly CellWrite[]
  /** Rows that hands added, each with the number that the page gave it. */
  readonly added: readonly { readonly id: string; readonly row: number }[]
  readonly gone: readonly number[]
  readonly back: readonly number[]
}

/** A finding of one row; `column` is an index, -1 when it is about the whole row. */
export interface RowFinding extends Pick<Finding, 'level' | 'code' | 'message'> {
  readonly column: number
  readonly fix?: Step
}
export type RowFindings = readonly (readonly [row: number, findings: readonly RowFinding[]])[]

/** Problems of one kind in one column: a line of the list, with the steps that mend all those that are certain. */
export interface ProblemGroup {
  readonly id: string
  readonly level: Finding['level']
  readonly code: string
  readonly column: string | null
  readonly title: string
  readonly count: number
  /** In the order of the sheet. */
  readonly rows: readonly number[]
  readonly sample: string
  readonly fix?: { readonly steps: readonly Step[]; readonly count: number }
}

export interface CheckedTable {
  readonly rows: number
  readonly conformity: number
  readonly valid: boolean
  readonly errors: number
  readonly toCheck: number
  /** Findings about a column or the whole table. */
  readonly general: readonly Finding[]
  readonly groups: readonly ProblemGroup[]
}

export interface SearchQuery {
  readonly text: string
  /** Capital letters and accents count. */
  readonly exact: boolean
  /** The cell says this and nothing else. */
  readonly whole: boolean
  /** Only this column. */
  readonly column?: number
  /** With it, each match comes with what the cell would say. */
  readonly replacement?: string
}
export interface SearchMatch {
  readonly row: number
  readonly column: number
  readonly to?: string
}

/** What one step changes, seen on the rows that it touches. */
export interface StepPreview {
  readonly changed: number
  readonly rowsBefore: number
  readonly rowsAfter: number
  readonly rows: readonly {
    readonly name: string
    readonly cells: readonly { readonly column: string; readonly was: string; readonly now: string }[]
  }[]
  readonly setAside: readonly { readonly reason: string; readonly cells: Readonly<Record<string, string>> }[]
  readonly notes: readonly string[]
}

/** What the page may ask; each answer is a promise. */
export interface WorkerCalls {
  open(input: SetInput): OpenedSet
  change(change: TableChange): RowFindings
  /** The findings of a cell as it is being typed. */
  draft(cell: CellWrite): readonly RowFinding[]
  locate(rows: readonly RowIdentity[]): readonly (number | undefined)[]
  search(query: SearchQuery): readonly SearchMatch[]
  preview(step: RecipeStep, steps: readonly RecipeStep[]): StepPreview
  /** What the other tabs of the set show: nothing of the sheet that is open is touched. */
  tabs(input: SetInput): TabView
}

/** What the worker says of itself. */
export type WorkerEvent =
  | { readonly type: 'findings'; readonly findings: RowFindings }
  | { readonly type: 'checked'; readonly table: CheckedTable }

export type CallMessage = {
  [Name in keyof WorkerCalls]: {
    readonly call: number
    readonly name: Name
    readonly args: Parameters<WorkerCalls[Name]>
  }
}[keyof WorkerCalls]
export type AnswerMessage =
  | { readonly call: number; readonly answer: unknown }
  | { readonly call: number; readonly failed: string }
