import { compilePattern } from '../check/pattern/pattern.ts'
import type { Field } from '../models/model.ts'
import { choicesInPattern } from './choices-in-pattern.ts'
import { lonlatFormat } from './lonlat-format.ts'
import { roleOf } from './roles.ts'
import type { ValueKind } from './step.ts'

/** How the cells of a field are read: the kind of value and what the reader must know of the field. */
export interface FieldKind {
  readonly kind: ValueKind
  readonly options?: Readonly<Record<string, unknown>>
  /** How much a column that reads so tells that it is this field: 0 (any text does) to 1. */
  readonly weight: number
}

export function kindOf(field: Field): FieldKind {
  let kind = known.get(field)
  if (!kind) known.set(field, (kind = findKind(field)))
  return kind
}

/** Asked for each column and each field: patterns are not compiled again. */
const known = new WeakMap<Field, FieldKind>()

function findKind(field: Field): FieldKind {
  return byEnum(field) ?? byType(field) ?? byPattern(field) ?? byRole(field) ?? byRule(field)
}

/** A text whose pattern is not of a kind: what conforms speaks for the field, what does not against it. */
const byRule = ({ constraints }: Field): FieldKind => ({
  kind: 'text',
  weight: constraints.pattern === undefined ? 0 : 0.7,
})

function byEnum(field: Field): FieldKind | undefined {
  const values = field.constraints.enum ?? field.categories
  if (!values?.length || field.type !== 'string') return undefined
  const { valueSynonyms } = field
  return { kind: 'enum', options: { values, ...(valueSynonyms && { valueSynonyms }) }, weight: 0.85 }
}

function byType(field: Field): FieldKind | undefined {
  switch (field.type) {
    case 'boolean':
      return { kind: 'boolean', options: { trueValues: field.trueValues, falseValues: field.falseValues }, weight: 0.6 }
    case 'date':
      return { kind: 'date', ...formatted(field), weight: 0.75 }
    case 'datetime':
      return { kind: 'datetime', ...formatted(field), weight: 0.75 }
    case 'year':
      return { kind: 'year', weight: 0.6 }
    case 'time':
      return { kind: 'time', weight: 0.6 }
    case 'geopoint':
      return { kind: 'lonlat', options: { format: lonlatFormat(field) }, weight: 0.9 }
    case 'integer':
      return byRole(field) ?? { kind: 'integer', weight: 0.3 }
    case 'number':
      return byRole(field) ?? { kind: 'number', weight: 0.3 }
    default:
      return undefined
  }
}

/** A text whose pattern takes days, or periods, is one, whatever the model calls it. */
function byPattern({ type, constraints: { pattern }, valueSynonyms }: Field): FieldKind | undefined {
  if (type !== 'string' || pattern === undefined) return undefined
  const compiled = compilePattern(pattern)
  if (!('test' in compiled) || compiled.test('quelques mots')) return undefined
  const values = choicesInPattern(pattern)
  if (values) return { kind: 'choices', options: { values, ...(valueSynonyms && { valueSynonyms }) }, weight: 0.85 }
  if (compiled.test('2017-03-14/2018-05-31')) return { kind: 'period', weight: 0.75 }
  if (compiled.test('2017-03-14') && !compiled.test('2017-03-14-')) return { kind: 'date', weight: 0.75 }
  return undefined
}

/** Centuries as « 12|16 »: the model's pattern takes figures, and no words. */
function wantsFigures({ constraints: { pattern } }: Field): boolean {
  const compiled = pattern === undefined ? undefined : compilePattern(pattern)
  if (compiled === undefined || !('test' in compiled)) return false
  return compiled.test('12|16') === true && !compiled.test('XIIe siècle')
}

const formatted = (field: Field) => (field.format === 'default' ? {} : { options: { format: field.format } })

function byRole(field: Field): FieldKind | undefined {
  const role = roleOf(field)
  switch (role) {
    case 'insee':
      return { kind: 'insee', weight: 0.75 }
    case 'postcode':
      return { kind: 'postcode', weight: 0.7 }
    case 'siren':
      return { kind: 'siren', weight: 0.9 }
    case 'siret':
      return { kind: 'siret', weight: 0.95 }
    case 'phone':
      return { kind: 'phone', weight: 0.9 }
    case 'email':
      return { kind: 'email', weight: 0.95 }
    case 'url':
      return { kind: 'url', weight: 0.9 }
    case 'latitude':
    case 'longitude':
      return { kind: role, weight: 0.6 }
    case 'lonlat':
      return { kind: 'lonlat', options: { format: lonlatFormat(field) }, weight: 0.9 }
    case 'hours':
      return { kind: 'hours', weight: 0.85 }
    case 'date':
      return { kind: 'date', weight: 0.75 }
    case 'year':
      return { kind: 'year', weight: 0.6 }
    case 'century':
      return { kind: 'century', ...(wantsFigures(field) && { options: { format: 'numbers' } }), weight: 0.6 }
    case 'count':
      return field.type === 'string' ? undefined : { kind: 'integer', weight: 0.3 }
    case 'amount':
      return field.type === 'string' ? undefined : { kind: 'number', weight: 0.3 }
    case 'town':
      return { kind: 'town', weight: 0.5 }
    case 'street':
      return { kind: 'text', weight: 0 }
    case 'id':
    case 'name':
    case 'rna':
    case 'house-number':
    case 'address':
    case 'free-text':
    case undefined:
      return undefined
  }
}
