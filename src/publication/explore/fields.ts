import { isMapped } from '../files/formats.ts'
import type { PublishedVersion } from '../published.ts'
import { kindOf } from '../query/kinds.ts'
import type { Kind } from '../query/query.ts'

/** A field as Explore tells it. */
export interface ExploreField {
  readonly name: string
  readonly label: string
  readonly type: 'text' | 'int' | 'double' | 'date' | 'datetime' | 'boolean' | 'geo_point_2d'
  readonly description: string | null
  readonly annotations: Readonly<Record<string, readonly string[]>>
}

const TYPES: Readonly<Record<Kind, ExploreField['type']>> = {
  text: 'text',
  integer: 'int',
  number: 'double',
  boolean: 'boolean',
  date: 'date',
  datetime: 'datetime',
}

type Version = Pick<PublishedVersion, 'columns' | 'schema' | 'place' | 'box'>

/** The columns, then the place of the row when rows have one. */
export function fieldsOf(version: Version): ExploreField[] {
  const facets = facetsOf(version)
  const columns = version.columns.map((column): ExploreField => {
    const { name, title, description } = column
    const annotations = facets.has(name) ? { facet: [] } : {}
    return { name, label: title, type: TYPES[kindOf(column)], description: description || null, annotations }
  })
  const geo = geoFieldOf(version)
  return geo === undefined
    ? columns
    : [...columns, { name: geo, label: 'Position', type: 'geo_point_2d', description: null, annotations: {} }]
}

/** `geo_point_2d`, unless a column has this name. Undefined: rows have no place. */
export function geoFieldOf(version: Version): string | undefined {
  if (!isMapped(version)) return undefined
  const taken = new Set(version.columns.map(({ name }) => name))
  for (let n = 1; ; n++) {
    const name = n === 1 ? 'geo_point_2d' : `geo_point_2d_${n}`
    if (!taken.has(name)) return name
  }
}

/** Columns whose values are few: those that the model lists, and yes or no. */
function facetsOf({ columns, schema }: Version): ReadonlySet<string> {
  const fields = (Array.isArray(schema.fields) ? schema.fields : []) as readonly {
    readonly name?: unknown
    readonly constraints?: { readonly enum?: unknown }
  }[]
  const listed = fields.filter(({ constraints }) => Array.isArray(constraints?.enum)).map(({ name }) => name)
  const short = columns.filter(column => kindOf(column) === 'boolean' || column.type === 'year').map(({ name }) => name)
  return new Set([...listed, ...short].filter((name): name is string => typeof name === 'string'))
}
