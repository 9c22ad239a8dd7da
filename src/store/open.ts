import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely, PostgresDialect, SqliteDialect, type Transaction } from 'kysely'
import { type Blobs, folderBlobs } from './blobs.ts'
import { migrate } from './migrate.ts'
import type { Tables } from './tables.ts'

export type Database = Kysely<Tables>
export type Tx = Transaction<Tables>
export type Engine = 'sqlite' | 'postgres'

/** What an area needs to keep things. */
export interface Store {
  readonly db: Database
  readonly blobs: Blobs
  readonly engine: Engine
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

/** Opens the store and brings its tables up to date. The engine's package is loaded only when it is chosen. */
export async function openStore({ folder, databaseUrl, migration }: StoreOptions): Promise<Store> {
  mkdirSync(folder, { recursive: true })
  const db = new Kysely<Tables>({
    dialect: databaseUrl ? await postgres(databaseUrl) : await sqlite(join(folder, 'carnet.db')),
  })
  await migrate(db, migration)
  return {
    db,
    blobs: folderBlobs(join(folder, 'blobs')),
    engine: databaseUrl ? 'postgres' : 'sqlite',
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
  return new SqliteDialect({ database })
}

async function postgres(url: string): Promise<PostgresDialect> {
  const { default: pg } = await import('pg')
  return new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 10 }) })
}
