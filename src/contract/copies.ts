import { z } from 'zod'

/** Places where published sets are copied. The town's own address stays the source. */
export const PLACE_KINDS = ['datagouv', 'opendatasoft', 'ckan', 'sftp', 'ftp', 'folder'] as const
export type PlaceKind = (typeof PLACE_KINDS)[number]

const address = z.url({ protocol: /^https?$/ }).max(300)
const host = z
  .string()
  .trim()
  .min(1)
  .max(253)
  .regex(/^[\w.-]+$|^[\da-fA-F:]+$/)
const port = z.number().int().min(1).max(65_535)
const user = z.string().trim().min(1).max(200)
const folder = z.string().trim().min(1).max(1000).startsWith('/')
const licence = z.string().trim().max(100).optional()

export const placeSettings = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('datagouv'), address, organization: z.string().max(100) }),
  z.strictObject({
    kind: z.literal('opendatasoft'),
    address,
    licences: z.strictObject({ lov2: licence, 'odc-odbl': licence }).optional(),
  }),
  z.strictObject({ kind: z.literal('ckan'), address, organization: z.string().max(100) }),
  z.strictObject({ kind: z.literal('sftp'), host, port, user, folder, hostKey: z.string().max(200) }),
  z.strictObject({ kind: z.literal('ftp'), host, port, user, folder, secure: z.boolean() }),
  z.strictObject({ kind: z.literal('folder'), path: z.string().trim().min(1).max(1000) }),
])
export type PlaceSettings = z.infer<typeof placeSettings>

/** A key or a password: it comes in, it never goes out. */
const secret = z.string().max(20_000)
const title = z.string().trim().min(1).max(120)

/** POST /api/atelier/copies/check : tries the door, keeps nothing. `place`: with the secret that this place already has. */
export const checkPlace = z.strictObject({
  settings: placeSettings,
  secret: secret.optional(),
  place: z.string().optional(),
})
/** POST /api/atelier/copies/places */
export const addPlace = z.strictObject({ title, settings: placeSettings, secret: secret.optional() })
/** PATCH /api/atelier/copies/places/:id */
export const changePlace = z.strictObject({
  title: title.optional(),
  settings: placeSettings.optional(),
  secret: secret.optional(),
})
const sets = z.array(z.string().min(1).max(100)).min(1).max(500)
/** POST /api/atelier/copies/places/:id/plan : what would be done, nothing is written. Answers `CopyPlan[]`. */
export const planCopies = z.strictObject({ sets })
/** POST .../send : from now on these sets are copied there, each version when it is published. `theirs`: what was changed there. */
export const sendCopies = z.strictObject({ sets, theirs: z.enum(['keep', 'replace']).optional() })
/** POST .../stop : no longer copied. `there`: what becomes of the copy: left, said to be out of date, or taken away. */
export const stopCopy = z.strictObject({ set: z.string().min(1).max(100), there: z.enum(['leave', 'mark', 'remove']) })

/**
 * `none`: not copied. `waiting`, `sending`: on its way. `there`: the latest version is there. `asks`: something was changed there, a person
 * decides. `key`: the key is refused. `refused`: the place refuses what it is sent. `later`: it does not answer, Carnet tries again by itself.
 * `withdrawn`: the town no longer publishes it, and its copy is still there.
 */
export type CopyState = 'none' | 'waiting' | 'sending' | 'there' | 'asks' | 'key' | 'refused' | 'later' | 'withdrawn'

export interface CopyCard {
  readonly set: string
  readonly slug: string
  readonly title: string
  readonly state: CopyState
  /** Sentences: what happened, what changed there. */
  readonly messages: readonly string[]
  /** Its page there. */
  readonly address?: string
  /** The version that is there, and whether the town has a later one. */
  readonly hash?: string
  readonly behind: boolean
  readonly deliveredAt?: string
  /** What the town leaves to the place: « le titre ». */
  readonly kept: readonly string[]
}
export interface PlaceCard {
  readonly id: string
  readonly title: string
  readonly settings: PlaceSettings
  /** `lost`: it can no longer be read here, and is asked again. */
  readonly secret: 'given' | 'lost' | 'none'
  readonly addedAt: string
  readonly addedBy: string
  readonly copies: readonly CopyCard[]
}
/** GET /api/atelier/copies */
export interface Copies {
  readonly kinds: readonly PlaceKind[]
  readonly places: readonly PlaceCard[]
  /** What the town publishes: what may be copied. */
  readonly published: readonly { readonly set: string; readonly title: string }[]
  /** Set when nobody else can open the town's address: a copy would tell a source that leads nowhere. */
  readonly unreachable?: string
  readonly history: readonly { readonly at: string; readonly by: string; readonly note: string }[]
}

export interface CopyPlan {
  readonly set: string
  readonly title: string
  /** It could not be looked at: why. */
  readonly problem?: string
  readonly create: boolean
  readonly address?: string
  readonly fields: readonly { readonly label: string; readonly was: string; readonly now: string }[]
  readonly files: readonly { readonly name: string; readonly act: 'add' | 'replace' | 'leave' | 'remove' }[]
  /** Files that others put there: they stay. */
  readonly others: number
  /** What was changed there since. */
  readonly changes: readonly string[]
}
export interface PlaceChecked {
  readonly sentence: string
  readonly choices?: readonly { readonly id: string; readonly name: string }[]
  readonly hostKey?: string
}
