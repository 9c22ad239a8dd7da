import { lazy, Suspense, useId, useState } from 'react'
import type { Field, Town } from '../../../../src/core/models/model.ts'
import type { AddressIndex } from '../../../../src/core/places/address-index.ts'
import type { Spot } from '../../../../src/core/places/spot.ts'
import { announce, Button, Dialog, Icon, Skeleton } from '../design/index.ts'
import { ByAddress } from './ByAddress.tsx'
import type { Values } from './check-row.ts'
import { EntryField } from './EntryField.tsx'
import type { Reader } from './feedback.ts'
import { fieldsOf, type PointFields } from './form.ts'
import { inputOf } from './input.ts'
import { cellsOfSpot, placeFault, spotOf } from './place.ts'
import { useHere } from './use-here.ts'

const SpotPicker = lazy(() => import('../map/SpotPicker.tsx'))

interface PointFieldProps {
  readonly point: PointFields
  readonly values: Values
  readonly readers: ReadonlyMap<string, Reader>
  readonly town?: Town | undefined
  readonly addresses?: AddressIndex | undefined
  readonly onChange: (name: string, value: string) => void
  /** On the page of the map, the map itself is beside the form. */
  readonly withMap: boolean
  readonly problems: ReadonlyMap<string, string>
  /** All the columns of the row: those of its address help to place it. */
  readonly columns: readonly Field[]
}

/** The place of the row: where one stands, a point of the map, or figures. */
export function PointField({
  point,
  values,
  readers,
  town,
  addresses,
  onChange,
  withMap,
  problems,
  columns,
}: PointFieldProps) {
  const id = useId()
  const [picking, setPicking] = useState(false)
  const spot = spotOf(point, values)
  const fields = fieldsOf({ type: 'point', point })
  // Half a place, or words: what was typed stays in sight.
  const typed = !spot && fields.some(({ name }) => (values[name] ?? '') !== '')
  const put = (where: Spot) => {
    for (const [name, value] of Object.entries(cellsOfSpot(point, where))) onChange(name, value)
    announce('Position notée.')
  }
  const here = useHere(put)
  const fault = spot && placeFault(spot, town)
  return (
    <fieldset className="entry-field entry-point" aria-describedby={`${id}-state`}>
      <legend className="c-label">Position sur la carte</legend>
      <div className="row">
        <Button icon="pin" onPress={here.ask} isPending={here.waiting}>
          Utiliser ma position
        </Button>
        {withMap && <Button onPress={() => setPicking(true)}>Placer sur la carte</Button>}
        {addresses && <ByAddress {...{ columns, values, addresses, town, spot, put }} onChange={onChange} />}
      </div>
      <p
        id={`${id}-state`}
        className={`entry-feedback${fault || here.problem ? ' entry-feedback-ask' : ''}`}
        aria-live="polite"
      >
        {(fault || here.problem) && (
          <>
            <Icon name="attention" size={18} /> <span>{here.problem ?? fault}</span>
          </>
        )}
      </p>
      <details className="entry-figures" open={typed || fields.some(({ name }) => problems.has(name))}>
        <summary>
          {spot ? `Position notée : ${spot.latitude}, ${spot.longitude}` : 'Écrire la latitude et la longitude'}
        </summary>
        <div className="entry-point-figures">
          {fields.map(field => (
            <EntryField
              key={field.name}
              field={field}
              input={inputOf(field)}
              value={values[field.name] ?? ''}
              reader={readers.get(field.name)!}
              problem={problems.get(field.name)}
              onChange={onChange}
            />
          ))}
        </div>
      </details>
      <Dialog title="Placer sur la carte" open={picking} onClose={() => setPicking(false)} size="wide">
        <Suspense fallback={<Skeleton lines={6} />}>
          <SpotPicker
            start={spot}
            town={town}
            addresses={addresses}
            onPick={where => {
              put(where)
              setPicking(false)
            }}
          />
        </Suspense>
      </Dialog>
    </fieldset>
  )
}
