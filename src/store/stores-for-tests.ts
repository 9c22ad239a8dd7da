import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe } from 'vitest'
import { type Engine, openStore, type Store } from './open.ts'
import { newPostgresDatabase, postgresPrograms } from './postgres-for-tests.ts'
import type { World } from './world.ts'

/** A store of its own, in a folder of its own, closed and removed after the test. */
export interface TestStore {
  readonly world: World
  readonly store: Store
  readonly folder: string
  readonly databaseUrl: string | undefined
  /** Closes it and opens it again, as a restart does. */
  reopen(): Promise<TestStore>
}

/** Runs the same tests on SQLite and on PostgreSQL; the latter are skipped, and say so, where it is not installed. */
export function describeStores(title: string, suite: (open: () => Promise<TestStore>, engine: Engine) => void): void {
  for (const engine of ['sqlite', 'postgres'] as const) {
    const missing = engine === 'postgres' && !postgresPrograms()
    const name = `${title} (${engine === 'sqlite' ? 'SQLite' : missing ? 'PostgreSQL, qui n’est pas installé ici' : 'PostgreSQL'})`
    describe.skipIf(missing)(name, () => suite(storesOf(engine), engine))
  }
}

/** Opens stores of one engine; those of a test are closed and removed after it. To be called where tests are declared. */
export function storesOf(engine: Engine): () => Promise<TestStore> {
  const opened: Store[] = []
  const folders: string[] = []
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close()
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
  })
  const open = async (folder: string, databaseUrl: string | undefined, next: Next): Promise<TestStore> => {
    const store = await openStore({ folder, databaseUrl })
    opened.push(store)
    const reopen = async () => {
      opened.splice(opened.indexOf(store), 1)
      await store.close()
      return open(folder, databaseUrl, next)
    }
    return { world: { db: store.db, blobs: store.blobs, ...next }, store, folder, databaseUrl, reopen }
  }
  return async () => {
    const folder = mkdtempSync(join(tmpdir(), 'carnet-store-'))
    folders.push(folder)
    return open(folder, engine === 'postgres' ? await newPostgresDatabase() : undefined, inOrder())
  }
}

type Next = Pick<World, 'now' | 'newId'>

/** A clock that advances by one second each time it is read, and names in order. */
function inOrder(): Next {
  let [time, names] = [Date.UTC(2026, 2, 2, 8), 0]
  return {
    now: () => new Date((time += 1000)).toISOString(),
    newId: () => `id-${++names}`,
  }
}
