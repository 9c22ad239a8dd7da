import { comparisonKey } from '../../values/text.ts'
import { streetType } from './street-types.ts'

/** What the writings of one street's name have in common. */
export interface StreetKey {
  /** « rue », « zone artisanale »; '' when the name does not begin with such a word. */
  readonly type: string
  /** The words that tell the street from the others: no type, no article, titles in full, numbers in digits. */
  readonly words: readonly string[]
  /** The whole name without a space: « Avenuede l'Opéra » is « Avenue de l'Opéra ». */
  readonly joined: string
}

const ARTICLES = new Set(['de', 'du', 'des', 'd', 'la', 'le', 'les', 'l', 'a', 'au', 'aux', 'et', 'en'])

const FULL: Readonly<Record<string, string>> = {
  st: 'saint',
  ste: 'sainte',
  sts: 'saints',
  stes: 'saintes',
  nd: 'notre dame',
  gal: 'general',
  gen: 'general',
  gnl: 'general',
  mal: 'marechal',
  ml: 'marechal',
  mar: 'marechal',
  col: 'colonel',
  cdt: 'commandant',
  cmdt: 'commandant',
  cne: 'capitaine',
  cap: 'capitaine',
  lt: 'lieutenant',
  sgt: 'sergent',
  adj: 'adjudant',
  amal: 'amiral',
  dr: 'docteur',
  doct: 'docteur',
  pr: 'professeur',
  prof: 'professeur',
  pdt: 'president',
  pres: 'president',
  mgr: 'monseigneur',
  mme: 'madame',
  mlle: 'mademoiselle',
  gd: 'grand',
  gde: 'grande',
  gds: 'grands',
  gdes: 'grandes',
  pt: 'petit',
  pte: 'petite',
  vx: 'vieux',
  ht: 'haut',
  hte: 'haute',
  fg: 'faubourg',
  fbg: 'faubourg',
  rep: 'republique',
  premier: '1',
  premiere: '1',
}

const DIGITS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...'deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'
      .split(' ')
      .map((word, at) => [word, at + 2]),
    ...['dix sept', 'dix huit', 'dix neuf', 'vingt', 'vingt et un', 'vingt deux', 'vingt trois', 'vingt quatre'].map(
      (word, at) => [word, at + 17],
    ),
    ...['vingt cinq', 'vingt six', 'vingt sept', 'vingt huit', 'vingt neuf', 'trente', 'trente et un'].map(
      (word, at) => [word, at + 25],
    ),
  ].map(([word, number]) => [word, String(number)]),
)
const IN_WORDS = new RegExp(
  `\\b(?:${Object.keys(DIGITS)
    .sort((a, b) => b.length - a.length)
    .join('|')})\\b`,
  'g',
)
const ROMAN: Readonly<Record<string, string>> = Object.fromEntries(
  'ii iii iv vi vii viii ix xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii xxiii'
    .split(' ')
    .map((letters, at) => [
      letters,
      String([2, 3, 4, 6, 7, 8, 9, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23][at]),
    ]),
)

/** « Av. du Gal-de-Gaulle », « avenue General De Gaulle » and « GAL DE GAULLE (AV DU) » give the same key. */
export function streetKey(name: string): StreetKey {
  const turned = name.replace(/^(.*?)\s*\(([^)]*)\)\s*$/, (whole, main: string, aside: string) =>
    startsWithType(aside) ? `${aside} ${main}` : whole,
  )
  const plain = comparisonKey(turned.replace(/\b(\p{Lu})\.\s?(?=\p{Lu}\.)/gu, '$1'))
    .replace(/^(?:au )?lieu ?dit /, '')
    .replace(/^z ?(?:one )?(?:d )?activites? /, 'zone activite ')
    .replace(/^zone(?: d)? amenagement concertee? /, 'zone amenagement concerte ')
  const { type, rest } = takeType(plain.split(' ').filter(Boolean))
  return { type, words: significant(rest), joined: type.replaceAll(' ', '') + rest.join('') }
}

const startsWithType = (text: string): boolean => streetType(comparisonKey(text).split(' ')[0] ?? '') !== undefined

function takeType(words: readonly string[]): { type: string; rest: readonly string[] } {
  for (const length of [3, 2, 1]) {
    const type = streetType(words.slice(0, length).join(' '))
    if (type !== undefined && words.length > length) return { type, rest: words.slice(length) }
  }
  return { type: '', rest: words }
}

function significant(words: readonly string[]): string[] {
  const kept = words.filter(word => !ARTICLES.has(word))
  return (kept.length > 0 ? kept : words)
    .map(word => word.replace(/^(\d+)(?:er|ere|e|eme|nd|nde)$/, '$1').replace(/^0+(?=\d)/, ''))
    .map(word => (Object.hasOwn(FULL, word) ? FULL[word]! : word))
    .join(' ')
    .replace(IN_WORDS, found => DIGITS[found]!)
    .split(' ')
    .map((word, at) => (at > 0 && Object.hasOwn(ROMAN, word) ? ROMAN[word]! : word))
}

/** The key as one text: two names with the same are the same street. */
export const keyText = ({ type, words }: Pick<StreetKey, 'type' | 'words'>): string => `${type}|${words.join(' ')}`
