import { type RefObject, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { toast } from '../design/index.ts'
import type { KeptEdit } from '../sync/edit-store.ts'
import { CellEditor, type Leave } from './CellEditor.tsx'
import { alone, type Place, type Selection, type Size } from './selection.ts'
import type { SheetActions } from './sheet-actions.ts'
import type { SheetData } from './sheet-data.ts'
import { stepped } from './use-keys.ts'

interface EditingSetting {
  readonly data: SheetData
  readonly rows: readonly number[]
  readonly active: Place
  readonly size: Size
  readonly canWrite: boolean
  readonly actions: SheetActions
  readonly onSelect: (selection: Selection) => void
  readonly select: (selection: Selection) => void
  readonly show: (place: Place) => void
  readonly wantsFocus: RefObject<boolean>
}
interface Editing {
  readonly initial: string
  /** Begun by a key: it replaces what was there. */
  readonly typing: boolean
  /** Of the act that the text will be. */
  readonly key: string
}

const LEAVES: Readonly<Record<Leave, readonly [down: number, right: number]>> = {
  stay: [0, 0],
  down: [1, 0],
  up: [-1, 0],
  right: [0, 1],
  left: [0, -1],
}

/** Writing in the active cell: opened by a key, a click or the menu; each keystroke is kept as a draft until it is accepted or given up. */
export function useEditing(setting: EditingSetting) {
  const { data, rows, active, size, canWrite, actions, wantsFocus } = setting
  const [editing, setEditing] = useState<Editing>()
  const draft = useRef<KeptEdit>(undefined)
  const row = rows[active.at]
  const edit = (place: Place, initial?: string) => {
    const wanted = rows[place.at]
    if (!canWrite || wanted === undefined || place.column < 0) return
    const text = initial ?? data.text(wanted, place.column)
    // At once: the key that opened the editor must be typed in it.
    flushSync(() => {
      setting.onSelect(alone(place))
      setEditing({ initial: text, typing: initial !== undefined, key: actions.newKey() })
    })
    setting.show(place)
  }
  const close = () => {
    draft.current = undefined
    actions.dropDraft()
    setEditing(undefined)
  }
  const commit = (to: string, way: Leave) => {
    if (row !== undefined && editing) actions.write([{ row, column: active.column, to }], editing.key)
    close()
    const [down, right] = LEAVES[way]
    if (way !== 'stay') setting.select(alone(stepped(active, down, right, size)))
  }
  /** The table changed under the hands: see useFollow. What was typed for a row that is gone is sent where it was written. */
  const onMoved = (moved: number | undefined) => {
    if (!editing || moved !== undefined) return
    if (draft.current) actions.sendDraft(draft.current)
    close()
    toast({
      kind: 'error',
      text: 'La ligne que vous écriviez n’est plus dans le tableau. Ce que vous aviez écrit est gardé.',
    })
  }
  const editor = editing && row !== undefined && active.column >= 0 && (
    <CellEditor
      key={editing.key}
      name={data.names[active.column]!}
      field={data.fields[active.column]}
      initial={editing.initial}
      typing={editing.typing}
      onText={to => {
        const cell = { row, column: active.column, to }
        draft.current = actions.draftEdit(editing.key, cell)
        actions.keepDraft(draft.current)
        return actions.judge(cell)
      }}
      onCommit={commit}
      onCancel={() => {
        wantsFocus.current = true
        close()
      }}
    />
  )
  return { isEditing: editing !== undefined, edit, editor, onMoved }
}
