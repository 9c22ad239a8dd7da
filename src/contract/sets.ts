import { z } from 'zod'
import type { Report } from '../core/check/finding.ts'
import type { Fiche, FicheField } from '../core/fiche/fiche.ts'
import type { Model } from '../core/models/model.ts'
import type { OpenQuestion } from '../core/propose/questions.ts'
import type { RecipeStep, RowIdentity, Step } from '../core/recipe/step.ts'
import type { ReadResult } from '../core/table/read-result.ts'
import type { WishDecision } from './wishes.ts'

/** Where a set stands, in the order of the work. Computed, never typed in. */
export type SetStage = 'waiting-for-file' | 'to-prepare' | 'to-complete' | 'ready' | 'published'

export interface SetSummary {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly model: { readonly id: string; readonly title: string }
  readonly theme?: number
  /** Its rank in the town's wishes, 1 first. */
  readonly rank?: number
  /** Where the work is: a published set that has something to mend is to be prepared again. */
  readonly stage: SetStage
  /** What the public reads. `behind`: the workshop has changed since. */
  readonly published?: { readonly slug: string; readonly behind: boolean }
  /** It was published and is not any more: somebody said why. */
  readonly withdrawn?: true
  /** Ready, waiting: who was asked whether it may be opened, and has not answered. */
  readonly awaiting?: { readonly who: string; readonly since: string }
  /** What the town decided of this wish. */
  readonly decision?: WishDecision
  readonly sources: number
  /** Of the last check on the server; absent until there is one. */
  readonly rows?: number
  readonly conformity?: number
  readonly errors?: number
  readonly questions?: number
  readonly changedAt: string
  readonly changedBy: string
}

export interface SourceCard {
  readonly id: string
  readonly sha256: string
  /** The name of the file as it was sent, or « Collage du 12 mars » . */
  readonly name: string
  readonly size: number
  readonly sentAt: string
  readonly sentBy: string
  /** Order among the sources of the set: 0 is the main file. */
  readonly rank: number
  /** Set when next year's file took its place: kept, not read any more. */
  readonly replacedBy?: string
}

/** GET /api/atelier/sources/:id : what the readers found in it, table by table. */
export type SourceContent = ReadResult

/** Two people wrote in the same cell without having seen each other: both are shown, a person chooses. */
export interface CellConflict {
  readonly id: string
  readonly hand: string
  readonly row: RowIdentity
  readonly column: string
  /** What is in the cell now, and who wrote it. */
  readonly kept: { readonly value: string; readonly by: string }
  readonly other: { readonly value: string; readonly by: string }
}

/** GET /api/atelier/sets/:slug : everything that the set's page needs but the tables of its sources. */
export interface SetState extends SetSummary {
  /** Number of the last journal entry that this state holds. */
  readonly seq: number
  readonly sourceCards: readonly SourceCard[]
  readonly steps: readonly RecipeStep[]
  /** Id of the `by-hand` step, the last of the recipe, where cells are written now; it may not be in `steps` yet. */
  readonly hand: string
  readonly conflicts: readonly CellConflict[]
  /** What « annuler » and « rétablir » would do, in plain words. */
  readonly undo?: { readonly note: string; readonly by: string }
  readonly redo?: { readonly note: string; readonly by: string }
  readonly job?: string
  readonly trashedAt?: string
}

export interface ModelChoice {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly kind: Model['kind'] | 'town'
  readonly theme?: number
  readonly fields: number
}
export interface Theme {
  readonly number: number
  readonly title: string
  readonly slug: string
  /** 1 to 4. */
  readonly difficulty: number
  readonly difficultyMeaning: string
  readonly why: string
  readonly holder: string
  readonly models: readonly string[]
}

/** GET /api/atelier/home */
export interface Home {
  /** diagnosis, identification, preparation, publication, valorisation, in order. */
  readonly steps: readonly {
    readonly id: 'diagnostic' | 'identification' | 'preparation' | 'publication' | 'valorisation'
    readonly title: string
    readonly sentence: string
    readonly done: number
    readonly total: number
    readonly state: 'todo' | 'now' | 'done' | 'later'
    /** Where it is done, when that is one page. */
    readonly href?: string
  }[]
  /** The one next thing to do. */
  readonly next: { readonly title: string; readonly sentence: string; readonly href: string; readonly action: string }
  /** Who is waited for: links sent that have not been used, questions open. */
  readonly waiting: readonly {
    readonly who: string
    readonly what: string
    readonly since: string
    readonly href: string
  }[]
  readonly sets: readonly SetSummary[]
  /** Files received that are in no set yet. */
  readonly inbox: readonly UploadCard[]
}

