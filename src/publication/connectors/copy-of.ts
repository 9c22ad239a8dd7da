import { openAsBlob } from 'node:fs'
import type { Copy, CopyFile } from '../../adapters/connector.ts'
import { publishedFile } from '../files/file.ts'
import type { FileFormat } from '../files/formats.ts'
import type { PublishedSet, Tombstone } from '../published.ts'
import type { CopiesWorld } from './world.ts'

/** What leaves: the table, and its map where rows have a place. The other formats are made there, or at the town's. */
const TITLES: readonly (readonly [FileFormat, string, string])[] = [
  ['csv', 'Les données, en CSV', 'text/csv'],
  ['geojson', 'Les données placées sur une carte, en GeoJSON', 'application/geo+json'],
]

export async function copyOf(world: CopiesWorld, set: PublishedSet): Promise<Copy> {
  const page = `${world.publicUrl}/jeux/${set.slug}`
  const { model } = set.version
  return {
    key: keyOf(set),
    insee: set.insee,
    town: set.town.name,
    slug: set.slug,
    page,
    fiche: set.fiche,
    ...(set.theme && { theme: set.theme.title }),
    model: { id: model.id, title: model.title, version: model.version, national: model.kind === 'national' },
    schema: `${page}/schema.json`,
    hash: set.version.hash,
    issuedAt: set.issuedAt,
    modifiedAt: set.modifiedAt,
    files: await filesOf(world, set),
  }
}

/** For ever, and in the whole world: two instances may copy to one place. */
const keyOf = ({ insee, id }: Pick<PublishedSet, 'insee' | 'id'>): string => `${insee}/${id}`

async function filesOf(world: CopiesWorld, { slug, version, fiche }: PublishedSet): Promise<CopyFile[]> {
  const files: CopyFile[] = []
  for (const [format, title, mime] of TITLES) {
    const file = await publishedFile(world, version, format, fiche.title)
    if (file)
      files.push({
        ...{ format, title, mime, name: `${slug}.${format}`, sha256: file.sha256, main: format === 'csv' },
        bytes: () => openAsBlob(file.path),
      })
  }
  return files
}

/** What a place needs of a set that is no longer published, to find its copy and say so. */
export const copyOfTombstone = (
  world: CopiesWorld,
  { insee, id, slug, title, town, withdrawnAt }: Tombstone,
): Copy => ({
  key: keyOf({ insee, id }),
  ...{ insee, slug, town: town.name },
  page: `${world.publicUrl}/jeux/${slug}`,
  fiche: {
    ...{
      title,
      description: '',
      producer: '',
      purpose: '',
      collection: '',
      frequency: 'irregular',
      processing: '',
      uses: '',
    },
    ...{ licence: 'lov2', considerations: '', contact: { name: '' }, keywords: [], granularity: '' },
    spatial: { insee, name: town.name },
  },
  model: { id: '', title: '', version: '', national: false },
  schema: '',
  hash: '',
  issuedAt: withdrawnAt,
  modifiedAt: withdrawnAt,
  files: [],
})
