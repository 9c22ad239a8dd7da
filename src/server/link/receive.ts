import { Refused } from '../../contract/refused.ts'
import { countUse, type LinkHolder } from '../../people/links.ts'
import { attempt } from '../../people/sign-in/limits.ts'
import type { Preparation } from '../../preparation/preparation.ts'
import { findSet } from '../../preparation/sets/find.ts'
import { readUploads } from '../../preparation/sets/task-set.ts'
import { findUpload, type UploadRow } from '../../preparation/uploads/cards.ts'
import { uploadCardsOf } from '../../preparation/uploads/inbox.ts'
import { readSoon, receiveUpload } from '../../preparation/uploads/receive.ts'

/** What a link may give at once; the town's own people give more (receive.ts of uploads). */
export const MOST_LINK_BYTES = 25 * 1024 * 1024

export interface LinkFile {
  readonly filename: string
  readonly file: AsyncIterable<Uint8Array>
}

/**
 * `send`: a file that comes back. It is kept as it came; recognised, or the first one of the set, it joins it as a source: its helper lines are left
 * out there, and Carnet proposes how to put it together with the others. Else it waits among the files received.
 */
export async function receiveByLink(preparation: Preparation, holder: LinkHolder, sent: LinkFile): Promise<string> {
  if (holder.scope.type !== 'send') throw new Refused(403, 'Ce lien n’ouvre pas cela.')
  const { world, jobs } = preparation
  const { actor, link } = holder
  await attempt(world, 'file', [`link ${link.id}`])
  const id = await receiveUpload(world, actor, sent.filename, atMost(sent, MOST_LINK_BYTES))
  const rows = await readSoon(world, jobs, actor, [id])
  await countUse(world, link)
  const reading = await join(preparation, holder, rows)
  // A big file, or a busy machine: she does not wait for it. Cut by a stop, it stays among the files received.
  if (reading !== undefined)
    void jobs
      .wait({ id: reading }, LONGEST_MS)
      .then(async () => join(preparation, holder, [await findUpload(world.db, actor.insee, id)]))
      .catch(error => world.report(error, 'link file'))
  return rows[0]!.name
}
const LONGEST_MS = 10 * 60_000

/** Once it is read, it joins the set when it belongs there; answers the job that still reads it. */
async function join(preparation: Preparation, holder: LinkHolder, rows: readonly UploadRow[]) {
  const { insee } = holder.actor
  const [card] = await uploadCardsOf(preparation.world, insee, rows)
  if (card?.tables && (await belongs(preparation, holder, card.suggestion?.set)))
    await preparation.addSource(holder.actor, holder.set.slug, card.id)
  return card?.reading
}

/** Carnet recognises its columns, or nothing else is there yet. */
async function belongs({ world }: Preparation, { link, set }: LinkHolder, suggested: string | undefined) {
  if (suggested !== undefined) return suggested === set.slug
  return (await readUploads(world, await findSet(world.db, link.insee, set.slug))).length === 0
}

async function* atMost({ file, filename }: LinkFile, most: number): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const chunk of file) {
    size += chunk.byteLength
    if (size > most)
      throw new Refused(
        413,
        `« ${filename} » dépasse ${most / 1024 / 1024} Mo : répondez plutôt au courriel, en le joignant.`,
      )
    yield chunk
  }
}
