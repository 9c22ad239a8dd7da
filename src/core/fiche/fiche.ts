/** The fiche descriptive: the paper form of the towns, in its order. */
export const FICHE_FIELDS = [
  'title',
  'description',
  'producer',
  'purpose',
  'collection',
  'frequency',
  'processing',
  'uses',
  'licence',
  'considerations',
  'contact',
  'keywords',
  'temporal',
  'spatial',
  'granularity',
] as const
export type FicheField = (typeof FICHE_FIELDS)[number]

/** EU authority table `frequency`, the part that towns use. */
export const FREQUENCIES = [
  'daily',
  'weekly',
  'monthly',
  'quarterly',
  'semiannual',
  'annual',
  'irregular',
  'never',
] as const
export type Frequency = (typeof FREQUENCIES)[number]

/** Licences that a French administration may use (CRPA D323-2-1). */
export const LICENCES = ['lov2', 'odc-odbl'] as const
export type Licence = (typeof LICENCES)[number]

/** A fiche as it was published: frozen with its version. Texts are plain, never HTML. */
export interface Fiche {
  readonly title: string
  readonly description: string
  readonly producer: string
  readonly purpose: string
  readonly collection: string
  readonly frequency: Frequency
  readonly processing: string
  readonly uses: string
  readonly licence: Licence
  readonly considerations: string
  /** A role and its mail or page, never a person: « Service animation, mairie@exemple.fr ». */
  readonly contact: { readonly name: string; readonly mail?: string; readonly url?: string }
  readonly keywords: readonly string[]
  /** ISO dates of the first and last day that the data speaks of. */
  readonly temporal?: { readonly from: string; readonly to: string }
  readonly spatial: { readonly insee: string; readonly name: string; readonly box?: Box }
  /** What one row is: « un défibrillateur ». */
  readonly granularity: string
}

/** West, south, east, north, in WGS84 degrees. */
export type Box = readonly [number, number, number, number]
