import { type Kysely, Migrator } from 'kysely'
import * as start from './migrations/001-start.ts'

/** Migrations in order of their names: never changed once released, a new one is added below. */
const MIGRATIONS = { '001-start': start }

/** Brings the tables up to date; a failure names the migration and leaves the ones before it in place. */
export async function migrate<T>(db: Kysely<T>): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => MIGRATIONS },
  })
  const { error, results } = await migrator.migrateToLatest()
  if (!error) return
  const failed = results?.find(({ status }) => status === 'Error')?.migrationName
  throw new Error(`migration ${failed ?? '?'} failed: ${String(error)}`, { cause: error })
}
