import { type CalendarDay, exists, longDay, MONTHS, WEEKDAYS, weekdayOf, whyImpossible } from './calendar.ts'
import type { DateShape } from './date-shape.ts'
import { dayOfSerial, type SerialSystem } from './serial-date.ts'
import { pivotNote, yearsOf } from './short-year.ts'

export type DateOrder = 'day-first' | 'month-first' | 'unknown'

/** What the column tells about one of its cells. */
export interface DateContext {
  /** `unknown`: the column mixes both orders. Absent: nothing is known, the French order is assumed. */
  readonly order?: DateOrder
  readonly yearOfFile?: number
  /** How this column's bare numbers count their days, once a person or the column told it. */
  readonly serials?: SerialSystem
  /** The spreadsheet took day and month for each other in this column (see `swappedBySpreadsheet`): its own dates are asked. */
  readonly swapped?: boolean
}

/** A day that a shape may mean, and why (French, as a note or a reason says it). */
export interface Possible {
  readonly day: CalendarDay
  readonly why: string
}

export type DateGuess =
  | { readonly type: 'sure'; readonly day: CalendarDay; readonly why: string }
  | { readonly type: 'ask'; readonly possible: readonly Possible[]; readonly question: string }
  | { readonly type: 'impossible'; readonly why: string }
  /** No day, or no year: what is missing, as « le jour ». */
  | { readonly type: 'incomplete'; readonly missing: string; readonly known: Partial<CalendarDay> }

/** Decides which number is the day. Nothing is swapped: an order that the column does not use is a question. */
export function guessDate(shape: DateShape, context: DateContext): DateGuess {
  const guess = guessShape(shape, context)
  return shape.weekday === undefined ? guess : checkWeekday(guess, shape.weekday)
}

function guessShape(shape: DateShape, context: DateContext): DateGuess {
  switch (shape.type) {
    case 'year-first':
      return yearFirst(shape.year, shape.second, shape.third)
    case 'year-last':
      return yearLast(shape.first, shape.second, shape.year, context.order)
    case 'short':
      return short(shape.parts, shape.dashed, context)
    case 'named':
      return named(shape, context)
    case 'compact':
      return compact(shape.digits, context)
    case 'serial':
      return serial(shape.serial, context)
    case 'month':
      return monthOnly(shape, context)
    case 'day-month':
      return dayMonth(shape.day, shape.month.months, context)
    case 'two-numbers':
      return twoNumbers(shape.first, shape.second, context)
    case 'year':
      return { type: 'incomplete', missing: 'le jour et le mois', known: { year: shape.year } }
  }
}

/** « 0000-00-00 » and « 00/01/1900 » are how databases and spreadsheets show an empty date. */
const impossible = (day: CalendarDay): DateGuess => ({
  type: 'impossible',
  why:
    day.day === 0
      ? 'c’est ainsi qu’un logiciel montre une date vide, laissez plutôt la cellule vide'
      : whyImpossible(day),
})

const FRENCH = 'jour, mois, année'
const AMERICAN = 'mois avant le jour, à l’américaine'

const real = (possible: readonly Possible[]): Possible[] =>
  possible.filter(({ day }, i) => exists(day) && possible.findIndex(other => same(other.day, day)) === i)

const same = (a: CalendarDay, b: CalendarDay): boolean => a.year === b.year && a.month === b.month && a.day === b.day

const WHICH = 'de quelle date s’agit-il ?'
const ask = (possible: readonly Possible[], question = WHICH): DateGuess => ({ type: 'ask', possible, question })

function yearFirst(year: number, second: number, third: number): DateGuess {
  const day = { year, month: second, day: third }
  if (exists(day)) return { type: 'sure', day, why: 'année, mois, jour' }
  const swapped = real([{ day: { year, month: third, day: second }, why: 'jour écrit avant le mois' }])
  return swapped.length > 0 ? ask(swapped) : impossible(day)
}

