import type { Dialect } from './dialect.ts'

/** Answer of `next` when the text ends before the record does, and more text may come. */
export const UNFINISHED = -1

/** A quoted cell longer than this is taken as a quote that nobody closed. In characters. */
export const LONGEST_CELL = 16 * 1024 * 1024

const LF = 10
const CR = 13

/**
 * Reads delimited text one record at a time, by slices of the text given. RFC 4180, and beyond it what towns' files hold: any line
 * ending (mixed too), quotes in the middle of a cell, text after a closing quote, and quotes that are never closed. Such a quote would
 * swallow the rows that follow: it is read as a plain character, counted in `mended`, and every row stays a row.
 */
export class RecordScanner {
  /** The cells of the last record read. */
  cells: string[] = []
  /** Opening quotes read as plain characters since the beginning. */
  mended = 0
  /** Quoted cells with text after a closing quote. */
  sloppy = 0

  private readonly delimiter: string
  private readonly delimiterCode: number
  private readonly quote: string
  private readonly quoteCode: number
  private readonly backslash: boolean
  private readonly skipSpace: boolean
  private readonly width: number
  private text = ''
  private final = true
  // Places of the next such character, kept while the reading position is before them.
  private nextLf = -1
  private nextCr = -1
  private nextQuote = -1
  /** Characters read in vain after unclosed quotes: past a budget, quoted cells of several lines are given up. */
  private wasted = 0

  constructor(dialect: Dialect) {
    this.delimiter = dialect.delimiter
    this.delimiterCode = dialect.delimiter.charCodeAt(0)
    this.quote = dialect.quote
    this.quoteCode = dialect.quote.charCodeAt(0)
    this.backslash = dialect.escape === 'backslash'
    this.skipSpace = dialect.skipInitialSpace
    this.width = dialect.width
  }

  /** Takes a text to read; `final` says that nothing comes after it. */
  open(text: string, final: boolean): void {
    this.text = text
    this.final = final
    this.nextLf = this.nextCr = this.nextQuote = -1
    this.wasted = 0
  }

  /** Reads the record that starts at `at` into `cells`; gives where the next one starts, or `UNFINISHED`. */
  next(at: number): number {
    const end = this.lineEnd(at)
    if (this.mayGoOn(end)) return UNFINISHED
    if (this.quoteFrom(at) >= end) {
      this.cells = this.text.slice(at, end).split(this.delimiter)
      if (this.skipSpace) this.cells = this.cells.map(cell => cell.replace(/^ +/, ''))
      return this.afterLine(end)
    }
    return this.quotedRecord(at)
  }

  private quotedRecord(at: number): number {
    const cells: string[] = []
    let position = at
    for (;;) {
      position = this.cell(position, cells)
      if (position === UNFINISHED || this.mayGoOn(position)) return UNFINISHED
      if (this.text.charCodeAt(position) !== this.delimiterCode) break
      position++
    }
    this.cells = cells
    return this.afterLine(position)
  }

  /** Reads one cell, gives the place of the delimiter, the line ending or the end of the text that follows it. */
  private cell(at: number, cells: string[]): number {
    let start = at
    if (this.skipSpace) while (this.text.charCodeAt(start) === 32) start++
    if (this.text.charCodeAt(start) === this.quoteCode) {
      const end = this.quotedCell(start, cells)
      if (end !== undefined) return end
      this.mended++
    }
    const end = this.plainEnd(start)
    cells.push(this.text.slice(start, end))
    return end
  }

  /** Undefined when the quote that opens at `start` is not the beginning of a quoted cell. */
  private quotedCell(start: number, cells: string[]): number | undefined {
    const close = this.closingQuote(start)
    if (close === UNFINISHED) return UNFINISHED
    if (close === undefined) return undefined
    if (this.endsCell(close + 1)) {
      cells.push(this.unescape(start + 1, close))
      return close + 1
    }
    if (this.lineEnd(start) < close) {
      this.wasted += close - start
      return undefined
    }
    return this.sloppyCell(start, close, cells)
  }

