import { z } from 'zod'
import type { Duty } from '../core/diagnosis/duty.ts'
import type { Voice } from '../core/diagnosis/voices.ts'

/** One person's answers, as the page shows them. */
export interface VoiceCard extends Voice {
  readonly remarks: Readonly<Record<string, string>>
  /** ISO instant of the last answer. */
  readonly lastAt: string
  /** She has no account here: she answered aloud, somebody typed. */
  readonly aloud?: true
}

export interface DiagnosisCard {
  readonly id: string
  readonly title: string
  readonly openedAt: string
  /** Id of the person: her total is the town's. */
  readonly openedBy: string
  readonly closedAt?: string
  readonly voices: readonly VoiceCard[]
}

/** A fact of the town that nobody can guess, with where it is known from. */
export interface FactCard {
  readonly value: string
  readonly source: string
  readonly saidBy: string
  readonly saidAt: string
}

/** Other towns of this Carnet. Of those that share; a name is said only between towns of one campaign. */
export interface OthersCard {
  /** Towns counted below, never fewer than three. */
  readonly together?: {
    readonly towns: number
    readonly lowest: number
    readonly median: number
    readonly highest: number
  }
  readonly campaign: readonly { readonly name: string; readonly total: number; readonly level: number }[]
}

/** GET /api/atelier/diagnosis */
export interface DiagnosisPage {
  /** Latest first. */
  readonly diagnoses: readonly DiagnosisCard[]
  /** Who reads: the voice that she answers with. */
  readonly me: {
    readonly id: string
    readonly name: string
    readonly mayAnswer: boolean
    readonly maySpeakForOthers: boolean
  }
  readonly duty: Duty
  readonly agents?: FactCard
  readonly shared: boolean
  readonly others: OthersCard
}

/** Ids of voices without an account; no person's id is like it. */
export const ALOUD = /^voix-[\w-]{8,60}$/

const id = z.string().regex(/^[\w-]{1,80}$/)

/** POST /api/atelier/diagnosis : opens one, and closes the one before. Answers the DiagnosisCard; the one that is open and has no answer is given back. */
export const openDiagnosis = z.strictObject({ key: id })
/** PATCH /api/atelier/diagnosis/:id */
export const changeDiagnosis = z.strictObject({ closed: z.boolean() })

/** PUT /api/atelier/diagnosis/:id/answers : one answer, kept at once. '' takes it back. Answers the DiagnosisCard. */
export const giveAnswer = z.strictObject({
  question: id,
  answer: z.string().trim().max(1000),
  remark: z.string().trim().max(1000).default(''),
  /** For somebody who answers aloud: her name, and the id of her voice, drawn by the page. */
  voice: z.strictObject({ id: z.string().regex(ALOUD), name: z.string().trim().min(1).max(120) }).optional(),
})
export type GiveAnswer = z.infer<typeof giveAnswer>

/** PUT /api/atelier/diagnosis/agents : the town's agents in full-time equivalents, and who says so. Answers the DiagnosisPage. */
export const sayAgents = z.strictObject({
  agents: z.string().trim().max(20),
  source: z.string().trim().min(3).max(300),
})
/** PUT /api/atelier/diagnosis/shared : Answers the DiagnosisPage. */
export const shareScore = z.strictObject({ shared: z.boolean() })
