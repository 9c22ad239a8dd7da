import { Button, Notice } from '../../design/index.ts'
import type { SheetSession } from '../../sheet/sheet-session.ts'
import type { KeptEdit } from '../../sync/edit-store.ts'
import { quoted } from '../shared/words.ts'
import { holdFocus } from './hold-focus.ts'

interface RefusedProps {
  readonly session: SheetSession
  readonly refused: readonly KeptEdit[]
  readonly resumed: number
}

/** What could not be saved, with what was typed: nothing goes away before it is read. And what was taken up again. */
export function Refused({ session, refused, resumed }: RefusedProps) {
  return (
    <>
      {resumed > 0 && (
        <Notice live>
          <p>Une case que vous étiez en train d’écrire quand la page s’est fermée a été reprise.</p>
        </Notice>
      )}
      {refused.map(edit => (
        <Notice
          key={edit.key}
          kind="error"
          title="Une modification n’a pas pu être enregistrée"
          live
          acts={
            <Button
              onPress={() => {
                holdFocus()
                void session.forgetRefused(edit.key)
              }}
            >
              J’ai compris
            </Button>
          }
        >
          <p>{edit.refused}</p>
          {typed(edit).length > 0 && <p>Vous aviez écrit : {typed(edit).join(', ')}.</p>}
        </Notice>
      ))}
    </>
  )
}

function typed({ act }: KeptEdit): readonly string[] {
  if (act.type === 'cells') return act.cells.slice(0, 20).map(({ column, to }) => `${quoted(to)} (${column})`)
  if (act.type === 'add-row')
    return Object.entries(act.cells).flatMap(([column, text]) => (text === '' ? [] : [`${quoted(text)} (${column})`]))
  return []
}
