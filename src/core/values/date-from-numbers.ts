import { exists } from './calendar.ts'
import {
  ask,
  type DateContext,
  type DateGuess,
  type DateOrder,
  impossible,
  type Possible,
  real,
} from './date-possible.ts'
import { pivotNote, yearsOf } from './short-year.ts'

const FRENCH = 'jour, mois, année'
const ISO = 'année, mois, jour'
const AMERICAN = 'mois avant le jour, à l’américaine'

export function yearFirst(year: number, second: number, third: number): DateGuess {
  const day = { year, month: second, day: third }
  if (exists(day)) return { type: 'sure', day, why: ISO }
  const swapped = real([{ day: { year, month: third, day: second }, why: 'jour écrit avant le mois' }])
  return swapped.length > 0 ? ask(swapped) : impossible(day)
}

export function yearLast(first: number, second: number, year: number, order: DateOrder | undefined): DateGuess {
  const french = { day: { year, month: second, day: first }, why: FRENCH }
  const american = { day: { year, month: first, day: second }, why: AMERICAN }
  return byOrder([french, american], order)
}

/** The column's order if its day exists; the other order is only proposed. */
function byOrder([french, american]: readonly [Possible, Possible], order: DateOrder | undefined): DateGuess {
  const [expected, other] = order === 'month-first' ? [american, french] : [french, american]
  const possible = real([expected, other])
  if (possible.length === 0) return impossible(expected.day)
  if (order === 'unknown' && possible.length > 1) {
    return ask(possible, 'la colonne mélange les dates à la française et à l’américaine : de quelle date s’agit-il ?')
  }
  if (possible[0]!.why !== expected.why) return ask(possible)
  return { type: 'sure', ...expected }
}

/** « 17/10/21 » is read the French way; « 21-10-17 », with dashes, may also be the international way without its century. */
export function short(parts: readonly [number, number, number], dashed: boolean, context: DateContext): DateGuess {
  const { order, yearOfFile } = context
  const { french, american, international } = shortMeanings(parts, yearOfFile)
  const usual = order === 'month-first' ? [...american, ...french] : [...french, ...american]
  const all = real([...usual, ...international])
  if (all.length === 0) return impossible(french[0]!.day)
  // As for whole years: an American date among mixed ones is still asked.
  if (order === 'unknown') return all.length === 1 && real(french).length === 1 ? oneOrAsk(all, all) : ask(all)
  if (order === undefined && dashed) return dashedAlone(real([...french, ...international]), all, yearOfFile)
  return oneOrAsk(real(order === 'month-first' ? american : french), all)
}

function shortMeanings([a, b, c]: readonly [number, number, number], yearOfFile: number | undefined) {
  const write = (year: number, month: number, day: number, why: string): Possible[] =>
    yearsOf(year, yearOfFile).map(whole => ({ day: { year: whole, month, day }, why: `${why}, ${pivotNote(whole)}` }))
  return { french: write(c, b, a, FRENCH), american: write(c, a, b, AMERICAN), international: write(a, b, c, ISO) }
}

/** The only one of the expected days; otherwise the question, between all the days when none is expected. */
const oneOrAsk = (expected: readonly Possible[], all: readonly Possible[]): DateGuess =>
  expected.length === 1 ? { type: 'sure', ...expected[0]! } : ask(expected.length > 0 ? expected : all)

/** The year of the file settles which end of « 21-10-17 » is the year. */
function dashedAlone(
  probable: readonly Possible[],
  all: readonly Possible[],
  yearOfFile: number | undefined,
): DateGuess {
  const inFile = probable.filter(({ day }) => day.year === yearOfFile)
  return oneOrAsk(inFile.length === 1 ? inFile : probable, all)
}

/** Eight digits: only years from 1800 to 2199 are looked for, so that the two readings never both exist. Six digits are always asked. */
export function compact(digits: string, { yearOfFile }: DateContext): DateGuess {
  const number = (from: number, to: number): number => Number(digits.slice(from, to))
  if (digits.length === 8) {
    const possible = real([
      { day: { year: number(0, 4), month: number(4, 6), day: number(6, 8) }, why: ISO },
      { day: { year: number(4, 8), month: number(2, 4), day: number(0, 2) }, why: FRENCH },
    ]).filter(({ day }) => day.year >= 1800 && day.year < 2200)
    return possible.length === 1 ? { type: 'sure', ...possible[0]! } : { type: 'impossible', why: NO_DATE }
  }
  const possible = real([
    ...yearsOf(number(4, 6), yearOfFile).map(year => ({
      day: { year, month: number(2, 4), day: number(0, 2) },
      why: `${FRENCH}, ${pivotNote(year)}`,
    })),
    ...yearsOf(number(0, 2), yearOfFile).map(year => ({
      day: { year, month: number(2, 4), day: number(4, 6) },
      why: `${ISO}, ${pivotNote(year)}`,
    })),
  ])
  return possible.length > 0 ? ask(possible) : { type: 'impossible', why: NO_DATE }
}

const NO_DATE = 'ces chiffres ne forment pas une date possible'
