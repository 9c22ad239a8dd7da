import { createHash } from 'node:crypto'
import { createReadStream, statSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { sql } from 'kysely'
import { isPostgres } from '../lock-town.ts'
import { LAST_MIGRATION } from '../migrate.ts'
import type { Store, Tx } from '../open.ts'
import { TABLE_NAMES, type TableName } from '../table-keys.ts'
import { blobEntry, MANIFEST, type Manifest, tableEntry } from './manifest.ts'
import { atOneInstant, rowsOf } from './rows.ts'
import { TooBigForZip, writeZip, ZIP_MOST_BYTES, ZIP_MOST_ENTRIES, type ZipWriter } from './write-zip.ts'

/** Who is signed in and who tried is no data of the town: after a restore people sign in again. */
const LEFT_OUT: ReadonlySet<TableName> = new Set(['session', 'sign_in', 'attempt'])
export const BACKED_UP: readonly TableName[] = TABLE_NAMES.filter(name => !LEFT_OUT.has(name))

export class DamagedDatabase extends Error {
  override readonly name = 'DamagedDatabase'
}

/**
 * Writes the whole store at `path`, as it is at one instant, while the server goes on: the tables as JSON Lines, the same for both engines, and
 * the blobs. `path` has its name only once everything is on the disk. The store is one of its own: on SQLite the server's has one connection, which
 * would be held all along.
 */
export async function backup(
  { db, blobs }: Pick<Store, 'db' | 'blobs'>,
  path: string,
  madeAt: string,
): Promise<Manifest> {
  const draft = `${path}.partiel`
  await rm(draft, { force: true })
  try {
    let manifest: Manifest | undefined
    await writeZip(draft, async zip => {
      const tables = await atOneInstant(db, async tx => {
        await refuseDamaged(tx)
        return addTables(tx, zip)
      })
      // A blob is kept before the act that names it: all those of that instant are there now.
      const kept = [...blobs.list()].sort()
      refuseTooBig(kept.map(blobs.path))
      const damaged = await addBlobs(zip, kept, blobs.path)
      manifest = { format: 'carnet-backup', version: 1, madeAt, migration: LAST_MIGRATION, tables, ...damaged }
      await zip.add(MANIFEST, once(JSON.stringify(manifest, null, 1)))
    })
    await rename(draft, path)
    return manifest!
  } finally {
    await rm(draft, { force: true })
  }
}

/** A backup of a damaged database would take the place of a good one. */
async function refuseDamaged(tx: Tx): Promise<void> {
  if (isPostgres(tx)) return
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(tx)
  const answer = rows[0]?.integrity_check
  if (answer !== 'ok')
    throw new DamagedDatabase(`La base de données est abîmée (${answer}) : gardez vos sauvegardes d’avant.`)
}

async function addTables(tx: Tx, zip: ZipWriter): Promise<Manifest['tables']> {
  const tables: Manifest['tables'] = {}
  for (const table of BACKED_UP) {
    const hash = createHash('sha256')
    let rows = 0
    async function* lines() {
      for await (const row of rowsOf(tx, table)) {
        const line = Buffer.from(`${JSON.stringify(row)}\n`)
        hash.update(line)
        rows++
        yield line
      }
    }
    await zip.add(tableEntry(table), lines())
    tables[table] = { rows, sha256: hash.digest('hex') }
  }
  return tables
}

async function addBlobs(zip: ZipWriter, kept: readonly string[], path: (sha256: string) => string) {
  const blobs: string[] = []
  const damaged: string[] = []
  for (const sha256 of kept) {
    // Erased since the list was read.
    if (!statSync(path(sha256), { throwIfNoEntry: false })) continue
    const hash = createHash('sha256')
    async function* bytes() {
      for await (const chunk of createReadStream(path(sha256)) as AsyncIterable<Buffer>) {
        hash.update(chunk)
        yield chunk
      }
    }
    await zip.add(blobEntry(sha256), bytes(), 'packed')
    blobs.push(sha256)
    if (hash.digest('hex') !== sha256) damaged.push(sha256)
  }
  return { blobs, damaged }
}

/** Said at once rather than after an hour. */
function refuseTooBig(paths: readonly string[]): void {
  const bytes = paths.reduce((sum, path) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0), 0)
  if (bytes > ZIP_MOST_BYTES || paths.length + BACKED_UP.length + 1 > ZIP_MOST_ENTRIES) throw new TooBigForZip()
}

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}
