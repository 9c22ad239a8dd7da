import { createHash } from 'node:crypto'
import { listThemes } from '../../preparation/models/themes.ts'
import type { Database } from '../../store/open.ts'
import type { World } from '../../store/world.ts'
import type { Catalog, PublishedSet, PublishedTown, PublishedVersion, Tombstone } from '../published.ts'
import { type Manifest, readManifest } from '../versions/manifest.ts'
import { type Rows, readRows } from './rows.ts'

type CatalogWorld = Pick<World, 'db' | 'blobs'> & {
  /** INSEE code of the only town that is shown; absent: all of them. */
  readonly only?: string | undefined
}

/** The last catalog of each store: it is made again only when a row of it changed. */
const made = new WeakMap<Database, Catalog>()

/** All that the public may see, of all the towns of the instance or of one. */
export async function readCatalog(world: CatalogWorld): Promise<Catalog> {
  const catalog = await wholeCatalog(world)
  return world.only === undefined ? catalog : ofTownOnly(catalog, world.only)
}

function ofTownOnly(catalog: Catalog, insee: string): Catalog {
  const isOwn = (one: { readonly insee: string }) => one.insee === insee
  const [sets, tombstones] = [catalog.sets.filter(isOwn), catalog.tombstones.filter(isOwn)]
  const slugs = new Set([...sets, ...tombstones].map(({ slug }) => slug))
  return {
    ...catalog,
    ...{ sets, tombstones },
    towns: catalog.towns.filter(isOwn),
    redirects: new Map([...catalog.redirects].filter(([, to]) => slugs.has(to))),
    bySlug: slug => sets.find(one => one.slug === slug),
  }
}

async function wholeCatalog(world: CatalogWorld): Promise<Catalog> {
  const rows = await readRows(world.db)
  const etag = createHash('sha256').update(JSON.stringify(rows)).digest('base64url').slice(0, 27)
  const known = made.get(world.db)
  if (known?.etag === etag) return known
  const catalog = await makeCatalog(world, rows, etag)
  made.set(world.db, catalog)
  return catalog
}

async function makeCatalog({ blobs }: CatalogWorld, rows: Rows, etag: string): Promise<Catalog> {
  const towns = new Map(rows.towns.map(row => [row.insee, townOf(row)]))
  const [sets, tombstones]: [PublishedSet[], Tombstone[]] = [[], []]
  for (const row of rows.publications) {
    const town = towns.get(row.insee)!
    const manifest = await readManifest(blobs, row.manifest_sha256)
    if (row.withdrawn_at === null) sets.push(setOf(row, town, manifest, rows.versions))
    else tombstones.push(tombstoneOf(row, town, manifest))
  }
  const slugs = new Map(rows.publications.map(({ insee, data_set, slug }) => [`${insee} ${data_set}`, slug]))
  const bySlug = new Map(sets.map(set => [set.slug, set]))
  return {
    sets,
    tombstones,
    towns: [...towns.values()],
    redirects: new Map(rows.redirects.map(one => [one.slug, slugs.get(`${one.insee} ${one.data_set}`)!])),
    bySlug: slug => bySlug.get(slug),
    modifiedAt: latest(rows),
    etag,
  }
}

const latest = ({ publications, towns }: Rows): string =>
  [...publications.flatMap(one => [one.modified_at, one.withdrawn_at ?? '']), ...towns.map(one => one.created_at)]
    .sort()
    .at(-1) ?? '1970-01-01T00:00:00.000Z'

const townOf = ({ insee, name, siret, example }: Rows['towns'][number]): PublishedTown => ({
  insee,
  name,
  ...(siret !== null && { siret }),
  example: example === 1,
})

type Publication = Rows['publications'][number]

function setOf(row: Publication, town: PublishedTown, manifest: Manifest, all: Rows['versions']): PublishedSet {
  const { insee, data_set: id, slug, issued_at: issuedAt, modified_at: modifiedAt } = row
  const versions = all.filter(one => one.insee === insee && one.data_set === id)
  const theme = listThemes().find(({ number }) => number === row.theme)
  return {
    ...{ insee, id, slug, town, issuedAt, modifiedAt },
    fiche: manifest.fiche,
    ...(theme && { theme: { number: theme.number, title: theme.title, slug: theme.slug } }),
    version: versionOf(row, manifest),
    versions: versions.map(({ hash, created_at, rows }) => ({ hash, createdAt: created_at, rows })),
  }
}

type VersionRow = Pick<Publication, 'hash' | 'created_at' | 'csv_sha256' | 'parquet_sha256'>

/** What is said of a version's bytes is the row's: an erasure makes them anew, at the same address. */
export const versionOf = (row: VersionRow, { data, model, schema, report }: Manifest): PublishedVersion => ({
  hash: row.hash,
  createdAt: row.created_at,
  rows: data.rows,
  csvSha256: row.csv_sha256,
  parquetSha256: row.parquet_sha256,
  columns: data.columns,
  ...(data.place && { place: data.place }),
  ...(data.box && { box: data.box }),
  model,
  schema,
  conformity: report.conformity,
  errors: report.errors,
})

const tombstoneOf = (row: Publication, town: PublishedTown, { fiche }: Manifest): Tombstone => ({
  insee: row.insee,
  id: row.data_set,
  slug: row.slug,
  title: fiche.title,
  town,
  withdrawnAt: row.withdrawn_at ?? '',
  why: row.withdrawn_why ?? '',
})
