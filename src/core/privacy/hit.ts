import type { GuardAnswer, PersonalKind, PersonalLevel } from './finding.ts'
import type { ColumnView, TableView } from './view.ts'

/** What a detector says of one column. */
export interface Hit {
  readonly kind: PersonalKind
  readonly level: PersonalLevel
  readonly column: ColumnView
  /** Tells the cells it speaks of, by their text. */
  readonly holds: (text: string) => boolean
  /** Rows, when a cell's text alone does not tell. */
  readonly rows?: readonly number[]
  /** The sentence, once the cells are counted: « 3 cases sur 120 ». */
  readonly say: (cells: string) => string
  readonly answers: readonly GuardAnswer[]
  /** What « generalise » makes of a cell that it holds; absent: it cannot be said less precisely. */
  readonly generalise?: (text: string) => string
  /** The sentence of the fiche, when that is done. */
  readonly generalised?: string
}

export type Detector = (column: ColumnView, table: TableView) => Hit | undefined
