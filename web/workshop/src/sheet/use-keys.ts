import type { KeyboardEvent } from 'react'
import { alone, moved, type Place, type Selection, type Size } from './selection.ts'

interface KeySetting {
  readonly selection: Selection
  readonly size: Size
  readonly page: number
  readonly filled: (place: Place) => boolean
  readonly select: (selection: Selection) => void
  readonly edit: (initial?: string) => void
  readonly acts: Readonly<Record<SheetKeyAct, () => void>>
  readonly pull: (by: number) => void
}
export type SheetKeyAct = 'clear' | 'fill-down' | 'find' | 'undo' | 'redo' | 'menu'

const CTRL: Readonly<Record<string, SheetKeyAct>> = {
  d: 'fill-down',
  f: 'find',
  h: 'find',
  y: 'redo',
  z: 'undo',
}

/** The keys of the sheet, those of a spreadsheet. What is not one of them is left to the browser. */
export function onSheetKey(event: KeyboardEvent, setting: KeySetting): void {
  const act = keyAct(event, setting) ?? moveAct(event, setting) ?? typeAct(event, setting)
  if (!act) return
  // What is typed must reach the editor that opens under it.
  if (act.type !== 'type') event.preventDefault()
  act.run()
}

interface KeyAct {
  readonly type?: 'type'
  readonly run: () => void
}

function keyAct({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent, setting: KeySetting): KeyAct | undefined {
  const { selection, size, acts, edit, select } = setting
  const { active } = selection
  const header = active.at < 0
  if (ctrlKey || metaKey) {
    if (key === 'a') return { run: () => select({ active: { at: 0, column: 0 }, corner: last(size) }) }
    if (key === ' ') return { run: () => select(alone({ at: -1, column: active.column })) }
    if (key.toLowerCase() === 'z' && shiftKey) return { run: acts.redo }
    const act = CTRL[key.toLowerCase()]
    return act && { run: acts[act] }
  }
  if (key === 'ContextMenu' || (key === 'F10' && shiftKey)) return { run: acts.menu }
  if (header && (key === 'Enter' || key === ' ' || (altKey && key === 'ArrowDown'))) return { run: acts.menu }
  if (header && (key === '+' || key === '-')) return { run: () => setting.pull(key === '+' ? 24 : -24) }
  if (key === ' ' && shiftKey) return { run: () => select(alone({ at: active.at, column: -1 })) }
  if (key === 'Delete' || key === 'Backspace') return { run: acts.clear }
  if (key === 'F2' || (altKey && key === 'ArrowDown')) return { run: () => edit() }
  return undefined
}

function moveAct(event: KeyboardEvent, { selection, size, page, filled, select }: KeySetting): KeyAct | undefined {
  const { key, shiftKey, ctrlKey, metaKey, altKey } = event
  if (altKey) return undefined
  const { active, corner } = selection
  if (key === 'Enter') return { run: () => select(alone(stepped(active, shiftKey ? -1 : 1, 0, size))) }
  if (key === 'Tab') return tabAct(active, shiftKey, size, select)
  const to = moved(shiftKey ? corner : active, { key, ctrl: ctrlKey || metaKey, page }, size, filled)
  return to && { run: () => select(shiftKey ? { active, corner: to } : alone(to)) }
}

/** Tab walks along the row, then leaves the sheet: nobody is held in it. */
function tabAct(active: Place, back: boolean, size: Size, select: KeySetting['select']): KeyAct | undefined {
  const to = stepped(active, 0, back ? -1 : 1, size)
  return to.column === active.column ? undefined : { run: () => select(alone(to)) }
}

function typeAct(
  { key, ctrlKey, metaKey, altKey }: KeyboardEvent,
  { edit, selection }: KeySetting,
): KeyAct | undefined {
  const typed = key.length === 1 || key === 'Dead' || key === 'Process'
  const inCell = selection.active.at >= 0 && selection.active.column >= 0
  // AltGr is Ctrl and Alt together: it types « @ » on a French keyboard.
  if (!typed || !inCell || ((ctrlKey || metaKey) && !altKey)) return undefined
  return { type: 'type', run: () => edit('') }
}

const last = ({ rows, columns }: Size): Place => ({ at: rows - 1, column: columns - 1 })

export const stepped = ({ at, column }: Place, down: number, right: number, { rows, columns }: Size): Place => ({
  at: Math.max(-1, Math.min(at + down, rows - 1)),
  column: Math.max(-1, Math.min(column + right, columns - 1)),
})
