import type { FileFormat } from '../publication/files/formats.ts'
import { isMapped, MEDIA } from '../publication/files/formats.ts'
import type { Catalog, PublishedSet } from '../publication/published.ts'
import { filePath, type Site, setPath } from './site.ts'
import { LICENCE_WORDS } from './words.ts'

/** schema.org Dataset, as the guidelines of Google Dataset Search ask for it. */
export function datasetLd(site: Pick<Site, 'base'>, set: PublishedSet) {
  const { fiche, slug, version } = set
  const { box } = version
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    '@id': site.base + setPath(slug),
    url: site.base + setPath(slug),
    name: fiche.title,
    description: descriptionOf(fiche.description),
    inLanguage: 'fr',
    license: LICENCE_WORDS[fiche.licence].url,
    isAccessibleForFree: true,
    creator: { '@type': 'GovernmentOrganization', name: fiche.producer },
    keywords: fiche.keywords,
    datePublished: set.issuedAt,
    dateModified: set.modifiedAt,
    version: version.hash.slice(0, 12),
    ...(fiche.temporal && { temporalCoverage: `${fiche.temporal.from}/${fiche.temporal.to}` }),
    spatialCoverage: {
      '@type': 'Place',
      name: fiche.spatial.name,
      ...(box && { geo: { '@type': 'GeoShape', box: `${box[1]} ${box[0]} ${box[3]} ${box[2]}` } }),
    },
    variableMeasured: version.columns.map(({ name, title }) => title || name),
    distribution: formatsOf(set).map(format => ({
      '@type': 'DataDownload',
      encodingFormat: MEDIA[format].split(';')[0],
      contentUrl: site.base + filePath(slug, format),
    })),
    includedInDataCatalog: { '@type': 'DataCatalog', url: `${site.base}/` },
  }
}

/** What the guidelines take at most. */
const descriptionOf = (text: string): string => text.slice(0, 5000)

export function catalogLd(site: Pick<Site, 'base'>, { sets }: Pick<Catalog, 'sets'>, name: string, path: string) {
  return {
    '@context': 'https://schema.org',
    '@type': 'DataCatalog',
    '@id': site.base + path,
    url: site.base + path,
    name,
    inLanguage: 'fr',
    dataset: sets.map(({ slug, fiche }) => ({
      '@type': 'Dataset',
      '@id': site.base + setPath(slug),
      name: fiche.title,
      description: descriptionOf(fiche.description),
      url: site.base + setPath(slug),
      license: LICENCE_WORDS[fiche.licence].url,
    })),
  }
}

/** The files of a set, in the order in which they are offered: a person opens it in Excel, a program reads the CSV. */
export const formatsOf = ({ version }: Pick<PublishedSet, 'version'>): FileFormat[] =>
  isMapped(version) ? ['xlsx', 'csv', 'geojson', 'json', 'ods', 'parquet'] : ['xlsx', 'csv', 'json', 'ods', 'parquet']
