import { readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import type { ActsAnswer, Home, JobCard, SetState, UploadCard } from '../../contract/sets.ts'
import type { Model } from '../../core/models/model.ts'
import type { ReadResult } from '../../core/table/read-result.ts'
import { storesOf } from '../../store/stores-for-tests.ts'
import { openApp, startEpone } from '../app-for-tests.ts'
import { type Hands, handsOf } from '../hands-for-tests.ts'

const open = storesOf('sqlite')
// Real files are read and prepared, beside whatever else this machine does.
vi.setConfig({ testTimeout: 180_000 })

async function start() {
  const test = await openApp(await open())
  await startEpone(test)
  await test.app.ready()
  return { ...test, hands: handsOf(test) }
}

const DAE = readFileSync('demo/files/defibrillateurs.xlsx')

async function aSet({ post, upload, settled }: Hands): Promise<{ set: SetState; card: UploadCard }> {
  const created = await post<SetState>('/sets', { title: 'Défibrillateurs', model: 'schema-dae' })
  const [card] = await upload('defibrillateurs.xlsx', DAE)
  await post(`/sets/${created.slug}/sources`, { upload: card!.id })
  return { set: await settled(created.slug), card: card! }
}

test('from a file to a set that is prepared: received, read, added, proposed', async () => {
  const { app, hands, reported } = await start()
  const { set, card } = await aSet(hands)
  expect(card.tables).toMatchObject([{ rows: 11 }])
  expect(set.sourceCards).toMatchObject([{ id: card.id, rank: 0, name: 'defibrillateurs.xlsx', sentBy: 'Anne Morel' }])
  expect(set.steps.length).toBeGreaterThan(3)
  expect(set.undo?.note).toMatch(/^Proposé par Carnet/)
  const content = await hands.get<ReadResult>(`/sources/${card.id}`)
  expect(content.tables[0]!.table.rows[0]!.source).toBe(set.sourceCards[0]!.sha256)
  expect((await hands.get<Model>('/models/schema-dae')).fields.length).toBeGreaterThan(10)
  const file = await hands.browser.get(`/api/atelier/sources/${card.id}/file`)
  expect(file.rawPayload.equals(DAE)).toBe(true)
  const home = await hands.get<Home>('/home')
  expect(home.sets).toMatchObject([{ slug: 'defibrillateurs', sources: 1 }])
  expect(home.inbox).toEqual([])
  const jobs = await hands.get<JobCard[]>('/jobs')
  expect(jobs.map(({ kind, state, set }) => [kind, state, set])).toEqual([
    ['propose', 'done', 'defibrillateurs'],
    ['read', 'done', undefined],
  ])
  expect(reported).toEqual([])
  await app.close()
})

test('a proposal and a file added are undone like the rest, last first', async () => {
  const { app, hands } = await start()
  const { set } = await aSet(hands)
  const turn = (way: 'undo' | 'redo') => hands.post<SetState>(`/sets/${set.slug}/${way}`, {})
  const without = await turn('undo')
  expect([without.steps, without.sourceCards]).toEqual([[], set.sourceCards])
  expect((await turn('undo')).sourceCards).toEqual([])
  await turn('redo')
  const { seq: _, changedAt: __, ...again } = await turn('redo')
  expect(again).toMatchObject({ steps: set.steps, sourceCards: set.sourceCards })
  await app.close()
})

test('what a person decided is carried over to the next proposal, and a file taken out leaves no row', async () => {
  const { app, hands, reported } = await start()
  const { set } = await aSet(hands)
  const step = set.steps.find(one => one.step.type === 'normalise')!
  const off = { key: 'k1', act: { type: 'switch-step', id: step.id, on: false } }
  const own = { key: 'k2', act: { type: 'add-step', id: 'own', step: { type: 'drop', columns: ['x'] }, reason: '' } }
  const bad = { key: 'k3', act: { type: 'add-step', id: 'bad', step: { type: 'explode' }, reason: '' } }
  const { results } = await hands.post<ActsAnswer>(`/sets/${set.slug}/acts`, { acts: [off, own, bad] })
  expect(results.map(({ refused }) => refused)).toEqual([
    undefined,
    undefined,
    expect.stringContaining('action inconnue'),
  ])
  const [other] = await hands.upload('autre.csv', 'nom;rue\nMairie;Haute\n')
  await hands.post(`/sets/${set.slug}/sources`, { upload: other!.id })
  const next = await hands.settled(set.slug)
  expect(next.steps.find(({ id }) => id === step.id)?.off).toBe(true)
  expect(next.steps.map(({ id }) => id)).toContain('own')
  await hands.remove(`/sets/${set.slug}/sources/${other!.id}`)
  const without = await hands.settled(set.slug)
  expect(without.sourceCards.map(({ name }) => name)).toEqual(['defibrillateurs.xlsx'])
  expect(JSON.stringify(without.steps)).not.toContain(other!.id)
  expect(reported).toEqual([])
  await app.close()
})

test('acts on a set: cells, rows, steps, undone and done again', async () => {
  const { app, hands, reported } = await start()
  const { set } = await aSet(hands)
  const row = { key: { gid: 'x' } }
  const cell = { row, column: 'nom', seen: '', to: 'Mairie' }
  const sent = { acts: [{ key: 'k1', act: { type: 'cells', hand: set.hand, cells: [cell] } }] }
  const first = await hands.post<ActsAnswer>(`/sets/${set.slug}/acts`, sent)
  const again = await hands.post<ActsAnswer>(`/sets/${set.slug}/acts`, sent)
  expect(again.results).toEqual(first.results)
  const after = await hands.get<SetState>(`/sets/${set.slug}`)
  expect(after.steps.at(-1)).toMatchObject({
    id: set.hand,
    step: { type: 'by-hand', corrections: [{ row, column: 'nom', was: '', to: 'Mairie' }] },
  })
  const back = await hands.post<SetState>(`/sets/${set.slug}/undo`, {})
  expect(back.steps).toEqual(set.steps)
  const forth = await hands.post<SetState>(`/sets/${set.slug}/redo`, {})
  expect(forth.steps).toEqual(after.steps)
  expect(reported).toEqual([])
  await app.close()
})
