import { ofTown } from '../../core/places/communes/of-town.ts'
import type { Catalog } from '../published.ts'
import { ckanPaths } from './ckan.ts'
import { examplesOf } from './examples.ts'
import { explorePaths } from './explore.ts'
import { type Json, object, TAGS } from './operation.ts'
import { apiPaths, feedPaths, ogcPathsHere, ogcSchemas } from './others.ts'
import { catalogPaths, setPaths } from './sets.ts'

/** Every public address, as OpenAPI 3.1. Its examples are sets that are there: each answers. */
export function openApi(base: string, catalog: Catalog): Json {
  const examples = examplesOf(base, catalog)
  const [town, ...others] = catalog.towns
  const whose = town && others.length === 0 ? ofTown(town.name) : 'des communes'
  return {
    openapi: '3.1.0',
    info: {
      title: `Données ouvertes ${whose}`,
      version: '1.0.0',
      summary: 'Des fichiers, des lignes et des catalogues, sans inscription et depuis n’importe quel site.',
      description:
        'Les adresses ne changent pas : celle d’un jeu de données donne toujours sa dernière version, celle d’une version donne toujours les mêmes octets. Une adresse ancienne mène à la nouvelle (308) ; un jeu retiré dit pourquoi (410). Au-delà de 600 demandes à la minute, attendez (429).',
      license: { name: 'Licence de chaque jeu de données', url: `${base}/catalog.ttl` },
    },
    servers: [{ url: base }],
    security: [],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths: {
      ...setPaths(examples),
      ...ogcPathsHere(examples),
      ...ckanPaths(examples),
      ...explorePaths(examples),
      ...catalogPaths(examples),
      ...feedPaths(examples),
      ...apiPaths,
    },
    components: {
      schemas: ogcSchemas(),
      responses: {
        TooMany: {
          description: 'Trop de demandes en peu de temps : attendez une minute',
          headers: { 'Retry-After': { description: 'Secondes à attendre', schema: { type: 'integer' } } },
          content: { 'application/json': { schema: object } },
        },
      },
    },
  }
}
