import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { tableFromRows } from '../../core/table/table.ts'
import { packContent } from '../../preparation/tasks/content.ts'
import { everyRow } from '../../store/archive/for-tests.ts'
import { describeStores, type TestStore } from '../../store/stores-for-tests.ts'
import { freezeTable } from '../../store/versions/freeze.ts'
import { readFrozenTable } from '../../store/versions/read-table.ts'
import type { World } from '../../store/world.ts'
import { writeCsv } from '../../writers/csv/write-csv.ts'
import { writeXlsx } from '../../writers/xlsx/write-xlsx.ts'
import { ANNE, aTown, cellOp, SET } from '../for-tests.ts'
import { history } from '../read.ts'
import { record } from '../record.ts'
import { undoable } from '../undo.ts'
import { verifyChain } from '../verify.ts'
import { eraseForGood } from './erase.ts'
import { finishErasures } from './finish.ts'

/** Personal data sent by mistake: accents and quotes are written in several ways. */
const NAME = 'Zoé "Zou" Délébile'
const PHONE = '0699887766'
const TABLE = tableFromRows(
  ['nom', 'téléphone'],
  [
    ['Boulangerie', '0130900000'],
    [NAME, PHONE],
    ['Garage', `${PHONE} (${NAME})`],
  ],
)
const KEY = JSON.stringify([[['nom', NAME]], 0])
const ofSet = { insee: '78217', data_set: SET }

async function upload(world: World, id: string, bytes: Uint8Array): Promise<void> {
  const sha256 = await world.blobs.put(bytes)
  const found = {
    tables: [{ table: TABLE, setAside: [] }],
    file: 'liste.xlsx',
  }
  const content_sha256 = await world.blobs.put(await packContent(found as never, sha256))
  const file = { sha256, name: `${id} ${NAME}.xlsx`, size: bytes.length, sent_by: 'Anne', content_sha256 }
  const tables = JSON.stringify([{ columns: [NAME] }])
  await record(world, ANNE, { act: 'add-source', dataSet: SET, note: `Fichier reçu : ${file.name}` }, async tx => {
    await tx
      .insertInto('upload')
      .values({ insee: '78217', id, ...file, tables, sent_at: world.now() })
      .execute()
    await tx
      .insertInto('source')
      .values({ ...ofSet, upload: id, rank: 0 })
      .execute()
  })
}

/** A set whose every corner holds the text. */
async function aSetThatHoldsIt({ world }: TestStore): Promise<void> {
  await aTown(world)
  await upload(world, 'liste', await writeXlsx([{ name: 'Liste', table: TABLE }]))
  const change = [
    { ...cellOp('nom', '', NAME), row: { key: { nom: NAME } } },
    { op: 'row' as const, hand: 'main', id: 'r1', now: { nom: NAME, téléphone: PHONE } },
  ]
  await record(world, ANNE, { act: 'cells', dataSet: SET, note: `« ${NAME} » corrigé`, change }, async (tx, seq) => {
    const hand = { ...ofSet, hand: 'main' }
    const cell = { row_key: KEY, column_name: 'téléphone', base: PHONE, value: `${PHONE}.`, changed_by: 'anne' }
    await tx
      .insertInto('hand_cell')
      .values({ ...hand, ...cell, seq })
      .execute()
    await tx
      .insertInto('hand_row')
      .values({ ...hand, id: 'r1', cells: JSON.stringify({ nom: NAME }), seq })
      .execute()
    await tx
      .insertInto('hand_gone')
      .values({ ...hand, row_key: KEY, seq })
      .execute()
    const step = { id: 's1', step: { type: 'fill', column: 'nom', value: NAME }, reason: `Avec ${PHONE}` }
    await tx
      .insertInto('step')
      .values({ ...ofSet, id: 's1', at: 1, body: JSON.stringify(step) })
      .execute()
    await tx
      .insertInto('conflict')
      .values({ ...ofSet, id: 'c1', body: JSON.stringify({ kept: { value: NAME } }) })
      .execute()
    await tx
      .updateTable('data_set')
      .set({ proposed: JSON.stringify([step]), summary: JSON.stringify({ seen: PHONE }) })
      .execute()
    const job = {
      id: 'j1',
      kind: 'check',
      title: 'Vérification',
      state: 'done',
      progress: 1,
      message: NAME,
      created_by: '',
    }
    const told = {
      input: '{}',
      result: JSON.stringify({ found: JSON.stringify([NAME, PHONE]) }),
      created_at: world.now(),
    }
    await tx
      .insertInto('job')
      .values({ ...ofSet, ...job, ...told })
      .execute()
  })
  await aVersionThatHoldsIt(world)
  await record(
    world,
    ANNE,
    { act: 'cells', dataSet: SET, note: 'Après', change: [cellOp('nom', 'a', 'b')] },
    async () => {},
  )
}

