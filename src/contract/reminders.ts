import { z } from 'zod'
import type { LetterCard } from './letters.ts'

/** A published set whose fiche promises updates. */
export interface UpdateReminder {
  /** Its slug in the workshop: « refaire les mêmes étapes » is /jeux/SLUG/nouveau-fichier. */
  readonly slug: string
  readonly title: string
  /** « Une fois par an » */
  readonly frequency: string
  /** ISO days: of its latest version, and of the next one. */
  readonly last: string
  readonly due: string
  readonly urgency: 'late' | 'soon' | 'later'
  readonly holder: { readonly name: string; readonly mail: string; readonly from: 'register' | 'referent' }
  /** The mail that was prepared for this day, as it stands. */
  readonly letter?: LetterCard
  /** The referent lets this mail go by itself, word for word. */
  readonly auto?: { readonly by: string; readonly at: string }
}

/** GET /api/atelier/reminders, what comes first first. GET /api/atelier/reminders/calendar : the same as a calendar (.ics). */
export interface UpdateReminders {
  readonly reminders: readonly UpdateReminder[]
  /** Published sets whose fiche promises no day. */
  readonly without: readonly { readonly slug: string; readonly title: string; readonly frequency: string }[]
  readonly sends: boolean
}

/** POST /api/atelier/reminders/:slug/letter : the mail of this set's next update, prepared now. POST .../calendar/mail : the calendar to oneself. */
/** POST /api/atelier/reminders/:slug/auto : « envoyer sans me redemander », once the mail was read (`shown`: its version). DELETE asks again. */
export const autoReminder = z.strictObject({ shown: z.string().max(64) })
