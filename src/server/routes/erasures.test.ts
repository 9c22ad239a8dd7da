import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { ErasureAnswer, JournalPage, SetState } from '../../contract/sets.ts'
import type { ReadResult } from '../../core/table/read-result.ts'
import { storesOf } from '../../store/stores-for-tests.ts'
import { openApp, signedInAs, startEpone } from '../app-for-tests.ts'
import { handsOf } from '../hands-for-tests.ts'

// Real files are read and prepared, beside whatever else this machine does.
vi.setConfig({ testTimeout: 180_000 })

const open = storesOf('sqlite')
const SECRET = 'Gwenaëlle Kerloc’h'
const FILE = `Enseigne;Activité;Téléphone;Gérant\nDupain;pain;0199001111;${SECRET}\nGarage;autos;0199002222;Martin\n`

function* filesIn(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesIn(path)
    else yield path
  }
}

test('a person’s name sent by mistake is erased from everywhere; the work stays', async () => {
  const store = await open()
  const opened = await openApp(store)
  await startEpone(opened)
  await opened.app.ready()
  const hands = handsOf(opened)
  const { slug } = await hands.post<SetState>('/sets', { title: 'Commerces', model: 'carnet-commerces' })
  const [file] = await hands.upload('commerces.csv', FILE)
  await hands.post(`/sets/${slug}/sources`, { upload: file!.id })
  const set = await hands.settled(slug)
  const cell = { row: { key: { nom: 'Garage' } }, column: 'gerant', seen: 'Martin', to: SECRET }
  await hands.post(`/sets/${slug}/acts`, {
    acts: [{ key: 'k1', act: { type: 'cells', hand: set.hand, cells: [cell] } }],
  })
  const { places } = await hands.post<ErasureAnswer>('/erasures', { type: 'value', set: slug, value: SECRET })
  expect(places).toBeGreaterThanOrEqual(3)

  const content = await hands.get<ReadResult>(`/sources/${file!.id}`)
  expect(JSON.stringify(content)).toContain('Dupain')
  expect(JSON.stringify(content)).not.toContain('Kerloc')
  const original = await hands.browser.get(`/api/atelier/sources/${file!.id}/file`)
  expect([original.statusCode, original.json().message]).toEqual([
    410,
    expect.stringContaining('effacé définitivement'),
  ])
  expect(JSON.stringify(await hands.get(`/sets/${slug}`))).not.toContain('Kerloc')
  const { entries } = await hands.get<JournalPage>(`/sets/${slug}/journal`)
  expect(entries[0]).toMatchObject({ act: 'erase', by: 'Anne Morel' })
  expect(JSON.stringify(entries)).not.toContain('Kerloc')
  await opened.app.close()
  await store.store.close()
  const bytes = Buffer.from('Kerloc')
  const holding = [...filesIn(store.folder)].filter(path => readFileSync(path).includes(bytes))
  expect(holding).toEqual([])
  expect(opened.reported).toEqual([])
})

test('a file and a set are erased by whoever may, and by nobody else', async () => {
  const opened = await openApp(await open(), { where: 'remote' })
  await startEpone(opened)
  await opened.app.ready()
  const referent = handsOf(opened, await signedInAs(opened, 'referent'))
  const agent = handsOf(opened, await signedInAs(opened, 'agent'))
  const { slug } = await agent.post<SetState>('/sets', { title: 'Commerces', model: 'carnet-commerces' })
  const [file] = await agent.upload('commerces.csv', FILE)
  const ask = { type: 'upload', upload: file!.id }
  expect((await agent.browser.post('/api/atelier/erasures', ask)).statusCode).toBe(403)
  await referent.post('/erasures', ask)
  expect((await agent.browser.get(`/api/atelier/sources/${file!.id}`)).statusCode).toBe(410)
  await referent.post('/erasures', { type: 'set', set: slug })
  expect((await agent.browser.get(`/api/atelier/sets/${slug}`)).statusCode).toBe(404)
  await opened.app.close()
})
