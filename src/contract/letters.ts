import { z } from 'zod'

/**
 * A mail in the town's name. Nothing leaves that nobody has read: what is sent is told by its version, which changes with each word.
 * `to-review`: written, not read yet. `ready`: read, leaves by itself when it is due. `sending`: on its way. `dropped`: no longer needed.
 */
export const LETTER_STATES = ['to-review', 'ready', 'sending', 'sent', 'failed', 'dropped'] as const
export type LetterState = (typeof LETTER_STATES)[number]

export interface LetterCard {
  readonly id: string
  readonly kind: string
  /** What it asks for: the requests that were gathered in it. */
  readonly mailing?: string
  /** An empty mail: she has none that is known, the text is given by hand. */
  readonly to: { readonly name: string; readonly mail: string }
  readonly subject: string
  /** Exactly as it leaves, addresses of links included. */
  readonly body: string
  readonly state: LetterState
  readonly dueAt?: string
  readonly writtenAt: string
  readonly writtenBy: string
  readonly sentAt?: string
  /** Why it did not leave, or how it did. */
  readonly message?: string
  readonly attachments: readonly { readonly name: string; readonly size: number }[]
  /** Of these very words to this very person: sending demands it. */
  readonly version: string
}

/** GET /api/atelier/letters */
export interface Letters {
  readonly letters: readonly LetterCard[]
  /** A mail server is set; without one, a person copies the text and sends it herself. */
  readonly sends: boolean
}

const mail = z
  .string()
  .trim()
  .max(254)
  .regex(/^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[^\s@<>(),;:"]+$/)

/** What a mail says. The subject is one line. */
export const letterWords = z.strictObject({
  subject: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .regex(/^[^\r\n]*$/),
  body: z.string().trim().min(1).max(20_000),
})
export const letterTo = z.strictObject({ name: z.string().trim().min(1).max(120), mail })

/** PATCH /api/atelier/letters/:id : `seen` is the version that the writer had before her eyes. */
export const changeLetterBody = letterWords.partial().extend({ to: letterTo.optional(), seen: z.string().max(64) })
/** POST /api/atelier/letters/:id/send, /ready and /by-hand : the version that was shown. */
export const sendLetterBody = z.strictObject({ shown: z.string().max(64) })
