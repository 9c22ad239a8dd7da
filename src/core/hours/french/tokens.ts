/** 0 for Monday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6
export type Half = 'morning' | 'afternoon'

/** What a word or a group of words means. */
export type Meaning =
  | { readonly is: 'day'; readonly day: Weekday; readonly several: boolean }
  /** A misspelt day that may be one of these. */
  | { readonly is: 'maybe-day'; readonly days: readonly Weekday[] }
  /** « tous les jours », « la semaine », « le week-end ». */
  | { readonly is: 'days'; readonly days: readonly Weekday[] }
  | { readonly is: 'half'; readonly half: Half; readonly every: boolean }
  | { readonly is: 'month'; readonly month: number }
  | { readonly is: 'nth'; readonly nth: number }
  | { readonly is: 'parity'; readonly odd: boolean }
  /** « deux » of « les deux premiers jeudis »: never an hour. */
  | { readonly is: 'count'; readonly value: number }
  | { readonly is: 'clock'; readonly minutes: number }
  | { readonly is: 'small'; readonly word: string }
  /** Words that the whole cannot be understood with: another service, « une semaine sur deux », « environ ». */
  | { readonly is: 'blocker'; readonly why: string; readonly ask: string }
  | { readonly is: Plain }

/** Meanings that need nothing more. */
export type Plain =
  | 'public-holidays'
  | 'school-holidays'
  | 'school-time'
  /** « vacances » alone: those of school, when the text names these elsewhere. */
  | 'some-holidays'
  /** « en dehors de ces horaires ». */
  | 'other-times'
  | 'of-month'
  | 'always'
  | 'closed'
  | 'except'
  | 'including'
  | 'open'
  | 'appointment'
  | 'no-appointment'
  | 'only'
  | 'also'
  | 'until'
  | 'from-then'
  | 'between'
  | 'each'
  | 'season'
  | 'all-year'
  | 'beginning'
  | 'end'
  | 'place'
  | 'filler'

export type Token = { readonly start: number; readonly end: number; readonly text: string } & (
  | Meaning
  | { readonly is: 'number'; readonly value: number }
  | { readonly is: 'ordinal'; readonly value: number }
  /** Punctuation, « - » for every dash, « \n » for a line break. */
  | { readonly is: 'mark'; readonly mark: string }
  | { readonly is: 'unknown' }
)
