import type { z } from 'zod'
import type { withdraw as withdrawSent } from '../../contract/publication.ts'
import { Refused } from '../../contract/refused.ts'
import { type Recorded, record } from '../../journal/record.ts'
import { findAnySet } from '../../preparation/sets/find.ts'
import type { Actor, World } from '../../store/world.ts'

/** The set is closed: its address says since when and why, its files answer no more. Its versions stay in the town, to be opened again. */
export async function withdraw(
  world: World,
  actor: Actor,
  slug: string,
  { key, why }: z.infer<typeof withdrawSent>,
): Promise<Recorded> {
  const { insee } = actor
  const set = await findAnySet(world.db, insee, slug)
  const entry = { act: 'withdraw', dataSet: set.id, key, beside: true as const }
  const note = `Retiré de la publication : « ${set.title} » (${why})`
  return record(world, actor, { ...entry, note }, async tx => {
    const { numUpdatedRows } = await tx
      .updateTable('publication')
      .set({ withdrawn_at: world.now(), withdrawn_why: why })
      .where(is => is.and({ insee, data_set: set.id }))
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Refused(409, `« ${set.title} » n’est pas publié : il n’y a rien à retirer.`)
  })
}
