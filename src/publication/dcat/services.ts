import { isMapped } from '../files/formats.ts'
import type { PublishedSet } from '../published.ts'
import { contact } from './agents.ts'
import { PUBLIC_ACCESS } from './codes.ts'
import { address, type Described, french, link, plain, type Said, thing } from './graph.ts'
import { highValue } from './high-value.ts'
import { setIri } from './names.ts'

interface Api {
  readonly id: 'ogc' | 'explore' | 'ckan'
  readonly title: string
  readonly description: string
  readonly endpoint: string
  /** Where its operations are described; absent: in the OpenAPI document of the instance. */
  readonly described?: string
  readonly standard?: { readonly iri: string; readonly title: string }
}

const APIS: readonly Api[] = [
  {
    id: 'ogc',
    title: 'OGC API Features',
    description: 'Les jeux de données qui ont un lieu, en GeoJSON, pour les logiciels de cartes (QGIS, GDAL).',
    endpoint: '/ogc',
    standard: { iri: 'http://www.opengis.net/spec/ogcapi-features-1/1.0', title: 'OGC API - Features - Part 1: Core' },
  },
  {
    id: 'explore',
    title: 'API Explore 2.1',
    description: 'Les lignes de chaque jeu de données : choisir, filtrer, trier, compter.',
    endpoint: '/api/explore/v2.1',
  },
  {
    id: 'ckan',
    title: 'API CKAN 3',
    description: 'Le catalogue et les lignes, comme les portails CKAN les donnent.',
    endpoint: '/api/3/action',
    described: '/api/3/action/help_show?name=package_search',
  },
]

export const serviceIri = (base: string, id: Api['id']): string => `${base}/catalog#${id}`

/** Of what a set's own document says: enough to be valid where the catalog is not at hand. */
export const serviceLink = (base: string, id: Api['id']): Described => {
  const { title, endpoint } = APIS.find(api => api.id === id)!
  return thing(serviceIri(base, id), 'dcat:DataService', [
    ['dct:title', french(title)],
    ['dcat:endpointURL', address(`${base}${endpoint}`)],
  ])
}

/** The protocols by which sets are asked; that of maps serves those that have a place. One that serves none is not told. */
export const services = (base: string, sets: readonly PublishedSet[], publisher: Described): Described[] =>
  APIS.flatMap(api => {
    const served = servedBy(api.id, sets)
    return served.length === 0 ? [] : [serviceOf(base, api, served, publisher)]
  })

const servedBy = (id: Api['id'], sets: readonly PublishedSet[]): readonly PublishedSet[] =>
  id === 'ogc' ? sets.filter(({ version }) => isMapped(version)) : sets

function serviceOf(base: string, api: Api, served: readonly PublishedSet[], publisher: Described): Described {
  const value = highValue(served.map(({ version }) => version.model.id))
  return thing(serviceIri(base, api.id), 'dcat:DataService', [
    ['dct:identifier', plain(serviceIri(base, api.id))],
    ['dct:title', french(api.title)],
    ['dct:description', french(api.description)],
    ['dct:publisher', publisher],
    // Asked of the services of high-value data sets alone (DCAT-AP HVD 3.0, section 6).
    ['dcat:contactPoint', value.length > 0 && served[0] ? contact(served[0].fiche) : undefined],
    ['dct:accessRights', PUBLIC_ACCESS],
    ['dcat:endpointURL', address(`${base}${api.endpoint}`)],
    ['dcat:endpointDescription', address(`${base}${api.described ?? '/api/openapi.json'}`)],
    ['foaf:page', thing(`${base}/api/openapi.json`, 'foaf:Document')],
    ['dct:conformsTo', standardOf(api)],
    ['dcat:servesDataset', served.map(({ slug }) => link(setIri(base, slug)))],
    ...value,
  ])
}

const standardOf = ({ standard }: Api): Said =>
  standard && thing(standard.iri, 'dct:Standard', [['dct:title', french(standard.title)]])
