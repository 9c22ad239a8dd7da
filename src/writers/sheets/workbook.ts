/** A workbook to write, before anybody decides in which format: the writers of .xlsx and of .ods both take it. */
export interface Workbook {
  readonly title?: string
  readonly description?: string
  readonly sheets: readonly Sheet[]
}

export interface Sheet {
  readonly name: string
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly SheetRow[]
  /** Rows that stay in sight, from the top. */
  readonly frozenRows: number
  /** Filter buttons on the first row, over all rows. */
  readonly filter?: true
  /** Blank rows under the last one that already have their column's format, so that what is typed keeps its zeros. */
  readonly blankRows?: number
  readonly choices?: readonly Choice[]
}

export interface SheetColumn {
  /** In characters. */
  readonly width: number
  /** Of the cells typed by a person later; a cell of `rows` says its own. */
  readonly format: Format
}

export type Format = 'text' | 'date' | 'number'

export interface SheetRow {
  readonly cells: readonly SheetCell[]
  readonly look: Look
  /** In points; the spreadsheet decides when absent. */
  readonly height?: number
}

export type Look = 'title' | 'required-title' | 'meaning' | 'example' | 'section' | 'data'

/** Text is written as text, whatever it looks like. A date is a calendar day, `2021-10-17`. */
export type SheetCell =
  | { readonly type: 'text'; readonly text: string; readonly look?: Look }
  | { readonly type: 'number'; readonly text: string; readonly look?: Look }
  | { readonly type: 'date'; readonly text: string; readonly look?: Look }

/** A drop-down list on the cells of a column, its values read in a column of another sheet. Rows and columns are 0-based, ends included. */
export interface Choice {
  readonly column: number
  readonly rows: readonly [first: number, last: number]
  readonly values: {
    readonly sheet: string
    readonly column: number
    readonly rows: readonly [first: number, last: number]
  }
  readonly title: string
  readonly message: string
}

export const textCell = (text: string, look?: Look): SheetCell => ({ type: 'text', text, ...(look && { look }) })

/** How each kind of row looks, in both formats. Colours are RGB; all texts keep a contrast of 7 to 1 or more. */
export const LOOKS: Record<Look, { bold?: true; italic?: true; fill?: string; color?: string; wrap?: true }> = {
  title: { bold: true, fill: 'DCE6F1', wrap: true },
  'required-title': { bold: true, fill: '1F3864', color: 'FFFFFF', wrap: true },
  meaning: { italic: true, fill: 'F2F2F2', color: '404040', wrap: true },
  example: { italic: true, fill: 'FFF8E1', color: '404040', wrap: true },
  section: { bold: true, wrap: true },
  data: {},
}

/** Column letters of a 0-based index: A, Z, AA. */
export const columnLetters = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : columnLetters(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26))
