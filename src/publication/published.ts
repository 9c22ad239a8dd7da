import type { Box, Fiche } from '../core/fiche/fiche.ts'
import type { FieldType, Model } from '../core/models/model.ts'

/** A set as the public sees it: its latest version, frozen. What the portal, the catalogs, the APIs and the copies elsewhere read. */
export interface PublishedSet {
  readonly insee: string
  /** Id of the set in the town. */
  readonly id: string
  /** Its address, its own in the whole instance. */
  readonly slug: string
  readonly town: PublishedTown
  readonly fiche: Fiche
  /** Of the catalogue of themes. */
  readonly theme?: { readonly number: number; readonly title: string; readonly slug: string }
  readonly version: PublishedVersion
  /** ISO instants: first opened, latest version. */
  readonly issuedAt: string
  readonly modifiedAt: string
  /** All its versions, latest first. */
  readonly versions: readonly VersionLine[]
}

export interface PublishedTown {
  readonly insee: string
  readonly name: string
  readonly siret?: string
  readonly example: boolean
}

export interface VersionLine {
  readonly hash: string
  readonly createdAt: string
  readonly rows: number
}

/** What the manifest of a version holds, and where its bytes are. */
export interface PublishedVersion extends VersionLine {
  readonly csvSha256: string
  readonly parquetSha256: string
  readonly columns: readonly PublishedColumn[]
  readonly place?: Place
  readonly box?: Box
  readonly model: Pick<Model, 'id' | 'title' | 'version' | 'kind'>
  readonly schema: Readonly<Record<string, unknown>>
  readonly conformity: number
  readonly errors: number
}

export interface PublishedColumn {
  readonly name: string
  readonly title: string
  readonly description: string
  /** Of the model; `string` for a column that the model does not know. */
  readonly type: FieldType
  readonly format: string
}

/** The columns that place a row on a map, in WGS84 degrees. */
export type Place =
  | { readonly latitude: string; readonly longitude: string }
  /** One cell, both numbers, in this order. */
  | { readonly pair: string; readonly order: 'lonlat' | 'latlon' }

/** A set that was opened and is not any more: the public reads why. */
export interface Tombstone {
  readonly insee: string
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly town: PublishedTown
  readonly withdrawnAt: string
  readonly why: string
}

/** Everything that the public may see, read by one door (src/publication/catalog.ts). Latest changed first. */
export interface Catalog {
  readonly sets: readonly PublishedSet[]
  readonly tombstones: readonly Tombstone[]
  readonly towns: readonly PublishedTown[]
  /** Old slug to the slug of today. */
  readonly redirects: ReadonlyMap<string, string>
  bySlug(slug: string): PublishedSet | undefined
  /** ISO instant of the latest change; a strong ETag of the whole. */
  readonly modifiedAt: string
  readonly etag: string
}
