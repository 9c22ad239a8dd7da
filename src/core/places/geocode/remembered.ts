import type { Town } from '../../models/model.ts'
import type { AddressIndex } from '../address-index.ts'
import type { Communes } from '../communes/index.ts'
import { type Geocoded, geocode } from './geocode.ts'
import type { AddressQuery } from './query.ts'

/** Distinct addresses remembered for one address file. */
const MOST = 50_000
/** A page knows one town, a server a few of them at a time. */
const MOST_PLACES = 8

interface Memory {
  readonly town: Town | undefined
  readonly communes: Communes | undefined
  readonly known: Map<string, Geocoded>
}

/** By address file, which never changes: a sheet is replayed and checked again at each keystroke, and its addresses are the same. */
const memories = new WeakMap<AddressIndex, Memory[]>()

/** `geocode`, that looks for each address once: for a whole table, and from one replay or check to the next. */
export function rememberedGeocode(
  index: AddressIndex,
  town?: Town,
  communes?: Communes,
): (query: AddressQuery) => Geocoded {
  const { known } = memoryOf(index, town, communes)
  return query => {
    const id = JSON.stringify(query)
    const before = known.get(id)
    if (before) return before
    const answer = geocode(query, index, town, communes)
    if (known.size >= MOST) known.clear()
    known.set(id, answer)
    return answer
  }
}

function memoryOf(index: AddressIndex, town: Town | undefined, communes: Communes | undefined): Memory {
  const all = memories.get(index) ?? []
  const found = all.find(one => one.town === town && one.communes === communes)
  if (found) return found
  const made = { town, communes, known: new Map<string, Geocoded>() }
  memories.set(index, [...all.slice(1 - MOST_PLACES), made])
  return made
}
