/** One thing that somebody did that day, as a person would tell it. */
export interface LogbookSentence {
  readonly text: string
  /** The sets that it speaks of and that are still there: their titles are in the text, between guillemets. */
  readonly sets: readonly { readonly slug: string; readonly title: string }[]
}

/** A day of the town: what the journal tells of it, and what somebody wrote by hand. */
export interface LogbookDay {
  /** `2026-03-02` */
  readonly day: string
  /** « lundi 2 mars 2026 » */
  readonly title: string
  readonly sentences: readonly LogbookSentence[]
  readonly note: LogbookNote
}
/** PUT /api/atelier/texts/carnet-de-bord%2F2026-03-02 writes the next version. */
export interface LogbookNote {
  readonly version: number
  readonly body: string
  readonly writtenAt: string
  readonly writtenBy: string
}

/**
 * GET /api/atelier/logbook, latest day first; `?before=` takes the `next` of the page above, `?all=1` reads it whole.
 * GET /api/atelier/logbook/file/md and /docx : the same as a file.
 */
export interface Logbook {
  readonly today: string
  readonly days: readonly LogbookDay[]
  readonly next?: string
}

/** The text of the town that holds what somebody wrote of a day. */
export const logbookText = (day: string): string => `carnet-de-bord/${day}`
