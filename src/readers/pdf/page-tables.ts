import { type Band, columnOf, findColumns } from './columns.ts'
import { type Line, toLines } from './lines.ts'
import { withoutPageNumber } from './page-number.ts'
import type { Page, Piece } from './pages.ts'
import type { Rule } from './rules.ts'
import { linesOfRows } from './wrapped-above.ts'

/** A table as one page shows it. */
export interface PageTable {
  readonly page: number
  readonly columns: readonly Band[]
  readonly rows: readonly (readonly string[])[]
  /** The line of text just above, if it is near: its title. */
  readonly above?: string
}

export interface PageReading {
  readonly tables: readonly PageTable[]
  /** Lines of text in no table. */
  readonly prose: number
}

/** Finds the tables of a page: by the lines that it draws between cells, or else by the blank between columns. */
export function readTables(whole: Page): PageReading {
  const { page, removed } = withoutPageNumber(whole)
  const frames = framesOf(page)
  const framed = frames.map(frame => framedTable(page, frame))
  const rest = page.pieces.filter(piece => !frames.some(frame => inside(frame, piece)))
  const lines = toLines(rest)
  const blocks = blocksOf(lines)
  const free = blocks.map(block => freeTable(page.number, lines, block))
  const tables = [...framed, ...free.filter(found => found !== undefined)].filter(table => table.columns.length > 1)
  const taken = blocks.filter((_, n) => free[n] !== undefined).reduce((sum, { from, to }) => sum + to - from, 0)
  return { tables, prose: lines.length - taken + removed }
}

/** A drawn table: places of the lines between its rows and between its columns. */
interface Frame {
  readonly rows: readonly number[]
  readonly columns: readonly number[]
}

const inside = ({ rows, columns }: Frame, piece: Piece) => {
  const middle = (piece.left + piece.right) / 2
  const height = piece.base - piece.size * 0.3
  return height > rows[0]! && height < rows.at(-1)! && middle > columns[0]! && middle < columns.at(-1)!
}

/** Groups of crossing lines with at least two columns and two rows. */
function framesOf({ rules, pieces }: Page): Frame[] {
  const groups = connected(rules.horizontal, rules.vertical)
  return groups
    .map(({ horizontal, vertical }) => ({ rows: places(horizontal), columns: places(vertical) }))
    .filter(frame => frame.rows.length > 2 && frame.columns.length > 2)
    .filter(frame => pieces.filter(piece => inside(frame, piece)).length >= frame.rows.length - 1)
}

interface Group {
  readonly horizontal: Rule[]
  readonly vertical: Rule[]
  top: number
  bottom: number
}

/** Vertical lines that touch or nearly, from top to bottom, belong to one table, with the horizontal ones between their ends. */
function connected(horizontal: readonly Rule[], vertical: readonly Rule[]): Group[] {
  const groups: Group[] = []
  for (const rule of [...vertical].sort((a, b) => a.from - b.from)) {
    const group = groups.at(-1)
    if (group !== undefined && rule.from <= group.bottom + 3) {
      group.vertical.push(rule)
      group.bottom = Math.max(group.bottom, rule.to)
    } else groups.push({ horizontal: [], vertical: [rule], top: rule.from, bottom: rule.to })
  }
  for (const group of groups)
    group.horizontal.push(...horizontal.filter(rule => rule.at > group.top - 3 && rule.at < group.bottom + 3))
  return groups
}

/** Distinct places of lines, those drawn within three points being one; those that are drawn over a tenth of the longest are kept. */
function places(rules: readonly Rule[]): number[] {
  const found: { at: number; length: number }[] = []
  for (const { at, from, to } of [...rules].sort((a, b) => a.at - b.at)) {
    const last = found.at(-1)
    if (last !== undefined && at - last.at < 3) last.length += to - from
    else found.push({ at, length: to - from })
  }
  const longest = Math.max(0, ...found.map(place => place.length))
  return found.filter(place => place.length >= longest * 0.1).map(place => place.at)
}

