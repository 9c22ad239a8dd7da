import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { ReadResult } from '../../core/table/read-result.ts'
import type { TaskContent } from './task.ts'

/**
 * What the readers found, as it is kept and as it is sent to the page: JSON, compressed. A row says its source by the SHA-256 of the file,
 * as recipes do.
 */
export function packContent(result: ReadResult, sha256: string): Promise<Buffer> {
  const tables = result.tables.map(found => ({
    ...found,
    table: { ...found.table, rows: found.table.rows.map(row => ({ ...row, source: sha256 })) },
  }))
  return promisify(gzip)(JSON.stringify({ ...result, tables }), { level: 6 })
}

const unpack = promisify(gunzip)

/** The last ones read stay at hand: a thread looks at the same set again and again while it is worked on. */
const KEPT = 4
const kept = new Map<string, Promise<ReadResult>>()

/** A blob never changes: its path says what it holds. The file's name is the one of today. */
export async function readContent({ path, name }: TaskContent): Promise<ReadResult> {
  const found = kept.get(path) ?? load(path)
  kept.delete(path)
  kept.set(path, found)
  for (const oldest of [...kept.keys()].slice(0, -KEPT)) kept.delete(oldest)
  return { ...(await found), file: name }
}

const load = async (path: string): Promise<ReadResult> =>
  JSON.parse((await unpack(await readFile(path))).toString('utf8')) as ReadResult
