import { z } from 'zod'

/**
 * The door of Table Schemas: what is read of an unknown JSON, tolerantly. Keys that Carnet does not know are ignored; keys that real
 * schemas misspell or misplace (`contraints`, `enum` outside `constraints`, `exemple`) are read where they stand.
 */
const scalar = z.union([z.string(), z.number(), z.boolean()])
const scalars = z.union([z.array(scalar), scalar.transform(one => [one])])
const names = z.union([z.array(z.string()), z.string().transform(one => [one])])
const missing = z.array(z.union([z.string(), z.looseObject({ value: z.string() }).transform(({ value }) => value)]))

const constraints = z.looseObject({
  required: z.unknown().optional(),
  unique: z.unknown().optional(),
  pattern: z.unknown().optional(),
  enum: z.unknown().optional(),
  minLength: z.unknown().optional(),
  maxLength: z.unknown().optional(),
  minimum: z.unknown().optional(),
  maximum: z.unknown().optional(),
  exclusiveMinimum: z.unknown().optional(),
  exclusiveMaximum: z.unknown().optional(),
  jsonSchema: z.unknown().optional(),
})
export type RawConstraints = z.infer<typeof constraints>

export const rawField = z.looseObject({
  name: z.string(),
  type: z.string().optional().catch(undefined),
  format: z.string().optional().catch(undefined),
  title: z.string().optional().catch(undefined),
  description: z.string().optional().catch(undefined),
  example: z.unknown().optional(),
  exemple: z.unknown().optional(),
  examples: z.unknown().optional(),
  constraints: constraints.optional().catch(undefined),
  contraints: constraints.optional().catch(undefined),
  trueValues: scalars.optional().catch(undefined),
  falseValues: scalars.optional().catch(undefined),
  missingValues: missing.optional().catch(undefined),
  decimalChar: z.string().optional().catch(undefined),
  groupChar: z.string().optional().catch(undefined),
  bareNumber: z.boolean().optional().catch(undefined),
  delimiter: z.string().optional().catch(undefined),
  itemType: z.string().optional().catch(undefined),
  categories: z
    .array(z.union([scalar, z.looseObject({ value: scalar }).transform(({ value }) => value)]))
    .optional()
    .catch(undefined),
  arrayItem: z.unknown().optional(),
})
export type RawField = z.infer<typeof rawField>

const foreignKey = z.object({
  fields: names,
  reference: z.object({ resource: z.string().default(''), fields: names }),
})

export const rawSchema = z.looseObject({
  name: z.string().optional().catch(undefined),
  title: z.string().optional().catch(undefined),
  description: z.string().optional().catch(undefined),
  version: z
    .union([z.string(), z.number().transform(String)])
    .optional()
    .catch(undefined),
  fields: z.array(z.unknown()),
  missingValues: missing.optional().catch(undefined),
  primaryKey: names.optional().catch(undefined),
  uniqueKeys: z.array(names).optional().catch(undefined),
  foreignKeys: z.array(foreignKey).optional().catch(undefined),
  fieldsMatch: z.unknown().optional(),
  custom_checks: z.array(z.unknown()).optional().catch(undefined),
})
export type RawSchema = z.infer<typeof rawSchema>

/** The keys that stand in the JSON with a shape that the door refuses: what they ask is not applied, and must be told. */
export const notUnderstood = (raw: object, read: object): string[] =>
  Object.entries(raw)
    .filter(
      ([key, value]) =>
        value !== undefined &&
        value !== null &&
        RULES.has(key) &&
        !(key in read && read[key as keyof typeof read] !== undefined),
    )
    .map(([key]) => key)

/** Keys that change how a value is read or judged. */
const RULES: ReadonlySet<string> = new Set([
  'type',
  'format',
  'constraints',
  'trueValues',
  'falseValues',
  'missingValues',
  'decimalChar',
  'groupChar',
  'bareNumber',
  'delimiter',
  'itemType',
  'categories',
  'primaryKey',
  'uniqueKeys',
  'foreignKeys',
  'custom_checks',
])
