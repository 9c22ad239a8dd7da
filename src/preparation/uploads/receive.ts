import { Refused } from '../../contract/refused.ts'
import { record } from '../../journal/record.ts'
import type { Actor } from '../../store/world.ts'
import type { Jobs } from '../jobs/jobs.ts'
import { readUpload } from '../jobs/read-upload.ts'
import type { PreparationWorld } from '../world.ts'
import { findUpload, type UploadRow } from './cards.ts'

/** A small file is read while the person waits; a big one goes on as a job, which she can leave and find again. */
const PATIENCE_MS = 4_000

const MEGABYTE = 1024 * 1024
/** What the readers take (src/readers/sandbox/limits.ts). */
export const MOST_BYTES = 512 * MEGABYTE

/** Bytes received: kept as they came before anything is made of them. */
export async function receiveUpload(
  world: PreparationWorld,
  jobs: Jobs,
  actor: Actor,
  name: string,
  chunks: AsyncIterable<Uint8Array>,
): Promise<UploadRow> {
  const shown = safeName(name)
  const received = await world.blobs.receive(chunks, MOST_BYTES)
  if (!received)
    throw new Refused(413, `« ${shown} » dépasse ${MOST_BYTES / MEGABYTE} Mo : coupez-le en plusieurs fichiers.`)
  const { sha256, size } = received
  const id = world.newId()
  if (size === 0) throw new Refused(422, `« ${shown} » est vide : il ne contient aucun octet.`)
  await record(world, actor, { act: 'upload', note: `Fichier reçu : « ${shown} »` }, async tx => {
    await tx
      .insertInto('upload')
      .values({ insee: actor.insee, id, sha256, name: shown, size, sent_at: world.now(), sent_by: actor.name })
      .execute()
    return undefined
  })
  await jobs.wait(await readUpload(jobs, actor, { id, name: shown }), PATIENCE_MS)
  return findUpload(world.db, actor.insee, id)
}

/** A table pasted from a sheet or a page is a source like another: its text is kept as it came. */
export function receivePaste(world: PreparationWorld, jobs: Jobs, actor: Actor, text: string): Promise<UploadRow> {
  const day = new Date(world.now()).toLocaleDateString('fr-FR', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'Europe/Paris',
  })
  async function* bytes() {
    yield new TextEncoder().encode(text)
  }
  return receiveUpload(world, jobs, actor, `Collage du ${day}`, bytes())
}

/** The name alone, without the folders that some browsers send nor signs that are not seen. */
export function safeName(name: string): string {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const clean = last.replace(/[\p{Cc}\p{Cf}]/gu, '').trim()
  return clean === '' ? 'fichier sans nom' : clean.slice(0, 200)
}
