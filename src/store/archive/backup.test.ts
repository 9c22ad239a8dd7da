import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { ANNE, aTown, cellOp } from '../../journal/for-tests.ts'
import { record } from '../../journal/record.ts'
import { verifyChain } from '../../journal/verify.ts'
import { LAST_MIGRATION } from '../migrate.ts'
import { openStore } from '../open.ts'
import { postgresPrograms } from '../postgres-for-tests.ts'
import { describeStores, storesOf, type TestStore } from '../stores-for-tests.ts'
import { backup } from './backup.ts'
import { everyRow, fillEveryTable } from './for-tests.ts'
import { openZip, UnreadableArchive } from './read-zip.ts'
import { restore, TargetNotEmpty } from './restore.ts'
import { writeZip } from './write-zip.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const NOW = '2026-03-02T08:00:00.000Z'

/** The restore goes where the test's store is removed, and into no database but the one asked. */
async function restored(path: string, { folder }: TestStore, databaseUrl?: string) {
  const target = join(folder, 'restored')
  await restore(path, { folder: target, databaseUrl })
  return openStore({ folder: target, databaseUrl })
}

describeStores('backup and restore', (open, engine) => {
  const fresh = storesOf(engine)

  test('every table and every blob come back as they were', async () => {
    const from = await open()
    await fillEveryTable(from.world.db)
    const blobs = await Promise.all(['un', 'deux', ''].map(text => from.store.blobs.put(bytes(text))))
    const path = join(from.folder, 'a.zip')
    const manifest = await backup(from.store, path, NOW)
    expect(manifest).toMatchObject({ madeAt: NOW, damaged: [], tables: { journal: { rows: 700 } } })
    const empty = await fresh()
    const to = await restored(path, empty, empty.databaseUrl)
    expect(await everyRow(to.db)).toEqual(await everyRow(from.world.db))
    expect([...to.blobs.list()].sort()).toEqual([...blobs].sort())
    for (const sha256 of blobs) expect(await to.blobs.verify(sha256)).toBe(true)
    await to.close()
  })

  test('while four people write: what was acknowledged before is there, and the journal holds', async () => {
    const from = await open()
    await aTown(from.world)
    const own = await openStore({ folder: from.folder, databaseUrl: from.databaseUrl })
    let [going, written] = [true, 0]
    const write = async (writer: number) => {
      while (going) {
        const sha256 = await from.world.blobs.put(bytes(`fichier ${writer} ${written}`))
        await record(
          from.world,
          ANNE,
          { act: 'upload', note: sha256, change: [cellOp('a', '', sha256)] },
          async () => {},
        )
        written++
        await pause(20)
      }
    }
    const writers = [1, 2, 3, 4].map(write)
    while (written < 40) await pause(10)
    const before = written
    const path = join(from.folder, 'a.zip')
    await backup(own, path, NOW)
    going = false
    await Promise.all(writers)
    await own.close()
    const empty = await fresh()
    const to = await restored(path, empty, empty.databaseUrl)
    const chain = await verifyChain(to.db, '78217')
    expect(chain.broken).toBeUndefined()
    expect(chain.entries).toBeGreaterThanOrEqual(before)
    for (const { note } of await to.db.selectFrom('journal').select('note').execute())
      expect(await to.blobs.verify(note)).toBe(true)
    await to.close()
  })

  test('nothing is written over: neither a full folder, nor a town that is there, nor the archive', async () => {
    const from = await open()
    await aTown(from.world)
    const path = join(from.folder, 'a.zip')
    await backup(from.store, path, NOW)
    await expect(restore(path, { folder: from.folder })).rejects.toThrow(TargetNotEmpty)
    if (engine === 'postgres') {
      const target = join(from.folder, 'restored')
      await expect(restore(path, { folder: target, databaseUrl: from.databaseUrl })).rejects.toThrow(TargetNotEmpty)
      expect(existsSync(target)).toBe(false)
    }
  })

  test('a damaged backup is refused in a sentence, and leaves nothing', async () => {
    const from = await open()
    await aTown(from.world)
    await from.store.blobs.put(bytes('un fichier'))
    const path = join(from.folder, 'a.zip')
    await backup(from.store, path, NOW)
    const empty = await fresh()
    for (const [name, damage] of Object.entries(DAMAGES)) {
      const damaged = join(from.folder, `${name}.zip`)
      await damage(path, damaged)
      const folder = join(empty.folder, 'restored')
      await expect(restore(damaged, { folder, databaseUrl: empty.databaseUrl }), name).rejects.toThrow(
        UnreadableArchive,
      )
      expect(readdirSync(empty.folder).filter(file => file.startsWith('restored'))).toEqual([])
    }
    expect(await empty.world.db.selectFrom('town').selectAll().execute()).toEqual([])
  })

  test('a blob that the disk altered is kept as it is, and told', async () => {
    const from = await open()
    const sha256 = await from.store.blobs.put(bytes('un fichier'))
    writeFileSync(from.store.blobs.path(sha256), 'un fichiés')
    const path = join(from.folder, 'a.zip')
    expect(await backup(from.store, path, NOW)).toMatchObject({ damaged: [sha256] })
    const empty = await fresh()
    const to = await restored(path, empty, empty.databaseUrl)
    expect(readFileSync(to.blobs.path(sha256), 'utf8')).toBe('un fichiés')
    await to.close()
  })
})

