import { rowsOf } from '../../store/archive/rows.ts'
import type { Tx } from '../../store/open.ts'
import type { World } from '../../store/world.ts'
import type { JournalRow } from '../chain.ts'
import { type Found, uploadsOf, type VersionFiles, versionsOf } from './of-set.ts'
import { scar, scrubJournal } from './rows.ts'
import { scrubber } from './scrub.ts'

/** A file received: its bytes, its name wherever it is told, what was read in it. It feeds no set any more. */
export async function eraseUpload(tx: Tx, { now }: World, insee: string, id: string): Promise<Found> {
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

/** A set with its history and its versions, and the files that feed no other set. */
export async function eraseSet(tx: Tx, world: World, insee: string, dataSet: string): Promise<Found> {
  let places = 0
  const blobs = (await versionsOf(tx, insee, dataSet)).flatMap(filesOf)
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

const filesOf = ({ parquet_sha256, csv_sha256, manifest_sha256 }: VersionFiles): string[] =>
  [parquet_sha256, csv_sha256, manifest_sha256].filter(sha256 => sha256 !== '')

const OF_SET = [
  ...(['source', 'step', 'hand_cell', 'hand_row', 'hand_gone', 'conflict', 'version', 'job'] as const),
  ...(['fiche', 'guard', 'guard_answer', 'publication', 'redirect', 'delivery', 'wish'] as const),
]

const feedsAnother = async (tx: Tx, insee: string, dataSet: string, upload: string): Promise<boolean> =>
  (await tx
    .selectFrom('source')
    .select('upload')
    .where(is => is.and({ insee, upload }))
    .where('data_set', '!=', dataSet)
    .executeTakeFirst()) !== undefined
