import { recordIn } from '../../journal/record.ts'
import { inTown } from '../../store/lock-town.ts'
import type { Tx } from '../../store/open.ts'
import type { Actor, World } from '../../store/world.ts'
import { findWish, wishRows } from './rows.ts'

/** A wish goes to another place, the others make room. */
export async function moveWish(world: World, actor: Actor, slug: string, to: number): Promise<void> {
  const { insee } = actor
  await inTown(world.db, insee, async tx => {
    const { set } = await findWish(tx, insee, slug)
    const rows = await wishRows(tx, insee)
    const from = rows.findIndex(({ id }) => id === set.id) + 1
    const place = Math.min(to, rows.length)
    if (place === from) return
    const order = rows.filter(({ id }) => id !== set.id)
    order.splice(place - 1, 0, set)
    const note = `Rang parmi les souhaits : ${from}, devient ${place}`
    // The table of the set is not touched: what is published is not behind.
    const entry = { act: 'wish-rank', dataSet: set.id, note, beside: true as const }
    await recordIn(tx, world, actor, entry, () => renumber(tx, insee, order))
  })
}

async function renumber(tx: Tx, insee: string, order: readonly { id: string; rank: number | null }[]): Promise<void> {
  for (const [at, { id, rank }] of order.entries())
    if (rank !== at + 1)
      await tx
        .updateTable('data_set')
        .set({ rank: at + 1 })
        .where(is => is.and({ insee, id }))
        .execute()
}
