import { type KeyboardEvent, type PointerEvent, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { type Camera, fit, legible, pan, type Size, show, zoom } from './pan-zoom.ts'

/** A box under the hand: which, how far it went, and the one that it is over. */
export interface Drag {
  readonly key: string
  readonly dx: number
  readonly dy: number
  readonly over?: string | undefined
}
interface Held {
  readonly x: number
  readonly y: number
  readonly moved: boolean
  readonly box?: string
}
const STEP = 60
/** Under this many pixels a press is a click. */
const STILL = 6

interface Uses {
  /** A press that moved nothing. */
  readonly onPress: (target: Element) => void
  /** A box let go over another; absent: boxes stay where they are. */
  readonly onDrop?: (from: string, to: string) => void
}
type Placed = Size & { readonly x: number; readonly y: number }

/** The map in its frame, under a mouse, a finger or keys. What was moved by hand stays when the map changes. */
export function useCamera(map: Size, chosen: Placed | undefined, { onPress, onDrop }: Uses) {
  const frame = useRef<HTMLDivElement>(null)
  const [now, setNow] = useState<Camera>({ x: 0, y: 0, scale: 1 })
  const [drag, setDrag] = useState<Drag>()
  const held = useRef<Held>(undefined)
  const byHand = useRef(false)
  const room = useCallback((): Size => {
    const { clientWidth: width = 0, clientHeight: height = 0 } = frame.current ?? {}
    return { width, height }
  }, [])
  const [x, y] = [chosen?.x, chosen?.y]
  const latest = useRef({ map, chosen })
  latest.current = { map, chosen }
  /** As it is first seen: large enough to be read, the middle in the middle, and what is chosen in sight. */
  const settle = useCallback(() => {
    const { map, chosen } = latest.current
    if (!byHand.current) setNow(legible(map, room()))
    if (chosen) setNow(camera => show(camera, chosen, room()))
  }, [room])
  useLayoutEffect(() => {
    const sizes = new ResizeObserver(settle)
    if (frame.current) sizes.observe(frame.current)
    return () => sizes.disconnect()
  }, [settle])
  // Another map, or another box chosen, or the same one elsewhere.
  useLayoutEffect(settle, [map, x, y, settle])
  const all = useCallback(() => {
    byHand.current = true
    setNow(fit(map, room()))
  }, [map, room])
  const move = useCallback((change: (camera: Camera) => Camera) => {
    byHand.current = true
    setNow(change)
  }, [])
  const by = useCallback(
    (factor: number) => move(camera => zoom(camera, factor, { x: room().width / 2, y: room().height / 2 })),
    [move, room],
  )
  useWheel(frame, move)

  const handlers = {
    onPointerDown(event: PointerEvent) {
      if (event.button !== 0) return
      const box = (event.target as Element).closest('[data-node]')?.getAttribute('data-box') ?? undefined
      held.current = { x: event.clientX, y: event.clientY, moved: false, ...(onDrop && box && { box }) }
    },
    onPointerMove(event: PointerEvent) {
      const from = held.current
      if (!from) return
      const [dx, dy] = [event.clientX - from.x, event.clientY - from.y]
      if (!from.moved && Math.hypot(dx, dy) < STILL) return
      if (from.box) {
        held.current = { ...from, moved: true }
        return setDrag({ key: from.box, dx: dx / now.scale, dy: dy / now.scale, over: boxAt(event, from.box) })
      }
      held.current = { x: event.clientX, y: event.clientY, moved: true }
      move(camera => pan(camera, dx, dy))
    },
    onPointerUp(event: PointerEvent) {
      if (held.current?.moved === false) onPress(event.target as Element)
      if (drag?.over !== undefined) onDrop?.(drag.key, drag.over)
      held.current = undefined
      setDrag(undefined)
    },
    onPointerLeave() {
      held.current = undefined
      setDrag(undefined)
    },
    onKeyDown(event: KeyboardEvent) {
      const done = keyed(event.key, { by, all, move })
      if (done) event.preventDefault()
    },
  }
  return { frame, now, drag, handlers, by, all }
}

interface Moves {
  readonly by: (factor: number) => void
  readonly all: () => void
  readonly move: (change: (camera: Camera) => Camera) => void
}
function keyed(key: string, { by, all, move }: Moves): boolean {
  const arrows: Readonly<Record<string, readonly [number, number]>> = {
    ArrowLeft: [STEP, 0],
    ArrowRight: [-STEP, 0],
    ArrowUp: [0, STEP],
    ArrowDown: [0, -STEP],
  }
  const arrow = arrows[key]
  if (arrow) move(camera => pan(camera, ...arrow))
  else if (key === '+' || key === '=') by(1.25)
  else if (key === '-') by(0.8)
  else if (key === '0') all()
  else return false
  return true
}

/** The box under the pointer that is not the one in the hand. */
const boxAt = ({ clientX, clientY }: PointerEvent, dragged: string): string | undefined =>
  document
    .elementsFromPoint(clientX, clientY)
    .map(element => element.closest('[data-box]')?.getAttribute('data-box'))
    .find((key): key is string => typeof key === 'string' && key !== dragged)

/** With Ctrl, the wheel makes the map larger or smaller; without it, the page scrolls as everywhere. */
function useWheel(frame: { readonly current: HTMLDivElement | null }, move: Moves['move']): void {
  useEffect(() => {
    const element = frame.current
    const turn = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      const { left, top } = element!.getBoundingClientRect()
      const at = { x: event.clientX - left, y: event.clientY - top }
      move(camera => zoom(camera, event.deltaY < 0 ? 1.15 : 1 / 1.15, at))
    }
    element?.addEventListener('wheel', turn, { passive: false })
    return () => element?.removeEventListener('wheel', turn)
  }, [frame, move])
}
