import type { Quad } from 'n3'
import { ofTown } from '../../core/places/communes/of-town.ts'
import type { Catalog, PublishedSet, PublishedTown } from '../published.ts'
import { publisher } from './agents.ts'
import { FRENCH } from './codes.ts'
import { commune } from './coverage.ts'
import { dataset } from './dataset.ts'
import type { FileFacts } from './file-facts.ts'
import { type Described, french, link, type Name, type Said, thing, triplesOf, typed } from './graph.ts'
import { services } from './services.ts'
import { EU_THEMES } from './themes.ts'

/** Sets in a page: some 10 kB each in the longest writing, so that a page stays near a megabyte (data.gouv.fr stores 15 MB at most). */
export const PAGE = 100

export interface Asked {
  /** From 1. */
  readonly page: number
  /** The sets of this town alone: each town of a shared instance has its own source in data.gouv.fr. */
  readonly insee?: string
  readonly size?: number
}

/** A page of sets, and what it is a page of. */
export interface CatalogPage {
  readonly page: number
  readonly pages: number
  readonly insee?: string
  readonly sets: readonly PublishedSet[]
  readonly all: readonly PublishedSet[]
  readonly towns: readonly PublishedTown[]
  readonly modifiedAt: string
}

/** Undefined: there is no such page. */
export function pageOf(catalog: Catalog, { page, insee, size = PAGE }: Asked): CatalogPage | undefined {
  const isAsked = (one: { readonly insee: string }) => insee === undefined || one.insee === insee
  const all = catalog.sets.filter(isAsked)
  const pages = Math.max(1, Math.ceil(all.length / size))
  if (page < 1 || page > pages) return undefined
  const sets = all.slice((page - 1) * size, page * size)
  const towns = catalog.towns.filter(isAsked)
  return { page, pages, ...(insee !== undefined && { insee }), sets, all, towns, modifiedAt: catalog.modifiedAt }
}

export interface Where {
  /** Address of the application, without a slash at the end. */
  readonly base: string
  /** Of this document, without its page: what is asked for again with `page=2`. */
  readonly address: string
  /** A folder of files: one document holds all, and no protocol answers. */
  readonly isStatic?: boolean
}

export function catalogDocument(
  page: CatalogPage,
  { base, address, isStatic = false }: Where,
  files: FileFacts,
): Quad[] {
  const who = publisherOf(base, page.towns)
  const iri = `${base}/catalog${page.insee === undefined ? '' : `?commune=${page.insee}`}`
  return triplesOf([
    thing(
      iri,
      ['dcat:Catalog', 'hydra:Collection'],
      [
        ...aboutCatalog(base, page, who),
        ['dcat:dataset', page.sets.map(set => dataset(base, set, files, !isStatic))],
        // Once, on the first page: a service met again on the next one would be read as having only the sets of that page.
        ['dcat:service', page.page === 1 && !isStatic ? services(base, page.all, who) : undefined],
        ['hydra:totalItems', typed(String(page.all.length), 'xsd:integer')],
        ['hydra:view', isStatic ? undefined : view(address, page)],
      ],
    ),
  ])
}

const aboutCatalog = (base: string, { towns, modifiedAt }: CatalogPage, who: Described) =>
  [
    ['dct:title', french(titleOf(towns))],
    ['dct:description', french('Les jeux de données ouverts, tenus à jour par la commune et libres de réutilisation.')],
    ['dct:publisher', who],
    ['dct:language', FRENCH],
    ['dct:modified', typed(modifiedAt, 'xsd:dateTime')],
    ['foaf:homepage', thing(`${base}/`, 'foaf:Document')],
    ['dcat:themeTaxonomy', EU_THEMES],
    ['dct:spatial', towns.map(({ insee, name }) => commune(insee, name))],
  ] as readonly (readonly [Name, Said])[]

const titleOf = ([only, ...others]: readonly PublishedTown[]): string =>
  only && others.length === 0 ? `Données ouvertes ${ofTown(only.name)}` : 'Données ouvertes des communes'

const publisherOf = (base: string, [only, ...others]: readonly PublishedTown[]): Described =>
  only && others.length === 0
    ? publisher(base, only)
    : thing(`${base}/#editeur`, 'foaf:Agent', [['foaf:name', french('Communes de ce portail')]])

function view(address: string, { page, pages }: CatalogPage): Described {
  const at = (number: number): Said => link(pageUrl(address, number))
  return thing(pageUrl(address, page), 'hydra:PartialCollectionView', [
    ['hydra:first', at(1)],
    ['hydra:previous', page > 1 ? at(page - 1) : undefined],
    ['hydra:next', page < pages ? at(page + 1) : undefined],
    ['hydra:last', at(pages)],
  ])
}

const pageUrl = (address: string, page: number): string => `${address}${address.includes('?') ? '&' : '?'}page=${page}`

/** One set by itself, as in the catalog, with the services that answer for it. */
export const setDocument = (base: string, set: PublishedSet, files: FileFacts, isStatic = false): Quad[] =>
  triplesOf([
    dataset(base, set, files, !isStatic),
    ...(isStatic ? [] : services(base, [set], publisher(base, set.town))),
  ])
