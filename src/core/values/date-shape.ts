import { type NamedMonth, namedMonth, namedWeekday } from './month-names.ts'
import { stripAccents } from './text.ts'

/** What a cell that may be a date is made of, before deciding which number is the day. Every number is as written. */
export type DateShape = Shape & {
  /** Day of the week written beside it, 0 for Monday. */
  readonly weekday?: number
}

type Shape =
  /** 2021-10-17, 2021/10/17 */
  | { readonly type: 'year-first'; readonly year: number; readonly second: number; readonly third: number }
  /** 17/10/2021, 10/17/2021 */
  | { readonly type: 'year-last'; readonly first: number; readonly second: number; readonly year: number }
  /** 17/10/21, 21-10-17: three numbers of one or two digits */
  | { readonly type: 'short'; readonly parts: readonly [number, number, number]; readonly dashed: boolean }
  | {
      readonly type: 'named'
      readonly day: number
      readonly month: NamedMonth
      readonly year: number
      readonly shortYear: boolean
    }
  /** 20211017, 17102021, 171021 */
  | { readonly type: 'compact'; readonly digits: string }
  /** 44486: days counted by a spreadsheet */
  | { readonly type: 'serial'; readonly serial: number }
  | { readonly type: 'month'; readonly month: NamedMonth; readonly year: number; readonly shortYear: boolean }
  | { readonly type: 'day-month'; readonly day: number; readonly month: NamedMonth }
  | { readonly type: 'year'; readonly year: number }
  /** 04-15, 25/12: a month and a year, or a day and a month */
  | { readonly type: 'two-numbers'; readonly first: number; readonly second: number }

const YEAR_FIRST = /^(\d{4})\s?([-/._ ])\s?(\d{1,2})\s?\2\s?(\d{1,2})$/
const YEAR_LAST = /^(\d{1,2})\s?([-/._ ])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})$/
const MONTH_YEAR = /^(\d{1,2})\s?[-/.]\s?(\d{4})$/
const TWO_NUMBERS = /^(\d{1,2})\s?[-/]\s?(\d{2})$/
const YEAR_MONTH = /^(\d{4})\s?[-/.]\s?(\d{1,2})$/

