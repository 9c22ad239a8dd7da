import type { GridRow } from '../grid.ts'
import { isFilled } from './cell-kind.ts'

/** A row that is not blank, with what the search for tables asks of it again and again. */
export interface SheetRow extends GridRow {
  /** How many cells hold something, and the first and last of them (0-based). */
  readonly filled: number
  readonly first: number
  readonly last: number
}

/** Undefined for a blank row: no text but spaces, no error. */
export function sheetRow(row: GridRow): SheetRow | undefined {
  let filled = 0
  let first = -1
  let last = -1
  const width = row.cells.length
  for (let c = 0; c < width; c++) {
    if (row.cells[c] === '' && row.natives?.[c] === undefined) continue
    if (!isFilled(row, c)) continue
    if (first < 0) first = c
    last = c
    filled++
  }
  if (filled === 0) return undefined
  // Written out: copying a row by its spread costs as much as all the rest on a large sheet.
  const { line, cells, natives } = row
  return natives === undefined ? { line, cells, filled, first, last } : { line, cells, natives, filled, first, last }
}

export const filledColumns = (row: SheetRow): number[] => {
  const columns: number[] = []
  for (let c = row.first; c <= row.last; c++) if (isFilled(row, c)) columns.push(c)
  return columns
}

/**
 * Width of a table as its rows show it: most rows fill as many cells. Group rows and notes, of one cell, do not count unless they are most
 * of the rows.
 */
export function typicalFilled(rows: readonly SheetRow[]): number {
  if (rows.length === 0) return 0
  const several = rows.filter(row => row.filled > 1)
  const counted = several.length * 3 >= rows.length ? several : rows
  const counts = counted.map(row => row.filled).sort((a, b) => a - b)
  return counts[Math.floor((counts.length - 1) * 0.6)]!
}
