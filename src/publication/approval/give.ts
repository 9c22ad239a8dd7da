import type { z } from 'zod'
import type { giveVerdict } from '../../contract/link.ts'
import { Refused } from '../../contract/refused.ts'
import { record } from '../../journal/record.ts'
import { findSet } from '../../preparation/sets/find.ts'
import type { Actor, World } from '../../store/world.ts'
import { verdictEntry } from './verdict.ts'

/** Yes, no or a remark from a person of the town: the same words as those that a link gives. */
export async function giveVerdictHere(
  world: World,
  actor: Actor,
  slug: string,
  { key, verdict, remark = '' }: z.output<typeof giveVerdict>,
): Promise<void> {
  if (verdict !== 'yes' && remark === '') throw new Refused(400, 'Dites pourquoi, en quelques mots.')
  const set = await findSet(world.db, actor.insee, slug)
  await record(world, actor, { ...verdictEntry(verdict, remark), dataSet: set.id, key }, async () => {})
}
