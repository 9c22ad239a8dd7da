import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { ORGANIZATION, startUdata } from '../../adapters/datagouv/server-for-tests.ts'
import type { Copies, CopyPlan } from '../../contract/copies.ts'
import { publishForTests } from '../../publication/catalog/for-tests.ts'
import { storesOf } from '../../store/stores-for-tests.ts'
import { openApp, signedInAs, startEpone, type TestApp } from '../app-for-tests.ts'

const open = storesOf('sqlite')
const AT = '/api/atelier/copies'
const DAE = {
  slug: 'defibrillateurs',
  model: 'carnet-monuments',
  columns: ['nom', 'latitude', 'longitude'],
  rows: [['Mairie', '48.95', '1.81']],
}

function newFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'carnet-copies-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

async function opened() {
  const store = await open()
  const test = await openApp(store)
  await startEpone(test)
  await publishForTests(test.world, DAE)
  return { store, test, anne: test.browser() }
}
const idle = (test: TestApp) => test.app.copies.runner.idle()

test('a folder: tried, shown before anything is written, then each version is copied by itself', async () => {
  const { test, anne } = await opened()
  const settings = { kind: 'folder', path: newFolder() }
  expect((await anne.post(`${AT}/check`, { settings })).json().sentence).toContain('Carnet peut y écrire')
  const { id } = (await anne.post(`${AT}/places`, { title: 'Site de la mairie', settings })).json()
  const plans = (await anne.post(`${AT}/places/${id}/plan`, { sets: ['defibrillateurs'] })).json() as CopyPlan[]
  expect(plans).toMatchObject([
    { create: true, changes: [], files: [{ name: 'defibrillateurs.csv', act: 'add' }, {}, {}] },
  ])
  expect(readdirSync(settings.path)).toEqual([])

  await anne.post(`${AT}/places/${id}/send`, { sets: ['defibrillateurs'] })
  await idle(test)
  const page = (await anne.get(AT)).json() as Copies
  expect(page.places[0]!.copies).toMatchObject([{ state: 'there', behind: false, messages: [] }])
  expect(page.history.map(({ by, note }) => [by, note.split(',')[0]])).toEqual([
    ['Carnet', expect.stringContaining('copié sur Site de la mairie')],
    ['Anne Morel', expect.stringContaining('Copie demandée vers Site de la mairie')],
    ['Anne Morel', 'Endroit ajouté pour les copies : Site de la mairie'],
  ])
  expect(readFileSync(join(settings.path, 'defibrillateurs.csv'), 'utf8')).toContain('Mairie')

  await publishForTests(test.world, { ...DAE, rows: [...DAE.rows, ['Gymnase', '48.96', '1.82']] })
  test.app.copies.runner.soon()
  await idle(test)
  expect(readFileSync(join(settings.path, 'defibrillateurs.csv'), 'utf8')).toContain('Gymnase')
  expect(test.reported).toEqual([])
})

test('a set that the town withdraws is told, never taken away unasked', async () => {
  const { test, anne } = await opened()
  const settings = { kind: 'folder', path: newFolder() }
  const { id } = (await anne.post(`${AT}/places`, { title: 'Site', settings })).json()
  await anne.post(`${AT}/places/${id}/send`, { sets: ['defibrillateurs'] })
  await idle(test)
  await anne.post('/api/atelier/sets/defibrillateurs/withdraw', { key: 'k', why: 'adresses fausses' })
  await idle(test)
  const [copy] = ((await anne.get(AT)).json() as Copies).places[0]!.copies
  expect(copy).toMatchObject({ state: 'withdrawn', messages: [expect.stringContaining('adresses fausses')] })
  expect(readdirSync(settings.path)).toHaveLength(3)
  await anne.post(`${AT}/places/${id}/stop`, { set: 'defibrillateurs', there: 'remove' })
  expect(readdirSync(settings.path)).toEqual([])
  expect(((await anne.get(AT)).json() as Copies).places[0]!.copies).toEqual([])
})

