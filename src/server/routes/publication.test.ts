import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import type { Differences, PublicationState } from '../../contract/publication.ts'
import type { SetState } from '../../contract/sets.ts'
import { verifyChain } from '../../journal/verify.ts'
import type { PreparationWorld } from '../../preparation/world.ts'
import { readCatalog } from '../../publication/catalog/read.ts'
import { publish } from '../../publication/publish/publish.ts'
import { readManifest } from '../../publication/versions/manifest.ts'
import { describeStores, storesOf, type TestStore } from '../../store/stores-for-tests.ts'
import { openApp, startEpone, type TestApp } from '../app-for-tests.ts'
import { type Hands, handsOf } from '../hands-for-tests.ts'

// Real files are read, checked and frozen in threads, beside whatever else this machine does.
vi.setConfig({ testTimeout: 240_000 })

const FILE = [
  'numero;nom;courriel;latitude;longitude;places',
  'B1;Boîte de la gare;claire.martin@laposte.example;48,9626;1,8103;12',
  'B2;Boîte de la mairie;paul.durand@laposte.example;48,9551;1,8135;3',
  '',
].join('\n')
const MODEL = {
  title: 'Boîtes à livres',
  description: '',
  schema: {
    fields: [
      { name: 'numero', type: 'string', constraints: { required: true, unique: true } },
      { name: 'nom', type: 'string' },
      { name: 'courriel', type: 'string' },
      { name: 'latitude', type: 'number' },
      { name: 'longitude', type: 'number' },
      { name: 'places', type: 'integer' },
    ],
    primaryKey: 'numero',
  },
  extra: { fields: { latitude: { role: 'latitude' }, longitude: { role: 'longitude' }, numero: { role: 'id' } } },
}

interface Town {
  readonly test: TestApp
  readonly hands: Hands
  readonly slug: string
}

/** A town with one set, its file read and its recipe adopted. */
async function aSet(store: TestStore, file = FILE): Promise<Town> {
  const opened = await openApp(store)
  await startEpone(opened)
  await opened.app.ready()
  const hands = handsOf(opened)
  const model = await hands.post<{ id: string }>('/models', MODEL)
  const { slug } = await hands.post<SetState>('/sets', { title: 'Boîtes à livres', model: model.id })
  const [sent] = await hands.upload('boites.csv', file)
  await hands.post(`/sets/${slug}/sources`, { upload: sent!.id })
  await hands.settled(slug)
  return { test: opened, hands, slug }
}

const kinds = ({ blockers }: PublicationState) => blockers.map(({ kind, level }) => `${kind} ${level}`)
const stateOf = ({ hands, slug }: Town) => hands.get<PublicationState>(`/sets/${slug}/publication`)
const ask = ({ hands, slug }: Town, what: string, body: object) =>
  hands.post<PublicationState>(`/sets/${slug}/${what}`, body)
let drawn = 0
const key = () => `publication-${++drawn}`
const refusal = async ({ hands, slug }: Town, what: string, body: object) => {
  const { statusCode, body: answer } = await hands.browser.post(`/api/atelier/sets/${slug}/${what}`, body)
  return [statusCode, (JSON.parse(answer) as { message: string }).message] as const
}
const write = (town: Town, cells: readonly (readonly [string, string, string, string])[]) =>
  town.hands.get<SetState>(`/sets/${town.slug}`).then(({ hand }) =>
    town.hands.post(`/sets/${town.slug}/acts`, {
      page: 'p1',
      acts: [
        {
          key: key(),
          act: {
            type: 'cells',
            hand,
            cells: cells.map(([numero, column, seen, to]) => ({ row: { key: { numero } }, column, seen, to })),
          },
        },
      ],
    }),
  )

