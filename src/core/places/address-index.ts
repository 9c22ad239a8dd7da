import { comparisonKey } from '../values/text.ts'
import { houseNumberKey } from './address/house-number.ts'
import { keyText, type StreetKey, streetKey } from './address/street-key.ts'
import { middleOf, type Spot } from './spot.ts'

/** The streets of one commune (or of a few), from its file of the Base Adresse Nationale. */
export interface AddressIndex {
  readonly streets: readonly Street[]
  readonly communes: readonly IndexedCommune[]
  /** Streets by the key of one of their names, see `keyText`. */
  readonly byKey: ReadonlyMap<string, readonly Street[]>
  /** In how many streets each word is: rare words tell more. */
  readonly wordCounts: ReadonlyMap<string, number>
  readonly addressCount: number
  /** French sentences: what of the file was not kept. */
  readonly notes: readonly string[]
}

export interface Street {
  readonly type: 'street' | 'locality'
  /** The official spelling. */
  readonly name: string
  readonly insee: string
  readonly town: string
  /** The commune before a merger; '' when there is none. */
  readonly oldTown: string
  readonly postcodes: readonly string[]
  /** Of the name, then of the other names. */
  readonly keys: readonly StreetKey[]
  /** By `houseNumberKey`. */
  readonly numbers: ReadonlyMap<string, Spot>
  /** Its point nearest to the middle. */
  readonly middle: Spot
  /** From the middle to the farthest address, in metres. */
  readonly radius: number
}

export interface IndexedCommune {
  readonly insee: string
  readonly name: string
  readonly oldNames: readonly string[]
  readonly postcodes: readonly string[]
}

/** One row of the file. '' where it says nothing. */
export interface AddressPoint extends Spot {
  /** « 12 », « 12 bis »; '' for a street or a locality without numbers. */
  readonly number: string
  readonly street: string
  readonly postcode: string
  readonly insee: string
  readonly town: string
  readonly oldTown: string
  /** Other names of the street. */
  readonly aliases: readonly string[]
  /** The locality where the address stands. */
  readonly locality: string
}

export function createAddressIndex(points: readonly AddressPoint[], notes: readonly string[] = []): AddressIndex {
  const named = groups(points, point => point.street).map(group => streetOf(group))
  const known = new Set(named.flatMap(({ insee, keys }) => keys.map(key => insee + keyText(key))))
  const localities = groups(points, point => point.locality)
    .map(group => localityOf(group))
    .filter(({ insee, keys }) => !known.has(insee + keyText(keys[0]!)))
  const streets = [...named, ...localities]
  return {
    streets,
    communes: communesOf(points),
    byKey: byKey(streets),
    wordCounts: countWords(streets),
    addressCount: points.length,
    notes,
  }
}

type Group = readonly [AddressPoint, ...AddressPoint[]]

/** Rows that bear one name in one commune of today and of yesterday. */
function groups(points: readonly AddressPoint[], nameOf: (point: AddressPoint) => string): Group[] {
  const found = new Map<string, [AddressPoint, ...AddressPoint[]]>()
  for (const point of points) {
    const name = nameOf(point)
    if (name === '') continue
    const id = [point.insee, point.oldTown, name].join('\n')
    const group = found.get(id)
    if (group) group.push(point)
    else found.set(id, [point])
  }
  return [...found.values()]
}

function streetOf(points: Group): Street {
  const numbers = new Map<string, Spot>()
  for (const point of points) {
    const key = houseNumberKey(point.number)
    if (key !== '' && !numbers.has(key)) numbers.set(key, point)
  }
  const { street } = points[0]
  const names = new Set([street, ...points.flatMap(({ aliases }) => aliases)])
  return place(numbers.size > 0 ? 'street' : 'locality', street, [...names], points, numbers)
}

const localityOf = (points: Group): Street =>
  place('locality', points[0].locality, [points[0].locality], points, new Map())

function place(
  type: Street['type'],
  name: string,
  names: readonly string[],
  points: Group,
  numbers: ReadonlyMap<string, Spot>,
): Street {
  const { insee, town, oldTown } = points[0]
  return {
    type,
    name,
    insee,
    town,
    oldTown: comparisonKey(oldTown) === comparisonKey(town) ? '' : oldTown,
    postcodes: distinct(points.map(({ postcode }) => postcode)),
    keys: distinctKeys(names.flatMap(one => withoutYear(streetKey(one)))),
    numbers,
    ...middleOf(points),
  }
}

const MONTHS = new Set(
  'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'.split(' '),
)

/** « Rue du 8 Mai 1945 » is also said without its year. */
function withoutYear(key: StreetKey): StreetKey[] {
  const { words, joined } = key
  const year = words.at(-1) ?? ''
  if (!/^1[789]\d\d$/.test(year) || !MONTHS.has(words.at(-2) ?? '')) return [key]
  return [key, { ...key, words: words.slice(0, -1), joined: joined.slice(0, -year.length) }]
}

function distinctKeys(keys: readonly StreetKey[]): StreetKey[] {
  return [...new Map(keys.map(key => [keyText(key), key])).values()]
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)].filter(text => text !== '')

function byKey(streets: readonly Street[]): Map<string, Street[]> {
  const found = new Map<string, Street[]>()
  for (const street of streets)
    for (const key of street.keys) found.set(keyText(key), [...(found.get(keyText(key)) ?? []), street])
  return found
}

function countWords(streets: readonly Street[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { keys } of streets)
    for (const word of new Set(keys.flatMap(({ words }) => words))) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

function communesOf(points: readonly AddressPoint[]): IndexedCommune[] {
  const byCode = new Map<string, AddressPoint[]>()
  for (const point of points) {
    const own = byCode.get(point.insee)
    if (own) own.push(point)
    else byCode.set(point.insee, [point])
  }
  return [...byCode].map(([insee, own]) => ({
    insee,
    name: own[0]!.town,
    oldNames: distinct(own.map(({ oldTown }) => oldTown)),
    postcodes: distinct(own.map(({ postcode }) => postcode)),
  }))
}

/** West, south, east and north of the addresses, in degrees; undefined when there is none. */
export function boxOf({ streets }: AddressIndex): readonly [number, number, number, number] | undefined {
  const spots = streets.flatMap(({ numbers, middle }) => [middle, ...numbers.values()])
  if (spots.length === 0) return undefined
  const [longitudes, latitudes] = [spots.map(spot => spot.longitude), spots.map(spot => spot.latitude)]
  const [west, south] = [longitudes, latitudes].map(all => all.reduce((a, b) => Math.min(a, b)))
  const [east, north] = [longitudes, latitudes].map(all => all.reduce((a, b) => Math.max(a, b)))
  return [west!, south!, east!, north!]
}
