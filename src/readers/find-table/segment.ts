import type { Block } from './blocks.ts'
import { isPivot, mayBePivot } from './body.ts'
import { cellKind, family } from './cell-kind.ts'
import { commonFamily, fewestTitles, findHeader, hasNoTitles, looksLikeTitles, provenTitles } from './header.ts'
import { type SheetRow, typicalFilled } from './sheet-row.ts'

/** A stretch of the sheet that holds one table, before its rows are judged one by one. */
export interface Segment {
  /** Rows before the titles of the columns. */
  readonly above: readonly SheetRow[]
  /** Rows from the titles on; the two rows of two-line titles included. */
  readonly rows: readonly SheetRow[]
  /** Position in `rows` of the row of titles, -1 when the table has none. */
  readonly header: number
  readonly below: readonly { readonly row: SheetRow; readonly reason: string }[]
}

const SAMPLE = 60

/** Cuts the sheet's blocks into tables, one under the other. A sheet that is not blank always gives at least one. */
export function segment(blocks: readonly Block[]): Segment[] {
  const widths = widestAfter(blocks)
  const drafts: { above: SheetRow[]; rows: SheetRow[]; header: number; below: { row: SheetRow; reason: string }[] }[] =
    []
  let waiting: SheetRow[] = []
  for (const [k, block] of blocks.entries()) {
    const current = drafts[drafts.length - 1]
    const narrower = current !== undefined && isNarrower(block, current)
    const start =
      current === undefined
        ? firstStart(blocks, k, widths[k]!)
        : narrower && isPivot(block.rows)
          ? -1
          : newStart(block, current)
    if (start >= 0) {
      // The row just above may group the titles: it stays with them.
      const from = Math.max(0, start - 1)
      drafts.push({
        above: [...waiting, ...block.rows.slice(0, from)],
        rows: block.rows.slice(from),
        header: start - from,
        below: [],
      })
      waiting = []
    } else if (current === undefined) waiting.push(...block.rows)
    else if (narrower && mayBePivot(block.rows)) current.below.push(...block.rows.map(pivotRow))
    else for (const row of block.rows) current.rows.push(row)
  }
  const segments = drafts.length > 0 ? drafts : [fallback(waiting)]
  return segments.map(withoutTitles)
}

const isNarrower = (block: Block, current: { rows: readonly SheetRow[] }) =>
  typicalFilled(block.rows) < typicalFilled(current.rows.slice(0, SAMPLE))
const pivotRow = (row: SheetRow) => ({ row, reason: 'tableau croisé (pivot) sous le tableau' })

/** What comes after a block: the widest row, and the width and size of the widest block of several rows. */
interface Later {
  readonly widest: number
  readonly typical: number
  readonly rows: number
}

/** For each block: what comes before a wider block is no table. */
function widestAfter(blocks: readonly Block[]): Later[] {
  const widest: Later[] = []
  let best: Later = { widest: 0, typical: 0, rows: 0 }
  for (let k = blocks.length - 1; k >= 0; k--) {
    widest[k] = best
    const rows = blocks[k]!.rows
    const typical = typicalFilled(rows.slice(0, SAMPLE))
    const wider = typical > best.typical && (rows.length > 1 || best.rows === 0)
    best = {
      widest: rows.reduce((most, row) => Math.max(most, row.filled), best.widest),
      ...(wider ? { typical, rows: rows.length } : { typical: best.typical, rows: best.rows }),
    }
  }
  return widest
}

/** Where the first table starts in this block, or -1 when the block is made of titles and remarks. */
function firstStart(blocks: readonly Block[], k: number, later: Later): number {
  const { rows } = blocks[k]!
  const start = findHeader(rows)
  if (start < 0) return -1
  const title = rows[start]!
  const body = rows.slice(start + 1, start + 1 + SAMPLE)
  // One cell alone, before rows of several, is the title of the sheet.
  if (body.length === 0 && title.filled === 1 && later.widest > 1) return -1
  const wide = title.filled >= fewestTitles(later.typical)
  if (body.length === 0) return wide && !provenLater(blocks[k + 1]) ? start : later.rows > 0 ? -1 : start
  if (wide || later.rows < 2) return start
  // A narrow block above a wide one: a table of its own when its columns prove it, otherwise a card (« Commune : Épône »).
  return title.filled > 1 && body.length > 1 && looksLikeTitles(title) && provenTitles(title, body).length > 0
    ? start
    : -1
}

/** The next block has titles of its own. */
function provenLater(block: Block | undefined): boolean {
  if (block === undefined) return false
  const start = findHeader(block.rows)
  if (start < 0 || start + 1 >= block.rows.length) return false
  const title = block.rows[start]!
  return looksLikeTitles(title) && provenTitles(title, block.rows.slice(start + 1)).length > 0
}

/** Where another table starts in a block under a table, or -1 when the block carries the table on. */
function newStart(block: Block, current: { rows: readonly SheetRow[]; header: number }): number {
  const { rows } = block
  const start = findHeader(rows)
  if (start < 0 || start + 1 >= rows.length) return -1
  const title = rows[start]!
  const before = current.rows[Math.max(0, current.header)]!
  if (title.filled < 2 || !looksLikeTitles(title) || sameCells(title, before)) return -1
  const body = rows.slice(start + 1, start + 1 + SAMPLE)
  const known = current.rows.slice(current.header + 1, current.header + 1 + SAMPLE)
  const proven = provenTitles(title, body)
  const elsewhere = title.last !== before.last || title.first !== before.first
  const clashes = proven.some(
    c => commonFamily(known, c) === family(cellKind(body.find(row => cellKind(row, c) !== 'empty')!, c)),
  )
  if (proven.length > 0 && (elsewhere || clashes)) return start
  const titled = start > 0 && rows.slice(0, start).every(row => row.filled === 1)
  return titled && elsewhere && body.every(row => row.filled >= fewestTitles(title.filled)) ? start : -1
}

const sameCells = (a: SheetRow, b: SheetRow) =>
  a.filled === b.filled && a.cells.every((cell, c) => cell.trim() === (b.cells[c] ?? '').trim())

/** No row looks like titles: the first row that is wide enough is taken for them, so that nothing is lost. */
function fallback(rows: SheetRow[]): {
  above: SheetRow[]
  rows: SheetRow[]
  header: number
  below: { row: SheetRow; reason: string }[]
} {
  const typical = typicalFilled(rows)
  const start = Math.max(
    0,
    rows.findIndex(row => row.filled >= fewestTitles(typical)),
  )
  return { above: rows.slice(0, start), rows: rows.slice(start), header: 0, below: [] }
}

function withoutTitles(found: Segment): Segment {
  if (found.header < 0) return found
  const title = found.rows[found.header]!
  return found.above.length === 0 && found.header === 0 && hasNoTitles(title, found.rows.slice(1))
    ? { ...found, header: -1 }
    : found
}