/** A file received. Its bytes are kept as they came, whatever happens next. */
export interface UploadCard {
  readonly id: string
  readonly name: string
  readonly size: number
  readonly sentAt: string
  readonly sentBy: string
  /** What it seems to be about, when Carnet is sure. */
  readonly suggestion?: { readonly set: string; readonly title: string; readonly reason: string }
  /** A file that could not be read: why, in one sentence. It is kept all the same. */
  readonly unreadable?: string
  /** Time or memory was lacking: read again on a calmer machine, it may do. POST /api/atelier/uploads/:id/read. */
  readonly again?: true
  readonly tables?: readonly { readonly sheet?: string; readonly rows: number; readonly columns: readonly string[] }[]
  /** The job that is still reading it, when it is big. */
  readonly reading?: string
  /** The same bytes were already received: when, and under which name. */
  readonly twin?: { readonly id: string; readonly name: string; readonly sentAt: string }
}

/**
 * POST /api/atelier/uploads : files (multipart), or a table pasted as text (this JSON). Answers `UploadCard[]`, in the order sent.
 * The bytes are kept whatever happens; a file that cannot be read says why in `unreadable`. GET /api/atelier/uploads/:id : its card.
 */
export const pasteTable = z.strictObject({ text: z.string().min(1).max(50_000_000) })

export interface JobCard {
  readonly id: string
  readonly kind: 'read' | 'propose' | 'compare'
  readonly set?: string
  readonly title: string
  readonly state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled'
  /** 0 to 1. */
  readonly progress: number
  readonly message: string
  readonly createdAt: string
  readonly endedAt?: string
}

const id = z.string().regex(/^[\w-]{1,80}$/)
/** The sign of number 0 is never meant, comes with what is copied from damaged files, and not every database keeps it. */
const cell = z
  .string()
  .max(1_000_000)
  .transform(text => text.replaceAll('\u0000', ''))
const column = z.string().min(1).max(500)
export const rowIdentity = z
  .strictObject({ key: z.record(z.string(), z.string()), twin: z.number().int().positive().optional() })
  .transform(({ key, twin }): RowIdentity => (twin === undefined ? { key } : { key, twin }))
/** Validated by the recipe's own door (src/core/recipe/parse.ts) where it is received. */
const step = z.custom<Step>(value => typeof value === 'object' && value !== null && 'type' in value)

/**
 * One act on a set. Each is one entry of the journal, and each can be undone. `hand` is the `by-hand` step that the writer's table was built on:
 * an act that comes late, after ten minutes without network, lands where it was written.
 */
export const act = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('cells'),
    hand: id,
    cells: z
      .array(z.strictObject({ row: rowIdentity, column, seen: cell, to: cell }))
      .min(1)
      .max(20_000),
  }),
  z.strictObject({ type: z.literal('add-row'), hand: id, row: id, cells: z.record(z.string(), cell) }),
  z.strictObject({ type: z.literal('delete-rows'), hand: id, rows: z.array(rowIdentity).min(1).max(20_000) }),
  /** Rows that hands took out, put back. */
  z.strictObject({ type: z.literal('restore-rows'), hand: id, rows: z.array(rowIdentity).min(1).max(20_000) }),
  z.strictObject({
    type: z.literal('add-step'),
    id,
    step,
    reason: z.string().max(2000),
    before: z.number().optional(),
    after: z.number().optional(),
    /** Put before this step; absent: at the end. */
    ahead: id.optional(),
  }),
  z.strictObject({ type: z.literal('change-step'), id, step, reason: z.string().max(2000).optional() }),
  z.strictObject({ type: z.literal('switch-step'), id, on: z.boolean() }),
  z.strictObject({ type: z.literal('remove-step'), id }),
  z.strictObject({ type: z.literal('settle'), conflict: id, to: cell }),
])
export type Act = z.infer<typeof act>

/** POST /api/atelier/sets/:slug/acts. `key` is drawn by the browser: the same key sent twice is done once. */
export const acts = z.strictObject({
  acts: z
    .array(z.strictObject({ key: id, act }))
    .min(1)
    .max(1000),
  /** Of the page that writes, drawn when it opens: what it wrote itself a moment ago is never a conflict for it. */
  page: id.optional(),
})
/** POST /api/atelier/sets/:slug/undo and /redo : the last act of the set, whoever did it. Answers the SetState. */
export const turn = z.strictObject({ key: id.optional() })
export type ActsSent = z.infer<typeof acts>
export interface ActsAnswer {
  readonly seq: number
  /** One per act sent, in order. `refused` is a French sentence: nothing of that act was done. */
  readonly results: readonly {
    readonly key: string
    readonly seq?: number
    readonly conflicts?: readonly CellConflict[]
    readonly refused?: string
  }[]
}

