import { comparisonKey } from './text.ts'

const UNITS = 'zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'.split(' ')
const TENS: readonly (readonly [number, string])[] = [
  [20, 'vingt'],
  [30, 'trente'],
  [40, 'quarante'],
  [50, 'cinquante'],
  [60, 'soixante'],
  [70, 'septante'],
  [80, 'quatre vingt'],
  [90, 'nonante'],
]

const WORDS = new Map<string, number>(UNITS.map((word, number) => [word, number]))
for (const number of [17, 18, 19]) WORDS.set(`dix ${UNITS[number - 10]}`, number)
for (const [ten, word] of TENS) {
  WORDS.set(word, ten)
  // « soixante-douze » and « quatre-vingt-dix-sept » count on to 19.
  for (let more = 1; more <= 19; more++) {
    const said = more <= 16 ? UNITS[more]! : `dix ${UNITS[more - 10]}`
    if (more > 9 && ten !== 60 && ten !== 80) continue
    for (const join of [' ', ' et ']) WORDS.set(`${word}${join}${said}`, ten + more)
  }
}
for (const [word, number] of [
  ['une', 1],
  ['quatre vingts', 80],
  ['cent', 100],
  ['mille', 1000],
] as const)
  WORDS.set(word, number)

const ROUND = new Map([
  ['dizaine', 10],
  ['douzaine', 12],
  ['quinzaine', 15],
  ['vingtaine', 20],
  ['trentaine', 30],
  ['quarantaine', 40],
  ['cinquantaine', 50],
  ['soixantaine', 60],
  ['centaine', 100],
  ['millier', 1000],
])

/** « douze », « vingt et un », up to a hundred. `about`: « une dizaine ». */
export function numberInWords(text: string): { readonly value: string; readonly about: boolean } | undefined {
  if (text.length > 40) return undefined
  const key = comparisonKey(text)
  const exact = WORDS.get(key)
  if (exact !== undefined) return { value: String(exact), about: false }
  const round = ROUND.get(key.replace(/^(?:une?|la|le) /, ''))
  return round === undefined ? undefined : { value: String(round), about: true }
}
