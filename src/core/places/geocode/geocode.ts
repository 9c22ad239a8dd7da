import type { Town } from '../../models/model.ts'
import { quoted } from '../../values/quoted.ts'
import { comparisonKey } from '../../values/text.ts'
import { keyText } from '../address/street-key.ts'
import type { AddressIndex, Street } from '../address-index.ts'
import type { Communes } from '../communes/index.ts'
import { type Found, locate } from './locate.ts'
import { type AddressQuery, type Asked, allVariants, plainVariants, readQuery, type Variant } from './query.ts'
import { type Ranked, rankStreets } from './rank.ts'
import { withinTown } from './town.ts'

export type { Found } from './locate.ts'
export type { AddressQuery } from './query.ts'

export type GeocodeStatus =
  /** The street, and the number when one was asked. */
  | 'exact'
  /** Another writing, far from every other street. */
  | 'resembles'
  | 'number-missing'
  /** Several places, or one that only a person can confirm. */
  | 'doubtful'
  | 'not-found'
  | 'outside'

export interface Geocoded {
  readonly status: GeocodeStatus
  /** For a person: « exact », « rue exacte, numéro absent », « ressemble à … », « introuvable », « hors de la commune ». */
  readonly confidence: string
  /** True when the first place may be written without asking. */
  readonly sure: boolean
  /** French: what was read, what was found, what was expected. */
  readonly reason: string
  /** Best first, three at most. */
  readonly found: readonly Found[]
}

/** A longer text is no street: it is not compared with any. */
const LONGEST_STREET = 200

/** A fuzzy answer is written only from this score, and this far before the next street. */
export const SURE_SCORE = 0.85
export const SURE_MARGIN = 0.15

/**
 * Looks for an address among those of one commune. A place of another commune is refused, and what is not certain is asked: a wrong place
 * written in silence costs more than a question. `communes`: the list of all, to know the name of another town when it is said without its
 * postcode.
 */
export function geocode(query: string | AddressQuery, index: AddressIndex, town?: Town, communes?: Communes): Geocoded {
  const asked = readQuery(query)
  const within = withinTown(asked, index, town, communes)
  if (within.type === 'outside') return answer('outside', 'hors de la commune', within.reason)
  if (asked.street === '' || asked.street.length > LONGEST_STREET) return notFound(asked)
  const exact = exactStreets(plainVariants(asked, within.townNames), within.streets, index)
  const result =
    exact.length > 0
      ? decideExact(exact, asked)
      : decideNear(rankStreets(allVariants(asked, within.townNames), within.streets, index), asked)
  return within.doubt !== undefined && result.found.length > 0 ? doubted(result, within.doubt) : result
}

const answer = (status: GeocodeStatus, confidence: string, reason: string, found: readonly Found[] = []): Geocoded => ({
  status,
  confidence,
  sure: status === 'exact' || status === 'resembles',
  reason,
  found,
})

/** Streets of the same key as the first variant that has some; the one written just so when articles alone tell them apart. */
function exactStreets(ways: Iterable<Variant>, streets: ReadonlySet<Street>, index: AddressIndex): Ranked[] {
  for (const variant of ways) {
    const same = (index.byKey.get(keyText(variant.key)) ?? []).filter(street => streets.has(street))
    const written = same.filter(({ name }) => comparisonKey(name) === comparisonKey(variant.text))
    const kept = written.length > 0 ? written : same
    if (kept.length > 0) return kept.map(street => ({ street, variant, score: 1 }))
  }
  return []
}

function decideExact(exact: readonly Ranked[], asked: Asked): Geocoded {
  const found = exact.map(one => locate(one, exact.length > 1))
  const [best] = found
  if (!best) return notFound(asked)
  if (found.length > 1) return toConfirm(found, `Plusieurs rues portent ce nom : ${quoted(asked.said)}.`)
  if (best.number === 'missing')
    return answer(
      'number-missing',
      'rue exacte, numéro absent',
      `« ${exact[0]!.street.name} » est connue, mais pas son numéro ${exact[0]!.variant.number}${best.nearest === undefined ? '' : ` ; le plus proche est le ${best.nearest}`}.`,
      found,
    )
  return answer('exact', 'exact', `« ${best.label} » est dans le fichier des adresses.`, found)
}

function decideNear(ranked: readonly Ranked[], asked: Asked): Geocoded {
  const found = ranked.slice(0, 3).map(one => locate(one))
  const [best] = found
  if (!best) return notFound(asked)
  const margin = ranked[0]!.score - (ranked[1]?.score ?? 0)
  const sure =
    best.score >= SURE_SCORE && margin >= SURE_MARGIN && hasItsNumbers(ranked[0]!) && isStreetSaid(ranked[0]!)
  return sure
    ? answer(
        'resembles',
        `ressemble à « ${best.label} »`,
        `J'ai lu ${quoted(asked.said)} : seule « ${best.label} » y ressemble.`,
        found,
      )
    : toConfirm(found, `J'ai lu ${quoted(asked.said)}, qui n'est pas dans le fichier des adresses.`)
}

/** « rue du 19 mars 1963 » is not « Rue du 19 Mars 1962 », though that is also said without its year. */
const hasItsNumbers = ({ variant, street }: Ranked): boolean =>
  variant.key.words.every(word => !/\d/.test(word) || street.keys.some(({ words }) => words.includes(word)))

/** « Gare » alone may be the station, not somewhere along « Rue de la Gare ». */
const isStreetSaid = ({ variant, street }: Ranked): boolean =>
  variant.key.type !== '' || variant.number !== '' || street.keys[0]!.type === ''

const toConfirm = (found: readonly Found[], reason: string): Geocoded =>
  answer(
    'doubtful',
    `à confirmer : ressemble à ${found.map(({ label }) => `« ${label} »`).join(' ou ')}`,
    reason,
    found.slice(0, 3),
  )

/** The street is here, but the postcode is another's: shown, never written. */
const doubted = ({ found }: Geocoded, doubt: string): Geocoded =>
  toConfirm(
    found.map(place => ({ ...place, score: Math.min(place.score, UNSURE_SCORE) })),
    doubt,
  )
const UNSURE_SCORE = 0.8

const notFound = ({ said }: Asked): Geocoded =>
  answer(
    'not-found',
    'introuvable',
    said === '' ? 'Aucune adresse à chercher.' : `Aucune rue du fichier des adresses ne ressemble à ${quoted(said)}.`,
  )
