import { useState } from 'react'
import type { Field, Town } from '../../../../src/core/models/model.ts'
import type { AddressIndex } from '../../../../src/core/places/address-index.ts'
import { type Geocoded, geocode } from '../../../../src/core/places/geocode/index.ts'
import type { Spot } from '../../../../src/core/places/spot.ts'
import { Button } from '../design/index.ts'
import { nearestAddress } from '../map/nearest.ts'
import { addressIn, cellsOfAddress } from './address.ts'
import type { Values } from './check-row.ts'

interface ByAddressProps {
  readonly columns: readonly Field[]
  readonly values: Values
  readonly addresses: AddressIndex
  readonly town?: Town | undefined
  readonly spot: Spot | undefined
  readonly put: (spot: Spot) => void
  readonly onChange: (name: string, value: string) => void
}

/** Farther, the nearest address is another place. */
const NEAR_METRES = 60

/** The address gives the place, or the place gives the address: whichever is known fills the other, in one click. */
export function ByAddress({ columns, values, addresses, town, spot, put, onChange }: ByAddressProps) {
  const [answer, setAnswer] = useState<Geocoded>()
  const address = addressIn(columns, values)
  const near = spot && address === '' ? nearestAddress(addresses, spot) : undefined
  const cells = near && near.metres <= NEAR_METRES ? Object.entries(cellsOfAddress(columns, near)) : []
  const writeAddress = () => {
    for (const [name, value] of cells) onChange(name, value)
  }
  const search = () => {
    const found = geocode(address, addresses, town)
    if (found.sure && found.found[0]) put(found.found[0])
    setAnswer(found.sure ? undefined : found)
  }
  return (
    <>
      {address !== '' && <Button onPress={search}>D’après l’adresse</Button>}
      {near && cells.length > 0 && (
        <Button icon="check" onPress={writeAddress}>
          Écrire l’adresse « {near.label} »
        </Button>
      )}
      {answer && (
        <div className="entry-by-address" aria-live="polite">
          <p className="small">{answer.reason}</p>
          {answer.found.map(({ label, longitude, latitude }) => (
            <Button
              key={label}
              size="small"
              icon="pin"
              onPress={() => {
                put({ longitude, latitude })
                setAnswer(undefined)
              }}
            >
              {label}
            </Button>
          ))}
        </div>
      )}
    </>
  )
}
