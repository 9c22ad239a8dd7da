import { useState } from 'react'
import type { Model, Town } from '../../../../src/core/models/model.ts'
import type { Spot } from '../../../../src/core/places/spot.ts'
import { Badge, Button } from '../design/index.ts'
import type { Pin } from '../map/town-map.ts'
import { counted } from '../set/shared/words.ts'
import type { SavingState } from '../sync/edit-queue.ts'
import type { PointFields } from './form.ts'
import { placeFault } from './place.ts'
import { Saved } from './RowList.tsx'
import { nameOfRow, summaryOfRow } from './row-name.ts'
import type { SetRow } from './set-rows.ts'

interface PointListProps {
  readonly rows: readonly SetRow[]
  readonly pins: readonly Pin[]
  readonly model: Model
  readonly point: PointFields
  readonly town: Town
  readonly saving: SavingState
  readonly onLook: (id: string, spot: Spot | undefined) => void
  readonly onEdit: (row: SetRow) => void
  readonly onMove: (row: SetRow, spot: Spot | undefined) => void
}

/** Lines drawn at once; the others are a button away, so that the list always says as much as the map. */
const MOST = 200

/** Every point of the map in words, and the rows that have none: what the map shows is also here, and can be done from here. */
export function PointList({ rows, pins, model, town, saving, onLook, onEdit, onMove }: PointListProps) {
  const [shown, setShown] = useState(MOST)
  const placed = new Map(pins.map(pin => [pin.id, pin]))
  const without = rows.filter(({ id }) => !placed.has(id))
  const all = [...without, ...rows.filter(({ id }) => placed.has(id))]
  return (
    <section className="card entry-rows" aria-labelledby="points">
      <div className="row row-between">
        <h2 className="entry-section-title" id="points">
          {counted(pins.length, 'point', 'points', 'Aucun point')} sur la carte
        </h2>
        <Saved saving={saving} />
      </div>
      {without.length > 0 && (
        <p className="small">
          {counted(without.length, 'ligne n’a', 'lignes n’ont', '')} pas encore de position : placez-la depuis cette
          liste.
        </p>
      )}
      <ul className="entry-row-list">
        {all.slice(0, shown).map(row => (
          <PointLine key={row.id} row={row} pin={placed.get(row.id)} {...{ model, town, onLook, onEdit, onMove }} />
        ))}
      </ul>
      {all.length > shown && (
        <Button onPress={() => setShown(shown + MOST)}>
          Voir la suite ({counted(all.length - shown, 'autre ligne', 'autres lignes', '')})
        </Button>
      )}
    </section>
  )
}

interface PointLineProps extends Pick<PointListProps, 'model' | 'town' | 'onLook' | 'onEdit' | 'onMove'> {
  readonly row: SetRow
  readonly pin: Pin | undefined
}

function PointLine({ row, pin, model, town, onLook, onEdit, onMove }: PointLineProps) {
  const name = nameOfRow(row.cells, model, [])
  const fault = pin?.odd ? placeFault(pin.spot, town) : undefined
  return (
    <li className="entry-row" onFocus={() => onLook(row.id, undefined)}>
      <div>
        {pin ? (
          <button type="button" className="point-name" onClick={() => onLook(row.id, pin.spot)}>
            {name}
          </button>
        ) : (
          <span className="entry-row-name">{name}</span>
        )}
        <span className="small soft entry-row-more">{summaryOfRow(row.cells, model, Object.keys(row.cells))}</span>
        {!pin && <Badge kind="attention">sans position</Badge>}
        {fault && <span className="small entry-row-more entry-feedback-ask entry-feedback">{fault}</span>}
      </div>
      <div className="row entry-row-acts">
        <Button
          kind="quiet"
          size="small"
          icon="pin"
          aria-label={`${pin ? 'Déplacer' : 'Placer'} ${name}`}
          onPress={() => onMove(row, pin?.spot)}
        />
        <Button kind="quiet" size="small" icon="edit" aria-label={`Modifier ${name}`} onPress={() => onEdit(row)} />
      </div>
    </li>
  )
}