test('data.gouv.fr: the key is never told; refused, it is asked again and the copy goes on', async () => {
  const { test, anne, store } = await opened()
  const server = await startUdata()
  const settings = { kind: 'datagouv', address: server.address, organization: ORGANIZATION }
  const checked = (await anne.post(`${AT}/check`, { settings, secret: 'la-cle' })).json()
  expect(checked.choices).toEqual([{ id: ORGANIZATION, name: 'Ville d’Épône' }])
  expect((await anne.post(`${AT}/check`, { settings, secret: 'fausse' })).statusCode).toBe(422)
  const added = await anne.post(`${AT}/places`, { title: 'data.gouv.fr', settings, secret: 'la-cle' })
  const { id } = added.json()
  expect([added.body, (await anne.get(AT)).body].some(text => text.includes('la-cle'))).toBe(false)
  const row = await test.world.db.selectFrom('connector').selectAll().executeTakeFirstOrThrow()
  expect(JSON.stringify(row)).not.toContain('la-cle')

  server.open('nouvelle')
  await anne.post(`${AT}/places/${id}/send`, { sets: ['defibrillateurs'] })
  await idle(test)
  const state = async () => ((await anne.get(AT)).json() as Copies).places[0]!.copies[0]!.state
  expect(await state()).toBe('key')
  await anne.patch(`${AT}/places/${id}`, { secret: 'nouvelle' })
  await idle(test)
  expect([await state(), server.sets.size]).toEqual(['there', 1])

  rmSync(join(store.folder, 'secrets.key'))
  const again = await openApp(await store.reopen())
  const place = ((await again.browser().get(AT)).json() as Copies).places[0]!
  expect([place.secret, place.copies[0]!.state]).toEqual(['lost', 'there'])
})

test('a place that does not answer is tried again later; a restart in the middle is taken up', async () => {
  const { test, anne, store } = await opened()
  const server = await startUdata()
  const settings = { kind: 'datagouv', address: server.address, organization: ORGANIZATION }
  const { id } = (await anne.post(`${AT}/places`, { title: 'data.gouv.fr', settings, secret: 'la-cle' })).json()
  server.cut(9, 'after')
  await anne.post(`${AT}/places/${id}/send`, { sets: ['defibrillateurs'] })
  await idle(test)
  const copy = async (browser = anne) => ((await browser.get(AT)).json() as Copies).places[0]!.copies[0]!
  expect(await copy()).toMatchObject({ state: 'later', messages: [expect.stringContaining('la liaison a été coupée')] })
  test.app.copies.runner.soon()
  await idle(test)
  expect((await copy()).state).toBe('later')
  test.wait(60_000)
  test.app.copies.runner.soon()
  await idle(test)
  expect((await copy()).state).toBe('there')

  await test.world.db.updateTable('delivery').set({ state: 'sending', hash: null }).execute()
  const again = await openApp(await store.reopen())
  await again.app.ready()
  await idle(again)
  expect([(await copy(again.browser())).state, server.sets.size]).toEqual(['there', 1])
})

test('what was changed there is asked, and the answer is kept until it is done', async () => {
  const { test, anne } = await opened()
  const server = await startUdata()
  const settings = { kind: 'datagouv', address: server.address, organization: ORGANIZATION }
  const { id } = (await anne.post(`${AT}/places`, { title: 'data.gouv.fr', settings, secret: 'la-cle' })).json()
  const send = async (more: object = {}) => {
    await anne.post(`${AT}/places/${id}/send`, { sets: ['defibrillateurs'], ...more })
    await idle(test)
    return ((await anne.get(AT)).json() as Copies).places[0]!.copies[0]!
  }
  await send()
  const [set] = [...server.sets.values()]
  set!.title = 'Écrit là-bas'
  expect(await send()).toMatchObject({ state: 'asks', messages: [expect.stringContaining('« Écrit là-bas »')] })
  expect(await send({ theirs: 'keep' })).toMatchObject({ state: 'there', kept: ['le titre'] })
  expect(set!.title).toBe('Écrit là-bas')
})

test('places are the referent’s; a folder of the server is only written where it was opened', async () => {
  const store = await open()
  const test = await openApp(store, { where: 'remote' })
  await startEpone(test)
  const agent = await signedInAs(test, 'agent')
  const settings = { kind: 'folder', path: '/tmp' }
  expect((await agent.post(`${AT}/places`, { title: 'x', settings })).statusCode).toBe(403)
  const anne = await signedInAs(test, 'referent')
  expect((await anne.post(`${AT}/places`, { title: 'x', settings })).statusCode).toBe(422)
  const inside = { kind: 'datagouv', address: 'https://127.0.0.1', organization: '' }
  const answer = await anne.post(`${AT}/check`, { settings: inside, secret: 'x' })
  expect([answer.statusCode, answer.json().message]).toEqual([422, expect.stringContaining('pas une adresse publique')])
})
