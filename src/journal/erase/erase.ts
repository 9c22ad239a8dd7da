import type { Selectable } from 'kysely'
import { rowsOf } from '../../store/archive/rows.ts'
import type { Tx } from '../../store/open.ts'
import type { UploadTable } from '../../store/tables.ts'
import { versionHolds } from '../../store/versions/query.ts'
import type { Actor, World } from '../../store/world.ts'
import type { JournalRow } from '../chain.ts'
import { record } from '../record.ts'
import { fileHolds, scrubContent } from './files.ts'
import { finishErasures } from './finish.ts'
import { scar, scrubJournal, scrubRows } from './rows.ts'
import { scrubber } from './scrub.ts'

/** What is erased: ids of the set, of the upload. */
export type Erasure =
  /** Every trace of this text in a set: its sources, corrections, history, versions. */
  | { readonly type: 'value'; readonly dataSet: string; readonly text: string }
  /** A file received, and what was read in it. */
  | { readonly type: 'upload'; readonly upload: string }
  /** A set, its history, its versions, and the files that feed no other set. */
  | { readonly type: 'set'; readonly dataSet: string }

export interface Erased {
  /** Rows, entries and files that held it. */
  readonly places: number
  /** False: the last bytes go at the next start (see `finishErasures`). */
  readonly finished: boolean
}

/** What one erasure found, and the blobs to take from the disk once it is committed. */
interface Found {
  readonly places: number
  readonly blobs: readonly string[]
}

/**
 * Erases for good, by law: the one place where Carnet loses something. What stays is an entry of the journal and a row of `erasure`: who and when,
 * not what. The entries that held it keep their place and their hash; they can be undone no more.
 */
export async function eraseForGood(world: World, actor: Actor, erasure: Erasure): Promise<Erased> {
  let places = 0
  const dataSet = erasure.type === 'value' ? erasure.dataSet : undefined
  await record(world, actor, { act: 'erase', dataSet, note: NOTES[erasure.type] }, async tx => {
    const found = await eraseIn(tx, world, actor.insee, erasure)
    places = found.places
    await tx
      .insertInto('erasure')
      .values({
        insee: actor.insee,
        id: world.newId(),
        at: world.now(),
        by_name: actor.name,
        kind: erasure.type,
        places,
        todo: JSON.stringify(found.blobs),
      })
      .execute()
  })
  return { places, finished: await finishErasures(world.db, world.blobs) }
}

const NOTES: Record<Erasure['type'], string> = {
  value: 'Valeur effacée définitivement',
  upload: 'Fichier effacé définitivement',
  set: 'Jeu de données effacé définitivement',
}

function eraseIn(tx: Tx, world: World, insee: string, erasure: Erasure): Promise<Found> {
  switch (erasure.type) {
    case 'value':
      return eraseText(tx, world, insee, erasure.dataSet, erasure.text)
    case 'upload':
      return eraseUpload(tx, world, insee, erasure.upload)
    case 'set':
      return eraseSet(tx, world, insee, erasure.dataSet)
  }
}

async function eraseText(tx: Tx, world: World, insee: string, dataSet: string, text: string): Promise<Found> {
  const scrub = scrubber(text)
  const rows = await scrubRows(tx, insee, dataSet, scrub)
  const entries = await scrubJournal(tx, insee, dataSet, scrub)
  const blobs: string[] = []
  for (const upload of await uploadsOf(tx, insee, dataSet)) blobs.push(...(await scrubUpload(tx, world, upload, text)))
  for (const version of await versionsOf(tx, insee, dataSet))
    if (await versionHolds(world, version.parquet_sha256, text)) {
      await dropVersion(tx, insee, dataSet, version.hash)
      blobs.push(version.parquet_sha256)
    }
  return { places: rows + entries + blobs.length, blobs }
}

