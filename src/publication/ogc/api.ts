import type { Catalog } from '../published.ts'
import { CRS84, GEOJSON_TYPE, JSON_TYPE } from './links.ts'
import { MOST_ITEMS } from './parameters.ts'

type Json = Readonly<Record<string, unknown>>

/** What this API is, as OpenAPI 3.0: what OGC API – Features asks for. The whole application has another, at /api/openapi.json. */
export function ogcApi(root: string, { towns, sets }: Catalog): Json {
  return {
    openapi: '3.0.3',
    info: {
      title: 'OGC API – Features',
      description: `Les données ouvertes de ${towns.map(({ name }) => name).join(', ')}, ligne par ligne.`,
      version: '1.0.0',
      license: { name: 'Licence de chaque jeu de données', url: `${root}/collections` },
    },
    servers: [{ url: root }],
    security: [],
    tags: [{ name: 'Features', description: 'OGC API – Features, partie 1' }],
    paths: ogcPaths(sets[0]?.slug ?? 'exemple'),
    components: { schemas: SCHEMAS },
  }
}

/** The paths under the root of the API; the document of the whole application has them too, under /ogc. */
export function ogcPaths(example: string): Readonly<Record<string, Json>> {
  const id = {
    name: 'collectionId',
    in: 'path',
    required: true,
    description: 'Adresse du jeu de données',
    schema: { type: 'string' },
    example,
  }
  const fid = {
    name: 'featureId',
    in: 'path',
    required: true,
    description: 'Numéro de la ligne',
    schema: { type: 'integer', minimum: 1 },
    example: 1,
  }
  return {
    '/': read('getLandingPage', 'Le premier document de l’API', 'landingPage', [F]),
    '/conformance': read('getConformance', 'Les règles de la norme qui sont suivies', 'confClasses', [F]),
    '/api': read('getApi', 'Cette description', undefined, [F], 'application/vnd.oai.openapi+json;version=3.0'),
    '/collections': read('getCollections', 'Les jeux de données', 'collections', [F]),
    '/collections/{collectionId}': read(
      'getCollection',
      'Un jeu de données',
      'collection',
      [id, F],
      JSON_TYPE,
      [400, 404, 410],
    ),
    '/collections/{collectionId}/items': read(
      'getItems',
      'Les lignes d’un jeu de données',
      'featureCollectionGeoJSON',
      [id, LIMIT, OFFSET, BBOX, DATETIME, COLUMNS, F],
      GEOJSON_TYPE,
      [400, 404, 410],
    ),
    '/collections/{collectionId}/items/{featureId}': read(
      'getItem',
      'Une ligne',
      'featureGeoJSON',
      [id, fid, F],
      GEOJSON_TYPE,
      [400, 404, 410],
    ),
  }
}

const F = {
  name: 'f',
  in: 'query',
  description: 'Écriture de la réponse',
  schema: { type: 'string', enum: ['json', 'html'] },
}
const LIMIT = {
  ...{ name: 'limit', in: 'query', description: 'Nombre de lignes', style: 'form', explode: false },
  schema: { type: 'integer', minimum: 1, maximum: MOST_ITEMS, default: 10 },
}
const OFFSET = {
  ...{ name: 'offset', in: 'query', description: 'Nombre de lignes à passer', style: 'form', explode: false },
  schema: { type: 'integer', minimum: 0, default: 0 },
}
const BBOX = {
  ...{
    name: 'bbox',
    in: 'query',
    description: `Ouest, sud, est, nord, en degrés (${CRS84})`,
    style: 'form',
    explode: false,
  },
  schema: {
    type: 'array',
    oneOf: [
      { minItems: 4, maxItems: 4 },
      { minItems: 6, maxItems: 6 },
    ],
    items: { type: 'number' },
  },
}
const DATETIME = {
  ...{ name: 'datetime', in: 'query', description: 'Un jour, un instant, ou un intervalle aux bouts ouverts (« .. »)' },
  ...{ style: 'form', explode: false, schema: { type: 'string' } },
}
const COLUMNS = {
  ...{ name: 'colonnes', in: 'query', description: 'Le nom d’une colonne et la valeur cherchée : `?nom=Mairie`' },
  ...{ style: 'form', explode: true, schema: { type: 'object', additionalProperties: { type: 'string' } } },
}

const REASONS: Readonly<Record<number, string>> = {
  400: 'Un paramètre ne peut pas être compris',
  404: 'Rien n’a cette adresse',
  410: 'Ce jeu de données a été retiré',
  500: 'Carnet s’est trompé',
}

function read(
  operationId: string,
  summary: string,
  schema: string | undefined,
  parameters: readonly Json[],
  type = JSON_TYPE,
  refusals: readonly number[] = [400],
): Json {
  const body = schema === undefined ? { type: 'object' } : { $ref: `#/components/schemas/${schema}` }
  const error = (status: number) => ({
    description: REASONS[status],
    content: { [JSON_TYPE]: { schema: { $ref: '#/components/schemas/exception' } } },
  })
  return {
    get: {
      ...{ tags: ['Features'], operationId, summary, parameters },
      responses: {
        200: {
          description: summary,
          content: { [type]: { schema: body }, 'text/html': { schema: { type: 'string' } } },
        },
        ...Object.fromEntries([...refusals, 500].map(status => [status, error(status)])),
      },
    },
  }
}

const text = { type: 'string' }
const object = (required: readonly string[], properties: Json): Json => ({ type: 'object', required, properties })
const listOf = (name: string): Json => ({ type: 'array', items: { $ref: `#/components/schemas/${name}` } })

export const SCHEMAS: Readonly<Record<string, Json>> = {
  exception: object(['code'], { code: text, description: text }),
  link: object(['href', 'rel'], { href: text, rel: text, type: text, hreflang: text, title: text }),
  landingPage: object(['links'], { title: text, description: text, links: listOf('link') }),
  confClasses: object(['conformsTo'], { conformsTo: { type: 'array', items: text } }),
  collections: object(['links', 'collections'], { links: listOf('link'), collections: listOf('collection') }),
  collection: object(['id', 'links'], {
    ...{ id: text, title: text, description: text, itemType: text, links: listOf('link') },
    crs: { type: 'array', items: text },
    extent: { type: 'object', properties: { spatial: { type: 'object' }, temporal: { type: 'object' } } },
  }),
  featureCollectionGeoJSON: object(['type', 'features'], {
    type: { type: 'string', enum: ['FeatureCollection'] },
    features: listOf('featureGeoJSON'),
    links: listOf('link'),
    timeStamp: { type: 'string', format: 'date-time' },
    numberMatched: { type: 'integer', minimum: 0 },
    numberReturned: { type: 'integer', minimum: 0 },
  }),
  featureGeoJSON: object(['type', 'geometry', 'properties'], {
    type: { type: 'string', enum: ['Feature'] },
    id: { type: 'integer' },
    geometry: {
      type: 'object',
      nullable: true,
      properties: { type: text, coordinates: { type: 'array', items: { type: 'number' } } },
    },
    properties: { type: 'object', additionalProperties: true },
    links: listOf('link'),
  }),
}