/** Published, withdrawn, copied elsewhere, told in a text of the town. */
async function aVersionThatHoldsIt({ db, blobs, now }: World): Promise<void> {
  const { sha256 } = await freezeTable(blobs, TABLE)
  const csv = await blobs.put(new TextEncoder().encode(writeCsv(TABLE)))
  const manifest = { data: { csv }, fiche: { description: `Demandé par ${NAME}` }, recipe: { steps: [{ to: PHONE }] } }
  const manifest_sha256 = await blobs.put(new TextEncoder().encode(JSON.stringify(manifest)))
  const files = { hash: 'h1', parquet_sha256: sha256, csv_sha256: csv, manifest_sha256 }
  await db
    .insertInto('version')
    .values({ ...ofSet, ...files, rows: 3, seq: 2, created_by: 'Anne', created_at: now() })
    .execute()
  const instants = { issued_at: now(), modified_at: now(), withdrawn_at: now() }
  await db
    .insertInto('publication')
    .values({ ...ofSet, slug: SET, hash: 'h1', salt: 's', ...instants, withdrawn_why: `Parlait de ${NAME}` })
    .execute()
  await db
    .insertInto('redirect')
    .values({ ...ofSet, slug: 'boutiques' })
    .execute()
  const body = JSON.stringify({ contact: { value: { name: NAME } } })
  await db
    .insertInto('fiche')
    .values({ ...ofSet, body, seq: 1 })
    .execute()
  const found = JSON.stringify({ findings: [{ key: `phone:${PHONE}`, examples: [PHONE, NAME] }] })
  await db
    .insertInto('guard')
    .values({ ...ofSet, body: found, seq: 1 })
    .execute()
  const answer = { answer: 'keep', reason: `${NAME} est d’accord`, answered_by: 'Anne', answered_at: now(), seq: 1 }
  await db
    .insertInto('guard_answer')
    .values({ ...ofSet, finding: `phone:${PHONE}`, ...answer })
    .execute()
  const copy = {
    connector: 'c1',
    wanted: 1,
    state: 'failed',
    message: `Refusé : ${NAME}`,
    remote: JSON.stringify([NAME]),
  }
  await db
    .insertInto('delivery')
    .values({ ...ofSet, ...copy })
    .execute()
  await db
    .insertInto('town_text')
    .values({
      ...{ insee: '78217', name: 'kit/article', version: 1, body: `Merci à ${NAME}, ${PHONE}.` },
      ...{ written_at: now(), written_by: 'Anne' },
    })
    .execute()
}

/** Every file of the data folder, whatever is compressed in it. */
function filesHolding(folder: string, ...texts: string[]): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => {
    const path = join(folder, name)
    if (!statSync(path).isFile()) return false
    const bytes = readFileSync(path)
    const all = bytes[0] === 0x1f && bytes[1] === 0x8b ? [bytes, gunzipSync(bytes)] : [bytes]
    return texts
      .flatMap(text => [text, JSON.stringify(text).slice(1, -1), JSON.stringify(JSON.stringify(text)).slice(3, -3)])
      .some(text =>
        (['utf8', 'latin1', 'utf16le'] as const).some(code => all.some(b => b.includes(Buffer.from(text, code)))),
      )
  })
}

const rowsHolding = async ({ world }: TestStore, text: string): Promise<string[]> =>
  Object.entries(await everyRow(world.db))
    .filter(([, rows]) => rows.some(row => Object.values(row as object).some(cell => holds(cell, text))))
    .map(([table]) => table)
const holds = (cell: unknown, text: string) =>
  typeof cell === 'string' && [text, JSON.stringify(text).slice(1, -1)].some(written => cell.includes(written))

