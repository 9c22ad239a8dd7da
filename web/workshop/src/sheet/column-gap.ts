import type { VirtualItem } from '@tanstack/react-virtual'

/** Columns that are not on the screen leave a gap before the next one that is: cells follow one another, none is placed by itself. */
export function gapBefore(columns: readonly VirtualItem[], place: number): number {
  const [before, column] = [columns[place - 1], columns[place]]
  return before && column ? column.start - before.end : 0
}
