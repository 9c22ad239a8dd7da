import type { Town } from '../../models/model.ts'
import { editDistance } from '../../values/distance.ts'
import { quoted } from '../../values/quoted.ts'
import type { AddressIndex, IndexedCommune, Street } from '../address-index.ts'
import { type Communes, departmentOfPostcode, townKey } from '../communes/index.ts'
import type { Asked } from './query.ts'

/** Where the query may be. */
export type Within =
  | {
      readonly type: 'inside'
      readonly streets: ReadonlySet<Street>
      readonly townNames: readonly string[]
      readonly doubt?: string
    }
  | { readonly type: 'outside'; readonly reason: string }

/** Holds what the query says of its town against the town: another town's address is never looked for among ours. */
export function withinTown(asked: Asked, index: AddressIndex, town: Town | undefined, list?: Communes): Within {
  const communes = index.communes
    .filter(commune => !town || commune.insee === town.insee)
    .map(commune => (town ? withTown(commune, town) : commune))
  const named =
    asked.town === '' ? communes : communes.filter(commune => namesOf(commune).some(name => sameTown(asked.town, name)))
  if (named.length === 0) return { type: 'outside', reason: elsewhere(asked, communes) }
  const posted = named.filter(commune => servedBy(commune, asked))
  if (posted.length === 0 && asked.town === '') return { type: 'outside', reason: elsewhere(asked, communes) }
  const kept = posted.length > 0 ? posted : named
  const doubt = posted.length === 0 ? otherPostcode(asked, kept) : otherTown(asked, kept, list)
  return {
    type: 'inside',
    streets: streetsOf(index, kept, asked),
    townNames: kept.flatMap(namesOf),
    ...(doubt !== undefined && { doubt }),
  }
}

const otherPostcode = ({ postcode }: Asked, [first]: readonly IndexedCommune[]): string =>
  `J'ai lu le code postal ${postcode} ; celui de ${first!.name} est ${first!.postcodes.join(' ou ')}.`

/** « 12 rue des Lilas, Paris »: without a postcode, a piece of the address that is the name of another commune is asked about. */
function otherTown(asked: Asked, communes: readonly IndexedCommune[], list: Communes | undefined): string | undefined {
  if (asked.town !== '' || !list) return undefined
  const other = asked.complements.find(
    piece =>
      list.findByName(piece).length > 0 && !communes.some(one => namesOf(one).some(name => sameTown(piece, name))),
  )
  return other && `J'ai lu ${quoted(other)}, qui est aussi le nom d'une autre commune.`
}

const withTown = (commune: IndexedCommune, { name, postcodes }: Town): IndexedCommune => ({
  ...commune,
  name,
  postcodes: [...new Set([...postcodes, ...commune.postcodes])],
})

const namesOf = ({ name, oldNames }: IndexedCommune): string[] => [name, ...oldNames]

/** The same name, a slip of the pen, or its first words alone (« Saint-Germain » for « Saint-Germain-en-Laye »). */
function sameTown(said: string, name: string): boolean {
  const [mine, wanted] = [townKey(said), townKey(name)]
  if (mine === wanted || wanted.startsWith(`${mine} `)) return true
  if (wanted.length >= 5 && editDistance(mine, wanted, 1) <= 1) return true
  return said.split(/\s[-–—]\s|[,/(]/).some(part => townKey(part) === wanted)
}

/** A CEDEX has a postcode of its own: only the department tells. */
function servedBy({ postcodes }: IndexedCommune, { postcode, cedex }: Asked): boolean {
  if (postcode === '' || postcodes.length === 0) return true
  return cedex
    ? postcodes.some(own => departmentOfPostcode(own) === departmentOfPostcode(postcode))
    : postcodes.includes(postcode)
}

/** The old commune that the query names, when it is one: the same street may be in each. */
function streetsOf(index: AddressIndex, communes: readonly IndexedCommune[], { town }: Asked): ReadonlySet<Street> {
  const codes = new Set(communes.map(({ insee }) => insee))
  const all = index.streets.filter(({ insee }) => codes.has(insee))
  const old = town === '' ? [] : all.filter(({ oldTown }) => oldTown !== '' && townKey(oldTown) === townKey(town))
  return new Set(old.length > 0 ? old : all)
}

function elsewhere({ postcode, town }: Asked, communes: readonly IndexedCommune[]): string {
  const wanted = communes.map(({ name, postcodes }) =>
    [postcodes.join(' ou '), name].filter(part => part !== '').join(' '),
  )
  return `J'ai lu ${quoted([postcode, town].filter(part => part !== '').join(' '))} ; j'attendais une adresse de la commune (${wanted.slice(0, 3).join(', ')}).`
}
