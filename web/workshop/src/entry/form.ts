import type { Field, Town } from '../../../../src/core/models/model.ts'
import { townConstant } from '../../../../src/core/propose/fill.ts'
import { headerWords } from '../../../../src/core/recipe/mapping/header.ts'
import { roleOf } from '../../../../src/core/recipe/roles.ts'
import { type Input, inputOf } from './input.ts'

/** A form made from a model's columns: short groups in the order in which a person thinks of a place, and what is filled for her. */
export interface Form {
  readonly sections: readonly Section[]
  readonly given: readonly Given[]
  readonly point?: PointFields
}

export interface Section {
  readonly id: string
  readonly title: string
  readonly items: readonly Item[]
  /** Shown at once; the others are unfolded. */
  readonly open: boolean
}

export type Item =
  | { readonly type: 'field'; readonly field: Field; readonly input: Input }
  | { readonly type: 'point'; readonly point: PointFields }

/** Where the place of a row is written: a column for each coordinate, or one for both. */
export type PointFields =
  | { readonly type: 'two'; readonly longitude: Field; readonly latitude: Field }
  | { readonly type: 'one'; readonly field: Field }

/** « Déjà rempli pour vous ». */
export interface Given {
  readonly field: Field
  readonly value: string
  readonly why: string
}

export interface FormWorld {
  readonly town?: Town
  /** The calendar day, `2026-03-15`. */
  readonly today: string
  /** The identifier of the next row, when the model has a rule for it. */
  readonly nextId?: { readonly field: string; readonly value: string }
}

const TITLES = {
  main: 'L’essentiel',
  place: 'Où est-ce ?',
  time: 'Quand est-ce ouvert ?',
  contact: 'Comment joindre ?',
  more: 'Précisions',
} as const
type SectionId = keyof typeof TITLES
const ORDER = Object.keys(TITLES) as SectionId[]

/** A group longer than this is cut; a form not longer than this is one group; one not longer than twice this is all unfolded. */
const SHORT = 6

export function formOf(fields: readonly Field[], world: FormWorld): Form {
  const given = fields.flatMap(field => givenValue(field, world) ?? [])
  const asked = fields.filter(field => !given.some(one => one.field === field))
  const point = pointFields(asked)
  const items = itemsOf(asked, point)
  return { sections: sectionsOf(items), given, ...(point && { point }) }
}

function givenValue(field: Field, { town, today, nextId }: FormWorld): Given | undefined {
  if (nextId?.field === field.name) return { field, value: nextId.value, why: 'le numéro suivant' }
  if (isUpdateDay(field)) return { field, value: today, why: 'la date d’aujourd’hui' }
  const known = town && townConstant(field, town)
  return known && { field, value: known.value, why: known.reason }
}

/** « date_maj », « Date de mise à jour »: the day when the row is typed. */
function isUpdateDay(field: Field): boolean {
  if (field.type !== 'date' || !['default', '%Y-%m-%d'].includes(field.format)) return false
  const words = headerWords(`${field.name} ${field.title ?? ''}`)
  return words.includes('maj') || (words.includes('mise') && words.includes('jour'))
}

/** The place of the row, when exactly one is described. */
export function pointFields(fields: readonly Field[]): PointFields | undefined {
  const of = (role: string) => fields.filter(field => roleOf(field) === role)
  const [[longitude, ...longitudes], [latitude, ...latitudes], [both, ...others]] = [
    of('longitude'),
    of('latitude'),
    of('lonlat'),
  ]
  if (longitude && latitude && longitudes.length + latitudes.length === 0) return { type: 'two', longitude, latitude }
  return both && others.length === 0 ? { type: 'one', field: both } : undefined
}

export const namesOfPoint = (point: PointFields | undefined): string[] => {
  if (!point) return []
  return point.type === 'one' ? [point.field.name] : [point.longitude.name, point.latitude.name]
}

function itemsOf(fields: readonly Field[], point: PointFields | undefined): Item[] {
  const [first, ...rest] = namesOfPoint(point).sort((a, b) => indexIn(fields, a) - indexIn(fields, b))
  return fields.flatMap((field): Item[] => {
    if (rest.includes(field.name)) return []
    if (point && field.name === first) return [{ type: 'point', point }]
    return [{ type: 'field', field, input: inputOf(field) }]
  })
}

const indexIn = (fields: readonly Field[], name: string): number => fields.findIndex(field => field.name === name)

function sectionsOf(items: readonly Item[]): Section[] {
  if (items.length <= SHORT) return [{ id: 'all', title: 'À remplir', items, open: true }]
  const allOpen = items.length <= 2 * SHORT
  return ORDER.flatMap(id => {
    const own = items.filter(item => sectionOf(item) === id)
    const parts = cut(own)
    return parts.map((part, at) => ({
      id: `${id}-${at}`,
      title: parts.length === 1 ? TITLES[id] : `${TITLES[id]} (${at + 1} sur ${parts.length})`,
      items: part,
      open: allOpen || id === 'main' || id === 'place' || part.some(isRequired),
    }))
  })
}

/** Groups of about the same length, none too long. */
function cut(items: readonly Item[]): (readonly Item[])[] {
  const parts = Math.ceil(items.length / (SHORT + 1))
  const size = Math.ceil(items.length / Math.max(1, parts))
  return Array.from({ length: parts }, (_, at) => items.slice(at * size, (at + 1) * size))
}

export const isRequired = (item: Item): boolean =>
  fieldsOf(item).some(({ constraints }) => constraints.required === true)

export const fieldsOf = (item: Item): readonly Field[] => {
  if (item.type === 'field') return [item.field]
  return item.point.type === 'one' ? [item.point.field] : [item.point.longitude, item.point.latitude]
}

function sectionOf(item: Item): SectionId {
  if (item.type === 'point') return 'place'
  const { field } = item
  switch (roleOf(field)) {
    case 'address':
    case 'street':
    case 'house-number':
    case 'postcode':
    case 'town':
    case 'insee':
    case 'latitude':
    case 'longitude':
    case 'lonlat':
      return 'place'
    case 'hours':
      return 'time'
    case 'phone':
    case 'email':
    case 'url':
      return 'contact'
    default:
      return otherSection(field)
  }
}

function otherSection(field: Field): SectionId {
  const words = headerWords(field.name)
  if (words.includes('horaires') || words.includes('horaire')) return 'time'
  if (words.includes('adresse') || words.includes('adr')) return 'place'
  return field.constraints.required || field.role === 'name' || field.role === 'id' ? 'main' : 'more'
}
