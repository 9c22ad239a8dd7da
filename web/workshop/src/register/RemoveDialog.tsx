import type { Register, RegisterNode } from '../../../../src/contract/register.ts'
import { AlertDialog } from '../design/index.ts'
import { isSet } from './words.ts'

/** Asks before somebody is taken out, and says what becomes of what was below. */
export function RemoveDialog({
  register,
  node,
  onClose,
  onConfirm,
}: {
  readonly register: Register
  readonly node: RegisterNode
  readonly onClose: () => void
  readonly onConfirm: () => Promise<void>
}) {
  const below = register.edges.filter(({ from }) => from === node.id)
  const sets = below.filter(({ to }) => isSet(register, to)).length
  const others = below.length - sets
  return (
    <AlertDialog
      title={`Retirer « ${node.name} » ?`}
      open
      onClose={onClose}
      confirm="Retirer"
      onConfirm={onConfirm}
      danger
    >
      {others === 1 && <p>La fiche qui est dessous reste : elle remonte d’un niveau.</p>}
      {others > 1 && <p>Les {others} fiches qui sont dessous restent : elles remontent d’un niveau.</p>}
      {sets === 1 && <p>Le jeu de données détenu ou suppléé ici attendra un nouveau nom.</p>}
      {sets > 1 && <p>Les {sets} jeux de données détenus ou suppléés ici attendront un nouveau nom.</p>}
      <p>Vous pourrez annuler.</p>
    </AlertDialog>
  )
}
