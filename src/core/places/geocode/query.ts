import { editDistance } from '../../values/distance.ts'
import { comparisonKey } from '../../values/text.ts'
import { splitAddress } from '../address/split.ts'
import { type StreetKey, streetKey } from '../address/street-key.ts'
import { streetType, typesLike } from '../address/street-types.ts'

/** What is looked for: one text, or the cells of a row that hold its parts. */
export interface AddressQuery {
  readonly text: string
  readonly number?: string
  readonly postcode?: string
  readonly town?: string
}

/** The address once taken apart: what the row's own cells say comes before what the text says. */
export interface Asked {
  readonly said: string
  readonly number: string
  readonly street: string
  readonly complements: readonly string[]
  readonly postcode: string
  readonly town: string
  readonly cedex: boolean
}

export function readQuery(query: string | AddressQuery): Asked {
  const given = typeof query === 'string' ? { text: query } : query
  const parts = splitAddress(given.text)
  const { postcode, town, cedex } = splitAddress(`${given.postcode ?? ''} ${given.town ?? ''}`)
  const said = [given.number, given.text, given.postcode, given.town].map(text => text?.trim() ?? '')
  return {
    said: said.filter(text => text !== '').join(' '),
    number: given.number?.trim() || parts.number,
    street: parts.street,
    complements: parts.complement.split(', ').filter(part => part !== ''),
    postcode: postcode || parts.postcode,
    town: town || (given.town?.trim() ?? '') || parts.town,
    cedex: cedex !== '' || parts.cedex !== '',
  }
}

/** One way to understand the query. `trust` is 1 when nothing was supposed. */
export interface Variant {
  readonly key: StreetKey
  readonly text: string
  readonly number: string
  readonly trust: number
}

/** The likeliest first. `townNames`: the commune's, which may follow the street without a comma. */
export function variants({ street, number, complements }: Asked, townNames: readonly string[]): Variant[] {
  const found = [street, ...townNames.flatMap(name => withoutTown(street, name))].flatMap(text => [
    { text, number, trust: 1 },
    // « 4 chemins »: the number may belong to the name.
    ...(number === '' ? [] : [{ text: `${number} ${text}`, number: '', trust: 1 }]),
  ])
  const atEnd = /^(.*\D)\s+(\d{1,4}(?:\s?(?:bis|ter|quater|[a-z]))?)$/i.exec(street)
  const last = atEnd && number === '' ? [{ text: atEnd[1]!, number: atEnd[2]!, trust: 0.95 }] : []
  const supposed = complements.map(text => ({ text, number, trust: 0.84 }))
  return [...found, ...last, ...supposed]
    .filter(({ text }) => text.trim() !== '')
    .map(variant => ({ ...variant, key: streetKey(variant.text) }))
    .flatMap(variant => [variant, ...withTypeMended(variant)])
}

/** « rue des Lilas Épône » without « Épône », but « rue d'Épône » is left whole. */
function withoutTown(street: string, town: string): string[] {
  const [words, last] = [comparisonKey(street), comparisonKey(town)]
  if (last === '' || !words.endsWith(` ${last}`)) return []
  const rest = words.slice(0, -last.length - 1)
  return streetKey(rest).words.some(word => streetType(word) === undefined) && !/ (?:de|d|du|des)$/.test(rest)
    ? [rest]
    : []
}

/** « aveneu de la Gare »: the first word is nearly that of a street. */
function withTypeMended(variant: Variant): Variant[] {
  const [first, ...rest] = variant.key.words
  if (variant.key.type !== '' || first === undefined || rest.length === 0) return []
  return typesLike(word => editDistance(first, word, 1) <= 1)
    .slice(0, 1)
    .map(type => ({ ...variant, key: { ...variant.key, type, words: rest }, trust: variant.trust * 0.95 }))
}
