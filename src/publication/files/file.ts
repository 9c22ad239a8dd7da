import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, statSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Threads } from '../../preparation/tasks/task.ts'
import type { Blobs } from '../../store/blobs.ts'
import type { PublishedVersion } from '../published.ts'
import { type FileFormat, isMapped } from './formats.ts'
import { writeGeojson, writeJson } from './rows-as-json.ts'
import { writeTypedParquet } from './typed-parquet.ts'

export interface FilesWorld {
  readonly blobs: Blobs
  readonly threads: Pick<Threads, 'run'>
}

/** A file on the disk, and what tells its bytes from any others. */
export interface PublishedFile {
  readonly path: string
  readonly size: number
  readonly sha256: string
}

/** To be raised when a writer changes: files made by the one before are not served any more. */
const REVISION = 1

/**
 * A version in one of its formats. The CSV is what was frozen, byte for byte; the others are made from the frozen rows at the first demand, once.
 * Undefined: rows without a place have no GeoJSON. `title` names the sheet of a spreadsheet.
 */
export async function publishedFile(
  world: FilesWorld,
  version: PublishedVersion,
  format: FileFormat,
  title: string,
): Promise<PublishedFile | undefined> {
  const { blobs } = world
  if (format === 'csv') return described(blobs.path(version.csvSha256), version.csvSha256)
  if (format === 'geojson' && !isMapped(version)) return undefined
  const name = `${format}-${REVISION}-${digest([version.columns, version.schema, version.place, version.box, title])}`
  const path = await blobs.derive(version.csvSha256, name, draft => write(world, version, format, title, draft))
  return described(path)
}

/** The same file as a browser takes it over the network. */
export async function gzipped(
  { blobs }: Pick<FilesWorld, 'blobs'>,
  csvSha256: string,
  file: PublishedFile,
): Promise<PublishedFile> {
  const path = await blobs.derive(csvSha256, `${file.sha256}.gz`, draft =>
    pipeline(createReadStream(file.path), createGzip({ level: 6 }), createWriteStream(draft)),
  )
  return described(path)
}

async function write(
  { blobs, threads }: FilesWorld,
  version: PublishedVersion,
  format: Exclude<FileFormat, 'csv'>,
  title: string,
  path: string,
): Promise<void> {
  const parquet = blobs.path(version.parquetSha256)
  switch (format) {
    case 'json':
      return writeJson(version, parquet, path)
    case 'geojson':
      return writeGeojson(version, parquet, path)
    case 'parquet':
      return writeTypedParquet(version, parquet, path)
    case 'xlsx':
    case 'ods':
      await threads.run({ type: 'workbook', parquet, schema: version.schema, title, format, path })
  }
}

const digest = (of: unknown): string => createHash('sha256').update(JSON.stringify(of)).digest('hex').slice(0, 16)

const MOST_KNOWN = 2000
/** By path: a derived file never changes. */
const known = new Map<string, PublishedFile>()

async function described(path: string, sha256?: string): Promise<PublishedFile> {
  const found = known.get(path)
  if (found) return found
  const file = { path, size: statSync(path).size, sha256: sha256 ?? (await hashOf(path)) }
  if (known.size >= MOST_KNOWN) known.delete(known.keys().next().value!)
  known.set(path, file)
  return file
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array)
  return hash.digest('hex')
}
