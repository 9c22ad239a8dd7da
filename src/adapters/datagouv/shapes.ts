import { z } from 'zod'

/** What data.gouv.fr answers, as far as it is used. */
const extras = z
  .record(z.string(), z.unknown())
  .nullish()
  .transform(it => it ?? {})
export const resource = z.object({
  id: z.string(),
  title: z.string().nullish(),
  url: z.string(),
  last_modified: z.string().nullish(),
  checksum: z.object({ type: z.string().nullish(), value: z.string().nullish() }).nullish(),
})
export type Resource = z.infer<typeof resource>

const reference = z.object({ id: z.string() }).nullish()
export const dataset = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  license: z.string().nullish(),
  frequency: z.string().nullish(),
  tags: z
    .array(z.string())
    .nullish()
    .transform(it => it ?? []),
  temporal_coverage: z.object({ start: z.string(), end: z.string().nullish() }).nullish(),
  spatial: z.object({ zones: z.array(z.string()).nullish(), granularity: z.string().nullish() }).nullish(),
  organization: reference,
  extras,
  private: z.boolean().nullish(),
  deleted: z.string().nullish(),
  archived: z.string().nullish(),
  page: z.string(),
  resources: z
    .array(resource)
    .nullish()
    .transform(it => it ?? []),
})
export type Dataset = z.infer<typeof dataset>
export const datasets = z.object({ data: z.array(dataset), next_page: z.string().nullish() })

export const me = z.object({
  first_name: z.string(),
  last_name: z.string(),
  organizations: z.array(z.object({ id: z.string(), name: z.string() })),
})
export const chunk = z.object({ success: z.literal(true) })
export const schemas = z.array(z.object({ name: z.string() }))
export const ids = z.array(z.object({ id: z.string() }))

/** What an update must say again so that it stays: everything but the resources, which have their own address. */
export const kept = ({
  title,
  description,
  license,
  frequency,
  tags,
  temporal_coverage,
  spatial,
  ...rest
}: Dataset) => ({
  ...{ title, description, license, frequency, tags, temporal_coverage, spatial },
  ...{ extras: rest.extras, organization: rest.organization?.id ?? null, private: rest.private ?? false },
  archived: rest.archived ?? null,
})

/** `{message}` or `{errors: {field: [texts]}}`. */
export function reason(answer: unknown): string | undefined {
  const read = z
    .object({ message: z.string().optional(), errors: z.record(z.string(), z.unknown()).optional() })
    .safeParse(answer)
  if (!read.success) return undefined
  const errors = Object.entries(read.data.errors ?? {}).map(([field, what]) => `${field} : ${[what].flat().join(', ')}`)
  return errors.length > 0 ? errors.join(' ; ') : read.data.message
}
