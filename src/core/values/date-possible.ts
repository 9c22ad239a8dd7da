import { type CalendarDay, exists, whyImpossible } from './calendar.ts'
import type { SerialSystem } from './serial-date.ts'

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

/** « 0000-00-00 » and « 00/01/1900 » are how databases and spreadsheets show an empty date. */
export const impossible = (day: CalendarDay): DateGuess => ({
  type: 'impossible',
  why:
    day.day === 0
      ? 'c’est ainsi qu’un logiciel montre une date vide, laissez plutôt la cellule vide'
      : whyImpossible(day),
})

export const real = (possible: readonly Possible[]): Possible[] =>
  possible.filter(({ day }, i) => exists(day) && possible.findIndex(other => same(other.day, day)) === i)

const same = (a: CalendarDay, b: CalendarDay): boolean => a.year === b.year && a.month === b.month && a.day === b.day

const WHICH = 'de quelle date s’agit-il ?'
export const ask = (possible: readonly Possible[], question = WHICH): DateGuess => ({ type: 'ask', possible, question })
