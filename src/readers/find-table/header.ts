import { type CellKind, cellKind, family } from './cell-kind.ts'
import { filledColumns, type SheetRow, typicalFilled } from './sheet-row.ts'

/** How many rows below are looked at to know what a column holds. */
const LOOK_AHEAD = 30

/** A row of titles fills at least this many of the cells that the rows below it fill. */
export const fewestTitles = (typical: number): number => (typical <= 1 ? 1 : Math.max(2, Math.ceil(typical * 0.6)))

/**
 * Where the titles of the columns are in rows that follow each other: the first row that is nearly as wide as what follows it (titles
 * above a table are not), or -1 when every row is narrow.
 */
export function findHeader(rows: readonly SheetRow[]): number {
  const last = Math.min(rows.length, 200)
  for (let i = 0; i < last; i++) {
    const below = rows.slice(i + 1, i + 1 + LOOK_AHEAD)
    const typical = below.length === 0 ? rows[i]!.filled : typicalFilled(below)
    if (rows[i]!.filled >= fewestTitles(typical)) return i
  }
  return -1
}

/** Every filled cell is words (or a year, a number of a few digits): nothing that only data would hold. */
export const looksLikeTitles = (row: SheetRow): boolean =>
  filledColumns(row).every(c => {
    const kind = cellKind(row, c)
    return kind === 'text' && (row.cells[c]?.length ?? 0) <= 300
  })

/** The same under titles that group columns, where years are usual. */
export const looksLikeSubtitles = (row: SheetRow): boolean =>
  filledColumns(row).every(c => {
    return isYear(row, c) || (cellKind(row, c) === 'text' && (row.cells[c]?.length ?? 0) <= 300)
  })

const isYear = (row: SheetRow, column: number) => /^(?:19|20)\d\d$/.test(row.cells[column]?.trim() ?? '')

/** Columns where the rows below are all numbers, dates or contacts and the title is words: proof that the title is one. */
export function provenTitles(title: SheetRow, below: readonly SheetRow[]): number[] {
  return filledColumns(title).filter(c => {
    const kind = commonFamily(below.slice(0, LOOK_AHEAD), c)
    return cellKind(title, c) === 'text' && kind !== undefined && kind !== 'text'
  })
}

/** The family of all filled cells of a column, undefined when they differ or there are none. */
export function commonFamily(rows: readonly SheetRow[], column: number): ReturnType<typeof family> | undefined {
  let common: ReturnType<typeof family> | undefined
  for (const row of rows) {
    const kind = family(cellKind(row, column))
    if (kind === 'empty') continue
    if (common !== undefined && common !== kind) return undefined
    common = kind
  }
  return common
}

const STRONG: ReadonlySet<CellKind> = new Set(['decimal', 'code'])
const NO_TITLE: ReadonlySet<CellKind> = new Set(['date', 'contact'])

/**
 * The first row is data and the table has no titles. Said only when all agree: every column of numbers, dates or contacts starts with one
 * in this row too, and one of its cells is of a kind that no title has (a date, an address of the web, a decimal, a long code) or one of
 * its words comes again below in the same column, or it has no word at all (years apart, which are usual titles).
 */
export function hasNoTitles(first: SheetRow, below: readonly SheetRow[]): boolean {
  const sample = below.slice(0, LOOK_AHEAD)
  const columns = filledColumns(first)
  const typed = columns.filter(c => {
    const common = commonFamily(sample, c)
    return common !== undefined && common !== 'text'
  })
  if (sample.length === 0) return columns.every(c => cellKind(first, c) !== 'text' && !isYear(first, c))
  if (typed.length === 0) return false
  if (typed.some(c => family(cellKind(first, c)) !== commonFamily(sample, c))) return false
  // A date over dates, an address of the web over others: no title is that.
  if (typed.some(c => NO_TITLE.has(cellKind(first, c)))) return true
  const strong = typed.filter(c => STRONG.has(cellKind(first, c)))
  const again = columns.some(
    c => cellKind(first, c) === 'text' && sample.some(row => row.cells[c]?.trim() === first.cells[c]?.trim()),
  )
  const wordless = typed.length === columns.length && !columns.every(c => isYear(first, c))
  return again || wordless || (strong.length >= 1 && strong.length * 2 >= typed.length)
}
