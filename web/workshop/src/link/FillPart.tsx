import { useMemo } from 'react'
import type { LinkPage } from '../../../../src/contract/link.ts'
import { announce, Badge, Skeleton } from '../design/index.ts'
import type { Values } from '../entry/check-row.ts'
import { EntryForm } from '../entry/EntryForm.tsx'
import { formOf } from '../entry/form.ts'
import { nameOfRow, summaryOfRow } from '../entry/row-name.ts'
import { today } from '../entry/today.ts'
import { useDraft } from '../entry/use-draft.ts'
import { counted } from '../set/shared/words.ts'
import { modelOfLink, townOfLink } from './model-of-fields.ts'
import type { Given } from './use-outbox.ts'
import { momentInWords } from './words.ts'

interface FillPartProps {
  readonly page: LinkPage
  readonly token: string
  readonly outbox: Given
}

/** A row at a time, of the columns asked; and what this link has given already. */
export function FillPart({ page, token, outbox }: FillPartProps) {
  const model = useMemo(() => modelOfLink(page), [page])
  const town = useMemo(() => townOfLink(page), [page])
  const form = useMemo(() => formOf(page.fields, { town, today: today() }), [page, town])
  const draft = useDraft(`lien ${token.slice(0, 12)}`)
  const save = (cells: Values) => {
    outbox.give('rows', { cells })
    draft.change(() => ({}))
    announce('Enregistré. Vous pouvez en ajouter un autre.')
  }
  if (!draft.ready) return <Skeleton lines={6} />
  return (
    <>
      <p>Une fiche par ligne. Ce que vous ne savez pas peut rester vide ; rien n’est perdu si le réseau se coupe.</p>
      <EntryForm
        {...{ form, model, town }}
        values={draft.values}
        onChange={draft.change}
        onSave={save}
        saveWords="Enregistrer et ajouter un autre"
      />
      <GivenRows page={page} outbox={outbox} />
    </>
  )
}

function GivenRows({ page, outbox }: Omit<FillPartProps, 'token'>) {
  const model = modelOfLink(page)
  const asked = page.fields.map(({ name }) => name)
  const sent = page.given ?? []
  const waiting = outbox.left.flatMap(({ key, path, body, refused }) =>
    path === 'rows' && refused === undefined && !sent.some(({ id }) => id === key)
      ? [{ id: key, cells: body.cells as Values }]
      : [],
  )
  const rows = [...waiting.map(row => ({ ...row, at: undefined })).reverse(), ...[...sent].reverse()]
  return (
    <section className="card" aria-labelledby="deja">
      <h2 className="entry-section-title" id="deja">
        Déjà envoyé par ce lien
      </h2>
      <p className="small soft" aria-live="polite">
        {counted(rows.length, 'ligne', 'lignes', 'Rien pour l’instant.')}
      </p>
      <ul className="entry-row-list">
        {rows.map(({ id, cells, at }) => (
          <li className="entry-row" key={id}>
            <div>
              <span className="entry-row-name">{nameOfRow(cells, model, asked)}</span>
              <span className="small soft entry-row-more">{summaryOfRow(cells, model, asked)}</span>
            </div>
            {at === undefined ? (
              <Badge icon="offline">en cours d’envoi</Badge>
            ) : (
              <span className="small soft">{momentInWords(at)}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
