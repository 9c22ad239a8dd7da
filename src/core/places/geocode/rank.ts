import type { StreetKey } from '../address/street-key.ts'
import type { AddressIndex, Street } from '../address-index.ts'
import type { Variant } from './query.ts'
import { bigramSimilarity, rememberedSimilarity, wordsSimilarity } from './similarity.ts'

export interface Ranked {
  readonly street: Street
  readonly variant: Variant
  /** 0 to 1, of the street alone. */
  readonly score: number
}

/** Below, a street resembles nothing. */
const LEAST = 0.5

interface Measure {
  readonly weigh: (word: string) => number
  readonly likenessOf: (a: string, b: string) => number
}

/** The streets that resemble the query, best first. */
export function rankStreets(ways: readonly Variant[], streets: Iterable<Street>, index: AddressIndex): Ranked[] {
  const likenessOf = rememberedSimilarity()
  const weigh = (word: string) => {
    const count = index.wordCounts.get(word)
    // « Rue es Lilas »: one or two letters that no street has are what remains of an article.
    if (count === undefined && /^\p{L}{1,2}$/u.test(word)) return 0.2
    return Math.log(1 + index.streets.length / (count ?? 1))
  }
  return [...streets]
    .map(street => bestOf(street, ways, { weigh, likenessOf }))
    .filter(({ score }) => score >= LEAST)
    .sort((a, b) => b.score - a.score)
}

function bestOf(street: Street, ways: readonly Variant[], measure: Measure): Ranked {
  let best: Ranked = { street, variant: ways[0]!, score: 0 }
  for (const variant of ways)
    for (const key of street.keys) {
      const score = variant.trust * likeness(variant.key, key, measure)
      if (score > best.score) best = { street, variant, score }
    }
  return best
}

/** Never 1: a street that is the same by its key was found before. */
function likeness(asked: StreetKey, known: StreetKey, { weigh, likenessOf }: Measure): number {
  const whole = sameLength(asked.joined, known.joined) ? bigramSimilarity(asked.joined, known.joined) : 0
  const mayBeGlued = asked.type === known.type || asked.type === '' || known.type === ''
  const glued = mayBeGlued && whole >= 0.85 && digits(asked) === digits(known) ? 0.95 * whole : 0
  return Math.max(
    glued,
    typeFactor(asked.type, known.type) * wordsSimilarity(asked.words, known.words, weigh, likenessOf),
  )
}

/** Texts whose lengths differ more than this share too few pairs of letters. */
const sameLength = (a: string, b: string): boolean =>
  Math.abs(a.length - b.length) <= 0.3 * Math.max(a.length, b.length)

const digits = ({ words }: StreetKey): string => words.filter(word => /\d/.test(word)).join(' ')

/** « avenue des Lilas » for « rue des Lilas » is to be confirmed; « Lilas » alone is nearly sure. */
const typeFactor = (asked: string, known: string): number =>
  asked === known ? 0.99 : asked === '' || known === '' ? 0.95 : 0.8
