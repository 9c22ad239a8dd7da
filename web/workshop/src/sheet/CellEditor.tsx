import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import type { Field } from '../../../../src/core/models/model.ts'
import { fold } from '../worker/fold.ts'
import type { RowFinding } from '../worker/protocol.ts'
import { choicesOf, titleOf } from './choices.ts'
import { EditorHelp } from './EditorHelp.tsx'

export type Leave = 'stay' | 'down' | 'up' | 'right' | 'left'

interface CellEditorProps {
  readonly name: string
  readonly field: Field | undefined
  readonly initial: string
  /** The person began by typing: arrows leave the cell, as in a spreadsheet. */
  readonly typing: boolean
  readonly onText: (text: string) => Promise<readonly RowFinding[]>
  readonly onCommit: (text: string, leave: Leave) => void
  readonly onCancel: () => void
}

/** Writes in one cell. Each keystroke is kept and judged; Enter, Tab or a click elsewhere accepts, Escape gives up. */
export function CellEditor({ name, field, initial, typing, onText, onCommit, onCancel }: CellEditorProps) {
  const [text, setText] = useState(initial)
  const [findings, setFindings] = useState<readonly RowFinding[]>([])
  const [chosen, setChosen] = useState(-1)
  const input = useRef<HTMLTextAreaElement>(null)
  const done = useRef(false)
  const help = useId()
  const choices = useChoices(field, text, text === initial && !typing)
  const up = useOpensUp(input)
  useLayoutEffect(() => {
    const area = input.current!
    area.focus({ preventScroll: true })
    area.setSelectionRange(area.value.length, area.value.length)
  }, [])
  useEffect(() => grow(input.current!), [text])
  const latest = useRef('')
  const change = (next: string) => {
    setText(next)
    setChosen(-1)
    latest.current = next
    void onText(next).then(found => latest.current === next && setFindings(found))
  }
  const commit = (value: string, leave: Leave) => {
    if (done.current) return
    done.current = true
    onCommit(value, leave)
  }
  const cancel = () => {
    done.current = true
    onCancel()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    const act = keyAct(event, { choices: choices.length, typing, several: text.includes('\n') })
    if (!act) return
    event.preventDefault()
    if (act === 'cancel') cancel()
    else if (act === 'next' || act === 'previous') setChosen(around(chosen, act, choices.length))
    else if (act === 'break') change(insertBreak(input.current!))
    else commit(choices[chosen] ?? text, act)
  }
  return (
    <div className="sheet-editor">
      <textarea
        ref={input}
        rows={1}
        value={text}
        spellCheck={field?.role === 'free-text'}
        aria-label={titleOf(field, name)}
        aria-describedby={help}
        {...(choices.length > 0 && {
          role: 'combobox',
          'aria-expanded': true,
          'aria-controls': `${help}-list`,
          'aria-activedescendant': chosen >= 0 ? `${help}-${chosen}` : undefined,
        })}
        onChange={event => change(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => commit(text, 'stay')}
      />
      <EditorHelp
        id={help}
        field={field}
        findings={findings}
        choices={choices}
        chosen={chosen}
        isUp={up}
        onChoose={value => commit(value, 'down')}
      />
    </div>
  )
}

/** The allowed values: all of them on opening, then those that hold what is typed. */
function useChoices(field: Field | undefined, text: string, all: boolean): readonly string[] {
  const choices = choicesOf(field)
  if (all || text === '') return choices
  return choices.filter(choice => fold(choice).includes(fold(text)) && choice !== text)
}

/** Near the foot of the sheet, the help opens above. */
function useOpensUp(input: React.RefObject<HTMLElement | null>): boolean {
  const [up, setUp] = useState(false)
  useLayoutEffect(() => {
    const cell = input.current!.getBoundingClientRect()
    const sheet = input.current!.closest('.sheet')!.getBoundingClientRect()
    setUp(cell.top - sheet.top > sheet.height * 0.55)
  }, [input])
  return up
}

function grow(area: HTMLTextAreaElement): void {
  area.style.height = 'auto'
  area.style.height = `${Math.min(area.scrollHeight + 2, 260)}px`
}

type Act = Leave | 'cancel' | 'next' | 'previous' | 'break'

function keyAct(
  { key, shiftKey, altKey }: KeyboardEvent,
  { choices, typing, several }: { choices: number; typing: boolean; several: boolean },
): Act | undefined {
  switch (key) {
    case 'Escape':
      return 'cancel'
    case 'Enter':
      return altKey ? 'break' : shiftKey ? 'up' : 'down'
    case 'Tab':
      return shiftKey ? 'left' : 'right'
    case 'ArrowDown':
      return choices > 0 ? 'next' : typing && !several ? 'down' : undefined
    case 'ArrowUp':
      return choices > 0 ? 'previous' : typing && !several ? 'up' : undefined
    case 'ArrowLeft':
      return typing && choices === 0 ? 'left' : undefined
    case 'ArrowRight':
      return typing && choices === 0 ? 'right' : undefined
    default:
      return undefined
  }
}

const around = (chosen: number, way: 'next' | 'previous', count: number): number =>
  way === 'next' ? (chosen + 1) % count : (chosen <= 0 ? count : chosen) - 1

function insertBreak({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): string {
  return `${value.slice(0, selectionStart)}\n${value.slice(selectionEnd)}`
}
