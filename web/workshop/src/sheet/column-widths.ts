import { useCallback, useMemo, useState } from 'react'
import { titleOf } from './choices.ts'
import type { SheetData } from './sheet-data.ts'

export const NARROWEST = 72
const WIDEST = 640
const SAMPLE = 200
/** Rough width of a sign at the sheet's size, and what surrounds the text. */
const SIGN = 7.4
const AROUND = 34

/** A width that shows most of what the column holds, without letting one long text push the others away. */
export function fittingWidth(data: SheetData, column: number, most = 300): number {
  const lengths = data.order.slice(0, SAMPLE).map(row => data.text(row, column).length)
  lengths.sort((a, b) => a - b)
  const usual = lengths[Math.floor(lengths.length * 0.9)] ?? 0
  const title = Math.min(titleOf(data.fields[column], data.names[column]!).length, 26)
  return Math.round(Math.min(most, Math.max(NARROWEST + 16, Math.max(usual, title + 3) * SIGN + AROUND)))
}

export interface ColumnWidths {
  readonly widths: readonly number[]
  readonly resize: (column: number, width: number) => void
  readonly fit: (column: number) => void
}

/** Widths fitted when the sheet opens, then as the person pulls them. */
export function useColumnWidths(data: SheetData): ColumnWidths {
  const fitted = useMemo(() => data.names.map((_, column) => fittingWidth(data, column)), [data])
  const [chosen, setChosen] = useState<ReadonlyMap<string, number>>(new Map())
  const widths = useMemo(
    () => data.names.map((name, column) => chosen.get(name) ?? fitted[column]!),
    [data, chosen, fitted],
  )
  const resize = useCallback(
    (column: number, width: number) => {
      const kept = Math.round(Math.max(NARROWEST, Math.min(width, WIDEST)))
      setChosen(before => new Map(before).set(data.names[column]!, kept))
    },
    [data],
  )
  const fit = useCallback((column: number) => resize(column, fittingWidth(data, column, WIDEST)), [data, resize])
  return { widths, resize, fit }
}
