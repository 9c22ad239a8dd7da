import { announce, toast } from '../design/index.ts'
import { filledDown, repeatedFrom, type Written } from './ranges.ts'
import { cellsIn, type Range } from './selection.ts'
import type { SheetActions } from './sheet-actions.ts'
import type { SheetData } from './sheet-data.ts'

interface WriteSetting {
  readonly data: SheetData
  readonly rows: readonly number[]
  readonly range: Range
  readonly actions: SheetActions
  readonly canWrite: boolean
  readonly textAt: (at: number, column: number) => string
}

/** A gesture that would write millions of cells is a slip of the hand, and would stop the page for a minute. */
const MOST_WRITTEN = 100_000

/** What writes several cells at once. Each gives the person a way back: it is one act, or a few. */
export function writesOf({ data, rows, range, actions, canWrite, textAt }: WriteSetting) {
  const write = (written: readonly Written[]): void => {
    if (!canWrite || isTooMuch(written.length)) return
    const { inside, beyond } = sorted(written, rows)
    actions.write(inside)
    if (beyond.size > 0 && data.names.length > 0) actions.addRows([...beyond.values()])
  }
  return {
    write,
    clear(): void {
      if (!isTooMuch(cellsIn(range))) write(cellsOf(range).map(cell => ({ ...cell, to: '' })))
    },
    fillDown(): void {
      if (isTooMuch(cellsIn(range))) return
      const written = filledDown(range, textAt)
      write(written)
      announce(`${written.length} ${written.length > 1 ? 'cases recopiées' : 'case recopiée'} vers le bas`)
    },
    fill(from: Range, into: Range): void {
      if (!isTooMuch(cellsIn(into))) write(repeatedFrom(from, into, textAt))
    },
  }
}

function isTooMuch(cells: number): boolean {
  if (cells <= MOST_WRITTEN) return false
  toast({ kind: 'error', text: `${cells.toLocaleString('fr-FR')} cases à la fois, c’est trop : choisissez-en moins.` })
  return true
}

/** What is written beyond the last row makes new rows. */
function sorted(written: readonly Written[], rows: readonly number[]) {
  const beyond = new Map<number, Map<number, string>>()
  const inside: { row: number; column: number; to: string }[] = []
  for (const { at, column, to } of written) {
    const row = rows[at]
    if (row !== undefined) inside.push({ row, column, to })
    else beyond.set(at, (beyond.get(at) ?? new Map()).set(column, to))
  }
  return { inside, beyond }
}

function cellsOf({ top, bottom, left, right }: Range) {
  const cells: { at: number; column: number }[] = []
  for (let at = top; at <= bottom; at++) for (let column = left; column <= right; column++) cells.push({ at, column })
  return cells
}
