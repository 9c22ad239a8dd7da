import type { World } from '../store/world.ts'
import { hashOf, newSecret } from './secrets.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** A day's work in an office; OWASP's range is 4 to 8 hours. */
const IDLE = 8 * HOUR
const LONGEST = 7 * 24 * HOUR
/** Not a write a request: when she was last seen is known to five minutes. */
const SEEN_EVERY = 5 * MINUTE
/** Closed sessions tell when somebody was last seen, then go. */
const KEPT_AFTER = 90 * 24 * HOUR

export const later = (instant: string, milliseconds: number): string =>
  new Date(Date.parse(instant) + milliseconds).toISOString()

/** Who a cookie stands for. */
export interface SessionOwner {
  readonly insee: string
  readonly person: string
}

/** Opens a session and answers its secret. The one that the browser had before is closed: a fixed cookie is worth nothing after sign-in. */
export async function openSession(world: World, owner: SessionOwner, before?: string): Promise<string> {
  const now = world.now()
  if (before) await closeSession(world, before)
  await world.db.deleteFrom('session').where('expires_at', '<', later(now, -KEPT_AFTER)).execute()
  const secret = newSecret()
  await world.db
    .insertInto('session')
    .values({
      token_hash: hashOf(secret),
      ...owner,
      created_at: now,
      seen_at: now,
      expires_at: later(now, LONGEST),
    })
    .execute()
  return secret
}

/** The owner of a session that is neither closed, nor idle for too long, nor too old. */
export async function findSession(world: World, secret: string): Promise<SessionOwner | undefined> {
  const now = world.now()
  const row = await openSessionRow(world, secret)
  if (!row) return undefined
  if (row.seen_at < later(now, -SEEN_EVERY))
    await world.db.updateTable('session').set({ seen_at: now }).where('token_hash', '=', row.token_hash).execute()
  return { insee: row.insee, person: row.person }
}

/** Asked by a line that stays open: that it is open is no sign that somebody is there. */
export const isSessionOpen = async (world: World, secret: string): Promise<boolean> =>
  (await openSessionRow(world, secret)) !== undefined

const openSessionRow = (world: World, secret: string) =>
  world.db
    .selectFrom('session')
    .select(['token_hash', 'insee', 'person', 'seen_at'])
    .where('token_hash', '=', hashOf(secret))
    .where('expires_at', '>', world.now())
    .where('seen_at', '>', later(world.now(), -IDLE))
    .executeTakeFirst()

export async function closeSession(world: World, secret: string): Promise<void> {
  await world.db
    .updateTable('session')
    .set({ expires_at: world.now() })
    .where('token_hash', '=', hashOf(secret))
    .where('expires_at', '>', world.now())
    .execute()
}

/** Every session of somebody who leaves, or whose password changes. */
export async function closeSessionsOf(world: World, { insee, person }: SessionOwner): Promise<void> {
  await world.db
    .updateTable('session')
    .set({ expires_at: world.now() })
    .where('insee', '=', insee)
    .where('person', '=', person)
    .where('expires_at', '>', world.now())
    .execute()
}
