import { stripAccents } from '../../core/values/text.ts'
import { type CkanWorld, type Package, packageOf } from './package.ts'
import { countOf, listOf, type Params, textOf } from './params.ts'
import { wrong } from './problem.ts'
import { parseSearch, type Search } from './solr.ts'

/** The fields of a package that are asked by name; any other has no value, as in Solr a dynamic field that nobody filled. */
const FIELDS: Readonly<Record<string, (one: Package) => readonly string[]>> = {
  id: one => [one.id],
  name: one => [one.name],
  title: one => [one.title],
  notes: one => [one.notes],
  author: one => [one.author],
  maintainer: one => [one.maintainer],
  organization: one => [one.organization.name],
  owner_org: one => [one.owner_org],
  groups: one => one.groups.map(({ name }) => name),
  tags: one => one.tags.map(({ name }) => name),
  license_id: one => [one.license_id],
  res_format: one => one.resources.map(({ format }) => format),
  metadata_created: one => [one.metadata_created],
  metadata_modified: one => [one.metadata_modified],
  state: one => [one.state],
  type: one => [one.type],
  dataset_type: one => [one.type],
  capacity: () => ['public'],
  version: one => [one.version],
}
const fieldOf = (one: Package, field: string): readonly string[] =>
  Object.hasOwn(FIELDS, field)
    ? FIELDS[field]!(one)
    : one.extras.filter(({ key }) => key === field.replace(/^extras_/, '')).map(({ value }) => value)

/** All that is searched when no field is named. */
const textsOf = (one: Package): readonly string[] => [
  ...[one.name, one.title, one.notes, one.author, one.organization.title],
  ...one.tags.map(({ name }) => name),
  ...one.groups.map(({ title }) => title),
]

function matches(one: Package, search: Search): boolean {
  switch (search.type) {
    case 'all':
      return true
    case 'and':
      return search.of.every(part => matches(one, part))
    case 'or':
      return search.of.some(part => matches(one, part))
    case 'not':
      return !matches(one, search.of)
    case 'range':
      return fieldOf(one, search.field).some(
        value => (search.from === '*' || value >= search.from) && (search.to === '*' || value <= search.to),
      )
    case 'is':
      return isIn(
        search.field === undefined || search.field === 'text' ? textsOf(one) : fieldOf(one, search.field),
        search,
      )
  }
}

/** Without accents nor case; « vélo » finds « vélos ». */
function isIn(values: readonly string[], { text, how }: Extract<Search, { type: 'is' }>): boolean {
  const wanted = wordsOf(text)
  if (wanted.length === 0) return how === 'prefix' && values.some(value => value !== '')
  return values.some(value => {
    const words = wordsOf(value)
    return words.some((_, from) =>
      wanted.every((word, at) => isWord(words[from + at], word, how, at === wanted.length - 1)),
    )
  })
}

function isWord(found: string | undefined, wanted: string, how: 'word' | 'phrase' | 'prefix', last: boolean): boolean {
  if (found === undefined) return false
  if (how === 'prefix' && last) return found.startsWith(wanted)
  return found === wanted || singular(found) === singular(wanted)
}
const singular = (word: string): string => (word.length > 3 ? word.replace(/[sx]$/, '') : word)
const wordsOf = (text: string): string[] =>
  stripAccents(text)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '')

const MOST_ROWS = 1000

/** `package_search`. */
export function packageSearch(world: CkanWorld, params: Params) {
  const conditions = [textOf(params, 'q') ?? '*:*', ...filtersOf(params)].map(parseSearch)
  const [rows, start] = [countOf(params, 'rows', 10, MOST_ROWS), countOf(params, 'start', 0)]
  const order = sortOf(textOf(params, 'sort') ?? 'score desc, metadata_modified desc')
  const found = world.catalog.sets
    .map(set => packageOf(world, set))
    .filter(one => conditions.every(condition => matches(one, condition)))
    .sort(order.compare)
  const facets = facetsOf(found, params)
  return {
    count: found.length,
    sort: order.said,
    facets: Object.fromEntries(
      facets.map(({ title, items }) => [title, Object.fromEntries(items.map(item => [item.name, item.count]))]),
    ),
    results: found.slice(start, start + rows),
    search_facets: Object.fromEntries(facets.map(facet => [facet.title, facet])),
  }
}

/** `fq` is one condition, `fq_list` several. */
const filtersOf = (params: Params): string[] => {
  const fq = params.fq
  if (Array.isArray(fq)) return fq.map(String)
  return [...(textOf(params, 'fq') === undefined ? [] : [String(fq)]), ...(listOf(params, 'fq_list') ?? [])]
}

const SORTED: Readonly<Record<string, (one: Package) => string>> = {
  name: one => one.name,
  title: one => one.title,
  title_string: one => one.title,
  metadata_created: one => one.metadata_created,
  metadata_modified: one => one.metadata_modified,
  /** All that is found is as good: sets keep the catalog's order, latest changed first. */
  score: () => '',
}

function sortOf(said: string) {
  const keys = said.split(',').map(part => {
    const [field = '', direction = 'asc', ...more] = part.trim().split(/\s+/)
    if (!Object.hasOwn(SORTED, field) || !/^(?:asc|desc)$/i.test(direction) || more.length > 0)
      throw wrong(
        'sort',
        `j’ai lu « ${part.trim().slice(0, 60)} » ; j’attendais ${Object.keys(SORTED).join(', ')}, puis asc ou desc.`,
      )
    return { read: SORTED[field]!, sign: /desc/i.test(direction) ? -1 : 1 }
  })
  const compare = (a: Package, b: Package): number => {
    for (const { read, sign } of keys) {
      const order = read(a).localeCompare(read(b), 'fr')
      if (order !== 0) return order * sign
    }
    return 0
  }
  return { said, compare }
}

const NAMED: Readonly<Record<string, (one: Package) => readonly (readonly [name: string, shown: string])[]>> = {
  organization: one => [[one.organization.name, one.organization.title]],
  groups: one => one.groups.map(({ name, title }) => [name, title]),
  tags: one => one.tags.map(({ name }) => [name, name]),
  res_format: one => [...new Set(one.resources.map(({ format }) => format))].map(format => [format, format]),
  license_id: one => [[one.license_id, one.license_title]],
}

function facetsOf(found: readonly Package[], params: Params) {
  const [most, least] = [countOf(params, 'facet.limit', 50), countOf(params, 'facet.mincount', 1)]
  return (listOf(params, 'facet.field') ?? []).map(field => {
    const counts = new Map<string, { name: string; display_name: string; count: number }>()
    for (const one of found)
      for (const [name, shown] of (Object.hasOwn(NAMED, field) && NAMED[field]?.(one)) || []) {
        const item = counts.get(name) ?? { name, display_name: shown, count: 0 }
        item.count++
        counts.set(name, item)
      }
    const items = [...counts.values()].filter(({ count }) => count >= least).sort((a, b) => b.count - a.count)
    return { title: field, items: items.slice(0, most) }
  })
}
