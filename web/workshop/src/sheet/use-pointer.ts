import { type PointerEvent, useRef, useState } from 'react'
import { alone, type Place, type Range, type Selection } from './selection.ts'

interface PointerSetting {
  readonly selection: Selection
  readonly range: Range
  readonly select: (selection: Selection) => void
  readonly edit: (place: Place) => void
  readonly openMenu: (column: number) => void
  readonly widths: readonly number[]
  readonly resize: (column: number, width: number) => void
  readonly fit: (column: number) => void
  readonly fill: (from: Range, into: Range) => void
}
type Drag =
  | { readonly type: 'select' }
  | { readonly type: 'fill'; readonly from: Range }
  | { readonly type: 'pull'; readonly column: number; readonly x: number; readonly width: number }

/** The mouse in the sheet: select by dragging, fill from the corner, pull a column's edge. A finger scrolls, and taps. */
export function usePointer(setting: PointerSetting) {
  const drag = useRef<Drag | undefined>(undefined)
  const [filling, setFilling] = useState<Range>()
  const start = (event: PointerEvent<HTMLElement>, next: Drag) => {
    drag.current = next
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  const down = (event: PointerEvent<HTMLElement>) => {
    const target = event.target as HTMLElement
    if (event.button !== 0 || target.closest('.sheet-editor')) return
    const place = placeOf(target)
    if (!place) return
    if (target.closest('[data-pull]')) {
      event.preventDefault()
      return start(event, {
        type: 'pull',
        column: place.column,
        x: event.clientX,
        width: setting.widths[place.column]!,
      })
    }
    if (target.closest('[data-handle]')) {
      event.preventDefault()
      return start(event, { type: 'fill', from: setting.range })
    }
    if (target.closest('[data-menu]')) return
    // The cell that is being written is accepted: the focus does not leave it by itself, see onMouseDown.
    if (document.activeElement?.closest('.sheet-editor')) (document.activeElement as HTMLElement).blur()
    const { active } = setting.selection
    setting.select(event.shiftKey ? { active, corner: place } : alone(place))
    if (event.pointerType === 'mouse') start(event, { type: 'select' })
  }
  const move = (event: PointerEvent<HTMLElement>) => {
    const now = drag.current
    if (!now) return
    if (now.type === 'pull') return setting.resize(now.column, now.width + event.clientX - now.x)
    const under = document.elementFromPoint(event.clientX, event.clientY)
    const place = under instanceof HTMLElement ? placeOf(under) : undefined
    if (!place) return
    if (now.type === 'fill') setFilling(stretched(now.from, place))
    else if (!isSame(place, setting.selection.corner)) setting.select({ ...setting.selection, corner: place })
  }
  const up = () => {
    if (drag.current?.type === 'fill' && filling) setting.fill(drag.current.from, filling)
    drag.current = undefined
    setFilling(undefined)
  }
  return {
    filling,
    handlers: {
      onPointerDown: down,
      onPointerMove: move,
      onPointerUp: up,
      onPointerCancel: up,
      /** The sheet gives the focus itself: the element pressed may already show another row when the browser would. */
      onMouseDown(event: React.MouseEvent<HTMLElement>) {
        if (!(event.target as HTMLElement).closest('.sheet-editor')) event.preventDefault()
      },
      onClick(event: React.MouseEvent<HTMLElement>) {
        const target = event.target as HTMLElement
        const place = placeOf(target)
        if (place && target.closest('[data-menu]')) setting.openMenu(place.column)
      },
      onDoubleClick(event: React.MouseEvent<HTMLElement>) {
        const target = event.target as HTMLElement
        const place = placeOf(target)
        if (!place || target.closest('.sheet-editor')) return
        if (target.closest('[data-pull]')) setting.fit(place.column)
        else setting.edit(place)
      },
    },
  }
}

export function placeOf(element: HTMLElement): Place | undefined {
  const cell = element.closest<HTMLElement>('[data-column]')
  return cell ? { at: Number(cell.dataset.at), column: Number(cell.dataset.column) } : undefined
}

const isSame = (a: Place, b: Place): boolean => a.at === b.at && a.column === b.column

/** The rows or columns beyond the block, on the side where the pointer is the farthest. */
function stretched({ top, bottom, left, right }: Range, { at, column }: Place): Range | undefined {
  const down = at > bottom ? at - bottom : at < top ? at - top : 0
  const across = column > right ? column - right : column < left ? column - left : 0
  if (down === 0 && across === 0) return undefined
  if (Math.abs(down) >= Math.abs(across))
    return down > 0
      ? { top: bottom + 1, bottom: at, left, right }
      : { top: Math.max(0, at), bottom: top - 1, left, right }
  return across > 0
    ? { top, bottom, left: right + 1, right: column }
    : { top, bottom, left: Math.max(0, column), right: left - 1 }
}
