import { facetsAsked } from '../facets.ts'
import { clausesOf, type RawParams, type Refinement } from '../params.ts'
import { apiOf } from '../records.ts'
import { type CatalogWorld, type Entry, entriesOf } from './entries.ts'

const CATALOG_FACETS = ['features', 'modified', 'publisher', 'keyword', 'theme', 'license', 'language']

/** `GET /catalog/facets`. */
export function catalogFacets(world: CatalogWorld, params: RawParams) {
  const clauses = clausesOf({ where: params.where, refine: params.refine, exclude: params.exclude })
  const found = entriesOf(world, clauses)
  const asked = facetsAsked(params)
  const names = asked.length > 0 ? asked.map(({ name }) => name) : CATALOG_FACETS
  return {
    links: [{ rel: 'self', href: `${apiOf(world.base)}/catalog/facets` }],
    facets: names.map(name => ({ name, facets: facetValues(name, found, clauses.refine) })),
  }
}

function facetValues(name: string, found: readonly Entry[], refine: readonly Refinement[]) {
  const counts = new Map<string, number>()
  for (const one of found)
    for (const value of [one.field(name)].flat()) {
      if (value === null) continue
      const shown = name === 'modified' ? String(value).slice(0, 4) : String(value)
      counts.set(shown, (counts.get(shown) ?? 0) + 1)
    }
  const isRefinedBy = (value: string) => refine.some(one => !one.not && one.field === name && one.value === value)
  return [...counts]
    .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], 'fr'))
    .map(([value, count]) => ({ name: value, count, value, state: isRefinedBy(value) ? 'refined' : 'displayed' }))
}
