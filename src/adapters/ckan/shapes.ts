import { z } from 'zod'

/** `{success, result}`; a refusal has `{success: false, error: {__type, message}}` and a status of its own. */
export const envelope = <T>(result: z.ZodType<T>) => z.object({ success: z.literal(true), result })

export const resource = z.object({
  id: z.string(),
  name: z.string().nullish(),
  hash: z.string().nullish(),
  last_modified: z.string().nullish(),
  size: z.union([z.number(), z.string()]).nullish(),
})
const named = z.object({ id: z.string(), name: z.string() })
export const pack = z.object({
  id: z.string(),
  name: z.string(),
  title: z.string(),
  notes: z.string().nullish(),
  url: z.string().nullish(),
  author: z.string().nullish(),
  license_id: z.string().nullish(),
  owner_org: z.string().nullish(),
  organization: named.nullish(),
  private: z.boolean().nullish(),
  state: z.string().nullish(),
  tags: z.array(z.object({ name: z.string() })),
  extras: z
    .array(z.object({ key: z.string(), value: z.string() }))
    .nullish()
    .transform(it => it ?? []),
  resources: z.array(resource),
})
export type Package = z.infer<typeof pack>

export const organizations = z.array(
  z.object({ id: z.string(), title: z.string().nullish(), display_name: z.string().nullish() }),
)

/** « title : Missing value » of a validation, or the message. */
export function reason(answer: unknown): string | undefined {
  const read = z.object({ error: z.record(z.string(), z.unknown()) }).safeParse(answer)
  if (!read.success) return undefined
  const { message, __type, ...fields } = read.data.error
  if (typeof message === 'string') return message
  return Object.entries(fields)
    .map(([field, what]) => `${field} : ${JSON.stringify(what)}`)
    .join(' ; ')
}
