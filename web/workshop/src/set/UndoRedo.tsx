import { useState } from 'react'
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
  return (
    <span className="set-undo">
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
              isDisabled={!what || pending}
              onPress={() => what && void go(verb, what.note)}
            />
          </Tooltip>
        )
      })}
    </span>
  )
}
