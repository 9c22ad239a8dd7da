import { useLayoutEffect, useRef } from 'react'
import { isSameRow } from './pending-edits.ts'
import { alone, type Place, type Selection } from './selection.ts'
import type { SheetData } from './sheet-data.ts'

interface FollowSetting {
  readonly data: SheetData
  readonly rows: readonly number[]
  readonly active: Place
  readonly onSelect: (selection: Selection) => void
  /** The row where one is has another number in the new table; undefined: it is not there any more. */
  readonly onMoved: (row: number | undefined) => void
}

/** A step that somebody switches makes another table: one stays in the same cell of the same row, wherever it is now. */
export function useFollow({ data, rows, active, onSelect, onMoved }: FollowSetting): void {
  const before = useRef({ data, row: rows[active.at] })
  useLayoutEffect(() => {
    const { data: was, row } = before.current
    before.current = { data, row: rows[active.at] }
    if (was === data || row === undefined) return
    const now = rowLike(was, row, data)
    onMoved(now)
    if (now === undefined) return
    before.current = { data, row: now }
    const column = active.column < 0 ? -1 : Math.max(0, data.names.indexOf(was.names[active.column] ?? ''))
    onSelect(alone({ at: Math.max(0, rows.indexOf(now)), column }))
  })
}

/** The row of the new table that is this one of the table before. */
export function rowLike(was: SheetData, row: number, now: SheetData): number | undefined {
  const identity = was.identityOf(row)
  if (now.isThere(row) && row < now.end && isSameRow(now.identityOf(row), identity)) return row
  return now.order.find(one => isSameRow(now.identityOf(one), identity))
}
