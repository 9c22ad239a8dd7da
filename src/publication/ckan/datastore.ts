import type { PublishedSet } from '../published.ts'
import { kindOf } from '../query/kinds.ts'
import { QueryProblem } from '../query/problem.ts'
import {
  type CellValue,
  type Condition,
  type Expression,
  type Kind,
  MOST_ROWS,
  type Order,
  type Query,
} from '../query/query.ts'
import { type QueryWorld, queryRows } from '../query/run.ts'
import { streamRows } from '../query/stream.ts'
import { setNamed } from './names.ts'
import { type CkanWorld, resourceId } from './package.ts'
import { countOf, listOf, neededText, objectOf, type Params, textOf, yesOf } from './params.ts'
import { CkanProblem, notFound, wrong } from './problem.ts'
import { recordsAs } from './records.ts'

/** CKAN's own ceiling (`ckan.datastore.search.rows_max`). */
const MOST_RECORDS = 32_000
const FORMATS = ['objects', 'lists', 'csv', 'tsv'] as const
export type RecordsFormat = (typeof FORMATS)[number]

/** The types of PostgreSQL, that CKAN tells. */
const TYPES: Readonly<Record<Kind, string>> = {
  text: 'text',
  integer: 'int',
  number: 'numeric',
  boolean: 'bool',
  date: 'date',
  datetime: 'timestamp',
}
const ROW = '_id'

/** `datastore_search`: the rows of the resource of this id; the name of the set is taken too, as one of CKAN's aliases. */
export async function datastoreSearch(world: CkanWorld & QueryWorld, params: Params) {
  const set = resourceNamed(world, neededText(params, 'resource_id'))
  const [limit, offset] = [countOf(params, 'limit', 100, MOST_RECORDS), countOf(params, 'offset', 0)]
  const format = textOf(params, 'records_format') ?? 'objects'
  if (!isFormat(format)) throw wrong('records_format', `j’attendais ${FORMATS.join(', ')}.`)
  const asked = queryOf(set, params)
  const counted = yesOf(params, 'include_total', true)
  try {
    const rows = await rowsOf(world, set, asked, limit, offset)
    const total = counted ? await totalOf(world, set, asked) : undefined
    const columns = asked.select.map(({ as }) => as)
    return {
      include_total: counted,
      limit,
      offset,
      records_format: format,
      resource_id: textOf(params, 'resource_id'),
      total_estimation_threshold: null,
      records: recordsAs(format, columns, rows),
      fields: columns.map(id => ({ id, type: id === ROW ? 'int' : typeOf(set, id) })),
      ...(total !== undefined && { total, total_was_estimated: false }),
      _links: linksOf(params, limit, offset),
      ...(params.filters !== undefined && { filters: objectOf(params, 'filters') }),
      ...(params.q !== undefined && { q: params.q }),
    }
  } catch (error) {
    throw error instanceof QueryProblem && error.status === 400
      ? new CkanProblem('Validation Error', error.message, { query: [error.message] })
      : error
  }
}

const isFormat = (text: string): text is RecordsFormat => (FORMATS as readonly string[]).includes(text)

function resourceNamed({ catalog }: CkanWorld, id: string): PublishedSet {
  const set = catalog.sets.find(one => resourceId(one, 'csv') === id) ?? setNamed(catalog, id)
  if (!set) throw notFound(`Resource "${id.slice(0, 100)}" was not found.`)
  return set
}

const typeOf = ({ version }: PublishedSet, name: string): string =>
  TYPES[kindOf(version.columns.find(column => column.name === name) ?? { type: 'string', format: 'default' })]

const expressionOf = (name: string): Expression => (name === ROW ? { type: 'row' } : { type: 'column', name })

interface AskedRows extends Omit<Query, 'limit' | 'offset' | 'total'> {
  readonly select: readonly { readonly as: string; readonly of: Expression }[]
}

