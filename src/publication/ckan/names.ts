import { createHash } from 'node:crypto'
import { slugOf } from '../../preparation/sets/slug.ts'
import type { Catalog, PublishedSet, PublishedTown } from '../published.ts'

/** CKAN knows everything by a UUID: the same for ever, from what never changes (RFC 9562, version 8). */
export function uuidOf(...parts: readonly string[]): string {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex')
  const variant = ((Number.parseInt(hex[16]!, 16) & 0x3) | 0x8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

export const packageId = ({ insee, id }: Pick<PublishedSet, 'insee' | 'id'>): string => uuidOf('set', insee, id)
export const organizationId = ({ insee }: Pick<PublishedTown, 'insee'>): string => uuidOf('town', insee)

/** « epone »; with its code when two towns of the instance have the same name. */
export function organizationName(towns: readonly PublishedTown[], { insee, name }: PublishedTown): string {
  const slug = slugOf(name)
  return towns.some(other => other.insee !== insee && slugOf(other.name) === slug) ? `${slug}-${insee}` : slug
}

export const townNamed = ({ towns }: Catalog, id: string): PublishedTown | undefined =>
  towns.find(town => organizationId(town) === id || organizationName(towns, town) === id)

/** By its name (an old one too) or its UUID. */
export function setNamed(catalog: Catalog, id: string): PublishedSet | undefined {
  const slug = catalog.redirects.get(id) ?? id
  return catalog.bySlug(slug) ?? catalog.sets.find(set => packageId(set) === id)
}

/** « 2021-03-02T08:00:00.000000 »: CKAN's instants are in UTC and do not say it. */
export const instant = (iso: string): string => new Date(iso).toISOString().replace(/\.(\d{3})Z$/, '.$1000')