function framedTable(page: Page, frame: Frame): PageTable {
  const columns = frame.columns.slice(1).map((to, n) => ({ from: frame.columns[n]!, to }))
  const rows = frame.rows.slice(1).map(() => columns.map((): Piece[] => []))
  for (const piece of page.pieces) {
    if (!inside(frame, piece)) continue
    const height = piece.base - piece.size * 0.3
    const row = frame.rows.findIndex(
      (top, n) => height > top && height <= (frame.rows[n + 1] ?? Number.POSITIVE_INFINITY),
    )
    // A title over several columns begins in the first of them.
    const column = columns.findIndex(({ from, to }) => piece.left + 1 >= from && piece.left + 1 < to)
    rows[row]?.[column]?.push(piece)
  }
  const texts = rows.map(cells => cells.map(cellText)).filter(cells => cells.some(text => text !== ''))
  return withTitle(page, { page: page.number, columns, rows: texts }, frame.rows[0]!)
}

const cellText = (pieces: readonly Piece[]) =>
  toLines(pieces)
    .map(line => line.segments.map(segment => segment.text).join(' '))
    .join(' ')

function withTitle(page: Page, table: PageTable, top: number): PageTable {
  const above = toLines(page.pieces.filter(piece => piece.base <= top)).at(-1)
  if (above === undefined || top - above.base > above.size * 3) return table
  return { ...table, above: above.segments.map(segment => segment.text).join(' ') }
}

interface Block {
  readonly from: number
  readonly to: number
}

/** Runs of lines of which most have several cells; a line of one cell between two others may be the end of a long cell, or a title. */
function blocksOf(lines: readonly Line[]): Block[] {
  const blocks: Block[] = []
  let from = -1
  let last = -1
  for (const [n, line] of lines.entries()) {
    const gap = n === 0 ? 0 : line.base - lines[n - 1]!.base
    if (from >= 0 && (n - last > 3 || gap > line.size * 5)) {
      blocks.push({ from, to: last + 1 })
      from = -1
    }
    if (line.segments.length < 2) continue
    if (from < 0) from = n
    last = n
  }
  if (from >= 0) blocks.push({ from, to: last + 1 })
  return blocks
}

function freeTable(page: number, lines: readonly Line[], { from, to }: Block): PageTable | undefined {
  const block = lines.slice(from, wrapEnd(lines, to))
  const columns = findColumns(block)
  if (columns.length < 2 || block.length < 2) return undefined
  const rows = block.map(line => toCells(line, columns))
  if (isList(rows)) return undefined
  const groups = linesOfRows(block, columns)
  const merged = groups ? groups.map(lines => joined(lines.map(n => rows[n]!))) : joinWrapped(block, rows)
  const above = lines[from - 1]
  const near = above !== undefined && block[0]!.base - above.base < above.size * 3
  return {
    page,
    columns,
    rows: merged,
    ...(near ? { above: above.segments.map(segment => segment.text).join(' ') } : {}),
  }
}

/** A list with bullets looks like two columns, of which the first holds only bullets. */
const isList = (rows: readonly (readonly string[])[]) =>
  rows.every(([first = '']) => /^(?:[•●▪◦○■–—*·►➢✓-]|)$/.test(first))

/** A last line of one cell, close under the others, is the end of a long cell. */
function wrapEnd(lines: readonly Line[], to: number): number {
  const next = lines[to]
  const last = lines[to - 1]
  if (next === undefined || last === undefined || next.base - last.base > next.size * 1.3) return to
  const starts = last.segments.slice(1).map(segment => segment.left)
  return next.segments.length === 1 && starts.some(left => Math.abs(left - next.segments[0]!.left) < 2) ? to + 1 : to
}

function toCells(line: Line, columns: readonly Band[]): string[] {
  const cells = columns.map(() => '')
  for (const segment of line.segments) {
    const column = columnOf(columns, segment)
    cells[column] = cells[column] === '' ? segment.text : `${cells[column]} ${segment.text}`
  }
  return cells
}

const joined = (rows: readonly (readonly string[])[]): string[] =>
  rows[0]!.map((_, c) =>
    rows
      .map(row => row[c])
      .filter(part => part !== '')
      .join(' '),
  )

/** A line without a first cell, closer to the line above than rows are to each other, goes on with the row above. */
function joinWrapped(lines: readonly Line[], rows: readonly string[][]): string[][] {
  const steps = lines.slice(1).map((line, n) => line.base - lines[n]!.base)
  const usual = median(steps.filter((_, n) => rows[n + 1]![0] !== ''))
  const together: string[][] = []
  for (const [n, row] of rows.entries()) {
    const above = together.at(-1)
    const close = n > 0 && steps[n - 1]! < usual * 0.9 && steps[n - 1]! < lines[n]!.size * 1.5
    if (above !== undefined && close && row[0] === '') together[together.length - 1] = joined([above, row])
    else together.push(row)
  }
  return together
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