  /** The next quote alone, neither doubled nor after a backslash; undefined when the cell would never end, or would swallow rows. */
  private closingQuote(start: number): number | undefined {
    const longest = this.wasted > 8 * this.text.length + 1_000_000 ? this.lineEnd(start) : start + LONGEST_CELL
    for (let from = start + 1; ; ) {
      const quote = this.text.indexOf(this.quote, from)
      if (quote < 0 || quote > longest) {
        if (quote < 0 && !this.final && this.text.length <= longest) return UNFINISHED
        this.wasted += Math.min(longest, this.text.length) - start
        return undefined
      }
      if (quote + 1 === this.text.length && !this.final) return UNFINISHED
      if (this.backslash && this.isEscaped(quote, start)) from = quote + 1
      else if (!this.backslash && this.text.charCodeAt(quote + 1) === this.quoteCode) from = quote + 2
      else return this.swallowsRows(start, quote) ? undefined : quote
    }
  }

  private isEscaped(quote: number, start: number): boolean {
    let slashes = 0
    while (quote - 1 - slashes > start && this.text.charCodeAt(quote - 1 - slashes) === 92) slashes++
    return slashes % 2 === 1
  }

  /** Whole lines inside the quotes that have just as many cells as a record are records: the quote was not closed in its own. */
  private swallowsRows(start: number, close: number): boolean {
    if (this.width < 2 || this.lineEnd(start) >= close) return false
    const lines = this.text
      .slice(start, close)
      .split(/\r\n|\r|\n/)
      .slice(1, -1)
      .filter(line => line.trim() !== '')
    if (lines.length < (this.width === 2 ? 2 : 1)) return false
    return lines.every(line => line.split(this.delimiter).length === this.width)
  }

  /**
   * Text after a closing quote, on one line: « "Le "Grand" Café";x » has quotes inside that nobody doubled, « "a"b;x » is read « ab »
   * as spreadsheets and Python do.
   */
  private sloppyCell(start: number, close: number, cells: string[]): number {
    this.sloppy++
    const lineEnd = this.lineEnd(close)
    for (let quote = close; ; ) {
      quote = this.text.indexOf(this.quote, quote + 1)
      if (quote < 0 || quote >= lineEnd || this.text.charCodeAt(quote - 1) === this.delimiterCode) break
      if (!this.endsCell(quote + 1)) continue
      cells.push(this.unescape(start + 1, quote))
      return quote + 1
    }
    const end = this.plainEnd(close + 1)
    cells.push(this.unescape(start + 1, close) + this.text.slice(close + 1, end))
    return end
  }

  private unescape(from: number, to: number): string {
    const inside = this.text.slice(from, to)
    if (this.backslash) return inside.includes('\\') ? inside.replace(/\\(["'\\])/g, '$1') : inside
    const doubled = this.quote + this.quote
    return inside.includes(this.quote) ? inside.replaceAll(doubled, this.quote) : inside
  }

  private endsCell(at: number): boolean {
    if (at >= this.text.length) return true
    const code = this.text.charCodeAt(at)
    return code === this.delimiterCode || code === LF || code === CR
  }

  private plainEnd(at: number): number {
    const line = this.lineEnd(at)
    const delimiter = this.text.indexOf(this.delimiter, at)
    return delimiter < 0 || delimiter > line ? line : delimiter
  }

  /** Place of the line ending at or after `at`, or the length of the text. */
  private lineEnd(at: number): number {
    if (this.nextLf < at) this.nextLf = this.find('\n', at)
    if (this.nextCr < at) this.nextCr = this.find('\r', at)
    return Math.min(this.nextLf, this.nextCr)
  }

  private quoteFrom(at: number): number {
    if (this.nextQuote < at) this.nextQuote = this.find(this.quote, at)
    return this.nextQuote
  }

  private find(character: string, at: number): number {
    const found = this.text.indexOf(character, at)
    return found < 0 ? this.text.length : found
  }

  /** The text stops here, or between CR and LF, and more may come. */
  private mayGoOn(end: number): boolean {
    if (this.final) return false
    return end >= this.text.length || (this.text.charCodeAt(end) === CR && end + 1 >= this.text.length)
  }

  private afterLine(end: number): number {
    return this.text.charCodeAt(end) === CR && this.text.charCodeAt(end + 1) === LF ? end + 2 : end + 1
  }
}
