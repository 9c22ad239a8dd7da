import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely, PostgresDialect, SqliteAdapter, SqliteDialect, sql, type Transaction } from 'kysely'
import { type Blobs, folderBlobs } from './blobs.ts'
import { migrate } from './migrate.ts'
import { type SecretBox, secretBox } from './secret-box.ts'
import type { Tables } from './tables.ts'

export type Database = Kysely<Tables>
export type Tx = Transaction<Tables>
export type Engine = 'sqlite' | 'postgres'

/** What an area needs to keep things. */
export interface Store {
  readonly db: Database
  readonly blobs: Blobs
  readonly engine: Engine
  /** Keys and passwords of other services, at rest. */
  readonly secrets: SecretBox
  close(): Promise<void>
}

export interface StoreOptions {
  /** The data folder: `carnet.db` when the database is SQLite, and the blobs. Made when absent. */
  readonly folder: string
  /** PostgreSQL instead of SQLite. */
  readonly databaseUrl?: string | undefined
  /** Tables as they were at this migration: what a restore starts from. */
  readonly migration?: string | undefined
}

/** The store cannot be opened: one French sentence. */
export class UnusableStore extends Error {
  override readonly name = 'UnusableStore'
}

/** Opens the store and brings its tables up to date. The engine's package is loaded only when it is chosen. Throws `UnusableStore`. */
export async function openStore({ folder, databaseUrl, migration }: StoreOptions): Promise<Store> {
  mkdirSync(folder, { recursive: true })
  const db = new Kysely<Tables>({
    dialect: databaseUrl ? await postgres(databaseUrl) : await sqlite(join(folder, 'carnet.db')),
  })
  try {
    if (databaseUrl) await reach(db)
    await migrate(db, migration)
  } catch (error) {
    await db.destroy()
    throw error
  }
  return {
    db,
    blobs: folderBlobs(join(folder, 'blobs')),
    engine: databaseUrl ? 'postgres' : 'sqlite',
    secrets: secretBox(folder),
    close: () => db.destroy(),
  }
}

/** WAL with `synchronous=FULL`: what was answered survives a killed process and a power cut. `secure_delete`: what is erased is overwritten. */
async function sqlite(path: string): Promise<SqliteDialect> {
  const { default: Sqlite } = await import('better-sqlite3')
  const database = new Sqlite(path)
  for (const pragma of [
    'journal_mode = WAL',
    'synchronous = FULL',
    'foreign_keys = ON',
    'secure_delete = ON',
    'busy_timeout = 5000',
  ])
    database.pragma(pragma)
  return new TransactionalSqlite({ database })
}

/** kysely does not count on it, but SQLite makes tables within a transaction: a first start that is killed leaves no half of them. */
class TransactionalSqlite extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new (class extends SqliteAdapter {
      override get supportsTransactionalDdl() {
        return true
      }
    })()
  }
}

async function postgres(url: string): Promise<PostgresDialect> {
  const { default: pg } = await import('pg')
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  // A connection that nobody uses is lost when PostgreSQL restarts: the next query opens another. Without this, the process would end.
  pool.on('error', () => {})
  return new PostgresDialect({ pool })
}

async function reach(db: Database): Promise<void> {
  try {
    await sql`select 1`.execute(db)
  } catch (error) {
    const { code, message } = error as { code?: string; message?: string }
    throw new UnusableStore(
      `Je n'arrive pas à joindre la base PostgreSQL donnée par DATABASE_URL (${code ?? message}). Elle est peut-être arrêtée, ou l'adresse, le nom ou le mot de passe n'est pas le bon.`,
      { cause: error },
    )
  }
}
