import type { Box, Licence } from '../../core/fiche/fiche.ts'
import { ofTown } from '../../core/places/communes/of-town.ts'
import { frequency } from '../dcat/codes.ts'
import { formatsOf } from '../dcat/formats.ts'
import type { Catalog, PublishedSet, PublishedTown } from '../published.ts'
import { instant, organizationId, organizationName, packageId, uuidOf } from './names.ts'

export const LICENCES: Readonly<
  Record<Licence, { readonly id: string; readonly title: string; readonly url: string }>
> = {
  lov2: {
    id: 'etalab-2.0',
    title: 'Licence Ouverte / Open Licence version 2.0',
    url: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence',
  },
  'odc-odbl': {
    id: 'odc-odbl',
    title: 'Open Data Commons Open Database License (ODbL)',
    url: 'http://opendatacommons.org/licenses/odbl/summary/',
  },
}

export interface CkanWorld {
  readonly base: string
  readonly catalog: Catalog
}

/** A set as `package_show` gives it (ckan/logic/schema.py, `default_show_package_schema`). */
export function packageOf(world: CkanWorld, set: PublishedSet) {
  const { fiche, version } = set
  const licence = LICENCES[fiche.licence]
  const [tags, resources] = [tagsOf(set), resourcesOf(world, set)]
  return {
    id: packageId(set),
    name: set.slug,
    title: fiche.title,
    notes: fiche.description,
    author: fiche.producer,
    author_email: null,
    maintainer: fiche.contact.name,
    maintainer_email: fiche.contact.mail ?? null,
    url: `${world.base}/jeux/${set.slug}`,
    version: version.hash,
    license_id: licence.id,
    license_title: licence.title,
    license_url: licence.url,
    isopen: true,
    private: false,
    state: 'active',
    type: 'dataset',
    creator_user_id: null,
    metadata_created: instant(set.issuedAt),
    metadata_modified: instant(set.modifiedAt),
    owner_org: organizationId(set.town),
    organization: organizationOf(world, set.town),
    groups: set.theme ? [groupOf(set.theme)] : [],
    tags,
    num_tags: tags.length,
    resources,
    num_resources: resources.length,
    extras: extrasOf(set),
    relationships_as_subject: [],
    relationships_as_object: [],
  }
}
export type Package = ReturnType<typeof packageOf>

/** The rows that answer `datastore_search` are those of the CSV. */
export const resourceId = (set: PublishedSet, extension: string): string => uuidOf('file', set.insee, set.id, extension)

const resourcesOf = ({ base }: CkanWorld, set: PublishedSet) =>
  formatsOf(set).map(({ extension, title, mediaType }, position) => ({
    id: resourceId(set, extension),
    package_id: packageId(set),
    name: `${set.fiche.title} (${title})`,
    description: '',
    format: extension.toUpperCase(),
    mimetype: mediaType,
    mimetype_inner: null,
    url: `${base}/jeux/${set.slug}.${extension}`,
    url_type: null,
    resource_type: 'file',
    hash: extension === 'csv' ? set.version.csvSha256 : '',
    size: null,
    created: instant(set.issuedAt),
    last_modified: instant(set.modifiedAt),
    metadata_modified: instant(set.modifiedAt),
    datastore_active: extension === 'csv',
    cache_url: null,
    cache_last_updated: null,
    position,
    state: 'active',
  }))

export const tagOf = (name: string) => ({
  id: uuidOf('tag', name),
  name,
  display_name: name,
  state: 'active',
  vocabulary_id: null,
})
const tagsOf = ({ fiche }: PublishedSet) => [...new Set(fiche.keywords)].map(tagOf)

/** Also what data.gouv.fr's CKAN harvester asks of an organisation (udata, harvest/backends/ckan/schemas/ckan.py). */
export const organizationOf = ({ catalog }: CkanWorld, town: PublishedTown) => ({
  id: organizationId(town),
  name: organizationName(catalog.towns, town),
  title: `Commune ${ofTown(town.name)}`,
  type: 'organization',
  description: `Données ouvertes ${ofTown(town.name)}.`,
  image_url: '',
  created: instant(sinceWhen(catalog, town)),
  revision_timestamp: instant(catalog.modifiedAt),
  revision_id: organizationId(town),
  is_organization: true,
  approval_status: 'approved',
  state: 'active',
})

/** A town is there since its first set. */
const sinceWhen = ({ sets, modifiedAt }: Catalog, { insee }: PublishedTown): string =>
  sets
    .filter(set => set.insee === insee)
    .map(({ issuedAt }) => issuedAt)
    .sort()[0] ?? modifiedAt

export const groupOf = ({ slug, title }: NonNullable<PublishedSet['theme']>) => ({
  id: uuidOf('theme', slug),
  name: slug,
  title,
  display_name: title,
  description: '',
  image_display_url: '',
})

/** Keys that ckanext-dcat, ckanext-spatial and data.gouv.fr read. */
function extrasOf({ fiche, town, version: { box, model, rows } }: PublishedSet) {
  const around = fiche.spatial.box ?? box
  const said: readonly (readonly [string, string | undefined])[] = [
    ['frequency', frequency(fiche.frequency).iri],
    ['temporal_start', fiche.temporal?.from],
    ['temporal_end', fiche.temporal?.to],
    ['spatial', around && JSON.stringify(polygonOf(around))],
    ['spatial-text', fiche.spatial.name],
    ['spatial-uri', `http://id.insee.fr/geo/commune/${fiche.spatial.insee}`],
    ['publisher_identifier', town.siret],
    ['granularity', fiche.granularity],
    ['provenance', [fiche.purpose, fiche.collection, fiche.processing].filter(text => text !== '').join('\n\n')],
    ['schema', `${model.id} ${model.version}`],
    ['rows', String(rows)],
  ]
  return said.flatMap(([key, value]) => (value === undefined || value === '' ? [] : [{ key, value }]))
}

const polygonOf = ([west, south, east, north]: Box) => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
})
