import { Refused } from '../../contract/refused.ts'
import { record } from '../../journal/record.ts'
import type { Actor } from '../../store/world.ts'
import type { JobRow } from '../jobs/job.ts'
import type { Jobs } from '../jobs/jobs.ts'
import { readUpload } from '../jobs/read-upload.ts'
import type { PreparationWorld } from '../world.ts'
import { findOriginal, findUpload, type UploadRow } from './cards.ts'

/** A small file is read while the person waits; a big one goes on as a job, which she can leave and find again. */
const PATIENCE_MS = 4_000

const MEGABYTE = 1024 * 1024
/** What the readers take (src/readers/sandbox/limits.ts). */
export const MOST_BYTES = 512 * MEGABYTE

/** Bytes received: kept as they came before anything is made of them. Answers the id of the file. */
export async function receiveUpload(
  world: PreparationWorld,
  actor: Actor,
  sentName: string,
  chunks: AsyncIterable<Uint8Array>,
): Promise<string> {
  const name = safeName(sentName)
  const received = await world.blobs.receive(chunks, MOST_BYTES)
  if (!received)
    throw new Refused(413, `« ${name} » dépasse ${MOST_BYTES / MEGABYTE} Mo : coupez-le en plusieurs fichiers.`)
  if (received.size === 0) throw new Refused(422, `« ${name} » est vide : il ne contient aucun octet.`)
  const id = world.newId()
  await record(world, actor, { act: 'upload', note: `Fichier reçu : « ${name} »` }, async tx => {
    await tx
      .insertInto('upload')
      .values({ insee: actor.insee, id, ...received, name, sent_at: world.now(), sent_by: actor.name })
      .execute()
    return undefined
  })
  return id
}

/** A table pasted from a sheet or a page is a source like another: its text is kept as it came. */
export function receivePaste(world: PreparationWorld, actor: Actor, text: string): Promise<string> {
  const day = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/Paris' } as const
  async function* bytes() {
    yield new TextEncoder().encode(text)
  }
  const name = `Collage du ${new Date(world.now()).toLocaleDateString('fr-FR', day)}`
  return receiveUpload(world, actor, name, bytes())
}

/** Has the files read; answers them once they are, or as they are when that takes long. */
export async function readSoon(
  world: PreparationWorld,
  jobs: Jobs,
  actor: Actor,
  ids: readonly string[],
): Promise<UploadRow[]> {
  const works: JobRow[] = []
  for (const id of ids) works.push(await readUpload(jobs, actor, await findUpload(world.db, actor.insee, id)))
  await Promise.all(works.map(work => jobs.wait(work, PATIENCE_MS)))
  return Promise.all(ids.map(id => findUpload(world.db, actor.insee, id)))
}

/** A file that time or memory was lacking for, read once more. */
export async function readAgain(world: PreparationWorld, jobs: Jobs, actor: Actor, id: string): Promise<UploadRow[]> {
  const { name, unreadable } = await findOriginal(world.db, actor.insee, id)
  if (unreadable === null) throw new Refused(409, `« ${name} » est déjà lu.`)
  await world.db
    .updateTable('upload')
    .set({ unreadable: null })
    .where(is => is.and({ insee: actor.insee, id }))
    .execute()
  return readSoon(world, jobs, actor, [id])
}

/** The name alone, without the folders that some browsers send nor signs that are not seen. */
export function safeName(name: string): string {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const clean = last.replace(/[\p{Cc}\p{Cf}]/gu, '').trim()
  return clean === '' ? 'fichier sans nom' : clean.slice(0, 200)
}
