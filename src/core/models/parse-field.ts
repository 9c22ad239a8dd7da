import type { FieldExtra } from './carnet-extra.ts'
import type { Constraints, Field, FieldType } from './model.ts'
import { type RawConstraints, type RawField, rawField } from './raw-schema.ts'

const TYPES: readonly string[] = [
  'string',
  'number',
  'integer',
  'boolean',
  'date',
  'time',
  'datetime',
  'year',
  'yearmonth',
  'duration',
  'geopoint',
  'geojson',
  'array',
  'object',
  'list',
  'any',
] satisfies readonly FieldType[]

/** Table Schema's own defaults for booleans (v1 and v2, and frictionless 4.38). */
const TRUE_VALUES = ['true', 'True', 'TRUE', '1']
const FALSE_VALUES = ['false', 'False', 'FALSE', '0']

const isType = (text: string): text is FieldType => TYPES.includes(text)

/** One field, with what could not be understood told in `remarks` (French). */
export function parseField(raw: RawField, extra: FieldExtra | undefined, remarks: string[]): Field {
  const type = fieldType(raw, remarks)
  const item = arrayItem(raw, remarks)
  return {
    name: raw.name,
    ...optional('title', extra?.title ?? raw.title),
    ...optional('description', raw.description),
    ...optional('meaning', extra?.meaning),
    examples: extra?.examples ?? examplesOf(raw),
    synonyms: extra?.synonyms ?? [],
    ...optional('valueSynonyms', extra?.values),
    ...optional('role', extra?.role),
    type,
    format: raw.format ?? 'default',
    ...parseConstraints(raw, remarks),
    ...optional('missingValues', raw.missingValues),
    trueValues: raw.trueValues?.map(String) ?? TRUE_VALUES,
    falseValues: raw.falseValues?.map(String) ?? FALSE_VALUES,
    decimalChar: raw.decimalChar ?? '.',
    groupChar: raw.groupChar ?? '',
    bareNumber: raw.bareNumber ?? true,
    ...optional('arrayItem', item),
    ...optional('delimiter', raw.delimiter),
    ...optional('itemType', raw.itemType !== undefined && isType(raw.itemType) ? raw.itemType : undefined),
    ...optional('categories', raw.categories?.map(String)),
  }
}

const optional = <K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } =>
  (value === undefined ? {} : { [key]: value }) as { [P in K]?: V }

function fieldType(raw: RawField, remarks: string[]): FieldType {
  const type = raw.type ?? 'string'
  if (isType(type)) return type
  remarks.push(
    `Le modèle donne à la colonne « ${raw.name} » le type « ${type} », que Carnet ne connaît pas : ses valeurs ne sont pas vérifiées.`,
  )
  return 'any'
}

function arrayItem(raw: RawField, remarks: string[]): Field | undefined {
  if (raw.arrayItem === undefined || raw.arrayItem === null) return undefined
  const item = rawField.safeParse(typeof raw.arrayItem === 'object' ? { ...raw.arrayItem, name: raw.name } : undefined)
  if (item.success) return parseField(item.data, undefined, remarks)
  remarks.push(
    `Le modèle décrit les éléments de la liste « ${raw.name} » d'une façon que Carnet ne comprend pas : ils ne sont pas vérifiés.`,
  )
  return undefined
}

function examplesOf(raw: RawField): string[] {
  const given = [raw.example, raw.exemple, raw.examples].find(value => value !== undefined && value !== null)
  return (Array.isArray(given) ? given : [given]).filter(isScalar).map(String)
}

const isScalar = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

/** `constraints`; else, but for what is mandatory or unique, the misspelt `contraints`, and `enum` and `pattern` that stand beside instead of inside. */
function parseConstraints(raw: RawField, remarks: string[]): Pick<Field, 'constraints' | 'misplaced'> {
  const { required: _, unique: __, ...misspelt } = raw.contraints ?? {}
  const beside = raw as Record<string, unknown>
  const given: RawConstraints = { enum: beside.enum, pattern: beside.pattern, ...misspelt, ...raw.constraints }
  const found = readConstraints(raw, given, remarks)
  const misplaced = (Object.keys(found) as (keyof Constraints)[]).filter(name => raw.constraints?.[name] === undefined)
  return { constraints: found, ...(misplaced.length > 0 && { misplaced }) }
}

function readConstraints(raw: RawField, given: RawConstraints, remarks: string[]): Constraints {
  const read = reader(raw.name, given, remarks)
  return {
    ...optional('required', read('required', asBoolean)),
    ...optional('unique', read('unique', asBoolean)),
    ...optional('pattern', read('pattern', asText)),
    ...optional('enum', read('enum', asTexts)),
    ...optional('minLength', read('minLength', asCount)),
    ...optional('maxLength', read('maxLength', asCount)),
    ...optional('minimum', read('minimum', asText)),
    ...optional('maximum', read('maximum', asText)),
    ...optional('exclusiveMinimum', read('exclusiveMinimum', asText)),
    ...optional('exclusiveMaximum', read('exclusiveMaximum', asText)),
    ...optional('jsonSchema', given.jsonSchema),
  }
}

type ConstraintName = keyof Omit<Constraints, 'jsonSchema'>

const reader =
  (field: string, given: RawConstraints, remarks: string[]) =>
  <T>(name: ConstraintName, as: (value: unknown) => T | undefined): T | undefined => {
    const value = given[name]
    if (value === undefined || value === null) return undefined
    const read = as(value)
    if (read === undefined)
      remarks.push(
        `Le modèle donne à la colonne « ${field} » une règle « ${name} » que Carnet ne comprend pas : elle n'est pas vérifiée.`,
      )
    return read
  }

const asText = (value: unknown): string | undefined => (isScalar(value) ? String(value) : undefined)
const asTexts = (value: unknown): string[] | undefined =>
  Array.isArray(value) && value.every(isScalar) ? value.map(String) : undefined
const asCount = (value: unknown): number | undefined =>
  isScalar(value) && /^\d+$/.test(String(value)) ? Number(value) : undefined

function asBoolean(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value
  return value === 'true' ? true : value === 'false' ? false : undefined
}