describeStores('erasure for good', (open, engine) => {
  test('a value: not a byte of it is left on the disk, the rest is as it was', async () => {
    const store = await open()
    const { world, folder } = store
    await aSetThatHoldsIt(store)
    expect((await rowsHolding(store, NAME)).sort()).toEqual([
      ...['conflict', 'data_set', 'delivery', 'fiche', 'guard', 'guard_answer', 'hand_cell', 'hand_gone', 'hand_row'],
      ...['job', 'journal', 'publication', 'step', 'town_text', 'upload'],
    ])
    expect(filesHolding(folder, NAME).length).toBeGreaterThan(1)
    for (const text of [NAME, PHONE]) {
      const erased = await eraseForGood(world, ANNE, { type: 'value', dataSet: SET, text })
      expect(erased.finished).toBe(true)
      expect(erased.places).toBeGreaterThan(5)
      expect(await rowsHolding(store, text)).toEqual([])
    }
    expect(filesHolding(folder, NAME, PHONE)).toEqual([])
    expect(await verifyChain(world.db, '78217')).toEqual({ entries: 5, lastHash: expect.any(String) })
    const [cell] = await world.db.selectFrom('hand_cell').selectAll().execute()
    expect(cell).toMatchObject({ row_key: '[[["nom",""]],0]', base: '', value: '.' })
    const { content_sha256, erased_at } = await world.db.selectFrom('upload').selectAll().executeTakeFirstOrThrow()
    const content = JSON.parse(gunzipSync(await world.blobs.get(content_sha256!)).toString())
    expect(content.tables[0].table.columns[1].cells).toEqual(['0130900000', '', ' ()'])
    expect(erased_at).not.toBeNull()
  })

  test('what was published keeps its address: its files and its manifest are made anew without the value', async () => {
    const store = await open()
    const { db, blobs } = store.world
    await aSetThatHoldsIt(store)
    const before = await db.selectFrom('version').selectAll().executeTakeFirstOrThrow()
    for (const text of [NAME, PHONE]) await eraseForGood(store.world, ANNE, { type: 'value', dataSet: SET, text })
    const after = await db.selectFrom('version').selectAll().executeTakeFirstOrThrow()
    expect(after).toMatchObject({ hash: 'h1', rows: 3 })
    const csv = new TextDecoder().decode(await blobs.get(after.csv_sha256))
    expect(csv).toBe('nom,téléphone\r\nBoulangerie,0130900000\r\n,\r\nGarage, ()\r\n'.replace(', ()', '," ()"'))
    const { rows } = await readFrozenTable(blobs.path(after.parquet_sha256))
    expect(rows).toHaveLength(3)
    const manifest = JSON.parse(new TextDecoder().decode(await blobs.get(after.manifest_sha256)))
    expect(manifest).toEqual({
      ...{ data: { csv: after.csv_sha256 }, fiche: { description: 'Demandé par ' }, recipe: { steps: [{ to: '' }] } },
    })
    for (const file of ['parquet_sha256', 'csv_sha256', 'manifest_sha256'] as const)
      expect(blobs.has(before[file]), file).toBe(false)
  })

  test('the history says that something was erased, by whom and when; what was erased is not undone', async () => {
    const store = await open()
    await aSetThatHoldsIt(store)
    await eraseForGood(store.world, ANNE, { type: 'value', dataSet: SET, text: NAME })
    const { entries } = await history(store.world.db, '78217')
    expect(entries.map(({ act, by, note }) => [act, by, note])).toEqual([
      ['erase', 'Anne', 'Valeur effacée définitivement'],
      ['cells', 'Anne', 'Après'],
      ['cells', 'Anne', '«  » corrigé (contenu effacé définitivement)'],
      ['add-source', 'Anne', 'Fichier reçu : liste .xlsx (contenu effacé définitivement)'],
    ])
    const last = await undoable(store.world.db, '78217', SET)
    expect(last?.note).toBe('Après')
    await record(
      store.world,
      ANNE,
      { act: 'undo', dataSet: SET, note: '', change: [], undoes: last!.seq },
      async () => {},
    )
    expect(await undoable(store.world.db, '78217', SET)).toBeUndefined()
    const [row] = await store.world.db.selectFrom('erasure').selectAll().execute()
    expect(row).toMatchObject({ by_name: 'Anne', kind: 'value', todo: null })
  })

  test('a whole set: its rows, its files, its versions, its history', async () => {
    const store = await open()
    await aSetThatHoldsIt(store)
    // A text of the town is no part of a set: what it says of one is erased by value.
    await store.world.db.deleteFrom('town_text').execute()
    await eraseForGood(store.world, ANNE, { type: 'set', dataSet: SET })
    for (const text of [NAME, PHONE, 'Boulangerie']) expect(await rowsHolding(store, text)).toEqual([])
    for (const table of ['publication', 'redirect', 'version', 'fiche', 'guard', 'guard_answer', 'delivery'] as const)
      expect(await store.world.db.selectFrom(table).selectAll().execute(), table).toEqual([])
    expect([...store.world.blobs.list()]).toEqual([])
    expect(filesHolding(store.folder, NAME, PHONE, 'Boulangerie')).toEqual([])
    expect(await verifyChain(store.world.db, '78217')).toEqual({ entries: 4, lastHash: expect.any(String) })
  })

  test('a file: its bytes, its name, what was read in it; not those of the same file sent elsewhere', async () => {
    const store = await open()
    const { db, blobs } = store.world
    await aSetThatHoldsIt(store)
    const bytes = new TextEncoder().encode('deux fois')
    for (const id of ['un', 'deux']) await upload(store.world, id, bytes)
    const before = await db.selectFrom('upload').selectAll().where('id', '=', 'un').executeTakeFirstOrThrow()
    await eraseForGood(store.world, ANNE, { type: 'upload', upload: 'un' })
    expect(blobs.has(before.sha256)).toBe(true)
    await eraseForGood(store.world, ANNE, { type: 'upload', upload: 'deux' })
    expect([blobs.has(before.sha256), blobs.has(before.content_sha256!)]).toEqual([false, false])
    const sources = await db.selectFrom('source').select('upload').execute()
    expect(sources).toEqual([{ upload: 'liste' }])
    expect(await db.selectFrom('upload').select('name').where('id', '=', 'un').execute()).toEqual([
      { name: 'Fichier effacé' },
    ])
  })

  test('another set that holds the same text keeps it', async () => {
    const store = await open()
    await aSetThatHoldsIt(store)
    const other = { insee: '78217', data_set: 'autre', hand: 'main', row_key: KEY, column_name: 'nom' }
    const cell = { ...other, base: '', value: NAME, changed_by: 'anne', seq: 1 }
    await store.world.db.insertInto('hand_cell').values(cell).execute()
    await eraseForGood(store.world, ANNE, { type: 'value', dataSet: SET, text: NAME })
    expect(await store.world.db.selectFrom('hand_cell').selectAll().where('data_set', '=', 'autre').execute()).toEqual([
      cell,
    ])
  })

  test('killed between the commit and the disk: the next start ends it', async () => {
    const store = await open()
    await aSetThatHoldsIt(store)
    const sha256 = await store.world.blobs.put(new TextEncoder().encode(NAME))
    const row = { insee: '78217', id: 'e1', at: '', by_name: 'Anne', kind: 'value', places: 1 }
    await store.world.db
      .insertInto('erasure')
      .values({ ...row, todo: JSON.stringify([sha256]) })
      .execute()
    const { world } = await store.reopen()
    expect(await finishErasures(world.db, world.blobs)).toBe(true)
    expect(world.blobs.has(sha256)).toBe(false)
    expect(await world.db.selectFrom('erasure').select('todo').execute()).toEqual([{ todo: null }])
  })

  test.skipIf(engine === 'postgres')('while a backup reads the database, the log waits for the next call', async () => {
    const store = await open()
    await aSetThatHoldsIt(store)
    const { default: Sqlite } = await import('better-sqlite3')
    const reader = new Sqlite(join(store.folder, 'carnet.db'), { readonly: true })
    reader.exec('begin')
    reader.prepare('select count(*) from journal').get()
    const { finished } = await eraseForGood(store.world, ANNE, { type: 'value', dataSet: SET, text: NAME })
    expect(finished).toBe(false)
    reader.close()
    expect(await finishErasures(store.world.db, store.world.blobs)).toBe(true)
    expect(filesHolding(store.folder, NAME)).toEqual([])
  })
})
