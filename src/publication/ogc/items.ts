import type { PublishedSet } from '../published.ts'
import type { CellValue, Selected } from '../query/query.ts'
import { type QueryWorld, queryRows } from '../query/run.ts'
import { GEOJSON_TYPE, JSON_TYPE, type Link } from './links.ts'
import { type ItemsAsked, itemsAsked } from './parameters.ts'

export interface Feature {
  readonly type: 'Feature'
  readonly id: number
  readonly geometry: { readonly type: 'Point'; readonly coordinates: readonly [number, number] } | null
  readonly properties: Readonly<Record<string, CellValue>>
}
export interface Items {
  readonly type: 'FeatureCollection'
  readonly timeStamp: string
  readonly numberMatched: number
  readonly numberReturned: number
  readonly features: readonly Feature[]
  readonly links: readonly Link[]
}

/** A page of the rows of a set. `url`: the address that was asked, without `f`. */
export async function items(world: QueryWorld, set: PublishedSet, url: URL, now: string): Promise<Items> {
  const asked = itemsAsked(url.searchParams, set.version)
  const { where, limit, offset } = asked
  const { rows, total = 0 } = await queryRows(world, set.version, {
    select: selected(set),
    where,
    limit,
    offset,
    total: true,
  })
  return {
    type: 'FeatureCollection',
    timeStamp: now,
    numberMatched: total,
    numberReturned: rows.length,
    features: rows.map(row => featureOf(set, row)),
    links: pageLinks(url, asked, total),
  }
}

/** The row of this number; undefined: there is none. */
export async function item(world: QueryWorld, set: PublishedSet, id: number): Promise<Feature | undefined> {
  const { rows } = await queryRows(world, set.version, { select: selected(set), limit: 1, offset: id - 1 })
  return rows[0] && featureOf(set, rows[0])
}

const selected = ({ version }: PublishedSet): Selected[] => [
  { as: 'n', of: { type: 'row' } },
  { as: 'x', of: { type: 'longitude' } },
  { as: 'y', of: { type: 'latitude' } },
  ...version.columns.map(({ name }) => ({ as: name, of: { type: 'column' as const, name } })),
]

function featureOf({ version }: PublishedSet, [id, x, y, ...cells]: readonly CellValue[]): Feature {
  const isPlaced = typeof x === 'number' && typeof y === 'number'
  return {
    type: 'Feature',
    id: Number(id),
    geometry: isPlaced ? { type: 'Point', coordinates: [x, y] } : null,
    properties: Object.fromEntries(version.columns.map(({ name }, at) => [name, cells[at] ?? null])),
  }
}

/** The pages before and after, with the same question. */
function pageLinks(url: URL, { limit, offset }: ItemsAsked, total: number): Link[] {
  const page = (rel: string, from: number, title: string): Link => {
    const address = new URL(url)
    address.searchParams.set('limit', String(limit))
    address.searchParams.set('offset', String(from))
    return { href: address.href, rel, type: GEOJSON_TYPE, title }
  }
  return [
    ...(offset + limit < total ? [page('next', offset + limit, 'Les lignes qui suivent')] : []),
    ...(offset > 0 ? [page('prev', Math.max(0, offset - limit), 'Les lignes d’avant')] : []),
    { href: url.href.replace(/\/items.*$/, ''), rel: 'collection', type: JSON_TYPE, title: 'Le jeu de données' },
  ]
}
