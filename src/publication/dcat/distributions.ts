import type { PublishedSet } from '../published.ts'
import { fileType, licence, mediaType } from './codes.ts'
import type { FileFacts, KnownFile } from './file-facts.ts'
import { fileUrl, formatsOf, type NamedFormat } from './formats.ts'
import { address, type Described, french, plain, type Said, thing, typed } from './graph.ts'
import { legislation } from './high-value.ts'
import { nationalSchema } from './models.ts'
import { identifierOf } from './names.ts'
import { serviceLink } from './services.ts'

/** One a file, then one that says that the same rows answer questions, where something answers. */
export const distributions = (base: string, set: PublishedSet, files: FileFacts, isAsked: boolean): Described[] => [
  ...formatsOf(set).map(format => fileOf(base, set, format, files(set, format.extension))),
  ...(isAsked ? [api(base, set)] : []),
]

function fileOf(base: string, set: PublishedSet, format: NamedFormat, known: KnownFile | undefined): Described {
  const where = address(fileUrl(base, set.slug, format.extension))
  return thing(`${base}/jeux/${set.slug}#${format.extension}`, 'dcat:Distribution', [
    ['dct:identifier', plain(`${identifierOf(set)}-${format.extension}`)],
    ['dct:title', french(`${set.fiche.title} (${format.title})`)],
    ['dcat:accessURL', where],
    ['dcat:downloadURL', where],
    ['dct:format', fileType(format.fileType)],
    ['dcat:mediaType', mediaType(format.mediaType)],
    ['dcat:byteSize', known && typed(String(known.size), 'xsd:nonNegativeInteger')],
    ['spdx:checksum', known && checksum(known.sha256)],
    ...said(base, set),
  ])
}

/** Also in each set: harvesters that do not read services still give the address to people. */
const api = (base: string, set: PublishedSet): Described =>
  thing(`${base}/jeux/${set.slug}#api`, 'dcat:Distribution', [
    ['dct:identifier', plain(`${identifierOf(set)}-api`)],
    ['dct:title', french(`${set.fiche.title} (API)`)],
    ['dcat:accessURL', address(`${base}/api/explore/v2.1/catalog/datasets/${set.slug}/records`)],
    ['dcat:accessService', serviceLink(base, 'explore')],
    ['dct:format', fileType('JSON')],
    ['dcat:mediaType', mediaType('application/json')],
    ...said(base, set),
  ])

/** What all the distributions of a set say. Of `conformsTo`, data.gouv.fr reads one: the national schema, if there is one. */
const said = (base: string, { slug, fiche, version, issuedAt, modifiedAt }: PublishedSet) =>
  [
    ['dct:issued', typed(issuedAt, 'xsd:dateTime')],
    ['dct:modified', typed(modifiedAt, 'xsd:dateTime')],
    ['dct:license', licence(fiche.licence)],
    ['dct:conformsTo', standard(nationalSchema(version.model) ?? `${base}/jeux/${slug}/schema.json`, version.model)],
    ...legislation(version.model.id),
  ] as const

/** A national schema is one thing for everybody: each town says of it the same words. */
const standard = (iri: string, { title }: PublishedSet['version']['model']): Said =>
  thing(iri, 'dct:Standard', [['dct:title', french(title)]])

const checksum = (sha256: string): Described =>
  thing(undefined, 'spdx:Checksum', [
    ['spdx:algorithm', thing('http://spdx.org/rdf/terms#checksumAlgorithm_sha256', 'spdx:ChecksumAlgorithm')],
    ['spdx:checksumValue', typed(sha256, 'xsd:hexBinary')],
  ])
