import { z } from 'zod'

/** By template, then by field. A field may carry more than its value (`remote_value`): it is said again as it came. */
export const metadata = z.record(z.string(), z.record(z.string(), z.looseObject({ value: z.unknown().optional() })))
export type Metadata = z.infer<typeof metadata>

export const dataset = z.object({
  /** `da_qf2hyt`, for ever. */
  uid: z.string(),
  /** Readable, in its address. */
  dataset_id: z.string(),
  is_published: z.boolean().nullish(),
  metadata,
})
export type Dataset = z.infer<typeof dataset>
export const list = z.object({ total_count: z.number(), results: z.array(dataset) })

export const resource = z.object({
  uid: z.string(),
  title: z.string(),
  datasource: z.object({ type: z.string(), file: z.object({ uid: z.string() }).nullish() }),
})
export const resources = z.object({ results: z.array(resource) })
export const status = z.object({ status: z.string() })
export const file = z.object({ uid: z.string() })

export function reason(answer: unknown): string | undefined {
  const read = z.object({ message: z.string().optional(), raw_params: z.unknown().optional() }).safeParse(answer)
  return read.success ? read.data.message : undefined
}
