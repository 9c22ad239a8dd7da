import { editDistance } from '../../values/distance.ts'
import { comparisonKey } from '../../values/text.ts'
import { splitAddress } from '../address/split.ts'
import { type StreetKey, streetKey } from '../address/street-key.ts'
import { streetType, typesLike } from '../address/street-types.ts'
import { townKey } from '../communes/index.ts'

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
  // A spreadsheet takes the zero of « 01100 » away.
  const padded = given.postcode?.trim().replace(/^\d{4}$/, '0$&') ?? ''
  const { postcode, town, cedex } = splitAddress(`${padded} ${given.town ?? ''}`)
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

/** The ways in which nothing is supposed, the likeliest first. `townNames`: the commune's, which may stand before or after the street. */
export function* plainVariants({ street, number }: Asked, townNames: readonly string[]): Generator<Variant> {
  yield* plain(street, number)
  for (const name of townNames) for (const text of withoutTown(street, name, 0)) yield* plain(text, number)
}

function* plain(text: string, number: string): Generator<Variant> {
  if (text === '') return
  yield variantOf(text, number, 1)
  // « 4 chemins »: the number may belong to the name.
  if (number !== '') yield variantOf(`${number} ${text}`, '', 1)
}

const variantOf = (text: string, number: string, trust: number): Variant => ({
  text,
  number,
  trust,
  key: streetKey(text),
})

/** All the ways, those that suppose something last: a slip in the town's name, a number at the end, a type written wrong. */
export function allVariants(asked: Asked, townNames: readonly string[]): Variant[] {
  const { street, number, complements } = asked
  const supposed = [
    ...townNames.flatMap(name => withoutTown(street, name, 1)).map(text => variantOf(text, number, 0.95)),
    ...withoutLastNumber(street, number),
    ...complements.map(text => variantOf(text, number, 0.84)),
  ]
  return [...plainVariants(asked, townNames), ...supposed].flatMap(variant => [variant, ...withTypeMended(variant)])
}

/** « rue des Lilas Épône » and « Épône rue des Lilas » without « Épône », but « rue d'Épône » is left whole. `slips`: letters that may differ. */
function withoutTown(street: string, town: string, slips: 0 | 1): string[] {
  const [words, length] = [comparisonKey(street).split(' '), comparisonKey(town).split(' ').length]
  const isTown = (some: readonly string[]) => {
    const [said, name] = [townKey(some.join(' ')), townKey(town)]
    return slips === 0 ? said === name : name.length >= 4 && editDistance(said, name, 1) === 1
  }
  const [before, after] = [words.slice(0, -length), words.slice(length)]
  if (isTown(words.slice(-length)) && isName(before)) return [before.join(' ')]
  return isTown(words.slice(0, length)) && streetKey(after.join(' ')).type !== '' ? [after.join(' ')] : []
}

/** True for words that still name something: not « rue de », nor « rue ». */
const isName = (words: readonly string[]): boolean =>
  streetKey(words.join(' ')).words.some(word => streetType(word) === undefined) &&
  !/^(?:de|d|du|des)$/.test(words.at(-1) ?? '')

/** « Place du Marché 3 », or « 12 rue des Lilas 9140 » whose postcode lost a digit. */
function withoutLastNumber(street: string, number: string): Variant[] {
  const [, text, last = ''] = /^(.*\D)\s+(\d{1,4}(?:\s?(?:bis|ter|quater|[a-z]))?)$/i.exec(street) ?? []
  if (text === undefined) return []
  if (number === '') return [variantOf(text, last, 0.95)]
  // « rue du 19 mars 1963 »: a year belongs to the name.
  return /^\d{4}$/.test(last) && !/^(?:1[789]|20)/.test(last) ? [variantOf(text, number, 0.92)] : []
}

/** « aveneu de la Gare »: the first word is nearly that of a street. */
function withTypeMended(variant: Variant): Variant[] {
  const [first, ...rest] = variant.key.words
  if (variant.key.type !== '' || first === undefined || rest.length === 0) return []
  return typesLike(word => editDistance(first, word, 1) <= 1)
    .slice(0, 1)
    .map(type => ({ ...variant, key: { ...variant.key, type, words: rest }, trust: variant.trust * 0.95 }))
}
