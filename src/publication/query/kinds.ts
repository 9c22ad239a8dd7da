import type { PublishedColumn } from '../published.ts'
import type { Kind, QueriedVersion } from './query.ts'

/** How the cells of a column are read. */
export interface Reading {
  readonly kind: Kind
  /** What is written where nothing is known; '' always. */
  readonly missing: readonly string[]
  readonly decimalChar: string
  readonly groupChar: string
  readonly trueValues: readonly string[]
  readonly falseValues: readonly string[]
}

/** The kind of a column for whoever reads it: what the model calls a code, a duration or a place is text. */
export function kindOf({ type, format }: Pick<PublishedColumn, 'type' | 'format'>): Kind {
  switch (type) {
    case 'integer':
    case 'year':
      return 'integer'
    case 'number':
      return 'number'
    case 'boolean':
      return 'boolean'
    case 'date':
      return ['default', 'any', '%Y-%m-%d'].includes(format) ? 'date' : 'text'
    case 'datetime':
      return ['default', 'any'].includes(format) ? 'datetime' : 'text'
    default:
      return 'text'
  }
}

/** The columns of a version as its own schema, frozen with it, says that they are read. */
export function readingsOf({ columns, schema }: Pick<QueriedVersion, 'columns' | 'schema'>): Reading[] {
  const fields = listOf(schema.fields) as Readonly<Record<string, unknown>>[]
  return columns.map(column => {
    const field = fields.find(one => one.name === column.name) ?? {}
    return {
      kind: kindOf(column),
      missing: [...new Set(['', ...textsOf(field.missingValues ?? schema.missingValues)])],
      decimalChar: typeof field.decimalChar === 'string' ? field.decimalChar : '.',
      groupChar: typeof field.groupChar === 'string' ? field.groupChar : '',
      trueValues: field.trueValues === undefined ? ['true', '1'] : textsOf(field.trueValues),
      falseValues: field.falseValues === undefined ? ['false', '0'] : textsOf(field.falseValues),
    }
  })
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const textsOf = (value: unknown): string[] =>
  listOf(value).flatMap(one => (typeof one === 'string' ? [one] : isLabelled(one) ? [one.value] : []))
/** Table Schema v2: `{value, label}`. */
const isLabelled = (one: unknown): one is { value: string } =>
  typeof one === 'object' && one !== null && 'value' in one && typeof one.value === 'string'
