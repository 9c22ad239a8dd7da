import { type Kysely, Migrator } from 'kysely'
import * as start from './migrations/001-start.ts'

/** Migrations in order of their names: never changed once released, a new one is added below. */
const MIGRATIONS = { '001-start': start }

export const LAST_MIGRATION = Object.keys(MIGRATIONS).at(-1)!
export const knowsMigration = (name: string): boolean => Object.hasOwn(MIGRATIONS, name)

/** Brings the tables up to date, or up to `last`; a failure names the migration and leaves the ones before it in place. */
export async function migrate<T>(db: Kysely<T>, last = LAST_MIGRATION): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => MIGRATIONS },
  })
  const { error, results } = await migrator.migrateTo(last)
  if (!error) return
  const failed = results?.find(({ status }) => status === 'Error')?.migrationName
  throw new Error(`migration ${failed ?? '?'} failed: ${String(error)}`, { cause: error })
}