/** Each makes another archive out of a good one. */
const DAMAGES: Record<string, (from: string, to: string) => Promise<void>> = {
  cut: async (from, to) => writeFileSync(to, readFileSync(from).subarray(0, -100)),
  altered: (from, to) => rewritten(from, to, name => (name.endsWith('data_set.jsonl') ? '{}\n' : undefined)),
  'not JSON': (from, to) => rewritten(from, to, name => (name.endsWith('town.jsonl') ? '{"insee":\n' : undefined)),
  'another blob': (from, to) => rewritten(from, to, name => (name.startsWith('blobs/') ? 'autre' : undefined)),
  'without manifest': (from, to) => rewritten(from, to, name => (name === 'carnet.json' ? null : undefined)),
  'of a later Carnet': (from, to) =>
    rewritten(from, to, (name, text) =>
      name === 'carnet.json' ? text.replace(LAST_MIGRATION, '999-later') : undefined,
    ),
  'no backup': async (_, to) => writeFileSync(to, 'ceci n’est pas un zip'),
}

async function rewritten(from: string, to: string, change: (name: string, text: string) => string | null | undefined) {
  const zip = await openZip(from)
  await writeZip(to, async writer => {
    for (const name of zip.names) {
      const chunks: Uint8Array[] = []
      for await (const chunk of zip.read(name)) chunks.push(chunk)
      const changed = change(name, Buffer.concat(chunks).toString())
      async function* content() {
        yield changed === undefined ? Buffer.concat(chunks) : bytes(changed ?? '')
      }
      if (changed !== null) await writer.add(name, content())
    }
  })
}

describe.skipIf(!postgresPrograms())('from one engine to the other', () => {
  const [sqlite, postgres] = [storesOf('sqlite'), storesOf('postgres')]
  test('SQLite to PostgreSQL and back: the same backup, line by line', async () => {
    const [from, between, back] = [await sqlite(), await postgres(), await sqlite()]
    await fillEveryTable(from.world.db)
    const first = join(from.folder, 'a.zip')
    const { tables } = await backup(from.store, first, NOW)
    const middle = await restored(first, between, between.databaseUrl)
    const second = join(between.folder, 'b.zip')
    expect((await backup(middle, second, NOW)).tables).toEqual(tables)
    await middle.close()
    const last = await restored(second, back)
    expect(await everyRow(last.db)).toEqual(await everyRow(from.world.db))
    await last.close()
  })
})
