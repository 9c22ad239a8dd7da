import { verifyChain } from '../../journal/verify.ts'
import { linesOf } from '../../store/archive/lines.ts'
import { openZip, UnreadableArchive, type ZipFile } from '../../store/archive/read-zip.ts'
import { TargetNotEmpty } from '../../store/archive/restore.ts'
import { type AnyRow, insertRows } from '../../store/archive/rows.ts'
import { knowsMigration } from '../../store/migrate.ts'
import type { Database, Store, Tx } from '../../store/open.ts'
import type { TableName } from '../../store/table-keys.ts'
import { ARCHIVE, type Archive, archiveShape, TOWN_TABLES, tableEntry } from './state.ts'

/**
 * The town of an archive (`exportTown`), in an instance that has none: its files byte for byte, its versions under the same addresses, its history.
 * Every file is verified by its SHA-256, every row by its columns, the journal by its chain: the whole town is taken, or nothing is.
 */
export async function importTown({ db, blobs }: Pick<Store, 'db' | 'blobs'>, path: string): Promise<Archive> {
  await refuseFull(db)
  const zip = await openZip(path)
  const archive = await readArchive(zip, path)
  const added: string[] = []
  try {
    await putFiles(zip, archive, blobs, added, path)
    const columns = await columnsOf(db)
    await db.transaction().execute(async tx => {
      await refuseFull(tx)
      for (const table of TOWN_TABLES) await insertRows(tx, table, rowsIn(zip, table, archive, columns.get(table)!))
      await refuseBroken(tx, archive, path)
    })
    return archive
  } catch (error) {
    for (const sha256 of added) await blobs.erase(sha256)
    throw error
  }
}

async function refuseFull(db: Database): Promise<void> {
  if (await db.selectFrom('town').select('insee').limit(1).executeTakeFirst())
    throw new TargetNotEmpty('Ce Carnet a déjà sa commune : une archive ne se reprend que dans un Carnet vide.')
}

async function readArchive(zip: ZipFile, path: string): Promise<Archive> {
  if (!zip.names.includes(ARCHIVE) || !TOWN_TABLES.every(table => zip.names.includes(tableEntry(table))))
    throw new UnreadableArchive(`« ${path} » n’est pas l’archive d’une commune, telle que « carnet export » l’écrit.`)
  const chunks: Uint8Array[] = []
  for await (const chunk of zip.read(ARCHIVE)) chunks.push(chunk)
  const archive = archiveShape.safeParse(parsed(Buffer.concat(chunks).toString('utf8')))
  if (!archive.success) throw new UnreadableArchive(`« ${path} » n’est pas une archive que ce Carnet sait reprendre.`)
  if (!knowsMigration(archive.data.migration))
    throw new UnreadableArchive(`« ${path} » vient d’un Carnet plus récent : mettez d’abord celui-ci à jour.`)
  return archive.data
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** `added` tells what was not there before, to be taken away if the rest fails. */
async function putFiles(
  zip: ZipFile,
  { files }: Archive,
  blobs: Store['blobs'],
  added: string[],
  path: string,
): Promise<void> {
  for (const [sha256, entry] of Object.entries(files)) {
    if (blobs.has(sha256)) continue
    const received = await blobs.receive(zip.read(entry), Number.POSITIVE_INFINITY)
    if (received) added.push(received.sha256)
    if (received?.sha256 !== sha256)
      throw new UnreadableArchive(`L’archive « ${path} » est abîmée : « ${entry} » n’est plus ce qui y avait été mis.`)
  }
}

async function columnsOf(db: Database): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const tables = await db.introspection.getTables()
  return new Map(tables.map(({ name, columns }) => [name, new Set(columns.map(column => column.name))]))
}

/** Rows of this town and no other, with the columns that the table has: an archive comes from elsewhere. */
async function* rowsIn(
  zip: ZipFile,
  table: TableName,
  { insee }: Archive,
  columns: ReadonlySet<string>,
): AsyncGenerator<AnyRow> {
  for await (const line of linesOf(zip.read(tableEntry(table)))) {
    const row = parsed(line)
    if (!isRow(row) || row.insee !== insee || !Object.keys(row).every(name => columns.has(name)))
      throw new UnreadableArchive(
        `Dans l’archive, « ${tableEntry(table)} » a une ligne que ce Carnet ne sait pas lire.`,
      )
    yield row
  }
}

const isRow = (value: unknown): value is AnyRow =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every(cell => cell === null || typeof cell === 'string' || typeof cell === 'number')

async function refuseBroken(tx: Tx, { insee, files }: Archive, path: string): Promise<void> {
  if (!(await tx.selectFrom('town').select('insee').where('insee', '=', insee).executeTakeFirst()))
    throw new UnreadableArchive(`L’archive « ${path} » n’a pas de commune.`)
  const { broken } = await verifyChain(tx, insee)
  if (broken !== undefined)
    throw new UnreadableArchive(`L’archive « ${path} » est abîmée : son journal a été changé à la ligne ${broken}.`)
  const versions = await tx.selectFrom('version').select(['csv_sha256', 'parquet_sha256', 'manifest_sha256']).execute()
  const missing = versions
    .flatMap(one => Object.values(one))
    .find(sha256 => sha256 !== '' && !Object.hasOwn(files, sha256))
  if (missing !== undefined)
    throw new UnreadableArchive(`L’archive « ${path} » n’est pas entière : il manque un fichier d’une version publiée.`)
}