/** The shape of one day written alone (no hour): undefined when the text is no date that Carnet knows. */
export function dateShape(text: string): DateShape | undefined {
  if (text.length < 4 || text.length > 60) return undefined
  const line = undamaged(text)
    .normalize('NFKC')
    .trim()
    .replace(/^'/, '')
    .replace(/[‐‑‒–—−]/g, '-')
  const { rest, weekday } = withoutIntroduction(line)
  const shape = numbers(rest) ?? digitsOnly(rest) ?? words(rest)
  return shape && weekday !== undefined ? { ...shape, weekday } : shape
}

/** Accents of months that a wrong encoding spoilt: « dÃ©cembre », « aoÃ»t »; a lost letter (« d�cembre ») is left out. */
const undamaged = (text: string): string =>
  text
    .replace(/Ã©/g, 'é')
    .replace(/Ã»/g, 'û')
    .replace(/\uFFFD/g, '')

/** « Le dimanche 17/10/2021 », « date : 17/10/2021 », « Sun, 17 Oct 2021 » without their first words. */
function withoutIntroduction(line: string): { rest: string; weekday?: number } {
  const rest = line.replace(/^(?:le|du|en|date)\s?:?\s/i, '')
  const [whole = '', word = ''] = /^(\p{L}{3,9})[.,]{0,2}\s?/u.exec(rest) ?? []
  const after = rest.slice(whole.length)
  const weekday = /\d.*\d{2}/.test(after) ? namedWeekday(word.toLowerCase()) : undefined
  // « mar 5 2024 » is a day of March, « mar 5 mars 2024 » a Tuesday.
  if (weekday === undefined || (namedMonth(word.toLowerCase())?.sure && !/\p{L}{3}|\d\D\d+\D\d/u.test(after)))
    return { rest }
  return { rest: after, weekday }
}

function numbers(line: string): Shape | undefined {
  const first = YEAR_FIRST.exec(line)
  if (first) return { type: 'year-first', year: Number(first[1]), second: Number(first[3]), third: Number(first[4]) }
  const last = YEAR_LAST.exec(line)
  if (last) {
    const [a, b, c] = [Number(last[1]), Number(last[3]), Number(last[4])]
    if (last[4]!.length === 4) return { type: 'year-last', first: a, second: b, year: c }
    return { type: 'short', parts: [a, b, c], dashed: last[2] === '-' }
  }
  const two = TWO_NUMBERS.exec(line)
  if (two) return { type: 'two-numbers', first: Number(two[1]), second: Number(two[2]) }
  const [, month, year] = MONTH_YEAR.exec(line) ?? swap(YEAR_MONTH.exec(line))
  if (month === undefined || year === undefined) return undefined
  return { type: 'month', month: { months: [Number(month)], sure: true }, year: Number(year), shortYear: false }
}

const swap = (found: RegExpExecArray | null): (string | undefined)[] => (found ? [found[0], found[2], found[1]] : [])

function digitsOnly(line: string): Shape | undefined {
  if (/^\d{8}$|^\d{6}$/.test(line)) return { type: 'compact', digits: line }
  if (/^\d{5}(?:[.,]\d{1,12})?$/.test(line)) return { type: 'serial', serial: Number(line.replace(',', '.')) }
  return /^\d{4}$/.test(line) ? { type: 'year', year: Number(line) } : undefined
}

/** Small words around a date in French and English. */
const FILLERS = new Set(['le', 'du', 'de', 'd', 'of', 'the', 'en', 'date'])

/** « 1er oct. 2021 », « Oct 17th, 2021 », « 17-oct-21 », « octobre 2021 ». */
function words(line: string): Shape | undefined {
  if (/[^\p{L}\p{M}\d\s.,:'’/-]/u.test(line)) return undefined
  const tokens = (
    stripAccents(line)
      .toLowerCase()
      .match(/\d+(?:bre)?|[a-z]+/g) ?? []
  ).filter(token => !FILLERS.has(token))
  const rest = withoutOrdinal(tokens)
  const at = rest.findIndex(token => /[a-z]/.test(token))
  const month = at < 0 ? undefined : namedMonth(rest[at]!)
  const around = rest.filter((_, index) => index !== at)
  if (!month || around.length > 2 || !around.every(token => /^\d{1,4}$/.test(token))) return undefined
  if (around.length === 1) return withoutDayOrYear(month, at, around[0]!)
  if (around.length === 0) return undefined
  const shape = dayAndYear(around[0]!, around[1]!)
  return shape && { type: 'named', month, ...shape }
}

/** « 1 er oct » and « oct 17 th » lose the mark of rank, only right after a number. */
const withoutOrdinal = (tokens: readonly string[]): string[] =>
  tokens.filter(
    (token, i) => !(i > 0 && /^(?:er|ere|e|eme|st|nd|rd|th)$/.test(token) && /^\d{1,2}$/.test(tokens[i - 1]!)),
  )

function dayAndYear(a: string, b: string): { day: number; year: number; shortYear: boolean } | undefined {
  if (a.length === 4 && b.length <= 2) return { day: Number(b), year: Number(a), shortYear: false }
  if (a.length > 2 || b.length === 3 || b.length === 1) return undefined
  return { day: Number(a), year: Number(b), shortYear: b.length === 2 }
}

/** « octobre 2021 » and « oct-21 » have no day; « 17 octobre » has no year. */
function withoutDayOrYear(month: NamedMonth, at: number, number: string): Shape | undefined {
  if (number.length === 3) return undefined
  if (number.length === 4) return { type: 'month', month, year: Number(number), shortYear: false }
  if (at === 0 && number.length === 2) return { type: 'month', month, year: Number(number), shortYear: true }
  return { type: 'day-month', day: Number(number), month }
}
