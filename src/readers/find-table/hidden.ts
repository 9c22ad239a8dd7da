import type { SetAside } from '../../core/table/read-result.ts'
import type { Grid, GridRow } from '../grid.ts'
import { isFilled } from './cell-kind.ts'
import type { SheetRow } from './sheet-row.ts'

export interface Shown {
  readonly grid: Grid
  /** Hidden rows that hold something. */
  readonly asides: readonly SetAside[]
  /** Names of the hidden columns that hold something, once the line of the titles is known. */
  hiddenNames(headerRow: number): string[]
}

/** Leaves out what the file hides, unless the caller asked for it; hidden columns are named by the row of titles all the same. */
export function hideRows(grid: Grid, taken: boolean): Shown {
  const lines = new Set(grid.hiddenRows)
  const columns = (grid.hiddenColumns ?? []).filter(c => grid.rows.some(row => isFilled(row, c)))
  const hiddenNames = (headerRow: number) => {
    const titles = grid.rows.find(row => row.line === headerRow)
    return columns.map(c => titles?.cells[c]?.trim() || `colonne ${c + 1}`)
  }
  if (taken || (lines.size === 0 && columns.length === 0)) return { grid, asides: [], hiddenNames }
  const asides = grid.rows
    .filter(row => lines.has(row.line) && row.cells.some(cell => cell !== ''))
    .map(({ line, cells }) => ({ row: line, reason: 'ligne masquée', cells }))
  const gone = new Set(columns)
  const rows = grid.rows.filter(row => !lines.has(row.line)).map(row => withoutColumns(row, gone))
  return { grid: { ...grid, rows }, asides, hiddenNames }
}

/** Cells of hidden columns become empty: the others keep their place. */
function withoutColumns(row: GridRow, gone: ReadonlySet<number>): GridRow {
  if (gone.size === 0) return row
  const cells = row.cells.map((cell, c) => (gone.has(c) ? '' : cell))
  return row.natives === undefined
    ? { line: row.line, cells }
    : { line: row.line, cells, natives: row.natives.map((native, c) => (gone.has(c) ? undefined : native)) }
}

/** Blank lines from the top to the last line that holds something, one entry a run. */
export function blankRuns(grid: Grid, rows: readonly SheetRow[], hiddenLines: ReadonlySet<number>): SetAside[] {
  const runs: SetAside[] = []
  const lastLine = Math.max(rows[rows.length - 1]!.line, grid.rows[grid.rows.length - 1]!.line)
  let line = 1
  for (const next of [...rows.map(row => row.line), lastLine + 1]) {
    while (line < next) {
      const start = line
      while (line < next && !hiddenLines.has(line)) line++
      if (line > start)
        runs.push({ row: start, reason: line - start === 1 ? 'ligne vide' : `${line - start} lignes vides` })
      while (line < next && hiddenLines.has(line)) line++
    }
    line = next + 1
  }
  return runs
}
