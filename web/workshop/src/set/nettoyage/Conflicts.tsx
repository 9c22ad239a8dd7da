import type { CellConflict } from '../../../../../src/contract/sets.ts'
import { describeIdentity } from '../../../../../src/core/recipe/identity.ts'
import { Button, Notice } from '../../design/index.ts'
import type { SheetSession } from '../../sheet/sheet-session.ts'
import { useSet } from '../set-context.ts'
import { quoted } from '../shared/words.ts'
import { useStepActs } from './use-step-acts.ts'

/** Two people wrote in the same cell: both values are shown, a person chooses. */
export function Conflicts({ session, canWrite }: { readonly session: SheetSession; readonly canWrite: boolean }) {
  const { state } = useSet()
  const { run } = useStepActs(session)
  const settle = ({ id, column }: CellConflict, to: string) =>
    run(`Gardé dans « ${column} » : ${said(to)}`, [{ type: 'settle', conflict: id, to }])
  return state.conflicts.map(conflict => (
    <Notice
      key={conflict.id}
      kind="attention"
      title="Deux personnes ont écrit dans la même case"
      live
      acts={
        canWrite &&
        [conflict.kept, conflict.other].map(({ value, by }) => (
          <Button key={`${by} ${value}`} onPress={() => void settle(conflict, value)}>
            {`Garder ${said(value)} (${by})`}
          </Button>
        ))
      }
    >
      <p>
        Colonne « {conflict.column} », {describeIdentity(conflict.row)} : {conflict.kept.by} a écrit{' '}
        <strong>{said(conflict.kept.value)}</strong>, {conflict.other.by} a écrit{' '}
        <strong>{said(conflict.other.value)}</strong>. Pour l’instant, la case dit {said(conflict.kept.value)}.
      </p>
    </Notice>
  ))
}

const said = (text: string): string => (text === '' ? 'rien' : quoted(text))
