import type { Constraints, Field, Model } from './model.ts'

/** The model as a Table Schema (v1 keys, plain JSON): the answer of `carnet models ID --json`. */
export const toTableSchema = (model: Model): object => ({
  $schema: 'https://frictionlessdata.io/schemas/table-schema.json',
  name: model.id,
  title: model.title,
  description: model.description,
  version: model.version,
  fields: model.fields.map(fieldToJson),
  missingValues: model.missingValues,
  ...(model.primaryKey.length ? { primaryKey: model.primaryKey } : {}),
  ...(model.uniqueKeys.length ? { uniqueKeys: model.uniqueKeys } : {}),
  ...(model.foreignKeys.length
    ? {
        foreignKeys: model.foreignKeys.map(({ fields, resource, referenceFields }) => ({
          fields,
          reference: { resource, fields: referenceFields },
        })),
      }
    : {}),
  ...(model.fieldsMatch === 'sync' ? {} : { fieldsMatch: model.fieldsMatch }),
  ...(model.customChecks.length ? { custom_checks: model.customChecks } : {}),
})

function fieldToJson(field: Field): object {
  const boolean = field.type === 'boolean'
  return {
    name: field.name,
    type: field.type,
    ...(field.format === 'default' ? {} : { format: field.format }),
    ...(field.title === undefined ? {} : { title: field.title }),
    ...((field.meaning ?? field.description) ? { description: field.meaning ?? field.description } : {}),
    ...(field.examples.length ? { example: field.examples[0] } : {}),
    constraints: constraintsToJson(field),
    ...(boolean ? { trueValues: field.trueValues, falseValues: field.falseValues } : {}),
    ...(field.decimalChar === '.' ? {} : { decimalChar: field.decimalChar }),
    ...(field.groupChar === '' ? {} : { groupChar: field.groupChar }),
    ...(field.bareNumber ? {} : { bareNumber: false }),
    ...(field.missingValues === undefined ? {} : { missingValues: field.missingValues }),
    ...(field.arrayItem === undefined ? {} : { arrayItem: fieldToJson(field.arrayItem) }),
    ...(field.delimiter === undefined ? {} : { delimiter: field.delimiter }),
    ...(field.itemType === undefined ? {} : { itemType: field.itemType }),
    ...(field.categories === undefined ? {} : { categories: field.categories }),
  }
}

const NUMBERS: readonly string[] = ['number', 'integer', 'year']

/** Bounds of numbers are written as numbers, as schemas have them. */
function constraintsToJson({ type, constraints }: Field): Constraints | Record<string, unknown> {
  if (!NUMBERS.includes(type)) return constraints
  const bounds = (['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'] as const).flatMap(key =>
    constraints[key] === undefined ? [] : [[key, Number(constraints[key])] as const],
  )
  return { ...constraints, ...Object.fromEntries(bounds) }
}
