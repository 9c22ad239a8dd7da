import { readFileSync, writeFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { expect, onTestFinished, test, vi } from 'vitest'
import { eraseForGood } from '../../journal/erase/erase.ts'
import { record } from '../../journal/record.ts'
import { verifyChain } from '../../journal/verify.ts'
import { giveVerdictHere } from '../../publication/approval/give.ts'
import { DEFIBRILLATEURS, PRENOMS, publishForTests } from '../../publication/catalog/for-tests.ts'
import { readCatalog } from '../../publication/catalog/read.ts'
import { faults, hasProfiles } from '../../publication/frictionless/profiles-for-tests.ts'
import { withdraw } from '../../publication/withdraw/withdraw.ts'
import { openApp, startEpone } from '../../server/app-for-tests.ts'
import { handsOf } from '../../server/hands-for-tests.ts'
import { everyRow } from '../../store/archive/for-tests.ts'
import { writeZip } from '../../store/archive/write-zip.ts'
import { describeStores, storesOf, type TestStore } from '../../store/stores-for-tests.ts'
import type { World } from '../../store/world.ts'
import { runTask } from '../tasks/run.ts'
import type { PreparationWorld } from '../world.ts'
import { exportTown } from './export-town.ts'
import { importTown } from './import-town.ts'

vi.setConfig({ testTimeout: 180_000 })

const LIST = 'nom;ville\r\nBoulangerie Léa;Épône\r\n"Le ""Bar""";Épône\r\n'
const ANNE = { insee: '78217', id: 'anne', name: 'Anne' }

/** Files, a recipe mended by hand, versions, a tombstone, a link, a text, a verdict, an erasure. */
async function aTown(store: TestStore): Promise<PreparationWorld> {
  const opened = await openApp(store)
  await startEpone(opened)
  await opened.app.ready()
  const hands = handsOf(opened)
  const { slug } = await hands.post<{ slug: string }>('/sets', { title: 'Commerces', model: 'carnet-commerces' })
  const [list] = await hands.upload('liste.csv', LIST)
  await hands.upload('congés.csv', 'Jour;Fermé\r\nlundi;oui\r\n')
  await hands.post(`/sets/${slug}/sources`, { upload: list!.id })
  await hands.settled(slug)
  await hands.post('/links', { scope: { type: 'read', set: slug }, label: 'Mme Dupré', days: 30 })
  await hands.patch(`/sets/${slug}/fiche`, { boxes: { title: 'Commerces d’Épône, 2021' } })
  const { world } = opened
  await publishForTests(world, DEFIBRILLATEURS)
  await publishForTests(world, { ...DEFIBRILLATEURS, rows: DEFIBRILLATEURS.rows.slice(1) })
  await publishForTests(world, { ...PRENOMS, rows: [['Épône', '78217', 'M', 'Noël', '11', '2019']] })
  await withdraw(world, ANNE, 'prenoms', { key: 'w', why: 'Trop peu d’enfants par ligne.' })
  await giveVerdictHere(world, ANNE, slug, { key: 'v', verdict: 'remark', remark: 'À relire.' })
  await aText(world)
  await aLetter(world)
  await eraseForGood(world, ANNE, { type: 'value', dataSet: 'defibrillateurs', text: '+33130951004' })
  await opened.app.close()
  return inline(world, opened.world)
}

const aText = (world: World) =>
  record(world, ANNE, { act: 'text', note: 'Texte écrit' }, async tx => {
    const written = { written_at: world.now(), written_by: 'Anne' }
    await tx
      .insertInto('town_text')
      .values({ insee: '78217', name: 'portail/mentions-legales', version: 1, body: 'Mairie d’Épône', ...written })
      .execute()
  })

/** A mail that left, with a file of its own. */
async function aLetter(world: World): Promise<void> {
  const sha256 = await world.blobs.put(Buffer.from('nom;ville\n'))
  const attachments = JSON.stringify([{ name: 'à remplir.csv', type: 'text/csv', sha256, size: 10 }])
  const said = {
    kind: 'first',
    to_name: 'Mme Dupré',
    to_mail: 'dupre@ville.example',
    subject: 'Liste',
    body: 'Bonjour',
  }
  const state = { state: 'sent', due_at: null, sent_at: world.now(), message: '', request: null }
  await world.db
    .insertInto('letter')
    .values({
      insee: '78217',
      id: 'lettre',
      ...said,
      ...state,
      attachments,
      written_at: world.now(),
      written_by: 'Anne',
    })
    .execute()
}

/** Nobody waits: this process does its own tasks. */
const inline = (world: World, { registry }: Pick<PreparationWorld, 'registry'>): PreparationWorld => ({
  ...{ db: world.db, blobs: world.blobs, now: world.now, newId: world.newId, registry },
  threads: { run: task => runTask(task, () => {}) as never, close: async () => {} },
  live: { send: () => {} },
  report: () => {},
})

async function archiveOf(world: PreparationWorld, folder: string, name: string): Promise<string> {
  const path = join(folder, name)
  await writeZip(path, async zip => void (await exportTown(world, '78217', zip)))
  return path
}

/** The same archive for the tests that only read one: a town takes long to make. */
let made: Promise<Buffer> | undefined
const anArchive = (store: TestStore): Promise<Buffer> =>
  (made ??= aTown(store).then(async world => readFileSync(await archiveOf(world, store.folder, 'ville.zip'))))

const entriesOf = (path: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(readFileSync(path))).map(([name, bytes]) => [
      name,
      Buffer.from(bytes)
        .toString(name === 'datapackage.json' ? 'utf8' : 'latin1')
        .replace(/"created": "[^"]*"/, ''),
    ]),
  )

