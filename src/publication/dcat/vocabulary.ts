import { DataFactory, type NamedNode } from 'n3'

/** Namespaces of the catalog. Whoever reads Turtle or RDF/XML meets these prefixes. */
export const PREFIXES = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  dcatap: 'http://data.europa.eu/r5r/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  adms: 'http://www.w3.org/ns/adms#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  spdx: 'http://spdx.org/rdf/terms#',
  eli: 'http://data.europa.eu/eli/ontology#',
  gsp: 'http://www.opengis.net/ont/geosparql#',
  hydra: 'http://www.w3.org/ns/hydra/core#',
} as const
type Prefix = keyof typeof PREFIXES

/** `iri('dct:title')`: a term of one of the vocabularies above. */
export const term = (name: `${Prefix}:${string}`): NamedNode => {
  const at = name.indexOf(':')
  return DataFactory.namedNode(PREFIXES[name.slice(0, at) as Prefix] + name.slice(at + 1))
}

/** Authority tables of the Publications Office of the European Union, those that DCAT-AP names. */
const AUTHORITY = 'http://publications.europa.eu/resource/authority/'
export const authority = (table: string, code: string): string => `${AUTHORITY}${table}/${code}`

export const IANA = 'https://www.iana.org/assignments/media-types/'
