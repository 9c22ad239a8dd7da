import type { Table } from './table.ts'

/** What the readers found in one file: the answer of `carnet read`, with the tables themselves. */
export interface ReadResult {
  readonly file: string
  readonly format: Format
  /** Of text formats only: 'utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'windows-1252', 'iso-8859-15', 'macroman', 'cp850'. */
  readonly encoding?: string
  /** Of delimited text only. */
  readonly delimiter?: string
  readonly tables: readonly ReadTable[]
  /** Sentences in plain French. */
  readonly warnings: readonly string[]
}

export type Format =
  | 'csv'
  | 'xlsx'
  | 'xls'
  | 'ods'
  | 'fods'
  | 'geojson'
  | 'json'
  | 'totem'
  | 'xml'
  | 'html'
  | 'docx'
  | 'pdf'

export interface ReadTable {
  readonly sheet?: string
  /** The line of the (last) header row as a person counts it, 1-based; 0 when the table has no header row of its own. */
  readonly headerRow: number
  readonly table: Table
  /** Every non-blank row of the sheet is either in `table` or here; blank rows are counted in one entry a run. */
  readonly setAside: readonly SetAside[]
  readonly hidden: Hidden
}

/** A row left out of the table, never in silence. */
export interface SetAside {
  readonly row: number
  /** French: « titre au-dessus du tableau », « ligne de total », « ligne vide »… */
  readonly reason: string
  /** What the row held, so that nothing is lost. */
  readonly cells?: readonly string[]
}

/** What the file hides: announced, and not taken by default. Rows are 1-based, columns are names. */
export interface Hidden {
  readonly sheets: readonly string[]
  readonly rows: readonly number[]
  readonly columns: readonly string[]
}

/** A file that cannot be read: `message` is one French sentence that says what was read and what was expected. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile'
}

/** What the caller may impose when the readers guessed wrong. */
export interface ReadOptions {
  readonly sheet?: string
  readonly headerRow?: number
  readonly encoding?: string
  readonly delimiter?: string
  /** Take hidden sheets, rows and columns too. */
  readonly hidden?: boolean
}
