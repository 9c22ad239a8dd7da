import type { Register } from '../../../../src/contract/register.ts'
import { Button, Menu, toast } from '../design/index.ts'
import { pngOf, save } from './png.ts'
import type { RegisterActs } from './use-register.ts'

interface Props {
  readonly register: Register
  readonly acts: RegisterActs
  readonly mayWrite: boolean
  readonly onAdd: () => void
  readonly onOpen: (dialog: 'import' | 'photos') => void
}
const EXPORT = '/api/atelier/register/export'

const FORMATS = [
  { id: 'svg', label: 'Image (SVG), à imprimer en grand' },
  { id: 'png', label: 'Image (PNG), pour un courriel' },
  { id: 'csv', label: 'Tableau (CSV), pour Excel' },
  { id: 'mm', label: 'Carte FreeMind (.mm)' },
]

/** Add, go back, photograph, bring in, take away. */
export const Tools = ({ register: { undo, redo }, acts, mayWrite, onAdd, onOpen }: Props) => (
  <div className="rg-tools">
    {mayWrite && (
      <>
        <Button icon="plus" onPress={onAdd}>
          Ajouter
        </Button>
        <Button
          icon="undo"
          isDisabled={!undo}
          aria-label={undo ? `Annuler : ${undo.note}, par ${undo.by}` : 'Annuler'}
          onPress={() => void acts.turn('undo')}
        >
          Annuler
        </Button>
        <Button
          icon="redo"
          isDisabled={!redo}
          aria-label={redo ? `Rétablir : ${redo.note}, par ${redo.by}` : 'Rétablir'}
          onPress={() => void acts.turn('redo')}
        >
          Rétablir
        </Button>
        <Button icon="upload" onPress={() => onOpen('import')}>
          Importer
        </Button>
      </>
    )}
    <Menu
      label="Exporter"
      kind="secondary"
      items={FORMATS.map(({ id, label }) => ({ id, label, onAction: () => void take(id) }))}
    />
    <Button icon="eye" onPress={() => onOpen('photos')}>
      Photos
    </Button>
  </div>
)

async function take(format: string): Promise<void> {
  try {
    const answer = await fetch(`${EXPORT}/${format === 'png' ? 'svg' : format}`, { credentials: 'same-origin' })
    if (!answer.ok) throw new Error(String(answer.status))
    const blob = await answer.blob()
    save(format === 'png' ? await pngOf(await blob.text()) : blob, `qui-a-quoi.${format}`)
  } catch {
    toast({ text: 'Carnet n’a pas pu écrire ce fichier. Rien n’est perdu : réessayez dans un instant.', kind: 'error' })
  }
}
