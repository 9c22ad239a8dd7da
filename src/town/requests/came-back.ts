import { Refused } from '../../contract/refused.ts'
import { WAITED } from '../../contract/requests.ts'
import { findAnySet } from '../../preparation/sets/find.ts'
import { inTown } from '../../store/lock-town.ts'
import type { Actor, World } from '../../store/world.ts'
import { sayDecision } from '../wishes/change.ts'
import { keepAnswer } from './answers.ts'

/**
 * The referent put a file in a set: when one person alone was asked for a file about it, it is her answer. When several were, each sheet is
 * somebody's, and the referent says whose.
 */
export async function fileCameBack(world: World, insee: string, slug: string, upload: string): Promise<void> {
  const set = await findAnySet(world.db, insee, slug)
  await inTown(world.db, insee, async tx => {
    const asked = await tx
      .selectFrom('request')
      .selectAll()
      .where(is => is.and({ insee, data_set: set.id }))
      .where('kind', 'in', ['sheet', 'holder'])
      .where('state', 'in', [...WAITED])
      .execute()
    const [only, ...others] = asked
    if (!only || others.length > 0) return
    const file = await tx
      .selectFrom('upload')
      .select('name')
      .where(is => is.and({ insee, id: upload }))
      .executeTakeFirst()
    await keepAnswer(tx, only, { type: 'file', at: world.now(), ...(file && { words: file.name }) })
  })
}

/** « Sensible, ne pas ouvrir »: the set is not published, and the wishlist says so with the reason. */
export async function saidSensitive(world: World, actor: Actor, slug: string, reason: string): Promise<void> {
  try {
    await sayDecision(world, actor, slug, { decision: 'no', why: `Sensible, ne pas ouvrir : ${reason}`.slice(0, 2000) })
  } catch (error) {
    // A set that is not in the wishlist has no decision to write: its approval says it all.
    if (!(error instanceof Refused)) throw error
  }
}
