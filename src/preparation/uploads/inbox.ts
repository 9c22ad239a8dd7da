import type { UploadCard } from '../../contract/sets.ts'
import type { PreparationWorld } from '../world.ts'
import { type UploadRow, uploadCards } from './cards.ts'
import { suggester } from './suggest.ts'

/** Files received that are in no set yet, latest first, each with the set that it looks like when that is sure. */
export async function inbox(world: PreparationWorld, insee: string): Promise<UploadCard[]> {
  const rows = await world.db
    .selectFrom('upload')
    .selectAll()
    .where('insee', '=', insee)
    .where('erased_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('source')
            .select('source.upload')
            .whereRef('source.insee', '=', 'upload.insee')
            .whereRef('source.upload', '=', 'upload.id'),
        ),
      ),
    )
    .orderBy('sent_at', 'desc')
    .limit(200)
    .execute()
  return uploadCardsOf(world, insee, rows)
}

export async function uploadCardsOf(
  world: PreparationWorld,
  insee: string,
  rows: readonly UploadRow[],
): Promise<UploadCard[]> {
  const cards = await uploadCards(world.db, rows)
  if (cards.every(({ tables }) => !tables)) return cards
  const suggest = await suggester(world, insee)
  return cards.map(card => {
    const suggestion = suggest(card)
    return suggestion ? { ...card, suggestion } : card
  })
}
