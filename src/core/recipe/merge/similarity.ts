import { editDistance } from '../../values/distance.ts'
import { comparisonKey } from '../../values/text.ts'

/** Words of a firm's name that tell nothing of which one it is. */
const FORMS = new Set(
  'sarl eurl sas sasu sa sci snc scop ets etablissement etablissements ste societe entreprise m mr mme mlle monsieur madame association asso cie compagnie'.split(
    ' ',
  ),
)

const STREET_WORDS: Readonly<Record<string, string>> = {
  av: 'avenue',
  ave: 'avenue',
  bd: 'boulevard',
  bld: 'boulevard',
  boul: 'boulevard',
  bvd: 'boulevard',
  r: 'rue',
  pl: 'place',
  plce: 'place',
  rte: 'route',
  ch: 'chemin',
  che: 'chemin',
  chem: 'chemin',
  imp: 'impasse',
  all: 'allee',
  allees: 'allee',
  sq: 'square',
  crs: 'cours',
  fg: 'faubourg',
  fbg: 'faubourg',
  qu: 'quai',
  st: 'saint',
  ste: 'sainte',
  gal: 'general',
  gen: 'general',
  mal: 'marechal',
  pdt: 'president',
  dr: 'docteur',
  za: 'zone',
  zi: 'zone',
  zac: 'zone',
}

/** The words of a name that can be compared: no accent, no article, no legal form (unless nothing else is left). */
export function nameWords(name: string): string[] {
  const words = comparisonKey(name, { articles: 'drop' }).split(' ').filter(Boolean)
  const kept = words.filter(word => !FORMS.has(word))
  return kept.length > 0 ? kept : words
}

export interface ComparedAddress {
  /** '12', '12b'; '' when the address has no number. */
  readonly number: string
  readonly words: readonly string[]
}

/** An address as compared: its number apart, usual abbreviations written long, postcode and town left out when they follow. */
export function addressWords(address: string): ComparedAddress | undefined {
  const text = comparisonKey(address, { articles: 'drop' })
    .replace(/\b\d{5}\b.*$/, '')
    .trim()
  const found = /^(\d+)\s*(bis|ter|quater|[a-e])?\b\s*(.*)$/.exec(text)
  const rest = (found ? found[3]! : text).split(' ').filter(Boolean)
  const words = rest.map(word => (Object.hasOwn(STREET_WORDS, word) ? STREET_WORDS[word]! : word))
  if (words.length === 0 && !found) return undefined
  return { number: found ? found[1]! + (found[2]?.[0] ?? '') : '', words }
}

const isSame = (a: string, b: string): boolean =>
  a === b || (a.length >= 5 && b.length >= 5 && editDistance(a, b, 1) <= 1)

/** Weight of words that both share over the weight of all: 0 to 1. Rare words weigh more. */
export function wordSimilarity(
  a: readonly string[],
  b: readonly string[],
  weigh: (word: string) => number = () => 1,
): number {
  if (a.length === 0 || b.length === 0) return 0
  const rest = [...b]
  let shared = 0
  let all = [...a, ...b].reduce((sum, word) => sum + weigh(word), 0)
  for (const word of a) {
    const at = rest.findIndex(other => isSame(word, other))
    if (at < 0) continue
    shared += weigh(word) + weigh(rest[at]!)
    rest.splice(at, 1)
  }
  // « Boulangerie Martin » inside « Boulangerie pâtisserie Martin et fils »: what one side adds counts half.
  if (shared > 0 && (rest.length === 0 || rest.length === b.length - a.length)) all -= 0.5 * Math.max(0, all - shared)
  return all === 0 ? 0 : Math.min(1, shared / all)
}

/** 0 to 1; undefined when one of the two is not told. */
export function addressSimilarity(a: ComparedAddress | undefined, b: ComparedAddress | undefined): number | undefined {
  if (!a || !b) return undefined
  const street = a.words.length === 0 && b.words.length === 0 ? 1 : wordSimilarity(a.words, b.words)
  if (a.number === b.number) return street
  return a.number === '' || b.number === '' ? 0.85 * street : 0.5 * street
}
