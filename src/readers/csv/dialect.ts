import { RecordScanner } from './scan.ts'

/** How a delimited text is written. */
export interface Dialect {
  /** One character. */
  readonly delimiter: string
  readonly quote: '"' | "'"
  /** How a quote is written inside a quoted cell: doubled (RFC 4180), or after a backslash. */
  readonly escape: 'double' | 'backslash'
  /** Spaces after a delimiter are not part of the cell, as Python's csv.Sniffer decides it (official examples of the DAE need it). */
  readonly skipInitialSpace: boolean
  /**
   * Cells in most records: tells a cell of several lines from a quote that was never closed. 0 when the file quotes its very titles:
   * there a line without quotes is no record, however many delimiters it has.
   */
  readonly width: number
}

/** The usual ones first: with equal marks, the first is kept. */
const DELIMITERS = [';', '\t', ',', '|', '^', '~'] as const
const SAMPLE_RECORDS = 300
export const SAMPLE_LENGTH = 256 * 1024

/** Finds the dialect from the beginning of a text, by reading it in each way and keeping the most regular one. */
export function detectDialect(text: string, imposed: { delimiter?: string } = {}): Dialect {
  const sample = wholeLines(text)
  const quote = detectQuote(sample)
  const candidates = imposed.delimiter === undefined ? DELIMITERS : [imposed.delimiter]
  const trials = candidates.map(delimiter => tryDelimiter(sample, delimiter, quote))
  return trials.reduce((best, trial) => (trial.score > best.score ? trial : best)).dialect
}

function wholeLines(text: string): string {
  if (text.length <= SAMPLE_LENGTH) return text
  const cut = text.slice(0, SAMPLE_LENGTH)
  const end = Math.max(cut.lastIndexOf('\n'), cut.lastIndexOf('\r'))
  return end > 0 ? cut.slice(0, end + 1) : cut
}

/** Single quotes only where there is no double one and every cell of the first line has its pair: French has apostrophes everywhere. */
function detectQuote(sample: string): '"' | "'" {
  const first = sample.split(/\r\n|\r|\n/, 1)[0] ?? ''
  const wrapped = /^\s*'[^']*'(?:[;,\t|]\s*'[^']*')+\s*$/.test(first)
  return wrapped && !sample.includes('"') ? "'" : '"'
}

interface Trial {
  readonly dialect: Dialect
  readonly score: number
}

function tryDelimiter(sample: string, delimiter: string, quote: '"' | "'"): Trial {
  const skipInitialSpace = delimiter !== '\t' && spacesFollow(sample, delimiter)
  const plain = { delimiter, quote, skipInitialSpace, width: 0 }
  const double = readSample(sample, { ...plain, escape: 'double' })
  const backslash = sample.includes(`\\${quote}`) ? readSample(sample, { ...plain, escape: 'backslash' }) : undefined
  const best = backslash !== undefined && backslash.broken < double.broken ? backslash : double
  return { dialect: best.dialect, score: rate(best.records, delimiter, sample) }
}

/** csv.Sniffer's rule (`_guess_delimiter`): every delimiter of the first line is followed by a space. */
function spacesFollow(sample: string, delimiter: string): boolean {
  const first = sample.split(/\r\n|\r|\n/, 1)[0] ?? ''
  const count = first.split(delimiter).length - 1
  return count > 0 && first.split(`${delimiter} `).length - 1 === count
}

function readSample(sample: string, dialect: Dialect) {
  const scanner = new RecordScanner(dialect)
  scanner.open(sample, true)
  const records: string[][] = []
  let broken = 0
  for (let at = 0; at < sample.length && records.length < SAMPLE_RECORDS; ) {
    at = scanner.next(at)
    if (at < 0) break
    records.push(scanner.cells)
    for (const cell of scanner.cells) if (cell.endsWith(dialect.quote)) broken++
  }
  return {
    records,
    broken: broken + scanner.mended + scanner.sloppy,
    dialect: { ...dialect, width: quotesAll(sample, dialect) ? 0 : usualWidth(records) },
  }
}

function quotesAll(sample: string, { quote, delimiter }: Dialect): boolean {
  const first = (sample.split(/\r\n|\r|\n/, 1)[0] ?? '').trim()
  return first.split(delimiter).every(cell => cell.trim().startsWith(quote))
}

const isBlank = (cells: readonly string[]) => cells.every(cell => cell.trim() === '')

/** The commonest number of cells, records of one cell (titles, notes) left aside when there are others. */
function usualWidth(records: readonly string[][]): number {
  const counts = new Map<number, number>()
  for (const cells of records)
    if (!isBlank(cells) && cells.length > 1) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  let best = 1
  for (const [width, count] of counts) if (count > (counts.get(best) ?? 0)) best = width
  return best
}

/** 0 when this delimiter does not make a table; more when records agree on a number of cells, and the first of them with them. */
function rate(records: readonly string[][], delimiter: string, sample: string): number {
  const filled = records.filter(cells => !isBlank(cells))
  const width = usualWidth(filled)
  if (width < 2) return 0
  const share = filled.filter(cells => cells.length === width).length / filled.length
  const first = filled[0]?.length === width
  // Prose and decimals hold commas too: in a list without any other delimiter, its header has none.
  if (delimiter === ',' && !first && (share < 0.5 || isProse(sample))) return 0
  return share * share * Math.log2(width + 1) * (first ? 1.5 : 1)
}

function isProse(sample: string): boolean {
  const commas = sample.match(/,/g)?.length ?? 0
  const inText = sample.match(/, |\d,\d/g)?.length ?? 0
  return inText > commas * 0.9
}
