import { z } from 'zod'
import type { SetStage, Theme } from './sets.ts'

/** The five boxes of the paper wishlist, in its order. */
export const WISH_BOXES = ['missing', 'clean', 'compile', 'complete', 'standardise'] as const
export type WishBox = (typeof WISH_BOXES)[number]

/** Vert facile, orange modéré, rouge important, noir impossible. */
export const WISH_GRADES = ['green', 'orange', 'red', 'black'] as const
export type WishGrade = (typeof WISH_GRADES)[number]

export const WISH_DECISIONS = ['open', 'later', 'no'] as const
export type WishDecision = (typeof WISH_DECISIONS)[number]

/** The service to contact, and a second one. */
export const WISH_PLACES = ['first', 'second'] as const
export type WishPlace = (typeof WISH_PLACES)[number]

/** Who said it herself, and when. */
export interface ByHand {
  readonly by: string
  readonly at: string
}

export interface BoxState {
  readonly box: WishBox
  readonly on: boolean
  /** What Carnet reads in the file, and why: « 12 cases obligatoires sont vides. » */
  readonly auto: boolean
  readonly reason: string
  /** A person ticked it or cleared it: her word stands, until she gives it back to Carnet. */
  readonly byHand?: ByHand
}

export interface GradeState {
  /** Absent: nothing to judge yet. */
  readonly value?: WishGrade
  readonly auto?: WishGrade
  readonly reason: string
  readonly byHand?: ByHand
}

export interface WishService {
  /** Id of its node in the register of who has what. */
  readonly id: string
  readonly name: string
}

/** One line of the wishlist: a set of the town, before or after its file came. */
export interface Wish {
  readonly slug: string
  readonly title: string
  /** Its place: 1 first. */
  readonly rank: number
  readonly theme?: Pick<Theme, 'number' | 'title' | 'difficulty' | 'difficultyMeaning' | 'why' | 'holder'>
  /** `none`: a theme of one's own whose model is still to be made. */
  readonly model: { readonly title: string; readonly kind: 'national' | 'carnet' | 'foreign' | 'town' | 'none' }
  readonly stage: SetStage
  readonly service?: WishService
  readonly second?: WishService
  readonly boxes: readonly BoxState[]
  readonly grade: GradeState
  readonly decision?: { readonly value: WishDecision; readonly why: string } & Partial<ByHand>
  /** A file came that Carnet has not looked at yet. */
  readonly looking?: true
}

/** GET /api/atelier/wishes, and what every act below answers. */
export interface Wishlist {
  readonly wishes: readonly Wish[]
  /** Services and outside bodies that the register knows. */
  readonly services: readonly WishService[]
  /** The one next thing to do on this list. */
  readonly next?: { readonly sentence: string; readonly wish: string }
}

/** POST /api/atelier/wishes/:slug/move : to this place, 1 first. A wish is added by POST /api/atelier/sets. */
export const moveWish = z.strictObject({ to: z.number().int().min(1).max(10_000) })

/** PUT /api/atelier/wishes/:slug/service : by its name, found in the register or written there; null: nobody. */
export const wishService = z.strictObject({
  place: z.enum(WISH_PLACES),
  name: z.string().trim().min(1).max(120).nullable(),
})

/** PUT /api/atelier/wishes/:slug/box ; null: as Carnet reads it. */
export const wishBox = z.strictObject({ box: z.enum(WISH_BOXES), on: z.boolean().nullable() })

/** PUT /api/atelier/wishes/:slug/grade ; null: as Carnet proposes. */
export const wishGrade = z.strictObject({ grade: z.enum(WISH_GRADES).nullable() })

/** PUT /api/atelier/wishes/:slug/decision ; null: not decided yet. */
export const wishDecision = z.strictObject({
  decision: z.enum(WISH_DECISIONS).nullable(),
  why: z.string().trim().max(2000),
})

/** What is said in French: on the page, on paper and in the history. */
export const BOX_WORDS: Readonly<Record<WishBox, string>> = {
  missing: 'Introuvable',
  clean: 'À nettoyer',
  compile: 'À compiler',
  complete: 'À compléter',
  standardise: 'À standardiser',
}
export const GRADE_WORDS: Readonly<Record<WishGrade, { readonly colour: string; readonly meaning: string }>> = {
  green: { colour: 'Vert', meaning: 'facile' },
  orange: { colour: 'Orange', meaning: 'modéré' },
  red: { colour: 'Rouge', meaning: 'important' },
  black: { colour: 'Noir', meaning: 'impossible' },
}
export const DECISION_WORDS: Readonly<Record<WishDecision, string>> = {
  open: 'Ouvrir',
  later: 'Pas maintenant',
  no: 'Non',
}
