import { type FileFormat, isMapped, MEDIA } from '../files/formats.ts'
import type { PublishedSet } from '../published.ts'

/** How the EU (authority table `file-type`), IANA and people name a format. */
export interface NamedFormat {
  readonly extension: FileFormat
  readonly title: string
  readonly fileType: string
  readonly mediaType: string
}

/** CSV first: machines take the first one. */
const TITLES: readonly (readonly [FileFormat, string])[] = [
  ['csv', 'CSV'],
  ['xlsx', 'Excel (XLSX)'],
  ['geojson', 'GeoJSON'],
  ['ods', 'OpenDocument (ODS)'],
  ['json', 'JSON'],
  ['parquet', 'Parquet'],
]

/** The files of a set: GeoJSON where rows have a place. */
export const formatsOf = ({ version }: Pick<PublishedSet, 'version'>): NamedFormat[] =>
  TITLES.filter(([extension]) => extension !== 'geojson' || isMapped(version)).map(([extension, title]) => ({
    extension,
    title,
    fileType: extension.toUpperCase(),
    mediaType: MEDIA[extension].split(';')[0]!,
  }))

/** Each file has one address for ever. */
export const fileUrl = (base: string, slug: string, extension: FileFormat): string =>
  `${base}/jeux/${slug}.${extension}`
