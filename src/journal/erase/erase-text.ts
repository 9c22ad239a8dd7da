import type { Selectable } from 'kysely'
import type { Tx } from '../../store/open.ts'
import type { UploadTable } from '../../store/tables.ts'
import type { World } from '../../store/world.ts'
import { fileHolds, scrubContent } from './files.ts'
import { type Found, uploadsOf, versionsOf } from './of-set.ts'
import { scrubJournal, scrubRows } from './rows.ts'
import { scrubber } from './scrub.ts'
import { scrubVersion } from './versions.ts'

/** Every trace of a text in a set and in what was published of it. */
export async function eraseText(tx: Tx, world: World, insee: string, dataSet: string, text: string): Promise<Found> {
  const scrub = scrubber(text)
  const rows = await scrubRows(tx, insee, dataSet, scrub)
  const entries = await scrubJournal(tx, insee, dataSet, scrub)
  const blobs: string[] = []
  for (const upload of await uploadsOf(tx, insee, dataSet)) blobs.push(...(await scrubUpload(tx, world, upload, text)))
  for (const version of await versionsOf(tx, insee, dataSet))
    blobs.push(...(await scrubVersion(tx, world, { insee, data_set: dataSet }, version, text)))
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