function yearLast(first: number, second: number, year: number, order: DateOrder | undefined): DateGuess {
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
function short(parts: readonly [number, number, number], dashed: boolean, context: DateContext): DateGuess {
  const [a, b, c] = parts
  const { order, yearOfFile } = context
  const write = (year: number, month: number, day: number, why: string): Possible[] =>
    yearsOf(year, yearOfFile).map(whole => ({ day: { year: whole, month, day }, why: `${why}, ${pivotNote(whole)}` }))
  const french = write(c, b, a, FRENCH)
  const american = write(c, a, b, AMERICAN)
  const international = write(a, b, c, 'année, mois, jour')
  const expected = real(order === 'month-first' ? american : french)
  const all = real([
    ...(order === 'month-first' ? [...american, ...french] : [...french, ...american]),
    ...international,
  ])
  if (all.length === 0) return impossible(french[0]!.day)
  const settled = order === 'day-first' || order === 'month-first' || (order === undefined && !dashed)
  if (settled && expected.length === 1) return { type: 'sure', ...expected[0]! }
  if (settled) return ask(expected.length > 0 ? expected : all)
  const probable = order === undefined ? real([...french, ...international]) : all
  const inFile = probable.filter(({ day }) => day.year === yearOfFile)
  if (order === undefined && inFile.length === 1) return { type: 'sure', ...inFile[0]! }
  const left = probable.length > 0 ? probable : all
  return left.length === 1 && probable.length === 1 ? { type: 'sure', ...left[0]! } : ask(left)
}

function named(shape: Extract<DateShape, { type: 'named' }>, context: DateContext): DateGuess {
  const years = shape.shortYear ? yearsOf(shape.year, context.yearOfFile) : [shape.year]
  const all = years.flatMap(year =>
    shape.month.months.map(month => {
      const day = { year, month, day: shape.day }
      return { day, why: `${MONTHS[month - 1]} écrit en lettres${shape.shortYear ? `, ${pivotNote(year)}` : ''}` }
    }),
  )
  const possible = real(all)
  if (possible.length === 0) return impossible(all[0]!.day)
  if (!shape.month.sure) return ask(possible, 'le nom du mois est-il bien lu ?')
  return possible.length === 1 ? { type: 'sure', ...possible[0]! } : ask(possible)
}

/** A day of the week settles between several dates, or contradicts the only one. */
function checkWeekday(guess: DateGuess, weekday: number): DateGuess {
  if (guess.type !== 'sure' && guess.type !== 'ask') return guess
  const possible = guess.type === 'sure' ? [guess] : guess.possible
  const fitting = possible.filter(({ day }) => weekdayOf(day) === weekday)
  if (fitting.length > 0) return guess.type === 'sure' ? guess : { ...guess, possible: fitting }
  const { day } = possible[0]!
  const said = `le ${longDay(day)} est un ${WEEKDAYS[weekdayOf(day)]}, pas un ${WEEKDAYS[weekday]}`
  return ask(
    possible.map(({ day, why }) => ({ day, why })),
    `${said} : quelle est la bonne date ?`,
  )
}

/** Eight digits: only years from 1800 to 2199 are looked for, so that the two readings never both exist. Six digits are always asked. */
function compact(digits: string, { yearOfFile }: DateContext): DateGuess {
  const number = (from: number, to: number): number => Number(digits.slice(from, to))
  if (digits.length === 8) {
    const possible = real([
      { day: { year: number(0, 4), month: number(4, 6), day: number(6, 8) }, why: 'année, mois, jour' },
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
      why: `année, mois, jour, ${pivotNote(year)}`,
    })),
  ])
  return possible.length > 0 ? ask(possible) : { type: 'impossible', why: NO_DATE }
}

const NO_DATE = 'ces chiffres ne forment pas une date possible'

/** 01/01/1925 and 31/12/2100 in the 1900 system: outside, five digits are a postcode or a number rather than a date. */
const SERIALS = { from: 9133, to: 73_415 }

/**
 * A bare number is only a date because its column says so: asked, unless the column is known to count its days that way, or the day falls in
 * the file's own year.
 */
function serial(number: number, { serials, yearOfFile }: DateContext): DateGuess {
  if (number < SERIALS.from || number > SERIALS.to)
    return { type: 'impossible', why: 'ce nombre n’est pas une date de tableur vraisemblable' }
  const why = (system: SerialSystem): string =>
    system === '1900'
      ? 'nombre de jours compté par le tableur depuis 1900'
      : 'nombre de jours compté depuis 1904, anciens Excel pour Mac'
  const [usual, mac] = (['1900', '1904'] as const).map(system => ({
    day: dayOfSerial(number, system),
    why: why(system),
  }))
  if (serials !== undefined) return { type: 'sure', ...(serials === '1904' ? mac! : usual!) }
  if (usual!.day.year === yearOfFile) return { type: 'sure', ...usual! }
  const possible = mac!.day.year === yearOfFile ? [mac!, usual!] : [usual!, mac!]
  return ask(possible, 'ce nombre est-il une date que le tableur a cessé de montrer comme telle ?')
}

function monthOnly(shape: Extract<DateShape, { type: 'month' }>, { yearOfFile }: DateContext): DateGuess {
  const month = shape.month.months[0]!
  if (month < 1 || month > 12) return { type: 'impossible', why: `il n'y a pas de mois ${month}` }
  const years = shape.shortYear ? yearsOf(shape.year, yearOfFile) : [shape.year]
  const known = shape.month.sure && years.length === 1 ? { year: years[0]!, month } : {}
  return { type: 'incomplete', missing: 'le jour', known }
}

/** « 25/12 » is a day and a month; « 04-15 » may be April 2015 or 15 April. */
const twoNumbers = (first: number, second: number, context: DateContext): DateGuess =>
  first > 12 && second <= 12
    ? dayMonth(first, [second], context)
    : { type: 'incomplete', missing: 'une partie de la date', known: {} }

function dayMonth(day: number, months: readonly number[], { yearOfFile }: DateContext): DateGuess {
  if (yearOfFile !== undefined) {
    const possible = real(
      months.map(month => ({ day: { year: yearOfFile, month, day }, why: `année des autres dates : ${yearOfFile}` })),
    )
    if (possible.length > 0) return ask(possible, 'il manque l’année : est-ce celle des autres dates ?')
  }
  return { type: 'incomplete', missing: 'l’année', known: {} }
}
