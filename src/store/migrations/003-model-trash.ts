import type { Kysely } from 'kysely'

/** A model made in the town that no set follows any more can be put in the trash, and comes back. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('model').addColumn('trashed_at', 'text').execute()
}