/** The file as it was received goes, since a spreadsheet cannot be mended; what was read in it stays without the text. */
async function scrubUpload(
  tx: Tx,
  { blobs, now }: World,
  upload: Selectable<UploadTable>,
  text: string,
): Promise<string[]> {
  const scrub = scrubber(text)
  const content = upload.content_sha256 && (await scrubContent(blobs, upload.content_sha256, scrub))
  const whole = upload.erased_at === null && blobs.has(upload.sha256)
  const original = whole && (content || (await fileHolds(blobs.path(upload.sha256), text)))
  const left = {
    name: scrub(upload.name),
    tables: upload.tables && scrub(upload.tables),
    unreadable: upload.unreadable && scrub(upload.unreadable),
    ...(content ? { content_sha256: content } : {}),
    ...(original ? { erased_at: now() } : {}),
  }
  await tx
    .updateTable('upload')
    .set(left)
    .where(is => is.and({ insee: upload.insee, id: upload.id }))
    .execute()
  return [...(original ? [upload.sha256] : []), ...(content && upload.content_sha256 ? [upload.content_sha256] : [])]
}

async function eraseUpload(tx: Tx, { now }: World, insee: string, id: string): Promise<Found> {
  const upload = await tx
    .selectFrom('upload')
    .selectAll()
    .where(is => is.and({ insee, id }))
    .executeTakeFirst()
  if (!upload) return { places: 0, blobs: [] }
  const entries = await scrubJournal(tx, insee, undefined, scrubber(upload.name))
  await tx
    .deleteFrom('source')
    .where(is => is.and({ insee, upload: id }))
    .execute()
  await tx
    .updateTable('upload')
    .set({ name: 'Fichier effacé', tables: null, unreadable: null, content_sha256: null, erased_at: now() })
    .where(is => is.and({ insee, id }))
    .execute()
  const blobs = [upload.sha256, ...(upload.content_sha256 === null ? [] : [upload.content_sha256])]
  return { places: entries + blobs.length, blobs }
}

async function eraseSet(tx: Tx, world: World, insee: string, dataSet: string): Promise<Found> {
  let places = 0
  const blobs = (await versionsOf(tx, insee, dataSet)).map(version => version.parquet_sha256)
  for (const { id } of await uploadsOf(tx, insee, dataSet)) {
    if (await feedsAnother(tx, insee, dataSet, id)) continue
    const found = await eraseUpload(tx, world, insee, id)
    places += found.places
    blobs.push(...found.blobs)
  }
  for await (const row of rowsOf(tx, 'journal', insee)) {
    if (row.data_set !== dataSet) continue
    await scar(tx, row as unknown as JournalRow, { note: '', change: null })
    places++
  }
  for (const table of OF_SET)
    await tx
      .deleteFrom(table)
      .where(is => is.and({ insee, data_set: dataSet }))
      .execute()
  await tx
    .deleteFrom('data_set')
    .where(is => is.and({ insee, id: dataSet }))
    .execute()
  return { places: places + 1, blobs }
}

const OF_SET = ['source', 'step', 'hand_cell', 'hand_row', 'hand_gone', 'conflict', 'version', 'job'] as const

const uploadsOf = (tx: Tx, insee: string, dataSet: string) =>
  tx
    .selectFrom('upload')
    .selectAll()
    .where('insee', '=', insee)
    .where('id', 'in', is =>
      is.selectFrom('source').select('upload').where('insee', '=', insee).where('data_set', '=', dataSet),
    )
    .execute()

const feedsAnother = async (tx: Tx, insee: string, dataSet: string, upload: string): Promise<boolean> =>
  (await tx
    .selectFrom('source')
    .select('upload')
    .where(is => is.and({ insee, upload }))
    .where('data_set', '!=', dataSet)
    .executeTakeFirst()) !== undefined

const versionsOf = (tx: Tx, insee: string, dataSet: string) =>
  tx
    .selectFrom('version')
    .select(['hash', 'parquet_sha256'])
    .where(is => is.and({ insee, data_set: dataSet }))
    .execute()

const dropVersion = (tx: Tx, insee: string, dataSet: string, hash: string) =>
  tx
    .deleteFrom('version')
    .where(is => is.and({ insee, data_set: dataSet, hash }))
    .execute()
