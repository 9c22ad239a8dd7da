import { z } from 'zod'

/** Parts of the communication kit, in the order of the page. */
export const KIT_GROUPS = ['plan', 'internal', 'public', 'networks', 'poster'] as const
export type KitGroup = (typeof KIT_GROUPS)[number]

/** One text of the kit, as it would be sent. */
export interface KitPiece {
  /** `communique` ; its text of the town is `kit/communique`. */
  readonly name: string
  readonly title: string
  /** Who reads it, and when to send it. */
  readonly purpose: string
  readonly group: KitGroup
  /** What its place holds at most, and how its signs are counted there. */
  readonly limit?: { readonly most: number; readonly links: 'whole' | 'short' }
  /** What stands now: a person's writing, or Carnet's proposal when nobody wrote. */
  readonly body: string
  /** 0: nobody wrote it, it follows the sets by itself. */
  readonly version: number
  readonly writtenBy?: string
  readonly writtenAt?: string
  /** What Carnet would propose now, when it is not what the person started from: shown beside, never put in its place. */
  readonly newProposal?: string
}

/** What Carnet cannot know and that makes the texts better. Kept as the text `kit/precisions`. */
export const kitDetails = z.strictObject({
  /** ISO day of the launch; '' : not known yet. */
  launch: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .or(z.literal('')),
  /** The town's own application: « Épône en Poche ». */
  app: z.string().trim().max(80),
  /** Who answers the press, the firms, the inhabitants: « Service communication, 01 99 00 27 37 ». */
  contact: z.string().trim().max(200),
})
export type KitDetails = z.infer<typeof kitDetails>
/** PUT /api/atelier/kit/details */
export const writeDetails = z.strictObject({ details: kitDetails, seen: z.number().int().min(0) })

/** GET /api/atelier/kit */
export interface Kit {
  readonly sets: number
  /** The portal's address; set `unreachable` when nobody else can open it. */
  readonly portal: string
  readonly unreachable: boolean
  readonly details: KitDetails
  readonly detailsVersion: number
  readonly pieces: readonly KitPiece[]
}
/** PUT /api/atelier/kit/pieces/:name : a new version. Answers the KitPiece. GET /api/atelier/kit/pieces/:name.docx or .txt : as a file. */
export const writePiece = z.strictObject({ body: z.string().trim().min(1).max(100_000), seen: z.number().int().min(0) })

/** How many signs a place counts: on some networks a link counts for 23, whatever its length. */
export const signsOf = (body: string, links: 'whole' | 'short'): number =>
  [...(links === 'whole' ? body : body.replace(/https?:\/\/\S+/g, 'x'.repeat(23)))].length
