import { useEffect, useRef, useState } from 'react'
import { drawKey, post, problem } from '../api/index.ts'
import { announce, Button, Tooltip, toast } from '../design/index.ts'
import { useSet } from './set-context.ts'

/** Takes back the last act of the set, or does it again; each says what it would do. Ctrl + Z in the sheet does the same. */
export function UndoRedo() {
  const { state, reload } = useSet()
  const [pending, setPending] = useState(false)
  const go = async (verb: 'undo' | 'redo', note: string) => {
    setPending(true)
    const answer = await post(`/sets/${state.slug}/${verb}`, { key: drawKey() })
    if ('value' in answer) announce(`${verb === 'undo' ? 'Annulé' : 'Rétabli'} : ${note}`)
    else toast({ kind: 'error', text: problem(answer) })
    await reload()
    setPending(false)
  }
  const place = useRef<HTMLSpanElement>(null)
  // Nothing more to take back: the keyboard goes to the other button rather than nowhere.
  useEffect(() => {
    const lost = place.current?.contains(document.activeElement) && document.activeElement?.matches(':disabled')
    if (lost) place.current?.querySelector<HTMLElement>('button:enabled')?.focus()
  })
  return (
    <span className="set-undo" ref={place}>
      {(['undo', 'redo'] as const).map(verb => {
        const what = state[verb]
        const word = verb === 'undo' ? 'Annuler' : 'Rétablir'
        const words = what ? `${word} : ${what.note} (${what.by})` : `Rien à ${word.toLowerCase()}`
        return (
          <Tooltip key={verb} text={words}>
            <Button
              kind="quiet"
              icon={verb}
              aria-label={words}
              isDisabled={!what}
              isPending={pending}
              onPress={() => what && void go(verb, what.note)}
            />
          </Tooltip>
        )
      })}
    </span>
  )
}
