import type { Examples } from './examples.ts'
import { get, inPath, inQuery, type Json, object, text } from './operation.ts'

const ROOT = '/api/explore/v2.1'
const whole = (lowest: number): Json => ({ type: 'integer', minimum: lowest })
const yes: Json = { type: 'boolean' }

const select = inQuery('select', 'Champs et calculs à donner', text)
const where = inQuery('where', 'Condition en ODSQL')
const orderBy = inQuery('order_by', 'Ordre des lignes : champ, puis asc ou desc')
const groupBy = inQuery('group_by', 'Champs selon lesquels grouper')
const refine = inQuery('refine', 'Garder une valeur : champ:valeur')
const exclude = inQuery('exclude', 'Écarter une valeur : champ:valeur')
const facet = inQuery('facet', 'Champ dont compter les valeurs')
const zone = inQuery('timezone', 'Fuseau des dates', text)
const lang = inQuery('lang', 'Langue des noms de jours et de mois', text)
const page = [
  inQuery('limit', 'Nombre de lignes, 100 au plus ; -1 : autant que permis', whole(-1), { example: 1 }),
  inQuery('offset', 'Nombre de lignes à passer', whole(0)),
]
const links = inQuery('include_links', 'Ajouter les adresses', yes)
const asked = [select, where, groupBy, orderBy, refine, exclude, zone, lang]
const written = [
  inQuery('limit', 'Nombre de lignes ; absent : toutes', whole(-1)),
  inQuery('use_labels', 'Titres des colonnes au lieu de leurs noms', yes),
  inQuery('delimiter', 'Du CSV : ce qui sépare les colonnes', text),
  inQuery('with_bom', 'Du CSV : la marque d’ordre des octets', yes),
  inQuery('quote_all', 'Du CSV : guillemets partout', yes),
  inQuery('list_separator', 'Du CSV : ce qui sépare les valeurs d’une liste', text),
]

/** Opendatasoft's Explore API v2.1, for who already has a program that reads it. */
export function explorePaths({ slug }: Examples): Readonly<Record<string, Json>> {
  const set = inPath('dataset_id', 'Adresse du jeu de données', slug)
  const format = inPath('format', 'Écriture du fichier', 'json')
  const json = { 'application/json': object }
  const told = (id: string, summary: string, parameters: readonly Json[] = [], gives: Json = json): Json =>
    get({
      ...{ id: `explore_${id}`, tag: 'Lignes', summary, parameters },
      gives: gives as Readonly<Record<string, Json>>,
      refusals: parameters.length === 0 ? [] : [400, 404, 410],
    })
  const of = `${ROOT}/catalog/datasets/{dataset_id}`
  return {
    [ROOT]: told('root', 'Explore v2.1 : l’entrée'),
    [`${ROOT}/catalog`]: told('catalog', 'Ce que l’on peut demander au catalogue'),
    [`${ROOT}/catalog/datasets`]: told('datasets', 'Les jeux de données, cherchés et triés', [
      ...asked,
      ...page,
      links,
    ]),
    [`${ROOT}/catalog/facets`]: told('catalog_facets', 'Thèmes, mots-clés et licences, comptés', [
      facet,
      where,
      refine,
    ]),
    [`${ROOT}/catalog/exports`]: told('catalog_exports', 'Les écritures du catalogue'),
    [`${ROOT}/catalog/exports/{format}`]: told(
      'catalog_export',
      'Le catalogue entier : csv, dcat, json, jsonl, jsonld, rdf, ttl',
      [format, ...asked, ...written],
      files('text/csv', 'application/x-ndjson', 'application/ld+json', 'application/rdf+xml', 'text/turtle'),
    ),
    [of]: told('dataset', 'Un jeu de données et ses champs', [set, links]),
    [`${of}/records`]: told('records', 'Les lignes : chercher, filtrer, grouper, trier', [
      set,
      ...asked,
      ...page,
      links,
    ]),
    [`${of}/records/{record_id}`]: told('record', 'Une ligne', [
      set,
      inPath('record_id', 'Rang de la ligne', 1),
      select,
    ]),
    [`${of}/facets`]: told('facets', 'Les valeurs des champs, comptées', [
      set,
      facet,
      where,
      refine,
      exclude,
      zone,
      lang,
    ]),
    [`${of}/attachments`]: told('attachments', 'Les fichiers joints', [set]),
    [`${of}/exports`]: told('exports', 'Les écritures d’un jeu de données', [set]),
    [`${of}/exports/{format}`]: told(
      'export',
      'Toutes les lignes demandées : csv, geojson, json, jsonl, ods, parquet, xlsx',
      [set, format, ...asked, ...written],
      files('text/csv', 'application/x-ndjson', 'application/geo+json'),
    ),
  }
}

const files = (...types: readonly string[]): Json => ({
  'application/json': { type: 'array', items: object },
  ...Object.fromEntries(types.map(type => [type, text])),
})
