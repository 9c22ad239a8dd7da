import { z } from 'zod'

/** What `models/ID/carnet.json` adds to a schema: ours, so read strictly. */
export const ROLES = [
  'id',
  'name',
  'insee',
  'postcode',
  'town',
  'siren',
  'siret',
  'rna',
  'phone',
  'email',
  'url',
  'street',
  'house-number',
  'address',
  'latitude',
  'longitude',
  'lonlat',
  'hours',
  'date',
  'amount',
  'century',
  'count',
  'year',
  'free-text',
] as const

export const fieldExtra = z.strictObject({
  title: z.string().optional(),
  meaning: z.string().optional(),
  examples: z.array(z.string()).optional(),
  synonyms: z.array(z.string()).optional(),
  /** Other writings of the values of the field's list: `{"M": ["garçon"]}`. */
  values: z.record(z.string(), z.array(z.string())).optional(),
  role: z.enum(ROLES).optional(),
})

export const carnetExtra = z.strictObject({
  /** Id of the model whose meanings this one shares: schemas of one family say the same of the same column. */
  extends: z.string().optional(),
  title: z.string().optional(),
  description: z.string().optional(),
  kind: z.enum(['national', 'carnet', 'foreign']).optional(),
  version: z.string().optional(),
  alias: z.string().optional(),
  theme: z.number().int().optional(),
  idRule: z.strictObject({ field: z.string(), pattern: z.string() }).optional(),
  fields: z.record(z.string(), fieldExtra).optional(),
})
export type CarnetExtra = z.infer<typeof carnetExtra>
export type FieldExtra = z.infer<typeof fieldExtra>

/** The fields of the model that is extended, then ours: a field told again here is told whole. All else stays each model's own. */
export function inheritFields({ extends: _, ...own }: CarnetExtra, base: CarnetExtra): CarnetExtra {
  return { ...own, fields: { ...base.fields, ...own.fields } }
}
