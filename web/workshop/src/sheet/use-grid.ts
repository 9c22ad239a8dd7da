import { defaultRangeExtractor, type Range as Shown, useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useCallback, useEffect } from 'react'
import type { Place } from './selection.ts'

export const ROW = 34
export const HEAD = 52
export const MARGIN = 64

interface GridSize {
  readonly rows: number
  readonly widths: readonly number[]
}

/** The rows and columns on the screen. The active cell's are always among them: it holds the focus, wherever the sheet is scrolled. */
export function useGrid(scroll: RefObject<HTMLDivElement | null>, { rows, widths }: GridSize, active: Place) {
  const rowRange = useCallback((range: Shown) => withOne(range, active.at), [active.at])
  const columnRange = useCallback(
    (range: Shown) => withOne(range, active.column, range.count > 0 ? [0] : []),
    [active.column],
  )
  const vertical = useVirtualizer({
    count: rows,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW,
    paddingStart: HEAD,
    scrollPaddingStart: HEAD,
    scrollPaddingEnd: 8,
    overscan: 5,
    rangeExtractor: rowRange,
    useFlushSync: false,
  })
  const across = useVirtualizer({
    horizontal: true,
    count: widths.length,
    getScrollElement: () => scroll.current,
    estimateSize: column => widths[column]!,
    paddingStart: MARGIN,
    scrollPaddingStart: MARGIN + (widths[0] ?? 0),
    scrollPaddingEnd: 8,
    overscan: 2,
    rangeExtractor: columnRange,
    useFlushSync: false,
  })
  // Widths are told, not measured: when they change, places are computed again.
  useEffect(() => across.measure(), [widths, across])
  const show = useCallback(
    ({ at, column }: Place) => {
      if (at >= 0) vertical.scrollToIndex(at, { align: 'auto' })
      if (column > 0) across.scrollToIndex(column, { align: 'auto' })
    },
    [vertical, across],
  )
  const page = Math.max(1, Math.floor(((scroll.current?.clientHeight ?? 400) - HEAD) / ROW) - 1)
  return {
    rows: vertical.getVirtualItems(),
    columns: across.getVirtualItems(),
    height: vertical.getTotalSize(),
    width: across.getTotalSize(),
    page,
    show,
  }
}

function withOne(range: Shown, index: number, others: readonly number[] = []): number[] {
  const shown = new Set([...others, ...defaultRangeExtractor(range)])
  if (index >= 0 && index < range.count) shown.add(index)
  return [...shown].sort((a, b) => a - b)
}
