import type { Table } from '../../core/table/table.ts'
import type { Tx } from '../../store/open.ts'
import { freezeTable } from '../../store/versions/freeze.ts'
import { versionHolds } from '../../store/versions/query.ts'
import { readFrozenTable } from '../../store/versions/read-table.ts'
import type { World } from '../../store/world.ts'
import { csvChunks } from '../../writers/csv/write-csv.ts'
import type { VersionFiles } from './of-set.ts'
import { type Scrub, scrubber } from './scrub.ts'

/**
 * A version without the text: its table, its two files and its manifest are made anew, its address stays. Who has its hash reads that it was
 * erased: the bytes are not those of the first day any more. Answers the blobs to take from the disk.
 */
export async function scrubVersion(
  tx: Tx,
  world: World,
  key: { readonly insee: string; readonly data_set: string },
  version: VersionFiles,
  text: string,
): Promise<string[]> {
  const scrub = scrubber(text)
  const files = (await versionHolds(world, version.parquet_sha256, text))
    ? await tableWithout(world, version, scrub)
    : {}
  const manifest = await manifestWithout(world, version, scrub, files.csv_sha256)
  const now = { ...files, ...(manifest !== undefined && { manifest_sha256: manifest }) }
  if (Object.keys(now).length === 0) return []
  await tx
    .updateTable('version')
    .set(now)
    .where(is => is.and({ ...key, hash: version.hash }))
    .execute()
  return (Object.keys(now) as (keyof typeof now)[]).map(column => version[column]).filter(sha256 => sha256 !== '')
}

type Files = { readonly csv_sha256?: string; readonly parquet_sha256?: string }

async function tableWithout({ blobs }: World, version: VersionFiles, scrub: Scrub): Promise<Files> {
  const { columns, rows } = await readFrozenTable(blobs.path(version.parquet_sha256))
  const table: Table = {
    columns: columns.map(({ name, cells }) => ({ name: scrub(name), cells: cells.map(scrub) })),
    rows,
  }
  const { sha256 } = await freezeTable(blobs, table)
  const csv = await blobs.receive(encoded(csvChunks(table)), Number.POSITIVE_INFINITY)
  return { parquet_sha256: sha256, ...(csv && { csv_sha256: csv.sha256 }) }
}

async function* encoded(chunks: Iterable<string>): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield new TextEncoder().encode(chunk)
}

/** The manifest names the bytes of its table: it is made anew with them. */
async function manifestWithout(
  { blobs }: World,
  { manifest_sha256, csv_sha256 }: VersionFiles,
  scrub: Scrub,
  csv: string | undefined,
): Promise<string | undefined> {
  if (manifest_sha256 === '') return undefined
  const before = new TextDecoder().decode(await blobs.get(manifest_sha256))
  const scrubbed = scrub(before)
  const after = csv === undefined ? scrubbed : scrubbed.replaceAll(csv_sha256, csv)
  return after === before ? undefined : blobs.put(new TextEncoder().encode(after))
}
