import type { LinkScope } from '../../contract/people.ts'
import type { World } from '../../store/world.ts'

/** Somebody who was given a set to approve, and has not answered. */
export interface WaitedVerdict {
  readonly who: string
  readonly set: string
  readonly since: string
}

export async function waitedVerdicts({ db, now }: Pick<World, 'db' | 'now'>, insee: string): Promise<WaitedVerdict[]> {
  const links = await db
    .selectFrom('link')
    .select(['id', 'label', 'scope', 'created_at'])
    .where('insee', '=', insee)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now())
    .orderBy('created_at')
    .execute()
  const asked = links.flatMap(({ id, label, scope, created_at }) => {
    const { type, set } = JSON.parse(scope) as LinkScope
    return type === 'approve' ? [{ id, who: label, set, since: created_at }] : []
  })
  if (asked.length === 0) return []
  const answered = await db
    .selectFrom('journal')
    .select('by')
    .distinct()
    .where('insee', '=', insee)
    .where('act', 'like', 'verdict-%')
    .execute()
  const said = new Set(answered.map(({ by }) => by))
  return asked.filter(({ id }) => !said.has(id)).map(({ id: _, ...waited }) => waited)
}
