import type { PublishedSet } from '../published.ts'
import { type CellValue, type Condition, MOST_ROWS } from '../query/query.ts'
import { type QueryWorld, queryRows } from '../query/run.ts'
import { streamRows } from '../query/stream.ts'
import { ExploreProblem } from './odsql/problem.ts'
import { askingOf, clausesOf, pageOf, type RawParams, textsOf, yesOf } from './params.ts'
import { engineClauses } from './refine.ts'
import type { Plan } from './translate/asked.ts'
import { contextOf } from './translate/context.ts'
import type { Value } from './translate/outputs.ts'
import { planOf } from './translate/plan.ts'

export interface ExploreWorld extends QueryWorld {
  /** Address of the application, without a slash at the end. */
  readonly base: string
  readonly now: () => string
}
export type RecordObject = Readonly<Record<string, Value>>

export const apiOf = (base: string): string => `${base}/api/explore/v2.1`
export const datasetUrl = (base: string, id: string): string => `${apiOf(base)}/catalog/datasets/${id}`

/** `GET /catalog/datasets/{id}/records`. */
export async function records(world: ExploreWorld, set: PublishedSet, params: RawParams) {
  const plan = planFor(world, set, params)
  const page = pageOf(params, plan.isGrouped)
  const metas = yesOf(params, 'include_app_metas', false) && !plan.isGrouped
  const { rows, total } = await rowsOf(world, set, withRowNumber(plan, metas), page)
  const results = rows.map(row =>
    metas ? { ...objectOf(plan, row.slice(0, -1)), ...metasOf(set, row) } : objectOf(plan, row),
  )
  const links = yesOf(params, 'include_links', false)
  return {
    total_count: total,
    ...(links && { _links: pageLinks(world, set, params, page, total) }),
    results: links ? results.map(one => ({ _links: recordLinks(world, set), ...one })) : results,
  }
}

export function planFor(world: ExploreWorld, set: PublishedSet, params: RawParams): Plan {
  const context = contextOf(set.version, askingOf(params, world.now()))
  return planOf(engineClauses(clausesOf(params), context), context)
}

export const objectOf = ({ names, values }: Plan, row: readonly CellValue[]): RecordObject =>
  Object.fromEntries(values(row).map((value, at) => [names[at]!, value]))

/** The number of the row comes last. */
function withRowNumber({ query }: Plan, wanted: boolean): Plan['query'] {
  return wanted ? { ...query, select: [...(query.select ?? []), { as: 'row', of: { type: 'row' } }] } : query
}

const metasOf = (set: PublishedSet, row: readonly CellValue[]): RecordObject => ({
  _id: String(row.at(-1)),
  _timestamp: set.modifiedAt,
  _size: Buffer.byteLength(JSON.stringify(row)),
})

/** Explore's page of groups may be longer than one of the engine's: it is read piece by piece. */
async function rowsOf(
  world: QueryWorld,
  set: PublishedSet,
  query: Plan['query'],
  page: { limit: number; offset: number },
) {
  if (page.limit <= MOST_ROWS) {
    const { rows, total = 0 } = await queryRows(world, set.version, { ...query, ...page, total: true })
    return { rows, total }
  }
  const rows: (readonly CellValue[])[] = []
  for await (const some of streamRows(world, set.version, { ...query, ...page }).rows) rows.push(...some)
  const { total = 0 } = await queryRows(world, set.version, { ...query, limit: 0, total: true })
  return { rows, total }
}

/** `GET /catalog/datasets/{id}/records/{rid}`: the row of this number. */
export async function record(world: ExploreWorld, set: PublishedSet, id: string, params: RawParams) {
  const plan = planFor(world, set, { ...params, where: [], refine: [], exclude: [], group_by: [], order_by: [] })
  const where: Condition = {
    type: 'compare',
    left: { type: 'row' },
    is: '=',
    right: { type: 'value', value: Number(id) },
  }
  const isNumber = /^[1-9]\d{0,14}$/.test(id)
  const { rows } = isNumber ? await queryRows(world, set.version, { ...plan.query, where, limit: 1 }) : { rows: [] }
  if (!rows[0] || plan.isGrouped)
    throw new ExploreProblem('NotFound', `Aucune ligne « ${id.slice(0, 40)} » dans ce jeu de données.`)
  return { _id: id, _timestamp: set.modifiedAt, ...objectOf(plan, rows[0]) }
}

interface Link {
  readonly href: string
  readonly rel: string
}

const recordLinks = ({ base }: ExploreWorld, { slug }: PublishedSet): Link[] => [
  { rel: 'dataset', href: datasetUrl(base, slug) },
]

function pageLinks(
  { base }: ExploreWorld,
  { slug }: PublishedSet,
  params: RawParams,
  { limit, offset }: { readonly limit: number; readonly offset: number },
  total: number,
): Link[] {
  const at = (from: number): string => {
    const query = new URLSearchParams()
    for (const name of Object.keys(params)) for (const value of textsOf(params, name)) query.append(name, value)
    query.set('limit', String(limit))
    query.set('offset', String(from))
    return `${datasetUrl(base, slug)}/records?${query}`
  }
  const step = Math.max(1, limit)
  return [
    { rel: 'self', href: at(offset) },
    { rel: 'first', href: at(0) },
    { rel: 'last', href: at(Math.max(0, Math.floor((total - 1) / step) * step)) },
    ...(offset + limit < total ? [{ rel: 'next', href: at(offset + limit) }] : []),
    ...(offset > 0 ? [{ rel: 'prev', href: at(Math.max(0, offset - step)) }] : []),
  ]
}