function queryOf({ version }: PublishedSet, params: Params): AskedRows {
  const all = version.columns.map(({ name }) => name)
  const fields = listOf(params, 'fields')
  const distinct = yesOf(params, 'distinct', false)
  const known = new Set([ROW, ...all])
  for (const field of fields ?? [])
    if (!known.has(field)) throw wrong('fields', `field "${field.slice(0, 60)}" not in table`)
  const names = fields ?? (distinct ? all : [ROW, ...all])
  const select = names.map(name => ({ as: name, of: expressionOf(name) }))
  const conditions = [...filtersOf(params, known), ...searchesOf(params, known)]
  const orderBy = sortOf(params, known)
  return {
    select,
    ...(distinct && { groupBy: select }),
    ...(conditions.length > 0 && { where: { type: 'and' as const, of: conditions } }),
    ...(orderBy.length > 0 && { orderBy }),
  }
}

/** `{"ville": "Épône", "annee": [2019, 2020]}`. */
function filtersOf(params: Params, known: ReadonlySet<string>): Condition[] {
  return Object.entries(objectOf(params, 'filters') ?? {}).map(([field, value]) => {
    if (!known.has(field)) throw wrong('filters', `"${field.slice(0, 60)}" is not a valid field`)
    const values = [value].flat()
    const of = expressionOf(field)
    const given = values.filter(one => one !== null)
    if (!given.every(isValue))
      throw wrong('filters', `j’attendais pour « ${field} » une valeur, ou une liste de valeurs.`)
    const among: Condition = { type: 'among', of, values: given }
    return given.length === values.length ? among : { type: 'or', of: [among, { type: 'empty', of }] }
  })
}
const isValue = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value)

/** Of all the cells, or of some columns: `{"nom": "boul"}`. */
function searchesOf(params: Params, known: ReadonlySet<string>): Condition[] {
  const { q } = params
  if (q === undefined || q === null || q === '') return []
  if (typeof q === 'string' && !q.trimStart().startsWith('{')) return [{ type: 'search', text: q }]
  return Object.entries(objectOf(params, 'q') ?? {}).map(([field, text]) => {
    if (!known.has(field) || field === ROW) throw wrong('q', `"${field.slice(0, 60)}" is not a valid field`)
    if (typeof text !== 'string') throw wrong('q', 'j’attendais des mots.')
    return { type: 'search', text, columns: [field] }
  })
}

/** « annee desc, "nom de rue" asc ». */
function sortOf(params: Params, known: ReadonlySet<string>): Order[] {
  const { sort } = params
  const keys = Array.isArray(sort) ? sort.map(String) : (textOf(params, 'sort') ?? '').split(',')
  return keys
    .map(key => key.trim())
    .filter(key => key !== '')
    .map(key => {
      const bare = key.replace(/\s(?:nulls\s(?:first|last))$/i, '').trimEnd()
      const direction = /\s(asc|desc)$/i.exec(bare)?.[1]
      const said = direction ? bare.slice(0, -direction.length).trimEnd() : bare
      const name = /^".*"$/s.test(said) ? said.slice(1, -1).replaceAll('""', '"') : said
      if (!known.has(name)) throw wrong('sort', `field "${name.slice(0, 60)}" not in table`)
      return { by: expressionOf(name), descending: direction?.toLowerCase() === 'desc' }
    })
}

/** Read as they come: CKAN lets more rows be asked at once than a page of ours has. */
async function rowsOf(world: QueryWorld, set: PublishedSet, asked: AskedRows, limit: number, offset: number) {
  const rows: (readonly CellValue[])[] = []
  if (limit === 0) return rows
  const { select: _, ...grouped } = asked
  const query = asked.groupBy ? grouped : asked
  if (limit <= MOST_ROWS) return (await queryRows(world, set.version, { ...query, limit, offset })).rows
  for await (const some of streamRows(world, set.version, { ...query, limit, offset }).rows) rows.push(...some)
  return rows
}

async function totalOf(world: QueryWorld, set: PublishedSet, { where, groupBy }: AskedRows): Promise<number> {
  const query = { ...(where && { where }), ...(groupBy && { groupBy }), limit: 0, total: true }
  return (await queryRows(world, set.version, query)).total ?? 0
}

/** The same question, from its beginning and further. */
function linksOf(params: Params, limit: number, offset: number) {
  const address = (from: number) => {
    const query = new URLSearchParams()
    for (const [name, value] of Object.entries({ ...params, limit, offset: from }))
      query.set(name, typeof value === 'string' ? value : JSON.stringify(value))
    return `/api/3/action/datastore_search?${query}`
  }
  return { start: address(0), next: address(offset + limit) }
}
