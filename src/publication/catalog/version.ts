import type { Fiche } from '../../core/fiche/fiche.ts'
import type { World } from '../../store/world.ts'
import type { PublishedSet, PublishedVersion } from '../published.ts'
import { readManifest } from '../versions/manifest.ts'
import { versionOf } from './read.ts'

/** One of the versions of a set that is open, the latest or another, with the fiche that it had. Undefined: the set has no such version. */
export async function readVersion(
  { db, blobs }: Pick<World, 'db' | 'blobs'>,
  { insee, id }: Pick<PublishedSet, 'insee' | 'id'>,
  hash: string,
): Promise<{ readonly version: PublishedVersion; readonly fiche: Fiche } | undefined> {
  const row = await db
    .selectFrom('version')
    .select(['hash', 'created_at', 'csv_sha256', 'parquet_sha256', 'manifest_sha256'])
    .where(is => is.and({ insee, data_set: id, hash }))
    .executeTakeFirst()
  if (!row) return undefined
  const manifest = await readManifest(blobs, row.manifest_sha256)
  return { version: versionOf(row, manifest), fiche: manifest.fiche }
}
