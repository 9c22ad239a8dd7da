import { ofTown } from '../../core/places/communes/of-town.ts'
import { packageId } from '../ckan/names.ts'
import { LICENCES } from '../ckan/package.ts'
import type { PublishedSet } from '../published.ts'
import { fieldsOf, geoFieldOf } from './fields.ts'
import { datasetUrl } from './records.ts'

/** A set as Explore tells it: `GET /catalog/datasets/{id}`. */
export function datasetOf(base: string, set: PublishedSet) {
  return {
    dataset_id: set.slug,
    dataset_uid: uidOf(set),
    attachments: attachmentsOf(base, set).map(({ metas: { 'mime-type': mimetype, ...rest } }) => ({
      mimetype,
      ...rest,
    })),
    has_records: true,
    data_visible: true,
    fields: fieldsOf(set.version),
    metas: { default: metasOf(base, set) },
    features: featuresOf(set),
  }
}
export type Dataset = ReturnType<typeof datasetOf>

const uidOf = (set: PublishedSet): string => `da_${packageId(set).replaceAll('-', '').slice(0, 6)}`

const featuresOf = ({ version }: PublishedSet): string[] => [
  'analyze',
  ...(geoFieldOf(version) === undefined ? [] : ['geo']),
  ...(fieldsOf(version).some(({ type }) => type === 'date' || type === 'datetime') ? ['timeserie'] : []),
]

/** The template `default` of Opendatasoft. Descriptions are HTML there: ours is a text, escaped. */
function metasOf(base: string, { fiche, town, theme, slug, modifiedAt, version }: PublishedSet) {
  return {
    title: fiche.title,
    description: paragraphs(fiche.description),
    theme: theme ? [theme.title] : null,
    keyword: fiche.keywords.length > 0 ? [...fiche.keywords] : null,
    license: LICENCES[fiche.licence].title,
    license_url: LICENCES[fiche.licence].url,
    language: 'fr',
    metadata_languages: ['fr'],
    timezone: null,
    modified: offset(modifiedAt),
    modified_updates_on_metadata_change: true,
    modified_updates_on_data_change: true,
    data_processed: offset(version.createdAt),
    metadata_processed: offset(modifiedAt),
    geographic_reference: null,
    geographic_reference_auto: false,
    territory: [fiche.spatial.name],
    publisher: `Commune ${ofTown(town.name)}`,
    references: `${base}/jeux/${slug}`,
    records_count: version.rows,
    attributions: fiche.producer === '' ? null : [fiche.producer],
    source_domain: null,
    source_domain_title: null,
    source_domain_address: null,
    source_dataset: null,
    oauth_scope: null,
    parent_domain: null,
    shared_catalog: null,
    federated: false,
  }
}

/** `2021-06-23T14:59:57+00:00`. */
const offset = (iso: string): string => iso.replace(/(?:\.\d+)?Z$/, '+00:00')

const paragraphs = (text: string): string | null =>
  text === ''
    ? null
    : text
        .split(/\n{2,}/)
        .map(one => `<p>${escaped(one).replaceAll('\n', '<br>')}</p>`)
        .join('')
const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** What explains the set to programs is attached to it. */
export function attachmentsOf(base: string, { slug }: PublishedSet) {
  const file = (id: string, title: string, path: string) => ({
    href: `${base}${path}`,
    metas: { 'mime-type': 'application/json', title, url: `${base}${path}`, id },
  })
  return [
    file('schema_json', 'schema.json', `/jeux/${slug}/schema.json`),
    file('datapackage_json', 'datapackage.json', `/jeux/${slug}/datapackage.json`),
  ]
}

/** Where to go from a set. */
export const datasetLinks = (base: string, slug: string) =>
  [
    ['self', ''],
    ['records', '/records'],
    ['exports', '/exports'],
    ['facets', '/facets'],
    ['attachments', '/attachments'],
  ].map(([rel, path]) => ({ rel, href: `${datasetUrl(base, slug)}${path}` }))
