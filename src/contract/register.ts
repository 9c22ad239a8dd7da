import { z } from 'zod'

/** Who has what: persons, elected persons, services, outside bodies (intercommunality, contractor…) and data sets. */
export const NODE_KINDS = ['elected', 'service', 'person', 'body', 'set'] as const
export type NodeKind = (typeof NODE_KINDS)[number]
export const nodeKind = z.enum(NODE_KINDS)

/** Written out for the workshop alone: mails and phones of this register are never published. */
const short = (most: number) => z.string().trim().min(1).max(most)
export const nodeBody = z.strictObject({
  /** What the person is, whatever her hats: « Secrétaire de mairie ». */
  role: short(120).optional(),
  mail: z.email().max(200).optional(),
  phone: short(40).optional(),
  /** Away until this day, included: who is asked then is the one who stands in for her. */
  absentUntil: z.iso.date().optional(),
  /** Node of who answers in the meantime. */
  askInstead: z
    .string()
    .regex(/^[\w-]{1,80}$/)
    .optional(),
  /** Of a set that is not in Carnet, or of an outside body: where it is published, its site. */
  link: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional(),
  remark: short(2000).optional(),
})
export type NodeBody = z.infer<typeof nodeBody>

export const nodeName = z
  .string()
  .max(120)
  .transform(name => name.replace(/\s+/gu, ' ').trim())
  .refine(name => name !== '')