/** GET /api/atelier/sets/:slug/live, server-sent events named after `type`. */
export type LiveEvent =
  /** Something was done, by anybody: what changed is read again, or applied when `change` says it all. */
  | {
      readonly type: 'entry'
      readonly seq: number
      readonly by: string
      readonly note: string
      readonly change: Change
    }
  | { readonly type: 'presence'; readonly people: readonly Presence[] }
  | { readonly type: 'job'; readonly job: JobCard }
  /** GET /api/atelier/live, of the whole town: where this set stands was computed again. */
  | { readonly type: 'checked'; readonly set: string }

export interface Presence {
  /** Of the page, not of the person: the same person may have two. */
  readonly page: string
  readonly name: string
  readonly tab: string
  readonly cell?: { readonly row: RowIdentity; readonly column: string }
}
/** POST /api/atelier/sets/:slug/presence, every 20 s and when it changes; `left` when the page goes. */
export const presence = z.strictObject({
  page: id,
  tab: z.string().max(40),
  left: z.literal(true).optional(),
  cell: z.strictObject({ row: rowIdentity, column }).optional(),
})

/** What an entry changed in a set, and what it replaced: one place applies it, and its reverse undoes it. */
export type Change = readonly Op[]
export type Op =
  | {
      readonly op: 'step'
      readonly id: string
      /** Position and content; undefined: the step is not there. */
      readonly now?: PlacedStep
      readonly was?: PlacedStep
    }
  | {
      readonly op: 'cell'
      readonly hand: string
      readonly row: RowIdentity
      readonly column: string
      /** What the cell held before any hand touched it. */
      readonly base: string
      readonly now?: string
      readonly was?: string
    }
  | {
      readonly op: 'row'
      readonly hand: string
      readonly id: string
      readonly now?: Readonly<Record<string, string>>
      readonly was?: Readonly<Record<string, string>>
    }
  | { readonly op: 'gone'; readonly hand: string; readonly row: RowIdentity; readonly now: boolean }
  | { readonly op: 'conflict'; readonly id: string; readonly now?: CellConflict; readonly was?: CellConflict }
  | { readonly op: 'source'; readonly id: string; readonly now?: SourcePlace; readonly was?: SourcePlace }
  | { readonly op: 'set'; readonly now: SetFacts; readonly was: SetFacts }
  /** A box of the fiche that a person fills; absent: the box is Carnet's. */
  | { readonly op: 'fiche'; readonly field: FicheField; readonly now?: FicheAnswer; readonly was?: FicheAnswer }
  /** What Carnet proposed last, so that it knows what persons decided since: nothing that a page shows. */
  | { readonly op: 'proposed'; readonly now?: readonly RecipeStep[]; readonly was?: readonly RecipeStep[] }

/**
 * Rows added by hand are addressed by `addedIdentity` (src/core/recipe/added.ts): a `cell` of theirs changes the added row itself.
 *
 * `at` orders steps; fractions leave room between two. */
export interface PlacedStep {
  readonly at: number
  readonly step: RecipeStep
}
export interface SourcePlace {
  readonly rank: number
  readonly replacedBy?: string
}
/** What a person wrote in a box of the fiche, and when. */
export interface FicheAnswer {
  readonly value: NonNullable<Fiche[FicheField]>
  readonly by: string
  readonly at: string
}
export interface SetFacts {
  readonly title: string
  readonly model: string
  readonly rank?: number
  readonly trashedAt?: string
}

export interface JournalEntry {
  readonly seq: number
  readonly at: string
  readonly by: string
  readonly act: string
  /** Plain French, what was done: « Villes écrites en majuscules : 41 cases ». */
  readonly note: string
  readonly set?: { readonly slug: string; readonly title: string }
  readonly undone?: true
  readonly undoable?: true
}

/** GET /api/atelier/journal and /api/atelier/sets/:slug/journal, `?before=` to read on, `?limit=`. Latest first. */
export interface JournalPage {
  readonly entries: readonly JournalEntry[]
  /** Give it as `before`; absent at the beginning of the history. */
  readonly next?: number
}

