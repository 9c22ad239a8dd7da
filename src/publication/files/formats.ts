import type { PublishedVersion } from '../published.ts'

export const FILE_FORMATS = ['csv', 'json', 'geojson', 'xlsx', 'ods', 'parquet'] as const
export type FileFormat = (typeof FILE_FORMATS)[number]

export const MEDIA: Readonly<Record<FileFormat, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
  geojson: 'application/geo+json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  parquet: 'application/vnd.apache.parquet',
}

/** Texts, that a browser takes compressed. */
export const isText = (format: FileFormat): boolean => ['csv', 'json', 'geojson'].includes(format)

/** A map needs one row at least that has a point. */
export const isMapped = ({ place, box }: Pick<PublishedVersion, 'place' | 'box'>): boolean =>
  place !== undefined && box !== undefined

/** « defibrillateurs-2026-11-25.csv »: the day, in France, on which the version was made. */
export const fileName = (slug: string, createdAt: string, format: FileFormat): string =>
  `${slug}-${new Date(createdAt).toLocaleDateString('sv', { timeZone: 'Europe/Paris' })}.${format}`
