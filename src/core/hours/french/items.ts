import type { Half, Weekday } from './tokens.ts'

/** One day of a list: « le mercredi après-midi », « le 2e samedi du mois ». */
export interface DayEntry {
  readonly day: Weekday
  readonly nth?: readonly number[]
  readonly half?: Half
}

/** Minutes of the day; `to` beyond 1440 after midnight. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Months and days of every year. `to` before `from` goes over New Year. */
export interface DateRange {
  readonly from: DayOfYear
  readonly to: DayOfYear
}
export interface DayOfYear {
  readonly month: number
  /** Without it, the whole month. */
  readonly day?: number
}

/** Groups of words that say one thing of the hours. */
export type ItemBody =
  | DaysItem
  | { readonly is: 'spans'; readonly spans: readonly Span[] }
  /** One hour alone: « jusqu’à 19h », « (dimanche : 19h) ». */
  | { readonly is: 'one-hour'; readonly minutes: number; readonly until: boolean }
  | { readonly is: 'half'; readonly half: Half; readonly every: boolean }
  | { readonly is: 'dates'; readonly ranges: readonly DateRange[] }
  | { readonly is: 'nth'; readonly nth: readonly number[] }
  | { readonly is: 'parity'; readonly odd: boolean }
  /** `bare`: without « pendant les ». */
  | { readonly is: 'school'; readonly holidays: boolean; readonly bare: boolean }
  | { readonly is: 'public-holidays' }
  | { readonly is: 'appointment'; readonly only: boolean }
  | { readonly is: 'no-appointment' }
  /** « sur rendez-vous en dehors de ces horaires ». */
  | { readonly is: 'appointment-else' }
  | { readonly is: 'all-year' }
  | { readonly is: 'closed' | 'except' | 'including' | 'open' | 'also' | 'only' | 'place' | 'season' | 'always' }
  /** `strong` ends a sentence or a line. */
  | { readonly is: 'separator'; readonly strong: boolean; readonly mark: string }
  | { readonly is: 'open-bracket' | 'close-bracket' | 'colon' }
  | { readonly is: 'problem'; readonly why: string; readonly ask: string }

export interface DaysItem {
  readonly is: 'days'
  readonly entries: readonly DayEntry[]
  /** How they were named: a day named one by one cannot be given twice with different hours; one inside a range can. */
  readonly named: 'one-by-one' | 'range'
  readonly publicHolidays: boolean
  /** « mercredi et vendredi matin »: the morning of Friday alone, or of both? */
  readonly unclearHalf: boolean
}

export type Item = ItemBody & { readonly start: number; readonly end: number }
