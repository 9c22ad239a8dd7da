import { z } from 'zod'
import type { Fiche, FicheField } from '../core/fiche/fiche.ts'
import { FICHE_FIELDS } from '../core/fiche/fiche.ts'
import type { GuardAnswer, PersonalFinding } from '../core/privacy/finding.ts'
import { GUARD_ANSWERS } from '../core/privacy/finding.ts'
import type { GivenVerdict } from './link.ts'

/** One box of the fiche: what stands in it, and whether a person wrote it. */
export interface FicheBox {
  readonly field: FicheField
  /** The value as it would be published (JSON of `Fiche[field]`); null: nothing can be said yet. */
  readonly value: Fiche[FicheField] | null
  readonly from: 'carnet' | 'person'
  readonly by?: string
  readonly at?: string
  readonly required: boolean
  /** In plain words, what to write there, and an example. */
  readonly question: string
  readonly example: string
  /** What Carnet advises: « Dites de quelle ville et de quelle année… », with a text ready to be taken when there is one. */
  readonly advice?: { readonly sentence: string; readonly take?: Fiche[FicheField] }
  /** What reviewers said of it by their link, until somebody sees it: oldest first. */
  readonly remarks?: readonly FicheRemark[]
}

export interface FicheRemark {
  /** Its number in the history. */
  readonly seq: number
  readonly at: string
  readonly label: string
  readonly remark: string
}

/** What keeps a set from being opened. Each has one place where it is settled. */
export interface Blocker {
  readonly kind: 'no-table' | 'fiche' | 'guard' | 'formulas' | 'errors' | 'approval' | 'unchecked'
  readonly sentence: string
  /** `must`: nothing opens before it is settled. `confirm`: a person may go on, and says why. */
  readonly level: 'must' | 'confirm'
}

/** GET /api/atelier/sets/:slug/publication */
export interface PublicationState {
  readonly fiche: readonly FicheBox[]
  /** The one box to fill next; absent when all that is required is there. */
  readonly nextBox?: FicheField
  readonly guard: GuardState
  /** Cells that a spreadsheet would run as a formula, to be confirmed before opening. */
  readonly formulas: readonly { readonly row: number; readonly column: string; readonly value: string }[]
  readonly formulaCount: number
  readonly verdicts: readonly (GivenVerdict & { readonly label: string })[]
  readonly blockers: readonly Blocker[]
  readonly published?: {
    readonly slug: string
    readonly hash: string
    readonly issuedAt: string
    readonly modifiedAt: string
    /** What is in the workshop differs from what the public reads. */
    readonly behind: boolean
  }
  readonly withdrawn?: { readonly at: string; readonly why: string; readonly slug: string }
  readonly versions: readonly VersionCard[]
}

export interface GuardState {
  /** `none`: never looked; `old`: the set changed since. */
  readonly state: 'none' | 'looking' | 'old' | 'fresh'
  readonly findings: readonly (PersonalFinding & { readonly answered?: GivenAnswer })[]
  readonly open: number
}
export interface GivenAnswer {
  readonly answer: GuardAnswer
  readonly reason: string
  readonly by: string
  readonly at: string
}

export interface VersionCard {
  readonly hash: string
  readonly rows: number
  readonly createdAt: string
  readonly createdBy: string
  readonly current: boolean
}

/** GET /api/atelier/sets/:slug/versions/:hash/differences?since=HASH, and the public's page of a version. */
export interface Differences {
  readonly counts: { readonly added: number; readonly gone: number; readonly changed: number; readonly same: number }
  readonly columns: { readonly added: readonly string[]; readonly gone: readonly string[] }
  readonly added: readonly { readonly name: string; readonly cells: readonly string[] }[]
  readonly gone: readonly { readonly name: string; readonly cells: readonly string[] }[]
  readonly changed: readonly {
    readonly name: string
    readonly cells: readonly { readonly column: string; readonly was: string; readonly now: string }[]
  }[]
}

const key = z.string().regex(/^[\w-]{1,80}$/)
const text = z.string().trim().max(10_000)

/** PATCH /api/atelier/sets/:slug/fiche : boxes that a person fills; null gives the box back to Carnet. Answers PublicationState. */
export const changeFiche = z.strictObject({
  boxes: z.partialRecord(z.enum(FICHE_FIELDS), z.unknown()),
  key: key.optional(),
})
/** POST /api/atelier/sets/:slug/fiche/remarks/:seq : the remark is seen, and shown no more. Answers PublicationState. */
export const seeRemark = z.strictObject({ key: key.optional() })
/** POST /api/atelier/sets/:slug/guard : has the set looked at; answers PublicationState. POST .../guard/answers : one answer. */
export const answerGuard = z.strictObject({
  finding: z.string().min(1).max(700),
  answer: z.enum(GUARD_ANSWERS),
  reason: text,
  key: key.optional(),
})
/** POST /api/atelier/sets/:slug/verdict takes `giveVerdict` (link.ts): a person of the town says yes or no, as the holder of a link does. */
/** POST /api/atelier/sets/:slug/publish. `despite`: why it opens with what only had to be confirmed. */
export const publish = z.strictObject({
  key,
  formulasSeen: z.boolean().optional(),
  despite: text.optional(),
})
/** POST /api/atelier/sets/:slug/withdraw : the public reads the reason. */
export const withdraw = z.strictObject({ key, why: text.min(3) })
/** POST /api/atelier/sets/:slug/address : the old address leads to the new one, for ever. */
export const changeAddress = z.strictObject({
  key,
  slug: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
    .min(2)
    .max(100),
})

/** GET /api/atelier/texts/:name : a text of the town, its latest writing. PUT writes a new version; GET .../versions lists them. */
export interface TownText {
  readonly name: string
  readonly version: number
  readonly body: string
  readonly writtenAt: string
  readonly writtenBy: string
}
export const writeText = z.strictObject({ body: z.string().max(100_000), seen: z.number().int().min(0) })
