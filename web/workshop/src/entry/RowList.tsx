import type { Model } from '../../../../src/core/models/model.ts'
import { Button, Icon } from '../design/index.ts'
import { counted } from '../set/shared/words.ts'
import type { SavingState } from '../sync/edit-queue.ts'
import type { Form } from './form.ts'
import { fieldsOf } from './form.ts'
import { nameOfRow, summaryOfRow } from './row-name.ts'
import type { SetRow } from './set-rows.ts'

interface RowListProps {
  readonly title: string
  readonly rows: readonly SetRow[]
  readonly model: Model
  readonly form: Form
  readonly saving: SavingState
  readonly current: string | undefined
  readonly onEdit: (row: SetRow) => void
  readonly onRemove: (row: SetRow) => void
}

/** What has been typed, the last one first, each to be taken up again or put aside. */
export function RowList({ title, rows, model, form, saving, current, onEdit, onRemove }: RowListProps) {
  const asked = form.sections.flatMap(({ items }) => items.flatMap(fieldsOf)).map(({ name }) => name)
  return (
    <section className="card entry-rows" aria-labelledby="lignes-saisies">
      <div className="row row-between">
        <h2 className="entry-section-title" id="lignes-saisies">
          {title}
        </h2>
        <Saved saving={saving} />
      </div>
      <p className="small soft" aria-live="polite">
        {counted(
          rows.length,
          'ligne',
          'lignes',
          'Rien pour l’instant : la première fiche que vous enregistrez se range ici.',
        )}
      </p>
      <ul className="entry-row-list">
        {[...rows].reverse().map(row => (
          <li key={row.id} className={`entry-row${row.id === current ? ' entry-row-now' : ''}`}>
            <div>
              <span className="entry-row-name">{nameOfRow(row.cells, model, asked)}</span>
              <span className="small soft entry-row-more">{summaryOfRow(row.cells, model, asked)}</span>
              {row.waiting && (
                <span className="small soft entry-row-more">gardée sur cet appareil, pas encore envoyée</span>
              )}
            </div>
            <div className="row entry-row-acts">
              <Button
                kind="quiet"
                size="small"
                icon="edit"
                aria-label={`Modifier ${nameOfRow(row.cells, model, asked)}`}
                onPress={() => onEdit(row)}
              />
              <Button
                kind="quiet"
                size="small"
                icon="trash"
                aria-label={`Retirer ${nameOfRow(row.cells, model, asked)}`}
                onPress={() => onRemove(row)}
              />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What is not on the server yet. */
export function Saved({ saving }: { readonly saving: SavingState }) {
  if (saving.type === 'saved') return null
  if (saving.type === 'saving') return <span className="entry-saved soft">Enregistrement…</span>
  return (
    <span className="entry-saved">
      <Icon name="offline" size={18} /> {counted(saving.count, 'envoi en attente', 'envois en attente', '')} : gardé ici
    </span>
  )
}
