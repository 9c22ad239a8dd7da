import { ogcPaths, SCHEMAS } from '../ogc/api.ts'
import type { Examples } from './examples.ts'
import { get, inQuery, type Json, object, text } from './operation.ts'

/** What follows the changes, and shows a set elsewhere. */
export const feedPaths = ({ page }: Examples): Readonly<Record<string, Json>> => ({
  '/feed.atom': get({
    ...{
      id: 'feed',
      tag: 'Suivi',
      summary: 'Ce qui vient d’être ouvert, changé ou retiré (Atom)',
      refusals: [304, 404],
    },
    parameters: [inQuery('commune', 'Une seule commune : son code INSEE')],
    gives: { 'application/atom+xml': text },
  }),
  '/sitemap.xml': get({
    id: 'sitemap',
    tag: 'Suivi',
    summary: 'Les pages du portail, pour les moteurs de recherche',
    gives: { 'application/xml': text },
    refusals: [304],
  }),
  '/robots.txt': get({
    id: 'robots',
    tag: 'Suivi',
    summary: 'Ce que les robots peuvent lire',
    gives: { 'text/plain': text },
  }),
  '/oembed': get({
    ...{ id: 'oembed', tag: 'Suivi', summary: 'Comment montrer un jeu de données dans une autre page (oEmbed 1.0)' },
    parameters: [
      inQuery(
        'url',
        'Adresse d’un jeu de données',
        { type: 'string', format: 'uri' },
        { required: true, example: page },
      ),
      inQuery('format', 'Écriture de la réponse', { type: 'string', enum: ['json', 'xml'], default: 'json' }),
      inQuery('maxwidth', 'Largeur la plus grande, en points', { type: 'integer', minimum: 1 }),
      inQuery('maxheight', 'Hauteur la plus grande, en points', { type: 'integer', minimum: 1 }),
    ],
    gives: { 'application/json': object, 'text/xml': text },
    refusals: [400, 404, 410, 501],
  }),
})

/** This document, and the page that tells it to a person. */
export const apiPaths: Readonly<Record<string, Json>> = {
  '/api': get({
    id: 'api_page',
    tag: 'Pages',
    summary: 'Comment lire les données de ce portail avec un programme',
    gives: { 'text/html': text },
  }),
  '/api/openapi.json': get({
    id: 'openapi',
    tag: 'Descriptions',
    summary: 'Ce document',
    gives: { 'application/json': object },
  }),
}

/** OGC API – Features has its own document, at /ogc/api; its addresses are told here too. */
export function ogcPathsHere({ mapped }: Examples): Readonly<Record<string, Json>> {
  const paths = Object.entries(ogcPaths(mapped.slug)).map(([path, { get }]) => {
    const { tags: _, operationId, ...operation } = to31(get) as Json
    return [
      `/ogc${path === '/' ? '' : path}`,
      { get: { operationId: `ogc_${String(operationId)}`, tags: ['Lignes'], ...operation } },
    ]
  })
  return Object.fromEntries(paths)
}
export const ogcSchemas = (): Json => to31(SCHEMAS) as Json

/** 3.0 has a word for what may be null; 3.1 has types. */
function to31(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(to31)
  if (typeof value !== 'object' || value === null) return value
  const { nullable, ...rest } = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, to31(one)])) as Json
  return nullable === true ? { ...rest, type: [rest.type, 'null'] } : rest
}
