import { z } from 'zod'
import type { Fiche, FicheField } from '../core/fiche/fiche.ts'
import { FICHE_FIELDS } from '../core/fiche/fiche.ts'
import type { Field } from '../core/models/model.ts'
import type { RowIdentity } from '../core/recipe/step.ts'
import type { LinkScope } from './people.ts'
import { rowIdentity } from './sets.ts'

/** GET /api/link/:token : what the holder of a link sees. Nothing of other people, nothing of other sets. */
export interface LinkPage {
  readonly type: LinkScope['type']
  readonly town: { readonly insee: string; readonly name: string; readonly example?: true }
  readonly setTitle: string
  /** Who the link is for, as the town calls her. */
  readonly label: string
  readonly expiresAt: string
  /** The columns asked (`fill`, `complete`) or all those of the model (`approve`, `read`). */
  readonly fields: readonly Field[]
  /** `fill`: the rows that this link gave, and no other. */
  readonly given?: readonly { readonly id: string; readonly at: string; readonly cells: Record<string, string> }[]
  /** `complete`: the cells still empty or wrong in the columns asked, with what names the row. */
  readonly questions?: readonly LinkQuestion[]
  /** `approve` and `read`: the table, to look at. */
  readonly table?: { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }
  /** `approve` and `read`: the fiche as it would be published, box by box. */
  readonly fiche?: readonly LinkBox[]
  /** `send`: a sheet to fill is ready for her; the files that this link gave, first given first. */
  readonly sheet?: true
  readonly sent?: readonly { readonly at: string; readonly name: string }[]
  /** What she said instead of filling: these data do not exist, or somebody else knows. */
  readonly replied?: { readonly type: 'done' | 'nothing' | 'someone-else'; readonly at: string; readonly name?: string }
  /** It was sent with a request: she may answer it otherwise. */
  readonly asked?: true
  /** `approve`: what this link has already answered, last first. */
  readonly verdicts?: readonly GivenVerdict[]
}

/** A box of the fiche, to read. `remarks`: what this link said of it, oldest first. */
export interface LinkBox {
  readonly field: FicheField
  readonly value: Fiche[FicheField] | null
  readonly remarks: readonly { readonly at: string; readonly remark: string }[]
}

export interface LinkQuestion {
  /** The `by-hand` step that the answer goes to. */
  readonly hand: string
  readonly row: RowIdentity
  /** What names the row for a person: « Boulangerie Dupain, 3 rue du Marché ». */
  readonly rowName: string
  readonly column: string
  /** What the cell holds now: '' or a value that does not fit. */
  readonly value: string
  readonly question: string
}

export interface GivenVerdict {
  readonly at: string
  readonly verdict: 'yes' | 'no' | 'remark' | 'sensitive'
  readonly remark?: string
}

const key = z.string().regex(/^[\w-]{1,80}$/)
const cell = z.string().max(10_000)

/** POST /api/link/:token/rows (`fill`). `key` is drawn by the browser: sent twice, the row is added once. */
export const giveRow = z.strictObject({ key, cells: z.record(z.string().min(1).max(500), cell) })
/** POST /api/link/:token/answers (`complete`). `seen` is what the page showed. */
export const giveAnswers = z.strictObject({
  key,
  hand: z.string().regex(/^[\w-]{1,80}$/),
  cells: z
    .array(z.strictObject({ row: rowIdentity, column: z.string().min(1).max(500), seen: cell, to: cell }))
    .min(1)
    .max(500),
})
/** POST /api/link/:token/verdict (`approve`). All but a yes say why. */
export const giveVerdict = z.strictObject({
  key,
  verdict: z.enum(['yes', 'no', 'remark', 'sensitive']),
  remark: z.string().trim().max(4000).optional(),
})
/** POST /api/link/:token/remarks (`approve`): a remark on one box of the fiche. */
export const giveRemark = z.strictObject({
  key,
  field: z.enum(FICHE_FIELDS),
  remark: z.string().trim().min(1).max(4000),
})
