import type { World } from '../store/world.ts'

/** Whether a referent could come back by mail, where a sign-in is asked. */
export const hasWayBack = async ({ db }: World): Promise<boolean> =>
  (await db
    .selectFrom('person')
    .select('id')
    .where('role', '=', 'referent')
    .where('left_at', 'is', null)
    .where('mail', 'is not', null)
    .limit(1)
    .executeTakeFirst()) !== undefined
