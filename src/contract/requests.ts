import { z } from 'zod'
import type { LetterCard } from './letters.ts'
import { letterTo, letterWords } from './letters.ts'

/**
 * What is asked of somebody. `holder`: do you hold these data, who else does? `sheet`: fill this sheet. `form`: fill these columns, on a phone too.
 * `questions`: what only you know. `approval`: may these data be opened?
 */
export const REQUEST_KINDS = ['holder', 'sheet', 'form', 'questions', 'approval'] as const
export type RequestKind = (typeof REQUEST_KINDS)[number]

/**
 * In the order of a request's life. `nothing`: these data do not exist, said whoever was asked. `passed`: somebody else is asked instead.
 * `closed`: no longer needed.
 */
export const REQUEST_STATES = [
  'to-send',
  'sent',
  'opened',
  'reminded',
  'answered',
  'nothing',
  'passed',
  'closed',
] as const
export type RequestState = (typeof REQUEST_STATES)[number]
/** Still waited for. */
export const WAITED: readonly RequestState[] = ['sent', 'opened', 'reminded']

/** What came back, in the words of whoever answered. */
export interface RequestAnswer {
  readonly type:
    | 'rows'
    | 'file'
    | 'answers'
    | 'done'
    | 'nothing'
    | 'someone-else'
    | 'yes'
    | 'no'
    | 'remark'
    | 'sensitive'
  readonly at: string
  /** A remark, a reason, the name of a file. */
  readonly words?: string
  /** `someone-else`: who knows, as she says. */
  readonly name?: string
  readonly mail?: string
}

export interface RequestCard {
  readonly id: string
  readonly mailing: string
  readonly kind: RequestKind
  readonly set: { readonly slug: string; readonly title: string }
  readonly state: RequestState
  /** Columns of a form, or whose questions are asked. */
  readonly columns: readonly string[]
  /** How many questions there were when it was made. */
  readonly questions?: number
  readonly answer?: RequestAnswer
  /** The request that was made of somebody else instead: its mailing. */
  readonly passedTo?: { readonly mailing: string; readonly name: string }
}

/** What one person is asked in one mail, about one set or several. */
export interface Mailing {
  readonly id: string
  readonly kind: RequestKind
  readonly to: { readonly name: string; readonly mail?: string; readonly node?: string }
  readonly requests: readonly RequestCard[]
  readonly createdAt: string
  readonly createdBy: string
  readonly sentAt?: string
  /** Rhythm of the reminders: every so many days, on a working day. */
  readonly everyDays?: number
  readonly nextAt?: string
  /** She is away until this day: no reminder before. */
  readonly absentUntil?: string
  readonly reminders: number
  /** A mail of it did not leave: somebody is to look. */
  readonly failed?: true
}

/** GET /api/atelier/requests */
export interface Requests {
  /** Last made first. */
  readonly mailings: readonly Mailing[]
  /** A mail server is set. */
  readonly sends: boolean
}

/** GET /api/atelier/requests/:mailing */
export interface MailingPage extends Mailing {
  /** In the order of their leaving: the first mail, the reminders, the thanks. */
  readonly letters: readonly LetterCard[]
  readonly sends: boolean
  /** Reminders stop by themselves after so many. */
  readonly mostReminders: number
}

/** GET /api/atelier/requests/people : whom one may ask, from the register of who has what. */
export interface Askable {
  readonly node: string
  readonly name: string
  readonly kind: string
  readonly role?: string
  readonly mail?: string
  readonly absentUntil?: string
  /** Who answers meanwhile. */
  readonly askInstead?: string
}

const slug = z.string().min(1).max(200)
const id = z.string().regex(/^[\w-]{1,80}$/)
const column = z.string().min(1).max(500)
const everyDays = z.number().int().min(2).max(90)

/** Whom: a mail may be missing, the text is then given by hand. */
export const askedOf = z.strictObject({
  name: letterTo.shape.name,
  mail: letterTo.shape.mail.optional(),
  node: id.optional(),
})

/** POST /api/atelier/requests : the mail and its reminders are written, nothing is sent. */
export const newRequest = z.strictObject({
  to: askedOf,
  kind: z.enum(REQUEST_KINDS),
  sets: z
    .array(z.strictObject({ set: slug, columns: z.array(column).max(200).default([]) }))
    .min(1)
    .max(30),
  /** `sheet`: one sheet to fill for each of these services. */
  departments: z.array(z.string().trim().min(1).max(60)).max(20).default([]),
  everyDays: everyDays.nullable().default(7),
  absentUntil: z.iso.date().optional(),
})
export type NewRequest = z.output<typeof newRequest>

const shown = z.record(id, z.string().max(64))
/** POST /api/atelier/requests/:mailing/send : versions of the letters that were shown, by id. `byHand`: she sends the first one herself. */
export const sendMailingBody = z.strictObject({ shown, byHand: z.boolean().default(false) })
/** PATCH /api/atelier/requests/:mailing */
export const changeMailing = z.strictObject({
  everyDays: everyDays.nullable().optional(),
  absentUntil: z.iso.date().nullable().optional(),
})
/** POST /api/atelier/requests/one/:id/pass : asked of somebody else instead. Answers the new mailing, to be read and sent. */
export const passRequest = z.strictObject({ to: askedOf })
/** POST /api/atelier/requests/one/:id/answer : what she said otherwise, by phone or in the corridor. */
export const noteAnswer = z.strictObject({
  type: z.enum(['done', 'nothing', 'closed']),
  words: z.string().trim().max(1000).default(''),
})
/** POST /api/atelier/requests/:mailing/letters : one more mail to the same person, to be read and sent. */
export const MORE_LETTERS = ['reminder', 'thanks', 'published'] as const
export const moreLetter = z.strictObject({ kind: z.enum(MORE_LETTERS) })
/** PUT /api/atelier/requests/words/:letter : the words of this letter, for the next time too. */
export const keepWords = letterWords

/** POST /api/link/:token/reply : what a person says instead of filling. */
export const giveReply = z.discriminatedUnion('type', [
  z.strictObject({ key: id, type: z.literal('done') }),
  z.strictObject({ key: id, type: z.literal('nothing'), words: z.string().trim().max(1000).default('') }),
  z.strictObject({
    key: id,
    type: z.literal('someone-else'),
    name: z.string().trim().min(1).max(120),
    mail: letterTo.shape.mail.optional(),
    words: z.string().trim().max(1000).default(''),
  }),
  z.strictObject({ key: id, type: z.literal('later'), until: z.iso.date() }),
])
export type LinkReply = z.output<typeof giveReply>
