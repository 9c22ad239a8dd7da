import type { z } from 'zod'
import { Refused } from '../contract/refused.ts'
import type { ErasureAnswer, erase as eraseSent } from '../contract/sets.ts'
import { type Erasure, eraseForGood } from '../journal/erase/erase.ts'
import type { Actor } from '../store/world.ts'
import { findUpload } from './uploads/cards.ts'
import type { PreparationWorld } from './world.ts'

type Sent = z.infer<typeof eraseSent>

/** For good, by law. Answers how many places held it, and the sets that have changed. */
export async function erase(
  world: PreparationWorld,
  actor: Actor,
  sent: Sent,
): Promise<ErasureAnswer & { readonly sets: readonly string[] }> {
  const { insee } = actor
  const erasure = await erasureOf(world, insee, sent)
  const sets = await setsTouched(world, insee, erasure)
  const { places } = await eraseForGood(world, actor, erasure)
  return { places, sets }
}

async function erasureOf(world: PreparationWorld, insee: string, sent: Sent): Promise<Erasure> {
  switch (sent.type) {
    case 'source':
      return { type: 'upload', upload: (await findUpload(world.db, insee, sent.source)).id }
    case 'upload':
      return { type: 'upload', upload: (await findUpload(world.db, insee, sent.upload)).id }
    case 'value':
      return { type: 'value', dataSet: await idOf(world, insee, sent.set), text: sent.value }
    case 'set':
      return { type: 'set', dataSet: await idOf(world, insee, sent.set) }
  }
}

/** By its address or its id, in the trash or not. */
async function idOf({ db }: PreparationWorld, insee: string, set: string): Promise<string> {
  const row = await db
    .selectFrom('data_set')
    .select('id')
    .where('insee', '=', insee)
    .where(is => is.or([is('slug', '=', set), is('id', '=', set)]))
    .executeTakeFirst()
  if (!row) throw new Refused(404, 'Ce jeu de données n’existe pas dans votre commune.')
  return row.id
}

/** Addresses of the sets that are still there afterwards, to be shown and checked again. */
async function setsTouched({ db }: PreparationWorld, insee: string, erasure: Erasure): Promise<string[]> {
  if (erasure.type === 'set') return []
  const rows = await db
    .selectFrom('data_set')
    .select('slug')
    .where('insee', '=', insee)
    .$if(erasure.type === 'value', query => query.where('id', '=', erasure.type === 'value' ? erasure.dataSet : ''))
    .$if(erasure.type === 'upload', query =>
      query.where('id', 'in', is =>
        is
          .selectFrom('source')
          .select('data_set')
          .where('insee', '=', insee)
          .where('upload', '=', erasure.type === 'upload' ? erasure.upload : ''),
      ),
    )
    .execute()
  return rows.map(({ slug }) => slug)
}
