import type { z } from 'zod'
import type { changeAddress as changeSent } from '../../contract/publication.ts'
import { Refused } from '../../contract/refused.ts'
import { type Recorded, record } from '../../journal/record.ts'
import { findAnySet } from '../../preparation/sets/find.ts'
import type { Tx } from '../../store/open.ts'
import type { Actor, World } from '../../store/world.ts'
import { isTaken, lockAddresses } from './slugs.ts'

/** A new address for a published set. The old ones lead to it for ever, however many there were. */
export async function changeAddress(
  world: World,
  actor: Actor,
  slug: string,
  { key, slug: wanted }: z.infer<typeof changeSent>,
): Promise<Recorded> {
  const { insee } = actor
  const set = await findAnySet(world.db, insee, slug)
  const entry = { act: 'change-address', dataSet: set.id, key, beside: true as const, note: '' }
  return record(world, actor, entry, async tx => {
    await lockAddresses(tx)
    const was = await moveAddress(tx, set, wanted)
    return { note: `Adresse changée : « ${set.title} », de ${was} à ${wanted}` }
  })
}

async function moveAddress(tx: Tx, set: { insee: string; id: string; title: string }, wanted: string): Promise<string> {
  const of = { insee: set.insee, data_set: set.id }
  const row = await tx
    .selectFrom('publication')
    .select('slug')
    .where(is => is.and(of))
    .executeTakeFirst()
  if (!row) throw new Refused(409, `« ${set.title} » n’est pas encore publié : il n’a pas d’adresse à changer.`)
  if (row.slug === wanted) throw new Refused(409, `« ${set.title} » est déjà à cette adresse.`)
  if (await isTaken(tx, wanted, set))
    throw new Refused(409, `J’ai lu l’adresse « ${wanted} » ; un autre jeu l’a, ou l’a eue : choisissez-en une autre.`)
  // An address that comes back is no redirect any more.
  await tx
    .deleteFrom('redirect')
    .where(is => is.and({ ...of, slug: wanted }))
    .execute()
  await tx
    .insertInto('redirect')
    .values({ ...of, slug: row.slug })
    .execute()
  await tx
    .updateTable('publication')
    .set({ slug: wanted })
    .where(is => is.and(of))
    .execute()
  return row.slug
}
