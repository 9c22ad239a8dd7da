import type { Differences } from '../../../../../../src/contract/publication.ts'
import { useApi } from '../../../api/index.ts'
import { Notice, Skeleton, Table } from '../../../design/index.ts'
import { useSet } from '../../set-context.ts'
import { counted, listed, quoted } from '../../shared/words.ts'

const MOST = 50

/** What the reader of the older version will not find again: rows added, gone, cells changed. */
export function DifferencesView({ now, since }: { readonly now: string; readonly since: string }) {
  const { state } = useSet()
  const same = now === since
  const path = `/sets/${state.slug}/versions/${now}/differences?since=${since}`
  const { value, refused, loading } = useApi<Differences>(same ? null : path)
  if (same) return <p className="soft">Choisissez deux versions différentes.</p>
  if (!value)
    return loading ? (
      <Skeleton lines={3} />
    ) : (
      <Notice kind="attention">
        <p>{refused ?? 'Carnet ne répond pas : réessayez dans un instant.'}</p>
      </Notice>
    )
  return (
    <div className="stack">
      <p role="status">
        <strong>{sentence(value)}</strong>
      </p>
      <Columns columns={value.columns} />
      <Changed changed={value.changed} />
      <Rows title="Lignes ajoutées" rows={value.added} />
      <Rows title="Lignes retirées" rows={value.gone} />
    </div>
  )
}

function sentence({ counts: { added, gone, changed, same } }: Differences): string {
  const parts = [
    added > 0 ? counted(added, 'ligne ajoutée', 'lignes ajoutées') : '',
    gone > 0 ? counted(gone, 'ligne retirée', 'lignes retirées') : '',
    changed > 0 ? counted(changed, 'ligne changée', 'lignes changées') : '',
  ].filter(part => part !== '')
  const rest = counted(same, 'ligne pareille', 'lignes pareilles', 'aucune ligne pareille')
  return parts.length === 0 ? `Le tableau est le même : ${rest}.` : `${listed(parts)} ; ${rest}.`
}

function Columns({ columns: { added, gone } }: Pick<Differences, 'columns'>) {
  if (added.length + gone.length === 0) return null
  return (
    <p>
      {added.length > 0 && `Colonnes ajoutées : ${listed(added.map(quoted), 12)}. `}
      {gone.length > 0 && `Colonnes retirées : ${listed(gone.map(quoted), 12)}.`}
    </p>
  )
}

function Changed({ changed }: Pick<Differences, 'changed'>) {
  if (changed.length === 0) return null
  const cells = changed.flatMap(({ name, cells }, row) => cells.map(cell => ({ ...cell, name, row })))
  return (
    <>
      <Table
        caption="Cases changées"
        columns={[
          { id: 'name', title: 'Ligne', cell: ({ name }) => name },
          { id: 'column', title: 'Colonne', cell: ({ column }) => column },
          { id: 'was', title: 'Avant', cell: ({ was }) => (was === '' ? '(vide)' : <del>{was}</del>) },
          { id: 'now', title: 'Maintenant', cell: ({ now }) => (now === '' ? '(vide)' : <ins>{now}</ins>) },
        ]}
        rows={cells.slice(0, MOST)}
        rowKey={({ row, column }) => `${row} ${column}`}
      />
      <More many={cells.length - MOST} one="autre case" several="autres cases" />
    </>
  )
}

function Rows({ title, rows }: { readonly title: string; readonly rows: Differences['added'] }) {
  if (rows.length === 0) return null
  return (
    <details>
      <summary>
        {title} ({rows.length})
      </summary>
      <ul className="difference-rows">
        {rows.slice(0, MOST).map(({ name, cells }, at) => (
          <li key={at}>
            <strong>{name}</strong>{' '}
            <span className="small soft">{cells.filter(cell => cell !== '' && cell !== name).join(' · ')}</span>
          </li>
        ))}
      </ul>
      <More many={rows.length - MOST} one="autre ligne" several="autres lignes" />
    </details>
  )
}

const More = ({ many, one, several }: { readonly many: number; readonly one: string; readonly several: string }) =>
  many > 0 ? <p className="small soft">et {counted(many, one, several)}</p> : null
