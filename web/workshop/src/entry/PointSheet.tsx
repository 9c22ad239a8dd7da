import type { Model, Town } from '../../../../src/core/models/model.ts'
import type { AddressIndex } from '../../../../src/core/places/address-index.ts'
import type { Spot } from '../../../../src/core/places/spot.ts'
import { useSession } from '../api/index.ts'
import { Dialog, Skeleton, toast } from '../design/index.ts'
import type { Values } from './check-row.ts'
import { EntryForm } from './EntryForm.tsx'
import type { PointFields } from './form.ts'
import { cellsOfSpot } from './place.ts'
import { nameOfRow } from './row-name.ts'
import type { SetRow } from './set-rows.ts'
import { useDraft } from './use-draft.ts'
import { emptied, useForm } from './use-form.ts'
import type { SetRows } from './use-set-rows.ts'

export type Placed = SetRows & { readonly model: Model; readonly point: PointFields }
/** What the person is doing: nothing, describing a new point, or changing a row. */
export type Doing =
  | { readonly type: 'look' }
  | { readonly type: 'new' }
  | { readonly type: 'edit'; readonly row: SetRow }
  | { readonly type: 'move'; readonly row: SetRow }

interface PointSheetProps {
  readonly town: Town
  readonly addresses: AddressIndex | undefined
  readonly set: Placed
  readonly doing: Doing
  readonly inHand: Spot | undefined
  readonly onClose: () => void
}

/** The form of the point, beside the map. */
export function PointSheet({ set, doing, inHand, onClose, ...places }: PointSheetProps) {
  const open = doing.type === 'new' || doing.type === 'edit'
  return (
    <Dialog
      title={doing.type === 'edit' ? `Modifier « ${nameOfRow(doing.row.cells, set.model, [])} »` : 'Nouveau point'}
      open={open}
      onClose={onClose}
      size="side"
    >
      {open && (
        <PointEntry
          key={doing.type === 'edit' ? doing.row.id : 'nouveau'}
          {...{ set, inHand, onClose }}
          row={doing.type === 'edit' ? doing.row : undefined}
          {...places}
        />
      )}
    </Dialog>
  )
}

function PointEntry({
  set,
  row,
  inHand,
  onClose,
  town,
  addresses,
}: Omit<PointSheetProps, 'doing'> & { readonly row: SetRow | undefined }) {
  const { model, point } = set
  const { town: card } = useSession()
  const form = useForm(set, town, row !== undefined)
  const draft = useDraft(`${card.insee} ${set.state.slug} ${row?.id ?? 'point'}`)
  const placed = inHand && !row ? cellsOfSpot(point, inHand) : {}
  const values: Values = row
    ? { ...row.cells, ...draft.values }
    : { ...draft.values, ...placedUnlessTyped(draft.values, placed) }
  const save = (cells: Values) => {
    if (row) set.change(row, { ...row.cells, ...emptied(row.cells, values), ...cells })
    else set.add(cells)
    draft.change(() => ({}))
    toast({ text: `« ${nameOfRow(cells, model, [])} » ${row ? 'modifié' : 'placé'}.` })
    onClose()
  }
  if (!draft.ready) return <Skeleton lines={6} />
  return (
    <EntryForm
      {...{ form, model, town, addresses, values }}
      onChange={next => draft.change(() => next(values))}
      onSave={save}
      saveWords={row ? 'Enregistrer les changements' : 'Enregistrer ce point'}
      withMap={false}
    />
  )
}

/** The pin is where the person put it; figures that she types after win. */
const placedUnlessTyped = (typed: Values, placed: Values): Values =>
  Object.keys(placed).some(name => typed[name] !== undefined) ? {} : placed
