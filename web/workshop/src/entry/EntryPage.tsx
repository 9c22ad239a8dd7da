import { useRef, useState } from 'react'
import type { Model } from '../../../../src/core/models/model.ts'
import { useSession } from '../api/index.ts'
import { LinkButton, Notice, Skeleton, toast } from '../design/index.ts'
import { useTownPlaces } from '../map/use-town-places.ts'
import { AskSomebody } from './AskSomebody.tsx'
import type { Values } from './check-row.ts'
import { EntryForm } from './EntryForm.tsx'
import { Refused } from './Refused.tsx'
import { RowList } from './RowList.tsx'
import { nameOfRow } from './row-name.ts'
import type { SetRow } from './set-rows.ts'
import { useDraft } from './use-draft.ts'
import { emptied, useForm } from './use-form.ts'
import { type SetRows, useSetRows } from './use-set-rows.ts'

/** Entry from nothing: one form made from the model, on a phone or at a desk, and the rows typed. */
export default function EntryPage() {
  const rows = useSetRows()
  if (!rows.model)
    return rows.problem ? (
      <Notice kind="attention" live>
        {rows.problem}
      </Notice>
    ) : (
      <Skeleton lines={8} />
    )
  return <Entry {...rows} model={rows.model} />
}

function Entry(set: SetRows & { readonly model: Model }) {
  const { state, model, rows, saving, pending } = set
  const { town: card } = useSession()
  const { town, addresses } = useTownPlaces(card)
  const [edited, setEdited] = useState<SetRow>()
  const draft = useDraft(`${card.insee} ${state.slug} ${edited?.id ?? 'nouvelle'}`)
  const form = useForm(set, town, edited !== undefined)
  const top = useRef<HTMLDivElement>(null)
  const values = edited ? { ...edited.cells, ...draft.values } : draft.values
  const leave = () => {
    draft.change(() => ({}))
    setEdited(undefined)
  }
  const save = (cells: Values) => {
    const name = nameOfRow(cells, model, [])
    if (edited) set.change(edited, { ...edited.cells, ...emptied(edited.cells, values), ...cells })
    else set.add(cells)
    leave()
    toast({ text: edited ? `« ${name} » modifié.` : `« ${name} » ajouté.` })
  }
  const remove = (row: SetRow) => {
    if (row.id === edited?.id) leave()
    set.remove(row)
    toast({
      text: `« ${nameOfRow(row.cells, model, [])} » retiré.`,
      action: { label: 'Remettre', run: () => set.add(row.cells) },
    })
  }
  return (
    <div className="entry-page" ref={top}>
      <div className="stack">
        <div className="row row-between">
          <h2>{edited ? `Modifier « ${nameOfRow(edited.cells, model, [])} »` : 'Ajouter une ligne'}</h2>
          <AskSomebody set={set} form={form} />
          {form.point && (
            <LinkButton to={`/jeux/${state.slug}/carte`} icon="pin" size="small">
              Saisir depuis la carte
            </LinkButton>
          )}
        </div>
        <Refused pending={pending} forget={set.forget} />
        {draft.ready ? (
          <EntryForm
            key={edited?.id ?? 'nouvelle'}
            {...{ form, model, town, addresses, values }}
            onChange={draft.change}
            onSave={save}
            saveWords={edited ? 'Enregistrer les changements' : 'Enregistrer et ajouter un autre'}
            onCancel={edited && leave}
          />
        ) : (
          <Skeleton lines={8} />
        )}
      </div>
      <RowList
        title="Lignes saisies"
        rows={rows.filter(({ typed }) => typed)}
        {...{ model, form, saving }}
        current={edited?.id}
        onRemove={remove}
        onEdit={row => {
          setEdited(row)
          top.current?.scrollIntoView({ block: 'start' })
        }}
      />
    </div>
  )
}
