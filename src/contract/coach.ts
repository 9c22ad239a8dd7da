import { z } from 'zod'
import type { Home } from './sets.ts'

const mail = z
  .string()
  .trim()
  .max(254)
  .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/)
const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^[^\r\n]*$/)

/** POST /api/atelier/coach/towns/letter shows the mail that its referent will receive; POST /api/atelier/coach/towns adds the town and sends it. */
export const addTown = z.strictObject({
  insee: z.string().regex(/^(\d{5}|2[AB]\d{3})$/),
  /** Of the town's referent. */
  name: line(120),
  mail: mail.optional(),
})
export type AddTown = z.infer<typeof addTown>
export interface ShownMail {
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** GET /api/atelier/coach : the towns where the person has a place; on localhost alone, all of them. */
export interface CoachBoard {
  readonly towns: readonly TownOnBoard[]
  readonly mayAdd: boolean
  readonly mayCampaign: boolean
  readonly campaigns: readonly CampaignCard[]
  /** What coaches propose to the town where one is. */
  readonly proposed: readonly ProposedCampaign[]
  /** Mails leave by themselves; without a mail server, their text is copied. */
  readonly sends: boolean
}

export interface TownOnBoard {
  readonly insee: string
  readonly name: string
  readonly example?: true
  readonly steps: Home['steps']
  /** The step where the work is. */
  readonly step: { readonly title: string; readonly number: number; readonly sentence: string }
  readonly next: Home['next']
  /** What keeps it from going on, what blocks most first. */
  readonly blockers: readonly { readonly kind: BlockerKind; readonly sentence: string }[]
  readonly waiting: Home['waiting']
  readonly sets: { readonly total: number; readonly published: number; readonly ready: number }
  readonly last?: { readonly at: string; readonly by: string; readonly note: string }
  /** Days since somebody did something there. */
  readonly quiet?: number
  /** What one may do there: read, or prepare too when the town asked. */
  readonly mine: 'read' | 'act'
  readonly referent?: string
}
export type BlockerKind = 'no-set' | 'no-file' | 'errors' | 'questions' | 'approval' | 'waiting' | 'ready'

/** A day of a campaign: whole, or some hours of it, in Paris. */
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
export const campaignDay = z.strictObject({
  day: z.iso.date(),
  title: line(120),
  from: time.optional(),
  to: time.optional(),
})
export type CampaignDay = z.infer<typeof campaignDay>
/** POST /api/atelier/campaigns, PATCH /api/atelier/campaigns/:id */
export const campaignWords = z.strictObject({ title: line(120), days: z.array(campaignDay).min(1).max(60) })
export type CampaignWords = z.infer<typeof campaignWords>
/** POST /api/atelier/campaigns/:id/towns : proposed to these; each referent says yes or no. */
export const proposeTo = z.strictObject({ towns: z.array(z.string().max(5)).min(1).max(200) })
/** POST /api/atelier/campaigns/:id/answer : of the town where one is, by its referent. `leave` : no longer. */
export const answerCampaign = z.strictObject({ answer: z.enum(['join', 'refuse', 'leave']) })
/** POST /api/atelier/campaigns/:id/message/letters shows each mail; POST .../message sends those that were shown. */
export const campaignMessage = z.strictObject({
  /** Towns that said yes, or those that have not answered yet. */
  to: z.enum(['joined', 'asked']),
  subject: line(200),
  body: z.string().trim().min(1).max(20_000),
})
export type CampaignMessage = z.infer<typeof campaignMessage>
export const sendMessage = campaignMessage.extend({ shown: z.array(z.string().max(64)).min(1).max(200) })

export interface CampaignCard {
  readonly id: string
  readonly title: string
  readonly days: readonly CampaignDay[]
  readonly ended?: true
  readonly towns: readonly {
    readonly insee: string
    readonly name: string
    readonly state: 'asked' | 'joined' | 'refused' | 'left'
    /** Who answers for it. */
    readonly referent?: string
  }[]
  readonly messages: readonly {
    readonly subject: string
    readonly body: string
    readonly at: string
    readonly to: readonly {
      readonly town: string
      readonly name: string
      readonly state: string
      readonly message?: string
    }[]
  }[]
}
export interface ProposedCampaign {
  readonly id: string
  readonly title: string
  readonly coach: string
  readonly days: readonly CampaignDay[]
  readonly state: 'asked' | 'joined' | 'refused' | 'left'
}
/** A mail to one town, before it leaves: sending demands the key of what was shown. */
export interface MessageLetter extends ShownMail {
  readonly town: string
  readonly key: string
  /** Its referent has no mail: nothing can be sent to it. */
  readonly unreachable?: true
}
