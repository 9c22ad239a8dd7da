import { useState } from 'react'
import type { SourceCard as Card, SetState } from '../../../../../src/contract/sets.ts'
import { problem, remove } from '../../api/index.ts'
import { AlertDialog, Badge, Button, Icon, toast } from '../../design/index.ts'
import { useSet } from '../set-context.ts'
import { originalAddress } from '../shared/addresses.ts'
import { counted, momentInWords, quoted, rowsCounted, sizeInWords } from '../shared/words.ts'
import { SourceContentView } from './SourceContentView.tsx'
import type { TableUse } from './usage.ts'

interface SourceCardProps {
  readonly source: Card
  readonly first: boolean
  readonly tables?: readonly TableUse[]
}

/** One file: what it is, what was found in it, and what it becomes. */
export function SourceCard({ source, first, tables }: SourceCardProps) {
  const [open, setOpen] = useState(false)
  const { id, name, size, sentAt, sentBy } = source
  const rows = tables?.reduce((sum, table) => sum + table.rows, 0)
  return (
    <li className="card stack source-card">
      <div className="row row-between">
        <div className="row source-name">
          <Icon name="file" size={26} />
          <div>
            <h3>{name}</h3>
            <p className="small soft">
              {sizeInWords(size)}, reçu le {momentInWords(sentAt)}
              {sentBy !== '' && `, de ${sentBy}`}
            </p>
          </div>
        </div>
        {first && <Badge kind="info">fichier principal</Badge>}
      </div>
      {tables && rows !== undefined && (
        <p>
          {counted(tables.length, 'tableau trouvé', 'tableaux trouvés', 'aucun tableau trouvé')}, {rowsCounted(rows)} en
          tout.
        </p>
      )}
      <div className="row">
        <Button icon={open ? 'chevron-down' : 'chevron-right'} aria-expanded={open} onPress={() => setOpen(!open)}>
          Voir ce qui a été lu
        </Button>
        <a className="c-button c-button-quiet c-button-normal" href={originalAddress(id)} download>
          <Icon name="download" /> Télécharger l’original
        </a>
        <RemoveButton source={source} />
      </div>
      {open && <SourceContentView upload={id} {...(tables && { uses: tables })} />}
    </li>
  )
}

function RemoveButton({ source: { id, name } }: { readonly source: Card }) {
  const { state, reload } = useSet()
  const [asking, setAsking] = useState(false)
  const go = async () => {
    const answer = await remove<SetState>(`/sets/${state.slug}/sources/${id}`)
    toast(
      'value' in answer ? { text: `${quoted(name)} est retiré de ce jeu.` } : { kind: 'error', text: problem(answer) },
    )
    await reload()
  }
  return (
    <>
      <Button kind="quiet" icon="trash" onPress={() => setAsking(true)}>
        Retirer
      </Button>
      <AlertDialog
        title={`Retirer ${quoted(name)} ?`}
        open={asking}
        onClose={() => setAsking(false)}
        confirm="Retirer de ce jeu"
        danger
        onConfirm={go}
      >
        <p>Ses lignes quittent le tableau. Le fichier reste gardé, et « Annuler » le remet.</p>
      </AlertDialog>
    </>
  )
}