/** Fiche filled, mails dropped, whatever else is found kept. */
async function ready(town: Town): Promise<PublicationState> {
  const { hands, slug } = town
  await hands.patch(`/sets/${slug}/fiche`, {
    boxes: {
      title: 'Boîtes à livres de la commune d’Épône, 2026',
      description: 'Où déposer et prendre des livres.',
      contact: { name: 'Service animation', mail: 'animation@mairie-epone.example' },
      frequency: 'annual',
      licence: 'lov2',
      keywords: ['livres'],
      granularity: 'une boîte',
    },
  })
  const { guard } = await ask(town, 'guard', {})
  for (const { key: finding, kind, answered } of guard.findings)
    if (!answered)
      await ask(town, 'guard/answers', {
        finding,
        ...(kind === 'mail' ? { answer: 'drop', reason: '' } : { answer: 'keep', reason: 'Lieux publics.' }),
      })
  return stateOf(town)
}

describeStores('publication', open => {
  test('a set is opened once all is settled, then changed, withdrawn, opened again and moved', async () => {
    const town = await aSet(await open())
    const { hands, slug, test: opened } = town
    const { world } = opened

    expect(kinds(await stateOf(town))).toEqual(['guard must', 'fiche must'])
    expect(await refusal(town, 'publish', { key: key() })).toEqual([
      409,
      'Les données personnelles n’ont pas encore été cherchées dans ce jeu.',
    ])
    const looked = await ask(town, 'guard', {})
    expect(looked.guard.findings.map(({ kind, column }) => [kind, column])).toContainEqual(['mail', 'courriel'])
    expect((await ready(town)).blockers).toEqual([])

    const first = (await ask(town, 'publish', { key: key() })).published!
    expect(first).toMatchObject({ slug, behind: false })
    const [set] = (await readCatalog(world)).sets
    expect(set).toMatchObject({ slug, fiche: { title: 'Boîtes à livres de la commune d’Épône, 2026' } })
    const csv = readFileSync(world.blobs.path(set!.version.csvSha256), 'utf8')
    expect(csv).toBe(
      'numero,nom,latitude,longitude,places\r\nB1,Boîte de la gare,48.9626,1.8103,12\r\nB2,Boîte de la mairie,48.9551,1.8135,3\r\n',
    )
    expect(set!.fiche.processing).toContain('courriel')
    const row = await world.db.selectFrom('version').selectAll().executeTakeFirstOrThrow()
    expect(
      createHash('sha256')
        .update(readFileSync(world.blobs.path(row.hash)))
        .digest('hex'),
    ).toBe(first.hash)
    const { recipe, report, model } = await readManifest(world.blobs, row.hash)
    expect([recipe.steps.length > 0, report.valid, model.title]).toEqual([true, true, 'Boîtes à livres'])
    expect((await hands.get<SetState>(`/sets/${slug}`)).published).toEqual({ slug, behind: false })

    const again = await ask(town, 'publish', { key: key() })
    expect([again.published?.hash, again.versions.length]).toEqual([first.hash, 1])

    await write(town, [['B2', 'places', '3', '4']])
    expect((await stateOf(town)).published?.behind).toBe(true)
    expect(kinds(await stateOf(town))).toEqual(['guard must'])
    await ask(town, 'guard', {})
    const second = await ask(town, 'publish', { key: key() })
    expect(second.versions.map(({ current }) => current)).toEqual([true, false])
    const since = await hands.get<Differences>(
      `/sets/${slug}/versions/${second.published!.hash}/differences?since=${first.hash}`,
    )
    expect(since).toMatchObject({
      counts: { added: 0, gone: 0, changed: 1, same: 1 },
      changed: [{ name: '« B2 »', cells: [{ column: 'places', was: '3', now: '4' }] }],
    })

    const trash = await hands.browser.delete(`/api/atelier/sets/${slug}`)
    expect([trash.statusCode, trash.json().message]).toEqual([409, expect.stringContaining('retirez-le d’abord')])
    const closed = await ask(town, 'withdraw', { key: key(), why: 'Deux boîtes ont brûlé.' })
    expect(closed.withdrawn).toMatchObject({ slug, why: 'Deux boîtes ont brûlé.' })
    expect((await refusal(town, 'withdraw', { key: key(), why: 'Encore.' }))[0]).toBe(409)
    const gone = await readCatalog(world)
    expect([gone.sets, gone.tombstones[0]?.why]).toEqual([[], 'Deux boîtes ont brûlé.'])
    expect((await ask(town, 'publish', { key: key() })).published?.hash).toBe(second.published!.hash)

    await ask(town, 'address', { key: key(), slug: 'livres' })
    await ask(town, 'address', { key: key(), slug: 'livres-a-prendre' })
    const moved = await readCatalog(world)
    expect(moved.bySlug('livres-a-prendre')?.id).toBe(set!.id)
    expect([...moved.redirects]).toEqual([
      [slug, 'livres-a-prendre'],
      ['livres', 'livres-a-prendre'],
    ])
    await ask(town, 'address', { key: key(), slug })
    expect([...(await readCatalog(world)).redirects.keys()]).toEqual(['livres', 'livres-a-prendre'])

    expect((await verifyChain(world.db, '78217')).broken).toBeUndefined()
    expect(opened.reported).toEqual([])
  })
})

