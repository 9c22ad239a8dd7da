import { MONTHS, monthLength } from '../../values/calendar.ts'
import { type Group, isMark, isSmall, problem, skipSmall, type Tokens } from './cursor.ts'
import type { DateRange, DayOfYear, ItemBody } from './items.ts'

/** A leap year: 29 February exists some years. */
export const ANY_YEAR = 2024

/** « du 1er avril au 30 septembre », « d'avril à octobre », « juillet et août », « les 1er janvier, 1er mai et 25 décembre », « fin août ». */
export function readDates(tokens: Tokens, at: number): Group | undefined {
  const first = rangeAt(tokens, at)
  if (!first) return undefined
  const ranges = [...first.body]
  let next = first.next
  for (;;) {
    const more = rangeAt(tokens, afterListMark(tokens, next))
    if (!more || afterListMark(tokens, next) === next) break
    ranges.push(...more.body)
    next = more.next
  }
  const year = yearAt(tokens, next)
  if (year !== undefined)
    return {
      body: problem(
        `« ${year} » est une année`,
        'Ces horaires valent-ils tous les ans ? Sinon, donnez ceux d’une année ordinaire.',
      ),
      next: next + 1,
    }
  const lost = isIncomplete(ranges) || (isSmall(tokens[at], 'from') && ranges.every(({ from, to }) => from === to))
  if (lost) return { body: problem('une date n’est pas complète', 'De quelle date à quelle date, exactement ?'), next }
  return { body: impossible(ranges) ?? { is: 'dates', ranges }, next }
}

const afterListMark = (tokens: Tokens, at: number): number => {
  let next = at
  while (isMark(tokens[next], ',', '/') || isSmall(tokens[next], 'and')) next++
  return next
}

const yearAt = (tokens: Tokens, at: number): number | undefined => {
  const token = tokens[at]
  return token?.is === 'number' && token.value >= 1900 && token.value <= 2100 ? token.value : undefined
}

/** A range, or one or several days of one month (« 24 et 31 décembre »). */
function rangeAt(tokens: Tokens, start: number): Group<readonly DateRange[]> | undefined {
  const at = skipSmall(tokens, start, 'from', 'of', 'the', 'all', 'in')
  const article = at > start && isSmall(tokens[at - 1], 'the', 'all')
  const from = article && tokens[at]?.is === 'month' ? undefined : dateAt(tokens, at)
  if (!from) return daysOfOneMonth(tokens, at)
  const to = isRangeMark(tokens, from.next) ? dateAt(tokens, skipSmall(tokens, from.next + 1, 'the', 'to')) : undefined
  if (!to) return { body: [whole(from.body, from.body)], next: from.next }
  return { body: [whole(from.body, to.body)], next: to.next }
}

const whole = (from: DayOfYear, to: DayOfYear): DateRange => ({ from, to })
const isRangeMark = (tokens: Tokens, at: number): boolean =>
  isMark(tokens[at], '-') || isSmall(tokens[at], 'to') || tokens[at]?.is === 'until'

/** « 1er avril », « avril », « début avril », « fin août », « le 15 ». */
function dateAt(tokens: Tokens, at: number): Group<DayOfYear> | undefined {
  const edge = tokens[at]?.is === 'beginning' || tokens[at]?.is === 'end' ? tokens[at].is : undefined
  if (edge) return edgeAt(tokens, at, edge)
  const month = monthAt(tokens, at)
  if (month) return { body: { month: month.body }, next: month.next }
  const day = dayNumberAt(tokens, at)
  const of = day === undefined ? undefined : monthAt(tokens, at + 1)
  return of && { body: { month: of.body, day: day! }, next: of.next }
}

function monthAt(tokens: Tokens, at: number): Group<number> | undefined {
  const token = tokens[at]
  return token?.is === 'month' ? { body: token.month, next: at + 1 } : undefined
}

/** « de début mai à fin août »: the first day of May, the last of August. « fin mai » at the start of a range says no day: left over. */
function edgeAt(tokens: Tokens, at: number, edge: 'beginning' | 'end'): Group<DayOfYear> | undefined {
  const month = monthAt(tokens, skipSmall(tokens, at + 1, 'of'))
  if (!month) return undefined
  const opensRange = isRangeMark(tokens, month.next)
  return opensRange === (edge === 'beginning') ? { body: { month: month.body }, next: month.next } : undefined
}

function dayNumberAt(tokens: Tokens, at: number): number | undefined {
  const token = tokens[at]
  if (token?.is === 'ordinal' || token?.is === 'number') return token.value >= 1 ? token.value : undefined
  return token?.is === 'nth' && token.nth === 1 ? 1 : undefined
}

/** « du 1er au 15 août », « les 24 et 31 décembre »: the month is said once. */
function daysOfOneMonth(tokens: Tokens, at: number): Group<readonly DateRange[]> | undefined {
  const first = dayNumberAt(tokens, at)
  if (first === undefined) return undefined
  const isRange = isRangeMark(tokens, at + 1)
  const second = isRange ? dateAt(tokens, skipSmall(tokens, at + 2, 'the', 'to')) : listedDate(tokens, at + 1)
  if (second?.body.day === undefined) return undefined
  const from = { month: second.body.month, day: first }
  const body = isRange ? [whole(from, second.body)] : [whole(from, from), whole(second.body, second.body)]
  return { body, next: second.next }
}

const listedDate = (tokens: Tokens, at: number): Group<DayOfYear> | undefined => {
  const next = afterListMark(tokens, at)
  return next === at ? undefined : dateAt(tokens, skipSmall(tokens, next, 'the', 'all'))
}

/** « du 1er avril à octobre », « le 1er mai et décembre »: a day is missing. */
const isIncomplete = (ranges: readonly DateRange[]): boolean =>
  new Set(ranges.flatMap(({ from, to }) => [from.day === undefined, to.day === undefined])).size > 1

function impossible(ranges: readonly DateRange[]): ItemBody | undefined {
  const wrong = ranges
    .flatMap(({ from, to }) => [from, to])
    .find(({ month, day }) => day && day > monthLength(ANY_YEAR, month))
  if (!wrong) return undefined
  const name = MONTHS[wrong.month - 1]!
  return problem(`le ${wrong.day} ${name} n’existe pas`, `Quel jour de ${name} voulez-vous dire ?`)
}
