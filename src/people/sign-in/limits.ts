import { Refused } from '../../contract/refused.ts'
import type { World } from '../../store/world.ts'
import { hashOf } from '../secrets.ts'
import { later } from '../sessions.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

interface Limit {
  readonly most: number
  readonly within: number
}

/** Per account and per address (reliability.md of any such service: OWASP, Authentication). Wrong tries are what counts for codes. */
const LIMITS = {
  link: [
    { most: 5, within: HOUR },
    { most: 20, within: DAY },
  ],
  code: [{ most: 10, within: 15 * MINUTE }],
  password: [{ most: 10, within: 15 * MINUTE }],
  token: [{ most: 10, within: 15 * MINUTE }],
  /** What a link that went astray could pour into a set. */
  given: [{ most: 300, within: HOUR }],
  /** Files by a link. */
  file: [{ most: 30, within: HOUR }],
  start: [{ most: 10, within: 15 * MINUTE }],
} as const satisfies Record<string, readonly Limit[]>

export type Attempted = keyof typeof LIMITS

export interface Attempt {
  /** It succeeded: it does not count against anybody. */
  forget(): Promise<void>
}

/**
 * Counts one attempt for each of `who` (a mail, an address), before it is made: a hundred at once are counted one by one. Throws 429 above the limit.
 * What is refused is not counted, so that the pause ends.
 */
export async function attempt(world: World, kind: Attempted, who: readonly string[]): Promise<Attempt> {
  const at = world.now()
  await world.db.deleteFrom('attempt').where('at', '<', later(at, -DAY)).execute()
  const rows = who.map(one => ({ id: world.newId(), kind, who: hashOf(one), at }))
  await world.db.insertInto('attempt').values(rows).execute()
  const forget = async () => {
    await world.db
      .deleteFrom('attempt')
      .where(
        'id',
        'in',
        rows.map(({ id }) => id),
      )
      .execute()
  }
  for (const row of rows)
    for (const { most, within } of LIMITS[kind])
      if ((await countSince(world, kind, row.who, later(at, -within))) > most) {
        await forget()
        throw tooMany(within)
      }
  return { forget }
}

/** Who has come in was no robot: what was counted against her mail and her address is forgotten. A town hall is often one address for all. */
export async function forgive(world: World, kinds: readonly Attempted[], who: readonly string[]): Promise<void> {
  await world.db.deleteFrom('attempt').where('kind', 'in', kinds).where('who', 'in', who.map(hashOf)).execute()
}

async function countSince(world: World, kind: Attempted, who: string, since: string): Promise<number> {
  const { count } = await world.db
    .selectFrom('attempt')
    .select(({ fn }) => fn.countAll<number | string>().as('count'))
    .where('kind', '=', kind)
    .where('who', '=', who)
    .where('at', '>', since)
    .executeTakeFirstOrThrow()
  return Number(count)
}

function tooMany(within: number): Refused {
  const wait = within <= 15 * MINUTE ? 'un quart d’heure' : within <= HOUR ? 'une heure' : 'un jour'
  return new Refused(429, `Trop d’essais en peu de temps : attendez ${wait}, puis recommencez.`, within / 1000)
}
