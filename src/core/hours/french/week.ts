import type { DayEntry, Span } from './items.ts'
import type { Doubt, Scope, Statement } from './schedule.ts'
import type { Weekday } from './tokens.ts'
import { daysInWords, spansInWords } from './words.ts'

export interface DaySpan extends Span {
  readonly appointment: boolean
}

/** One day of one scope: its hours, none when it is closed. */
export interface Day {
  readonly day: Weekday
  readonly nth?: readonly number[]
  spans: readonly DaySpan[]
  closed: boolean
  /** By appointment, the hours are not said. */
  appointmentOnly: boolean
  named: 'one-by-one' | 'range'
  /** Days that the statement names with it: a statement about some of them corrects one about all. */
  among: readonly Weekday[]
}

export interface Week {
  readonly scope: Scope
  readonly days: Day[]
  publicHolidays: Day | undefined
}

export interface Settled {
  readonly weeks: readonly Week[]
  readonly closedNth: readonly DayEntry[]
  readonly doubts: readonly Doubt[]
}

/** One more statement of this week. */
export function add(statement: Statement, week: Week, doubts: Doubt[]): void {
  for (const entry of statement.entries) {
    const said = dayOf(statement, entry)
    const index = week.days.findIndex(one => one.day === said.day && sameNth(one.nth, said.nth))
    const near = week.days.find(one => one.day === said.day && !sameNth(one.nth, said.nth))
    if (near && !apart(near.nth, said.nth)) doubts.push(twice(said, near))
    if (index < 0) week.days.push(said)
    else week.days[index] = joined(week.days[index]!, said, statement, doubts)
  }
  if (!statement.publicHolidays) return
  const holiday = dayOf(statement, { day: 6 })
  if (week.publicHolidays)
    doubts.push({ why: 'les jours fériés ont deux horaires', ask: 'Quelles sont les heures des jours fériés ?' })
  week.publicHolidays = holiday
}

const sameNth = (a: readonly number[] | undefined, b: readonly number[] | undefined): boolean => a?.join() === b?.join()
const apart = (a: readonly number[] | undefined, b: readonly number[] | undefined): boolean =>
  a !== undefined && b !== undefined && !a.some(nth => b.includes(nth)) && !a.concat(b).includes(-1)

const dayOf = (statement: Statement, { day, nth }: DayEntry): Day => ({
  day,
  ...(nth && { nth }),
  spans: statement.spans.map(({ from, to }) => ({ from, to, appointment: statement.access === 'appointment' })),
  closed: statement.closed,
  appointmentOnly: statement.spans.length === 0 && !statement.closed,
  named: statement.named,
  among: statement.entries.map(({ day }) => day),
})

/** The same day said twice: more hours, a correction of a range, or a contradiction. */
function joined(first: Day, second: Day, { adds }: Statement, doubts: Doubt[]): Day {
  if (JSON.stringify(first.spans) === JSON.stringify(second.spans) && first.closed === second.closed) return first
  const corrects = first.named === 'range' && isPart(second.among, first.among)
  const narrow = corrects && second.named === 'one-by-one' && second.among.length === 1
  const together = !first.closed && !second.closed && first.spans.length > 0 && second.spans.length > 0
  if (together && disjoint(first.spans, second.spans) && (!narrow || adds))
    return { ...second, spans: [...first.spans, ...second.spans].sort((a, b) => a.from - b.from) }
  if (corrects && (!together || !disjoint(first.spans, second.spans)) && !adds)
    return { ...second, named: 'one-by-one' }
  if (first.closed && second.named === 'range' && first.among.length < second.among.length) return first
  doubts.push(twice(first, second))
  return first
}

const isPart = (some: readonly Weekday[], all: readonly Weekday[]): boolean =>
  some.length < all.length && some.every(day => all.includes(day))

const disjoint = (a: readonly Span[], b: readonly Span[]): boolean =>
  a.every(one => b.every(other => one.to <= other.from || other.to <= one.from))

export const said = ({ spans, closed }: Day): string => (closed ? 'fermé' : spansInWords(spans) || 'sur rendez-vous')

const twice = (first: Day, second: Day): Doubt => ({
  why: `${daysInWords([first.day])} est dit deux fois : ${said(first)}, et ${said(second)}`,
  ask: `Quels sont les horaires du ${daysInWords([first.day])} : ${said(first)}, ${said(second)}, ou les deux ?`,
})
