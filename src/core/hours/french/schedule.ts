import type { DateRange, DayEntry, Span } from './items.ts'

/** When a statement is true: some dates, school time or holidays, even or odd weeks. Nothing: always. */
export interface Scope {
  readonly dates?: readonly DateRange[]
  readonly school?: 'time' | 'holidays'
  readonly odd?: boolean
}

/** Days and their hours, as the text gives them once. */
export interface Statement {
  readonly scope: Scope
  readonly entries: readonly DayEntry[]
  readonly named: 'one-by-one' | 'range'
  readonly publicHolidays: boolean
  /** Empty with `closed`, or when only appointments are said. */
  readonly spans: readonly Span[]
  readonly closed: boolean
  /** `free`: said to be without appointment. */
  readonly access: 'open' | 'appointment' | 'free'
  /** Said with « et », or of a named half of the day: more hours for these days, not other ones. */
  readonly adds: boolean
  /** Its scope was said after it, not in brackets: the hours that follow in the sentence may be of this scope too. */
  readonly trailed?: true
  /** Number of the sentence or line. */
  readonly segment: number
}

/** What « sauf », « fermé », « hors » takes away from what was said before, or the end it changes. */
export interface Exception {
  readonly entries: readonly DayEntry[]
  readonly word: 'closed' | 'except'
  readonly unclearHalf: boolean
  readonly comma: boolean
  readonly spans?: readonly Span[]
  readonly until?: number
  /** Statements said before it; Infinity: the whole text. */
  readonly before: number
  /** A sentence of its own, before or after all the hours: of every period. Elsewhere it is of the hours that it follows. */
  readonly general: boolean
}

/** Everything that the text says. */
export interface Schedule {
  readonly statements: readonly Statement[]
  readonly exceptions: readonly Exception[]
  readonly closedDates: readonly DateRange[]
  readonly publicHolidaysOff: boolean
  readonly schoolHolidaysOff: boolean
  /** « … et sur rendez-vous » : at any other time. */
  readonly elseByAppointment: boolean
  /** « toute l'année » is said of the ordinary hours: they hold on the days that a period does not name. */
  readonly allYear: boolean
  readonly doubts: readonly Doubt[]
}

/** Why no value can be given, and the one question that would settle it. French, without capital nor full stop for `why`. */
export interface Doubt {
  readonly why: string
  readonly ask: string
}

export const scopeKey = ({ dates, school, odd }: Scope): string =>
  JSON.stringify([dates ?? null, school ?? null, odd ?? null])
