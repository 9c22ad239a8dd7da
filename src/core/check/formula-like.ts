import type { Table } from '../table/table.ts'

export interface FormulaCell {
  /** Of the table, 0 first. */
  readonly row: number
  readonly column: string
  readonly value: string
}

/** At most, of those that are shown; all are counted. */
const MOST_SHOWN = 100

/** Cells that a spreadsheet which opens the CSV would run instead of showing. The CSV stays true to the data: a person says that they are texts. */
export function formulaCells({ columns }: Table): { readonly cells: readonly FormulaCell[]; readonly count: number } {
  const cells: FormulaCell[] = []
  let count = 0
  for (const { name, cells: values } of columns)
    for (const [row, value] of values.entries()) {
      if (!runsAsFormula(value)) continue
      count++
      if (cells.length < MOST_SHOWN) cells.push({ row, column: name, value })
    }
  return { cells, count }
}

/** A French Excel cuts the lines of a CSV at semicolons and tabs too: each piece is a cell to it. */
export const runsAsFormula = (text: string): boolean =>
  MAY_RUN.test(text) &&
  text
    .normalize('NFKC')
    .split(/[;\t\r\n]/)
    .some(isFormula)

/** What has none of these signs is a formula nowhere: most cells are judged here. */
const MAY_RUN = /[=+\-@＝＋－＠﹢﹣﹦﹫]/

/** « +33 1 30 90 10 90 », « -12,5 », « @mairie », « - fermé le lundi » are only written so; « +1-1 » is computed. */
function isFormula(piece: string): boolean {
  const text = piece.replace(/^[\s\u200B-\u200F\u2060\uFEFF]+/, '')
  if (/^=\s*\S/.test(text)) return true
  if (!/^[+\-@]/.test(text)) return false
  const rest = text.replace(/^[+\-@\s]+/, '')
  return CALL.test(rest) || REFERENCE.test(rest) || ARITHMETIC.test(rest)
}

/** A function, another program, another sheet. */
const CALL = /[\p{L}_.]\(|[|!]/u
const REFERENCE = /^\$?[A-Z]{1,3}\$?\d{1,7}\b/i
const ARITHMETIC = /\d\s*[-+*/^]\s*[\d(]/
