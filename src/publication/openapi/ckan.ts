import type { Examples } from './examples.ts'
import { inPath, inQuery, type Json, type Operation, object, toOpenApi } from './operation.ts'

/** CKAN's Action API (v3): one address, an action by its name; by GET or by POST. */
export const ckanPaths = ({ slug }: Examples): Readonly<Record<string, Json>> => ({
  '/api/3/action/{name}': both('ckan', slug),
  // What `ckanapi` asks.
  '/api/action/{name}': both('ckan_without_version', slug),
})

function both(id: string, slug: string): Json {
  const operation: Operation = {
    id,
    tag: 'Lignes',
    summary: 'Une action de CKAN : package_list, package_search, package_show, datastore_search, …',
    description:
      'help_show?name=… dit ce que fait chaque action. Les paramètres sont dans l’adresse ou, par POST, dans un objet JSON. Ce qui est refusé a la forme de CKAN : success vaut false, error dit pourquoi.',
    parameters: [
      inPath('name', 'Nom de l’action', 'package_show'),
      inQuery('id', 'De package_show : le jeu de données', undefined, { example: slug }),
      inQuery('resource_id', 'De datastore_search : le jeu de données'),
      inQuery('q', 'De package_search et de datastore_search : des mots'),
      inQuery('limit', 'Nombre de lignes', { type: 'integer', minimum: 0 }),
      inQuery('offset', 'Nombre de lignes à passer', { type: 'integer', minimum: 0 }),
    ],
    gives: { 'application/json': object },
    refusals: [400, 404],
  }
  const body = { content: { 'application/json': { schema: object } } }
  return { get: toOpenApi(operation), post: { ...toOpenApi({ ...operation, id: `${id}_post` }), requestBody: body } }
}
