import { type FormEvent, useId, useState } from 'react'
import type { Town } from '../../../../src/core/models/model.ts'
import type { AddressIndex } from '../../../../src/core/places/address-index.ts'
import { type Geocoded, geocode } from '../../../../src/core/places/geocode/index.ts'
import type { Spot } from '../../../../src/core/places/spot.ts'
import { Button } from '../design/index.ts'

interface AddressSearchProps {
  readonly addresses: AddressIndex
  readonly town?: Town | undefined
  readonly onFound: (spot: Spot, label: string) => void
}

/** Finds an address of the town in its own file: no network, no service. */
export function AddressSearch({ addresses, town, onFound }: AddressSearchProps) {
  const id = useId()
  const [text, setText] = useState('')
  const [answer, setAnswer] = useState<Geocoded>()
  const search = (event: FormEvent) => {
    event.preventDefault()
    // The form of a row may be around this one: only this search is meant.
    event.stopPropagation()
    if (text.trim() !== '') setAnswer(geocode(text, addresses, town))
  }
  return (
    <form className="map-search" onSubmit={search}>
      <label className="c-label" htmlFor={id}>
        Chercher une adresse
      </label>
      <div className="map-search-line">
        <input
          id={id}
          className="c-input"
          value={text}
          placeholder="12 rue des Lilas"
          autoComplete="off"
          onChange={event => setText(event.target.value)}
        />
        <Button type="submit" icon="search">
          Chercher
        </Button>
      </div>
      <div aria-live="polite">{answer && <Found answer={answer} onFound={onFound} />}</div>
    </form>
  )
}

function Found({
  answer: { found, sure, confidence, reason },
  onFound,
}: {
  readonly answer: Geocoded
  readonly onFound: AddressSearchProps['onFound']
}) {
  if (found.length === 0) return <p className="small">{reason}</p>
  return (
    <>
      <p className="small soft">
        {sure
          ? 'Adresse trouvée :'
          : found.length === 1
            ? `Une adresse possible (${confidence}) :`
            : `${found.length} adresses possibles :`}
      </p>
      <ul className="map-found">
        {found.map(({ label, longitude, latitude }) => (
          <li key={`${label} ${longitude}`}>
            <Button icon="pin" size="small" onPress={() => onFound({ longitude, latitude }, label)}>
              {label}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
