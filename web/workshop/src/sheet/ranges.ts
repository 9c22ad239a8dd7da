import type { Grid } from './clipboard.ts'
import type { Range } from './selection.ts'

/** One cell of the sheet as it is shown, and what is written there. `at` may be beyond the last row: a row is then added. */
export interface Written {
  readonly at: number
  readonly column: number
  readonly to: string
}

/** A pasted block: once from the corner, or repeated when what is selected is a multiple of it (one cell fills everything selected). */
export function pasted(grid: Grid, range: Range, columns: number): Written[] {
  const [high, wide] = [grid.length, Math.max(0, ...grid.map(row => row.length))]
  if (high === 0 || wide === 0) return []
  const [rows, across] = [range.bottom - range.top + 1, range.right - range.left + 1]
  const repeated = rows % high === 0 && across % wide === 0
  const [tall, broad] = repeated ? [rows, across] : [high, wide]
  const written: Written[] = []
  for (let r = 0; r < tall; r++)
    for (let c = 0; c < broad; c++) {
      const text = grid[r % high]?.[c % wide]
      if (text !== undefined && range.left + c < columns)
        written.push({ at: range.top + r, column: range.left + c, to: text })
    }
  return written
}

/** The first row of what is selected in all the others; of one row, the row above it. */
export function filledDown(range: Range, textAt: (at: number, column: number) => string): Written[] {
  const from = range.top === range.bottom ? range.top - 1 : range.top
  if (from < 0) return []
  return repeatedFrom({ ...range, top: from, bottom: from }, { ...range, top: from + 1 }, textAt)
}

/** What a drag of the corner copies: the block again and again in the rows and columns beyond it. */
export function repeatedFrom(source: Range, into: Range, textAt: (at: number, column: number) => string): Written[] {
  const [high, wide] = [source.bottom - source.top + 1, source.right - source.left + 1]
  const written: Written[] = []
  for (let at = into.top; at <= into.bottom; at++)
    for (let column = into.left; column <= into.right; column++) {
      const [r, c] = [modulo(at - source.top, high), modulo(column - source.left, wide)]
      written.push({ at, column, to: textAt(source.top + r, source.left + c) })
    }
  return written
}

const modulo = (value: number, by: number): number => ((value % by) + by) % by