const open = storesOf('sqlite')

test('what only has to be confirmed: formulas, errors that the fiche tells, a no', async () => {
  const file = FILE.replace('Boîte de la gare', '=1+1').replace(';3\n', ';beaucoup\n')
  const town = await aSet(await open(), file)
  const { world } = town.test
  expect(kinds(await ready(town))).toEqual(['formulas confirm', 'errors confirm'])
  expect((await stateOf(town)).formulas).toEqual([{ row: 0, column: 'nom', value: '=1+1' }])
  await ask(town, 'verdict', { key: key(), verdict: 'no', remark: 'Pas avant le conseil.' })
  const state = await stateOf(town)
  expect(kinds(state)).toEqual(['formulas confirm', 'errors confirm', 'approval confirm'])
  expect(state.blockers[2]?.sentence).toContain('« Pas avant le conseil. »')
  const despite = 'Le nombre de places sera compté en juin.'
  expect((await refusal(town, 'publish', { key: key(), despite }))[1]).toContain('formule')
  expect((await refusal(town, 'publish', { key: key(), formulasSeen: true }))[1]).toContain('modèle')
  await ask(town, 'publish', { key: key(), formulasSeen: true, despite })
  const [set] = (await readCatalog(world)).sets
  expect(set?.version.errors).toBe(1)
  expect(set?.fiche.considerations).toContain(
    `une case ne respecte pas le modèle « Boîtes à livres ». La commune dit pourquoi : ${despite}`,
  )
  expect(readFileSync(world.blobs.path(set!.version.csvSha256), 'utf8')).toContain('B1,=1+1,')
  await ask(town, 'verdict', { key: key(), verdict: 'yes' })
  expect(kinds(await stateOf(town))).toEqual(['formulas confirm', 'errors confirm'])
})

test('a set without table says so; what changed while it was frozen is not opened', async () => {
  const town = await aSet(await open())
  const empty = await town.hands.post<SetState>('/sets', { title: 'Vide', model: 'carnet-monuments' })
  expect(kinds(await town.hands.get<PublicationState>(`/sets/${empty.slug}/publication`))).toEqual(['no-table must'])
  await ready(town)
  const { world } = town.test.app.preparation
  // Somebody writes in the sheet at the very moment when the table is frozen.
  const run: PreparationWorld['threads']['run'] = async (task, options) => {
    const result = await world.threads.run(task, options)
    if ('paths' in task && task.paths) await write(town, [['B2', 'places', '3', '5']])
    return result
  }
  const hurried = { ...world, threads: { ...world.threads, run } }
  const anne = { insee: '78217', id: 'anne', name: 'Anne' }
  await expect(publish(hurried, anne, town.slug, { key: key() })).rejects.toThrow(
    'Le jeu a changé pendant que Carnet le publiait',
  )
  expect(await town.test.world.db.selectFrom('version').selectAll().execute()).toEqual([])
  expect((await readCatalog(town.test.world)).sets).toEqual([])
  // What was frozen for nothing is in nobody's way.
  await ask(town, 'guard', {})
  expect((await ask(town, 'publish', { key: key() })).versions).toHaveLength(1)
})