describeStores('the archive of a town', open => {
  test('out, in, out again: the same town, byte for byte', async () => {
    const store = await open()
    const world = await aTown(store)
    const path = await archiveOf(world, store.folder, 'ville.zip')

    const other = await open()
    await importTown(other.world, path)
    const again = await archiveOf(inline(other.world, world), other.folder, 'ville.zip')
    const [first, second] = [entriesOf(path), entriesOf(again)]
    expect(Object.keys(second)).toEqual(Object.keys(first))
    for (const [name, bytes] of Object.entries(first)) expect(second[name] === bytes, name).toBe(true)

    const [was, is] = [await readCatalog(world), await readCatalog(other.world)]
    expect(is.sets).toEqual(was.sets)
    expect(is.tombstones.map(({ why }) => why)).toEqual(['Trop peu d’enfants par ligne.'])
    expect(await verifyChain(other.world.db, '78217')).toEqual(await verifyChain(world.db, '78217'))
    const kept = ({ account, erasure, ...rows }: Record<string, unknown[]>) => rows
    expect(kept(await everyRow(other.world.db))).toEqual(kept(await everyRow(world.db)))
    const uploads = await other.world.db.selectFrom('upload').select(['name', 'sha256']).execute()
    const [letter] = await other.world.db.selectFrom('letter').select('attachments').execute()
    const [{ sha256 }] = JSON.parse(letter!.attachments)
    expect(Buffer.from(await other.world.blobs.get(sha256)).toString()).toBe('nom;ville\n')
    const list = uploads.find(({ name }) => name === 'liste.csv')!
    expect(Buffer.from(await other.world.blobs.get(list.sha256)).toString()).toBe(LIST)
  })
})

const open = storesOf('sqlite')

test('what is no archive, or is not whole, is refused in a sentence, and leaves nothing', async () => {
  const store = await open()
  const bytes = await anArchive(store)
  const path = join(store.folder, 'entière.zip')
  writeFileSync(path, bytes)
  const whole = unzipSync(bytes)
  const text = (name: string) => Buffer.from(whole[name]!).toString()
  const csv = Object.keys(whole).find(name => name.endsWith('/table.csv') && name.includes('/versions/'))!
  const cases: [string, Record<string, Uint8Array | undefined>][] = [
    ['n’est pas l’archive d’une commune', { 'carnet/archive.json': undefined }],
    ['sait reprendre', { 'carnet/archive.json': strToU8('{}') }],
    [
      'plus récent',
      { 'carnet/archive.json': strToU8(text('carnet/archive.json').replace(/"\d{3}-[\w-]+"/, '"999-x"')) },
    ],
    ['n’est plus ce qui y avait été mis', { [csv]: strToU8('autre') }],
    ['n’y est pas', { [csv]: undefined }],
    ['changé à la ligne 1', { 'journal.jsonl': strToU8(text('journal.jsonl').replace('Ouverture', 'Fermeture')) }],
    ['ne sait pas lire', { 'carnet/person.jsonl': strToU8(text('carnet/person.jsonl').replace('78217', '78531')) }],
    ['ne sait pas lire', { 'carnet/person.jsonl': strToU8(text('carnet/person.jsonl').replace('"role"', '"rôle"')) }],
    ['ne sait pas lire', { 'carnet/person.jsonl': strToU8('[1]\n') }],
  ]
  const other = await open()
  for (const [sentence, changed] of cases) {
    const bad = join(other.folder, 'mauvaise.zip')
    const entries = Object.entries({ ...whole, ...changed }).flatMap(([name, bytes]) => (bytes ? [[name, bytes]] : []))
    writeFileSync(bad, zipSync(Object.fromEntries(entries) as Record<string, Uint8Array>, { level: 0 }))
    await expect(importTown(other.world, bad), sentence).rejects.toThrow(sentence)
    expect([...other.world.blobs.list()], sentence).toEqual([])
    expect(await other.world.db.selectFrom('town').selectAll().execute(), sentence).toEqual([])
  }
  await importTown(other.world, path)
  await expect(importTown(other.world, path)).rejects.toThrow('a déjà sa commune')
})

const { Package } = createRequire(import.meta.url)('datapackage') as {
  readonly Package: { load(descriptor: object, options: { readonly basePath: string }): Promise<OpenedPackage> }
}
interface OpenedPackage {
  readonly errors: readonly unknown[]
  readonly resources: readonly { readonly name: string; read(options: { keyed: true }): Promise<object[]> }[]
}

test('other tools open it: a Data Package, each of its tables read', async context => {
  const store = await open()
  const archive = await anArchive(store)
  const folder = await mkdtemp(join(tmpdir(), 'carnet-archive-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  for (const [name, bytes] of Object.entries(unzipSync(archive))) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), bytes)
  }
  const descriptor = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8'))
  const opened = await Package.load({ ...descriptor, $schema: undefined }, { basePath: folder })
  expect(opened.errors).toEqual([])
  const rows = await opened.resources.find(({ name }) => name.startsWith('prenoms-'))!.read({ keyed: true })
  expect(rows).toMatchObject([{ ENFANT_PRENOM: 'Noël', NOMBRE_OCCURRENCES: 11, ANNEE: 2019 }])
  if (!hasProfiles) return context.skip('the Frictionless profiles are not here')
  expect(faults('datapackage', descriptor)).toEqual([])
})
