import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { knowsMigration, migrate } from '../migrate.ts'
import { openStore, type Store } from '../open.ts'
import { TABLE_KEYS, type TableName } from '../table-keys.ts'
import { linesOf } from './lines.ts'
import { blobEntry, MANIFEST, type Manifest, manifestShape, tableEntry } from './manifest.ts'
import { openZip, UnreadableArchive, type ZipFile } from './read-zip.ts'
import { type AnyRow, insertRows } from './rows.ts'

export interface RestoreTarget {
  readonly folder: string
  readonly databaseUrl?: string | undefined
}

/** Something is there already: a restore never writes over anything. */
export class TargetNotEmpty extends Error {
  override readonly name = 'TargetNotEmpty'
}

/**
 * Puts a backup back, in an empty folder and, if asked, an empty PostgreSQL, whichever engine it was made from. Everything is verified against the
 * manifest; until then it is in a draft beside the folder: a restore that fails leaves the folder as it was.
 */
export async function restore(path: string, { folder, databaseUrl }: RestoreTarget): Promise<Manifest> {
  const zip = await openZip(path)
  const manifest = await readManifest(zip, path)
  const target = resolve(folder)
  refuseFullFolder(target)
  await verifyTables(zip, manifest, path)
  mkdirSync(dirname(target), { recursive: true })
  const draft = `${target}.restauration-${randomBytes(4).toString('hex')}`
  try {
    const store = await openStore({ folder: draft, databaseUrl, migration: manifest.migration })
    try {
      await refuseFullDatabase(store)
      await putBlobs(zip, manifest, store, path)
      await putTables(zip, manifest, store)
      await migrate(store.db)
    } finally {
      await store.close()
    }
    if (existsSync(target)) rmdirSync(target)
    renameSync(draft, target)
    return manifest
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

async function readManifest(zip: ZipFile, path: string): Promise<Manifest> {
  if (!zip.names.includes(MANIFEST))
    throw new UnreadableArchive(`« ${path} » n’est pas une sauvegarde de Carnet entière : « ${MANIFEST} » n’y est pas.`)
  const text = Buffer.concat(await all(zip.read(MANIFEST))).toString('utf8')
  const manifest = manifestShape.safeParse(parsed(text))
  if (!manifest.success) throw new UnreadableArchive(`« ${path} » n’est pas une sauvegarde que ce Carnet sait lire.`)
  if (!knowsMigration(manifest.data.migration))
    throw new UnreadableArchive(`« ${path} » vient d’un Carnet plus récent : mettez d’abord celui-ci à jour.`)
  return manifest.data
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function refuseFullFolder(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new TargetNotEmpty(`« ${folder} » n’est pas vide : je ne restaure que dans un dossier vide.`)
}

async function refuseFullDatabase({ db }: Store): Promise<void> {
  if (await db.selectFrom('town').select('insee').limit(1).executeTakeFirst())
    throw new TargetNotEmpty('Cette base PostgreSQL contient déjà une commune : je ne restaure que dans une base vide.')
}

async function putBlobs(zip: ZipFile, manifest: Manifest, { blobs }: Store, path: string): Promise<void> {
  const damaged = new Set(manifest.damaged)
  for (const sha256 of manifest.blobs) {
    const received = await blobs.receive(zip.read(blobEntry(sha256)), Number.POSITIVE_INFINITY)
    if (received?.sha256 === sha256) continue
    if (!damaged.has(sha256) || !received) throw altered(path, blobEntry(sha256))
    const place = blobs.path(sha256)
    mkdirSync(dirname(place), { recursive: true })
    renameSync(blobs.path(received.sha256), place)
  }
}

/** Before any row is put: what an altered line would do to a database is not tried. */
async function verifyTables(zip: ZipFile, manifest: Manifest, path: string): Promise<void> {
  for (const [table, { sha256 }] of Object.entries(manifest.tables)) {
    const hash = createHash('sha256')
    for await (const chunk of zip.read(tableEntry(table))) hash.update(chunk)
    if (!Object.hasOwn(TABLE_KEYS, table) || hash.digest('hex') !== sha256) throw altered(path, tableEntry(table))
  }
}

/** One transaction: PostgreSQL, which is no draft, gets all of it or nothing. */
const putTables = (zip: ZipFile, manifest: Manifest, { db }: Store): Promise<void> =>
  db.transaction().execute(async tx => {
    for (const table of Object.keys(manifest.tables))
      await insertRows(tx, table as TableName, rowsIn(zip.read(tableEntry(table))))
  })

async function* rowsIn(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<AnyRow> {
  for await (const line of linesOf(bytes)) yield JSON.parse(line) as AnyRow
}

async function all(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = []
  for await (const chunk of bytes) chunks.push(chunk)
  return chunks
}

const altered = (path: string, entry: string): UnreadableArchive =>
  new UnreadableArchive(`La sauvegarde « ${path} » est abîmée : « ${entry} » n’est plus ce qui y avait été mis.`)
