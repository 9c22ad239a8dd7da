import { z } from 'zod'
import { EDGE_KINDS, type EdgeKind, type GraphEdge, NODE_KINDS, type NodeKind } from '../core/town/register/graph.ts'
import type { SetStatus } from '../core/town/register/status.ts'
import { tidyText } from '../core/values/text.ts'

export { NODE_KINDS, type NodeKind }
/** Who has what: persons, elected persons, services, outside bodies (intercommunality, contractor…) and data sets. */
export const nodeKind = z.enum(NODE_KINDS)

/** Every text of the register is clean: no sign that a mind map's file could not hold. */
const clean = (text: string): string =>
  tidyText(text)
    .replace(/[\p{Cs}\uFFFE\uFFFF]/gu, '')
    .trim()
const text = (most: number) => z.string().max(most).transform(clean)
const some = (most: number) => text(most).refine(value => value !== '')

const registerId = z.string().regex(/^[\w-]{1,80}$/)
export const nodeName = z
  .string()
  .max(120)
  .transform(name => clean(name).replace(/\s+/gu, ' '))
  .refine(name => name !== '')

/** Written for the workshop alone: mails and phones of this register are never published. */
export const nodeBody = z.strictObject({
  /** What the person is, whatever her hats: « Secrétaire de mairie ». */
  role: some(120).optional(),
  mail: z.email().max(200).optional(),
  phone: some(40).optional(),
  /** Away until this day, included. */
  absentUntil: z.iso.date().optional(),
  /** Node of who is asked in the meantime. */
  askInstead: registerId.optional(),
  /** Of a set that is not in Carnet, or of an outside body: where it is published, its site. */
  link: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional(),
  remark: some(2000).optional(),
})
export type NodeBody = z.infer<typeof nodeBody>

export interface RegisterNode {
  readonly id: string
  readonly kind: NodeKind
  readonly name: string
  readonly body: NodeBody
  /** Number of the entry that wrote it last: give it back as `seen`. */
  readonly seq: number
  /** Of a data set, in Carnet or elsewhere. */
  readonly status?: SetStatus
  /** A set of the town: it is here by itself, and changes on its own page. */
  readonly set?: {
    readonly slug: string
    /** The public page. */
    readonly published?: string
  }
}

/** GET /api/atelier/register, and what every act below answers. */
export interface Register {
  readonly town: string
  readonly nodes: readonly RegisterNode[]
  readonly edges: readonly GraphEdge[]
  /** What « annuler » and « rétablir » would do, whoever did it. */
  readonly undo?: { readonly note: string; readonly by: string }
  readonly redo?: { readonly note: string; readonly by: string }
  readonly photos: readonly Photo[]
}

/** A state of the register, kept to be compared: « photo ». */
export interface Photo {
  readonly id: string
  readonly title: string
  readonly takenAt: string
  readonly takenBy: string
}
/** POST /api/atelier/register/photos. */
export const takePhoto = z.strictObject({ title: z.string().trim().min(1).max(200) })

/** GET /api/atelier/register/photos/:id/comparison, `?with=` another photo: with what is there now without it. Sentences are made by the page. */
export interface PhotoComparison {
  readonly before: Photo
  /** Absent: now. */
  readonly after?: Photo
  readonly came: readonly ComparedNode[]
  readonly gone: readonly ComparedNode[]
  readonly changed: readonly (ComparedNode & {
    readonly fields: readonly { readonly field: string; readonly was: string; readonly now: string }[]
  })[]
  readonly linked: readonly ComparedLink[]
  readonly unlinked: readonly ComparedLink[]
}
export interface ComparedNode {
  readonly id: string
  readonly kind: NodeKind
  readonly name: string
}
export interface ComparedLink {
  readonly from: string
  readonly verb: string
  readonly to: string
  readonly role: string
}

const edgeKind = z.enum(EDGE_KINDS)
const role = text(120)
const newNode = z.strictObject({ id: registerId, kind: nodeKind, name: nodeName, body: nodeBody })
const newEdge = z.strictObject({ from: registerId, to: registerId, kind: edgeKind, role })

const newPlace = z.strictObject({ node: registerId, kind: edgeKind, role })

/** What an import or a start adds: those that the register knows already are left as they are. */
export const registerDraft = z.strictObject({
  nodes: z.array(newNode).max(2000),
  edges: z.array(newEdge).max(5000),
})
export type RegisterDraft = z.infer<typeof registerDraft>

/** One act, one entry of the journal; each can be undone. Ids are drawn by the browser. */
export const registerAct = z.discriminatedUnion('type', [
  /** `under`: what it is put below, with the hat that it wears there; `over`: what is put below it. */
  z.strictObject({ type: z.literal('add'), node: newNode, under: newPlace.optional(), over: newPlace.optional() }),
  z.strictObject({
    type: z.literal('change'),
    id: registerId,
    seen: z.number().int().min(0),
    kind: nodeKind.optional(),
    name: nodeName.optional(),
    body: nodeBody.optional(),
  }),
  /** What was below it goes up to what was above it; the sets that it held wait for somebody. */
  z.strictObject({ type: z.literal('remove'), id: registerId }),
  newEdge.extend({ type: z.literal('link'), id: registerId }),
  z.strictObject({
    type: z.literal('change-link'),
    id: registerId,
    kind: edgeKind.optional(),
    role: role.optional(),
  }),
  z.strictObject({ type: z.literal('unlink'), id: registerId }),
  /** From where this edge puts it (absent: the top) to below another node (absent: to the top). */
  z.strictObject({
    type: z.literal('move'),
    node: registerId,
    edge: registerId.optional(),
    to: registerId.optional(),
  }),
  registerDraft.extend({ type: z.literal('import'), from: z.string().trim().min(1).max(200) }),
  registerDraft.extend({ type: z.literal('start') }),
])
export type RegisterAct = z.infer<typeof registerAct>
/** POST /api/atelier/register/acts. The same key twice is done once. POST …/undo and …/redo take `turn`. */
export const registerActs = z.strictObject({ key: registerId, act: registerAct })

/** POST /api/atelier/register/preview, a file (multipart): what it would add. Nothing is kept; then the act `import` with the same draft. */
export interface ImportPreview {
  readonly file: string
  readonly nodes: readonly (RegisterDraft['nodes'][number] & { readonly there: boolean })[]
  readonly edges: RegisterDraft['edges']
  /** French sentences: what was understood, what was left out. */
  readonly remarks: readonly string[]
}

/** GET /api/atelier/register/export/:format. The picture is made by the page from the drawing. */
export const REGISTER_FORMATS = ['svg', 'csv', 'mm'] as const
export type RegisterFormat = (typeof REGISTER_FORMATS)[number]

/** What an entry changed in the register, and what it replaced. */
export type RegisterChange = readonly RegisterOp[]
export type RegisterOp =
  | { readonly op: 'node'; readonly id: string; readonly now?: NodeFacts; readonly was?: NodeFacts }
  | { readonly op: 'edge'; readonly id: string; readonly now?: EdgeFacts; readonly was?: EdgeFacts }
export interface NodeFacts {
  readonly kind: NodeKind
  readonly name: string
  readonly body: NodeBody
}
export interface EdgeFacts {
  readonly from: string
  readonly to: string
  readonly kind: EdgeKind
  readonly role: string
  readonly at: number
}
