import type { PublishedSet } from '../published.ts'
import { kindOf } from '../query/kinds.ts'
import { queryRows } from '../query/run.ts'
import { fieldsOf } from './fields.ts'
import { ExploreProblem } from './odsql/problem.ts'
import { askingOf, clausesOf, type RawParams, textsOf } from './params.ts'
import { datasetUrl, type ExploreWorld } from './records.ts'
import { engineClauses } from './refine.ts'
import { contextOf } from './translate/context.ts'

export interface Facet {
  readonly name: string
  readonly facets: readonly FacetValue[]
}
export interface FacetValue {
  readonly name: string
  readonly count: number
  readonly value: string
  readonly state: 'displayed' | 'refined'
}

/** What `facet=` asks: a name, or `facet(name="x", sort="-count", limit=10)`. */
export interface AskedFacet {
  readonly name: string
  readonly sort: string
  readonly limit: number
}
const MOST_VALUES = 100

export function facetsAsked(params: RawParams): AskedFacet[] {
  return textsOf(params, 'facet').map(text => {
    const inside = text.length > 500 ? undefined : /^\s*facet\s*\(([\s\S]*)\)\s*$/i.exec(text)?.[1]
    if (inside === undefined) return { name: text.trim(), sort: '-count', limit: MOST_VALUES }
    const said = Object.fromEntries(
      [...inside.matchAll(/(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)'|(\w+))/g)].map(([, name, a, b, c]) => [
        name,
        a ?? b ?? c ?? '',
      ]),
    ) as Readonly<Record<string, string>>
    if (!said.name)
      throw new ExploreProblem(
        'InvalidRESTParameterError',
        `Invalid value for facet API parameter: « ${text.slice(0, 60)} » ; j’attendais facet(name="champ").`,
      )
    const limit = Number(said.limit ?? MOST_VALUES)
    return { name: said.name, sort: said.sort ?? '-count', limit: limit >= 1 ? Math.min(limit, 1000) : MOST_VALUES }
  })
}

/** `GET /catalog/datasets/{id}/facets`: how many rows have each value. Without a name: of the fields that say they are facets. */
export async function recordFacets(world: ExploreWorld, set: PublishedSet, params: RawParams) {
  const context = contextOf(set.version, askingOf(params, world.now()))
  const asked = clausesOf({ where: params.where, refine: params.refine, exclude: params.exclude })
  const { where } = engineClauses(asked, context)
  const refined = new Set(asked.refine.filter(({ not }) => !not).map(({ field, value }) => `${field}\n${value}`))
  const named = facetsAsked(params)
  const own = fieldsOf(set.version).filter(({ annotations }) => annotations.facet !== undefined)
  const all = named.length > 0 ? named : own.map(({ name }) => ({ name, sort: '-count', limit: MOST_VALUES }))
  const facets: Facet[] = []
  for (const one of all) facets.push({ name: one.name, facets: await valuesOf(world, set, one, where, refined) })
  return { links: [{ rel: 'self', href: `${datasetUrl(world.base, set.slug)}/facets` }], facets }
}

type Where = ReturnType<typeof engineClauses>['where']

async function valuesOf(
  world: ExploreWorld,
  { version }: PublishedSet,
  { name, sort, limit }: AskedFacet,
  where: Where,
  refined: ReadonlySet<string>,
): Promise<FacetValue[]> {
  const column = version.columns.find(one => one.name === name)
  const of = { type: column && kindOf(column) !== 'text' ? 'column' : 'text', name } as const
  const filled = { type: 'not', of: { type: 'empty', of } } as const
  const byValue = sort.endsWith('count')
    ? []
    : [{ by: { type: 'as' as const, name: 'value' }, descending: sort.startsWith('-') }]
  const byCount = [{ by: { type: 'as' as const, name: 'count' }, descending: !/^count$/.test(sort) }]
  const { rows } = await queryRows(world, version, {
    groupBy: [{ as: 'value', of }],
    select: [{ as: 'count', aggregate: 'count' }],
    where: where ? { type: 'and', of: [where, filled] } : filled,
    orderBy: [...byValue, ...byCount],
    limit,
  })
  return rows.map(([value, count]) => {
    const text = String(value)
    const state = refined.has(`${name}\n${text}`) ? 'refined' : 'displayed'
    return { name: text, count: Number(count), value: text, state }
  })
}
