import { FILE_FORMATS, type FileFormat, MEDIA } from '../files/formats.ts'
import type { Examples } from './examples.ts'
import { get, inPath, inQuery, type Json, object, text } from './operation.ts'

const NAMES: Readonly<Record<FileFormat, string>> = {
  csv: 'CSV : UTF-8, virgule, RFC 4180, octet pour octet',
  json: 'JSON : un tableau d’objets, typés selon le modèle',
  geojson: 'GeoJSON (RFC 7946), quand les lignes disent où elles sont',
  xlsx: 'Classeur Excel : les codes gardent leurs zéros, aucune formule',
  ods: 'Classeur OpenDocument',
  parquet: 'Parquet, typé selon le modèle',
}

const schemaOf = (format: FileFormat): Json =>
  format === 'json'
    ? { type: 'array', items: object }
    : format === 'geojson'
      ? object
      : format === 'csv'
        ? text
        : { type: 'string', contentMediaType: MEDIA[format] }

const plain = (type: string): string => type.split(';')[0]!
const REFUSALS = [304, 308, 404, 410] as const

/** Files and descriptions of a set, at the address of the set and at that of each version. */
export function setPaths({ slug, mapped, hash }: Examples): Readonly<Record<string, Json>> {
  const paths: Record<string, Json> = {}
  const version = [inPath('slug', 'Adresse du jeu de données', slug), inPath('hash', 'Empreinte de la version', hash)]
  for (const format of FILE_FORMATS) {
    const example = format === 'geojson' ? mapped : { slug, hash }
    const operation = {
      tag: 'Fichiers' as const,
      gives: { [plain(MEDIA[format])]: schemaOf(format) },
      refusals: [...REFUSALS, 416] as const,
    }
    const parameters = [inPath('slug', 'Adresse du jeu de données', example.slug)]
    paths[`/jeux/{slug}.${format}`] = get({ ...operation, id: `latest_${format}`, summary: NAMES[format], parameters })
    paths[`/jeux/{slug}/v/{hash}.${format}`] = get({
      ...operation,
      id: `version_${format}`,
      summary: `Une version, pour toujours. ${NAMES[format]}`,
      parameters: [...parameters, inPath('hash', 'Empreinte de la version', example.hash)],
    })
  }
  const described = { tag: 'Descriptions' as const, refusals: REFUSALS, parameters: [version[0]!] }
  paths['/jeux/{slug}/datapackage.json'] = get({
    ...described,
    id: 'data_package',
    summary: 'Data Package v2 (Frictionless)',
    gives: { 'application/json': object },
  })
  paths['/jeux/{slug}/schema.json'] = get({
    ...described,
    id: 'table_schema',
    summary: 'Table Schema v2 (Frictionless)',
    gives: { 'application/json': object },
  })
  const csvw = { ...described, gives: { 'application/csvm+json': object } }
  paths['/jeux/{slug}.csv-metadata.json'] = get({ ...csvw, id: 'csvw', summary: 'CSV on the Web' })
  paths['/jeux/{slug}/v/{hash}.csv-metadata.json'] = get({
    ...csvw,
    id: 'version_csvw',
    summary: 'CSV on the Web, d’une version',
    parameters: version,
  })
  return paths
}

const RDF = {
  ttl: 'text/turtle',
  rdf: 'application/rdf+xml',
  jsonld: 'application/ld+json',
  nt: 'application/n-triples',
} as const
/** Other names of the same, for the catalog alone: what harvesters also type. */
const ALSO = { xml: RDF.rdf, json: RDF.jsonld } as const

/** The catalog as DCAT-AP 3. */
export function catalogPaths({ slug }: Examples): Readonly<Record<string, Json>> {
  const parameters = [
    inQuery('page', 'Numéro de la page', { type: 'integer', minimum: 1, default: 1 }),
    inQuery('commune', 'Une seule commune : son code INSEE'),
  ]
  const paths: Record<string, Json> = {
    '/catalog': get({
      ...{
        id: 'catalog',
        tag: 'Catalogue',
        summary: 'Catalogue DCAT-AP 3, dans l’écriture que vous demandez (Accept)',
      },
      gives: Object.fromEntries(Object.values(RDF).map(type => [type, text])),
      refusals: [304, 404],
      parameters,
    }),
  }
  const operation = { tag: 'Catalogue' as const, refusals: [304, 404] as const }
  for (const [extension, type] of Object.entries({ ...RDF, ...ALSO }))
    paths[`/catalog.${extension}`] = get({
      ...{ ...operation, id: `catalog_${extension}`, summary: `Catalogue DCAT-AP 3 (${type})` },
      ...{ parameters, gives: { [type]: text } },
    })
  for (const [extension, type] of Object.entries(RDF))
    paths[`/jeux/{slug}.${extension}`] = get({
      ...{ ...operation, id: `set_${extension}`, summary: `Un jeu de données en DCAT-AP 3 (${type})` },
      ...{ parameters: [inPath('slug', 'Adresse du jeu de données', slug)], gives: { [type]: text } },
    })
  return paths
}
