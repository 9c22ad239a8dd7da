import type { Grid, GridRow } from '../grid.ts'
import { cellKind, isFilled } from './cell-kind.ts'
import { findHeader, looksLikeTitles, provenTitles } from './header.ts'
import { type SheetRow, sheetRow } from './sheet-row.ts'

/** Columns [from, to] of a sheet, 0-based, inclusive. */
type Band = readonly [number, number]

/**
 * Tables side by side are told from one table with an empty column by their own titles: the same titles come again, or each side has
 * proven titles and starts or ends on lines of its own. In doubt it is one table, with its empty column.
 */
export function splitBands(rows: readonly SheetRow[], merges: NonNullable<Grid['merges']>): SheetRow[][] {
  const bands = candidates(rows, merges)
  if (bands.length < 2) return [[...rows]]
  const parts = bands.map(band => cutRows(rows, band))
  const headers = parts.map(headerOf)
  if (headers.some(header => header === undefined)) return [[...rows]]
  const labels = headers.map((header, i) => titlesText(header!, bands[i]![0]))
  const same = labels.every(label => label === labels[0])
  const lines = parts.map(part => `${headerOf(part)!.line}`)
  const ownLines = new Set(lines).size > 1 || unequalEnds(parts)
  const proven = parts.every(
    (part, i) => provenTitles(headers[i]!, part.slice(part.indexOf(headers[i]!) + 1)).length > 0,
  )
  return same || (ownLines && proven && parts.every(isDense)) ? parts : [[...rows]]
}

/** Runs of used columns between columns that hold nothing and that no merge covers. */
function candidates(rows: readonly SheetRow[], merges: NonNullable<Grid['merges']>): Band[] {
  const used = new Set<number>()
  for (const row of rows) for (let c = row.first; c <= row.last; c++) if (!used.has(c) && isFilled(row, c)) used.add(c)
  const first = rows[0]?.line ?? 0
  for (const [top, left, , right] of merges.slice(0, 2000))
    if (top >= first && right - left < 50) for (let c = left; c <= right; c++) used.add(c)
  const columns = [...used].sort((a, b) => a - b)
  const bands: [number, number][] = []
  for (const c of columns) {
    const last = bands[bands.length - 1]
    if (last !== undefined && c === last[1] + 1) last[1] = c
    else bands.push([c, c])
  }
  return bands.length <= 10 && bands.every(([from, to]) => to > from) ? bands : []
}

/** The rows as this side of the sheet shows them; columns keep their numbers. */
const cutRows = (rows: readonly SheetRow[], [from, to]: Band): SheetRow[] =>
  rows.flatMap(row => {
    const cut: GridRow = {
      line: row.line,
      cells: row.cells.slice(0, to + 1).map((cell, c) => (c < from ? '' : cell)),
      ...(row.natives && { natives: row.natives.slice(0, to + 1).map((native, c) => (c < from ? undefined : native)) }),
    }
    return sheetRow(cut) ?? []
  })

function headerOf(rows: readonly SheetRow[]): SheetRow | undefined {
  const index = findHeader(rows)
  const row = rows[index]
  return row !== undefined && index < rows.length - 1 && row.filled > 1 && looksLikeTitles(row) ? row : undefined
}

const titlesText = (row: SheetRow, from: number) => row.cells.slice(from).join('\u0000')

const unequalEnds = (parts: readonly (readonly SheetRow[])[]) =>
  new Set(parts.map(part => part[part.length - 1]!.line)).size > 1

/** Few holes: a column that is seldom filled would make any table look like two. */
const isDense = (rows: readonly SheetRow[]) => {
  const width = Math.max(...rows.map(row => row.filled))
  return (
    rows.filter(row => row.filled >= width * 0.6 && cellKind(row, row.first) !== 'empty').length >= rows.length * 0.8
  )
}