/** GET /api/atelier/trash. POST /api/atelier/trash/:slug takes a set out of it. */
export interface TrashedSet {
  readonly slug: string
  readonly title: string
  readonly trashedAt: string
  readonly trashedBy: string
}

/** GET /api/atelier/trash/models. POST /api/atelier/trash/models/:id takes a model of the town out of it. */
export interface TrashedModel {
  readonly id: string
  readonly title: string
  readonly trashedAt: string
}

/** PATCH /api/atelier/models/:id, of a model made in the town. DELETE puts it in the trash, when no set follows it. */
export const renameModel = z.strictObject({ title: z.string().trim().min(1).max(200) })

/** GET /api/atelier/sets/:slug/export/:format : a download. GET /api/atelier/sources/:upload/file : a file received, byte for byte. */
export const EXPORT_FORMATS = ['csv', 'xlsx', 'ods', 'geojson', 'json', 'report.csv', 'questions.csv'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** POST /api/atelier/sets : the last of the town's wishes. Without model: a theme of one's own, whose model is still to be made. */
export const createSet = z.strictObject({
  title: z.string().trim().min(1).max(200),
  model: z.string().min(1).max(200).optional(),
  theme: z.number().int().optional(),
})
/** PATCH /api/atelier/sets/:slug */
export const changeSet = z.strictObject({
  title: z.string().trim().min(1).max(200).optional(),
  model: z.string().min(1).max(200).optional(),
  rank: z.number().int().min(1).max(1000).optional(),
})
/** POST /api/atelier/sets/:slug/sources : a file received joins the set; with `instead`, it takes the place of last year's. */
export const addSource = z.strictObject({ upload: id, instead: id.optional() })

/** PATCH /api/atelier/sets/:slug/sources : the files of the set in this order, the first is the main one. DELETE .../sources/:upload takes one out. */
export const orderSources = z.strictObject({ uploads: z.array(id).min(1).max(200) })

/** GET /api/atelier/sets/:slug/questions : what only persons know, by who may know it. */
export interface SetQuestions {
  readonly seq: number
  readonly groups: readonly { readonly who: string; readonly questions: readonly OpenQuestion[] }[]
}

/** POST /api/atelier/sets/:slug/comparison : answers the JobCard; then the GET below. Without `instead`, the file most alike is replaced. */
export const askComparison = z.strictObject({ upload: id, instead: id.optional() })
/** GET /api/atelier/sets/:slug/comparison/:upload : what next year's file would change, before anything is done. */
export interface Comparison {
  /** The file that the new one would replace. */
  readonly instead: string
  /** Of all rows; the lists below hold at most the first two thousand of each. */
  readonly counts: { readonly added: number; readonly gone: number; readonly changed: number; readonly lost: number }
  readonly columns: readonly string[]
  readonly added: readonly { readonly cells: readonly string[] }[]
  readonly gone: readonly { readonly cells: readonly string[] }[]
  readonly changed: readonly {
    readonly name: string
    readonly cells: readonly { readonly column: string; readonly was: string; readonly now: string }[]
  }[]
  readonly same: number
  /** Hand corrections that found their row again, and those that did not, each with its sentence. */
  readonly held: number
  readonly lost: readonly {
    readonly row: string
    readonly column?: string
    readonly to?: string
    readonly reason: string
  }[]
  /** What the recipe could not do on the new file: French sentences. */
  readonly remarks: readonly string[]
  readonly report: Report
}

/** POST /api/atelier/models : the theme maker. GET /api/atelier/models/:id/file is the file to share, POST /api/atelier/models/import takes it. */
export const createModel = z.strictObject({
  title: z.string().trim().min(1).max(200),
  description: z.string().trim().max(2000),
  /** A Table Schema, read by the same door as the national ones. */
  schema: z.record(z.string(), z.unknown()),
  /** Meanings, examples, synonyms: what `models/ID/carnet.json` holds for ours. */
  extra: z.record(z.string(), z.unknown()),
})

/** POST /api/atelier/erasures : for good, by law. Leaves who and when, not what. */
export const erase = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('source'), source: id }),
  z.strictObject({ type: z.literal('upload'), upload: id }),
  /** Every trace of this text in the cells of one set: its sources, corrections, history, versions. */
  z.strictObject({ type: z.literal('value'), set: id, value: z.string().min(1).max(10_000) }),
  z.strictObject({ type: z.literal('set'), set: id }),
])
export interface ErasureAnswer {
  readonly places: number
}

/** Every refusal: one French sentence that says what was read and what was expected. */
export interface Refusal {
  readonly message: string
}
