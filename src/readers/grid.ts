import type { Native } from '../core/table/table.ts'

/**
 * One sheet as its file holds it, before anybody decides where its table is. A text file, an HTML table or a PDF page gives a grid too.
 * Readers of a format make grids; `findTables` alone turns grids into tables.
 */
export interface Grid {
  readonly sheet?: string
  /** The whole sheet is hidden. */
  readonly hidden?: true
  readonly rows: readonly GridRow[]
  /** 0-based, inclusive: [top, left, bottom, right], in lines and columns of the sheet. */
  readonly merges?: readonly (readonly [number, number, number, number])[]
  /** 1-based lines hidden by the user or by a filter. */
  readonly hiddenRows?: readonly number[]
  /** 0-based columns hidden by the user. */
  readonly hiddenColumns?: readonly number[]
}

export interface GridRow {
  /** 1-based, as a person counts it in the sheet; blank lines may be skipped, never renumbered. */
  readonly line: number
  readonly cells: readonly string[]
  /** Same indexes as `cells`; absent when all are plain text. */
  readonly natives?: readonly (Native | undefined)[]
}
