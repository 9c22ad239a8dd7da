import type { Hidden, ReadOptions, ReadTable, SetAside } from '../../core/table/read-result.ts'
import type { Grid } from '../grid.ts'
import { splitBands } from './bands.ts'
import { splitBlocks } from './blocks.ts'
import { buildTable } from './build-table.ts'
import { readTitles } from './header-names.ts'
import { blankRuns, hideRows } from './hidden.ts'
import { aside, judgeBody } from './judge.ts'
import { withMergedTitles } from './merged-titles.ts'
import { type Segment, segment } from './segment.ts'
import { type SheetRow, sheetRow } from './sheet-row.ts'

/**
 * Finds the tables of one sheet: one under the other, or side by side. Every row of the grid that is not blank is a row of a table, its
 * titles, or in `setAside` with its reason and its cells; blank lines are counted there too. A sheet that holds something gives at least
 * one table; a blank one gives none. `source` names the file in each row.
 */
export function findTables(grid: Grid, options: ReadOptions = {}, source = ''): ReadTable[] {
  const { grid: shown, asides, hiddenNames } = hideRows(grid, options.hidden === true)
  const rows = shown.rows.flatMap(row => sheetRow(row) ?? [])
  if (rows.length === 0) return []
  const hiddenLines = new Set(asides.map(entry => entry.row))
  const merges = grid.merges ?? []
  const bands = options.headerRow === undefined ? splitBands(rows, merges) : [rows]
  const blank = blankRuns(shown, rows, hiddenLines)
  const tables = bands.flatMap((band, i) => {
    const found = segmentsOf(band, options, (a, b) => noBlankBetween(a, b, hiddenLines))
    return share(found, i === 0 ? [...asides, ...blank] : []).map(part =>
      toTable(withMergedTitles(part.segment, merges), part.extra, grid, source, merges),
    )
  })
  return tables.map(table => ({ ...table, hidden: hiddenOf(grid, hiddenNames(table.headerRow), options) }))
}

function segmentsOf(
  rows: readonly SheetRow[],
  options: ReadOptions,
  adjacent: (a: SheetRow, b: SheetRow) => boolean,
): Segment[] {
  const imposed = options.headerRow === undefined ? -1 : rows.findIndex(row => row.line === options.headerRow)
  if (imposed >= 0) return [{ above: rows.slice(0, imposed), rows: rows.slice(imposed), header: 0, below: [] }]
  return segment(splitBlocks(rows, adjacent))
}

function noBlankBetween(a: SheetRow, b: SheetRow, hiddenLines: ReadonlySet<number>): boolean {
  for (let line = a.line + 1; line < b.line; line++) if (!hiddenLines.has(line)) return false
  return true
}

/** Rows left out before any table was looked for go with the table that they are in. */
function share(segments: readonly Segment[], extra: readonly SetAside[]): { segment: Segment; extra: SetAside[] }[] {
  const parts = segments.map(found => ({ segment: found, extra: [] as SetAside[] }))
  const starts = segments.map(({ above, rows }) => above[0]?.line ?? rows[0]?.line ?? 0)
  for (const entry of extra) {
    const at = starts.findLastIndex(start => start <= entry.row)
    parts[Math.max(0, at)]!.extra.push(entry)
  }
  return parts
}

function toTable(
  { above, rows, header, below }: Segment,
  extra: readonly SetAside[],
  grid: Grid,
  source: string,
  merges: NonNullable<Grid['merges']>,
): Omit<ReadTable, 'hidden'> {
  const exact = grid.merges === undefined && above.length === 0 && header <= 0
  const left = exact ? 0 : rows.reduce((least, row) => Math.min(least, row.first), Number.MAX_SAFE_INTEGER)
  const titles = header < 0 ? { index: -1, names: [], others: [] } : readTitles(rows, header, left, merges)
  const skipped = rows
    .slice(0, Math.max(0, titles.index))
    .filter(row => !titles.others.some(other => other.row === row))
  const body = judgeBody(rows.slice(titles.index + 1), titles.names, left, merges)
  const setAside = [
    ...extra,
    ...[...above, ...skipped].map(row => aside(row, 'titre au-dessus du tableau')),
    ...titles.others.map(({ row, reason }) => aside(row, reason)),
    ...body.aside,
    ...below.map(({ row, reason }) => aside(row, reason)),
  ].sort((a, b) => a.row - b.row)
  return {
    ...(grid.sheet !== undefined && { sheet: grid.sheet }),
    headerRow: titles.index < 0 ? 0 : rows[titles.index]!.line,
    table: buildTable(titles.names, body.rows, { left, exact, source, sheet: grid.sheet }),
    setAside,
  }
}

const hiddenOf = (grid: Grid, columns: readonly string[], options: ReadOptions): Hidden => ({
  sheets: grid.hidden && options.hidden !== true && grid.sheet !== undefined ? [grid.sheet] : [],
  rows: grid.hiddenRows ?? [],
  columns,
})
