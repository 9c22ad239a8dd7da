import { useEffect, useMemo, useState } from 'react'
import type { TownCard } from '../../../../src/contract/people.ts'
import type { Town } from '../../../../src/core/models/model.ts'
import {
  type AddressIndex,
  type AddressPoint,
  boxOf,
  createAddressIndex,
} from '../../../../src/core/places/address-index.ts'
import { get } from '../api/index.ts'

export interface TownPlaces {
  readonly town: Town
  readonly addresses?: AddressIndex
}

/** The town as the core knows it, with its addresses and its extent once they have come. Without them, everything works but the search. */
export function useTownPlaces(card: TownCard): TownPlaces {
  const [addresses, setAddresses] = useState<AddressIndex>()
  const name = card.addresses?.name
  useEffect(() => {
    if (name === undefined) return
    const asked = new AbortController()
    void get<readonly AddressPoint[]>('/town/addresses', asked.signal).then(answer => {
      if ('value' in answer) setAddresses(createAddressIndex(answer.value))
    })
    return () => asked.abort()
  }, [name])
  const town = useMemo(() => townOf(card, addresses), [card, addresses])
  return { town, ...(addresses && { addresses }) }
}

function townOf({ insee, name, postcodes, department, siret }: TownCard, addresses: AddressIndex | undefined): Town {
  const box = addresses && boxOf(addresses)
  return { insee, name, postcodes, department, ...(siret && { siret, siren: siret.slice(0, 9) }), ...(box && { box }) }
}
