import { useMemo, useRef, useState } from 'react'
import type { Model, Town } from '../../../../src/core/models/model.ts'
import { useSession } from '../api/index.ts'
import { Button, LinkButton, Notice, Skeleton, toast } from '../design/index.ts'
import { useTownPlaces } from '../map/use-town-places.ts'
import type { Values } from './check-row.ts'
import { EntryForm } from './EntryForm.tsx'
import { type Form, formOf } from './form.ts'
import { nextId } from './next-id.ts'
import { RowList } from './RowList.tsx'
import { nameOfRow } from './row-name.ts'
import { givenIds, type SetRow } from './set-rows.ts'
import { today } from './today.ts'
import { useDraft } from './use-draft.ts'
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

/** Cells that the person emptied: the form leaves them out of the row. */
export const emptied = (before: Values, values: Values): Values =>
  Object.fromEntries(Object.keys(before).flatMap(name => (values[name] === '' ? [[name, ''] as const] : [])))

/** A row taken up again has its own identifier and its own day: nothing is filled for it. */
export function useForm(
  { model, state, rows }: SetRows & { readonly model: Model },
  town: Town,
  edited: boolean,
): Form {
  return useMemo(() => {
    if (edited) return formOf(model.fields, { today: today() })
    const rule = model.idRule
    const id = rule && nextId(model, town.insee, givenIds(rule.field, state, rows))
    return formOf(model.fields, {
      today: today(),
      town,
      ...(rule && id && { nextId: { field: rule.field, value: id } }),
    })
  }, [model, state, rows, town, edited])
}

/** What the server would not keep: said until it has been read. */
export function Refused({ pending, forget }: Pick<SetRows, 'pending' | 'forget'>) {
  return pending.flatMap(({ key, refused }) =>
    refused === undefined
      ? []
      : [
          <Notice key={key} kind="error" live acts={<Button onPress={() => forget(key)}>J’ai compris</Button>}>
            {refused}
          </Notice>,
        ],
  )
}
