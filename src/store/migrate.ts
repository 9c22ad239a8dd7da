import { DEFAULT_MIGRATION_TABLE, type Kysely, Migrator } from 'kysely'
import * as start from './migrations/001-start.ts'
import * as publication from './migrations/002-publication.ts'
import * as modelTrash from './migrations/003-model-trash.ts'
import * as town from './migrations/004-town.ts'

/** Migrations in order of their names: never changed once released, a new one is added below. */
const MIGRATIONS = {
  '001-start': start,
  '002-publication': publication,
  '003-model-trash': modelTrash,
  '004-town': town,
}

export const LAST_MIGRATION = Object.keys(MIGRATIONS).at(-1)!
export const knowsMigration = (name: string): boolean => Object.hasOwn(MIGRATIONS, name)

/** The tables were made by a later Carnet. */
export class LaterStore extends Error {
  override readonly name = 'LaterStore'
  constructor() {
    super('Ces données viennent d’un Carnet plus récent : mettez celui-ci à jour avant de les ouvrir.')
  }
}

/** Brings the tables up to date, or up to `last`; a failure names the migration and leaves the ones before it in place. */
export async function migrate<T>(db: Kysely<T>, last = LAST_MIGRATION): Promise<void> {
  if ((await applied(db)).some(name => !knowsMigration(name))) throw new LaterStore()
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => MIGRATIONS },
  })
  const { error, results } = await migrator.migrateTo(last)
  if (!error) return
  const failed = results?.find(({ status }) => status === 'Error')?.migrationName
  throw new Error(`migration ${failed ?? '?'} failed: ${String(error)}`, { cause: error })
}

/** None when the table that tells them is not there yet; whatever else is wrong, the migration meets it too. */
async function applied<T>(db: Kysely<T>): Promise<string[]> {
  const untyped = db as unknown as Kysely<Record<string, { name: string }>>
  const rows = await untyped
    .selectFrom(DEFAULT_MIGRATION_TABLE)
    .select('name')
    .execute()
    .catch(() => [])
  return rows.map(({ name }) => name)
}
