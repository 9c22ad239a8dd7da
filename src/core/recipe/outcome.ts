import type { Model, Town } from '../models/model.ts'
import type { AddressIndex } from '../places/address-index.ts'
import type { Communes } from '../places/communes/index.ts'
import type { Column, RowRef, Table } from '../table/table.ts'
import type { Sources } from './sources.ts'
import type { RowIdentity, RowPair } from './step.ts'

/** What a step may look at besides the table. Nothing here is a clock, a network or a random number. */
export interface StepWorld {
  readonly model: Model
  readonly sources: Sources
  readonly addresses?: AddressIndex
  readonly communes?: Communes
  readonly town?: Town
}

/** A row that a step left out. Nothing of it is lost: `restore-row` with this identity brings it back. */
export interface SetAsideRow {
  readonly ref: RowRef
  readonly identity: RowIdentity
  /** French. */
  readonly reason: string
  readonly cells: Readonly<Record<string, string>>
}

/** What only a person knows: a line of `questions.csv`. */
export interface Question {
  /** 0-based index in the table, when the question is about one row. */
  readonly row?: number
  /** Line that a person sees in the sheet. */
  readonly line?: number
  readonly column: string
  readonly value: string
  /** French, « vous ». */
  readonly question: string
  /** Still asked when later steps rewrite the cell: it is about what the source says, not about the writing. */
  readonly stays?: true
  /** The values between which a person chooses, best first. */
  readonly candidates?: readonly string[]
  /** « Are they the same? »: the two rows of a merge, for its `confirmed` or its `refused`. */
  readonly pair?: RowPair
  /** Who may know: « le service qui a rempli le fichier ». */
  readonly who?: string
}

/** A hand correction that did not find its row, or whose cell no longer says what it said. */
export interface LostCorrection {
  readonly step: string
  readonly row: RowIdentity
  readonly column?: string
  readonly to?: string
  /** French. */
  readonly reason: string
}

/** What one step did: the new table, and everything that a person must be able to see. */
export interface StepResult {
  readonly table: Table
  /** Cells whose text changed; for steps about columns, the cells of these columns. */
  readonly changed: number
  readonly setAside?: readonly SetAsideRow[]
  /** Rows that came from another source, or that a pivot made. */
  readonly added?: number
  /** Columns taken out, whole: the outcome keeps them. */
  readonly dropped?: readonly Column[]
  readonly questions?: readonly Question[]
  /** French sentences. */
  readonly notes?: readonly string[]
  readonly lost?: readonly Omit<LostCorrection, 'step'>[]
  /** Ids given by `generate-ids`, each with its row: what the recipe must remember so that next year's rows keep theirs. */
  readonly assigned?: readonly AssignedId[]
}

export interface AssignedId {
  readonly row: RowIdentity
  readonly id: string
}

export interface StepOutcome {
  readonly id: string
  readonly type: string
  readonly changed: number
  readonly rowsBefore: number
  readonly rowsAdded: number
  readonly rowsSetAside: number
  readonly rowsAfter: number
  readonly dropped: readonly Column[]
  readonly questions: readonly Question[]
  readonly notes: readonly string[]
}

export const unchanged = (table: Table, ...notes: string[]): StepResult => ({ table, changed: 0, notes })
