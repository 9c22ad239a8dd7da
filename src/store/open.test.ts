import { copyFileSync, mkdirSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { expect, test } from 'vitest'
import { ANNE, aTown, SET } from '../journal/for-tests.ts'
import { record } from '../journal/record.ts'
import { verifyChain } from '../journal/verify.ts'
import { LaterStore } from './migrate.ts'
import { openStore, UnusableStore } from './open.ts'
import { describeStores, storesOf } from './stores-for-tests.ts'
import type { World } from './world.ts'

const write = (world: World, note: string) =>
  record(world, ANNE, { act: 'set', dataSet: SET, note }, async tx => {
    await tx.updateTable('data_set').set({ title: note }).where('id', '=', SET).execute()
  })
const titleOf = async ({ db }: World) =>
  (await db.selectFrom('data_set').select('title').executeTakeFirstOrThrow()).title

describeStores('opening the store', (open, engine) => {
  test('what was written is there when it is opened again', async () => {
    const first = await open()
    await aTown(first.world)
    await write(first.world, 'Un')
    const { world } = await first.reopen()
    expect(await titleOf(world)).toBe('Un')
  })

  test('data of a later Carnet are not touched, and it is said', async () => {
    const store = await open()
    const migrations = store.world.db as unknown as Kysely<Record<string, { name: string; timestamp: string }>>
    await migrations.insertInto('kysely_migration').values({ name: '999-later', timestamp: '' }).execute()
    await expect(store.reopen()).rejects.toThrow(LaterStore)
  })

  test.skipIf(engine === 'sqlite')('connections that PostgreSQL closes are opened again', async () => {
    const { world } = await open()
    await aTown(world)
    await Promise.all(['Un', 'Deux', 'Trois'].map(note => write(world, note)))
    const others = sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`
    await others.execute(world.db)
    const after = async (): Promise<string> => write(world, 'Après').then(() => titleOf(world))
    expect(await after().catch(after)).toBe('Après')
  })
})

test('a PostgreSQL that does not answer is told in a sentence', async () => {
  const { folder } = await storesFolder()
  const opened = openStore({ folder, databaseUrl: 'postgresql:///x?host=/nowhere&user=x' })
  await expect(opened).rejects.toThrow(UnusableStore)
  await expect(opened).rejects.toThrow("Je n'arrive pas à joindre la base PostgreSQL")
})
const storesFolder = storesOf('sqlite')

test('a full disk: the act is refused, nothing of it is there, and the next one is done once there is room', async () => {
  const { world } = await storesFolder()
  await aTown(world)
  await write(world, 'Un')
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(world.db)
  await sql`pragma max_page_count = ${sql.lit(rows[0]!.page_count)}`.execute(world.db)
  const long = 'x'.repeat(100_000)
  await expect(write(world, long)).rejects.toThrow('full')
  expect(await titleOf(world)).toBe('Un')
  await sql`pragma max_page_count = 1000000`.execute(world.db)
  expect(await write(world, long)).toEqual({ seq: 2 })
  expect(await verifyChain(world.db, '78217')).toMatchObject({ entries: 2 })
})

test('a log cut anywhere, as a failing disk may: what is left is whole acts, in order', async () => {
  const { world, folder } = await storesFolder()
  await aTown(world)
  for (let n = 1; n <= 30; n++) await write(world, `Titre ${n}`)
  const log = join(folder, 'carnet.db-wal')
  for (let cut = 0; cut <= 20; cut++) {
    const copy = join(folder, `copy-${cut}`)
    mkdirSync(copy)
    for (const name of ['carnet.db', 'carnet.db-wal']) copyFileSync(join(folder, name), join(copy, name))
    truncateSync(join(copy, 'carnet.db-wal'), Math.floor((statSync(log).size * cut) / 20))
    const { db, close } = await openStore({ folder: copy })
    const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db)
    expect(rows).toEqual([{ integrity_check: 'ok' }])
    const { entries, broken } = await verifyChain(db, '78217')
    expect(broken).toBeUndefined()
    const sets = await db.selectFrom('data_set').select('title').execute()
    if (entries > 0) expect(sets).toEqual([{ title: `Titre ${entries}` }])
    if (cut === 20) expect(entries).toBe(30)
    await close()
  }
})
