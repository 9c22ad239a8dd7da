import { readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import type { JournalPage, SetState } from '../../contract/sets.ts'
import type { Wishlist } from '../../contract/wishes.ts'
import { storesOf } from '../../store/stores-for-tests.ts'
import { openApp, signedInAs, startEpone } from '../app-for-tests.ts'
import { handsOf } from '../hands-for-tests.ts'

const open = storesOf('sqlite')
const AT = '/api/atelier/wishes'
// A file is read, prepared and checked, beside whatever else this machine does.
vi.setConfig({ testTimeout: 120_000 })

async function opened() {
  const test = await openApp(await open())
  await startEpone(test)
  await test.app.ready()
  const hands = handsOf(test)
  const put = async (path: string, payload: object) => {
    const answer = await hands.browser.ask('PUT', AT + path, { payload })
    return { status: answer.statusCode, list: answer.json() as Wishlist }
  }
  return { test, hands, put, list: () => hands.get<Wishlist>('/wishes') }
}

test('a file received fills the boxes by itself, and they empty as the work is done', async () => {
  const { test, hands, list } = await opened()
  const { slug } = await hands.post<SetState>('/sets', { title: 'Parkings', model: 'schema-stationnement', theme: 6 })
  expect((await list()).wishes).toMatchObject([{ rank: 1, theme: { difficulty: 3 }, model: { kind: 'national' } }])
  const [card] = await hands.upload('parkings.csv', readFileSync('demo/files/parkings.csv'))
  await hands.post(`/sets/${slug}/sources`, { upload: card!.id })
  await hands.settled(slug)
  await expect.poll(async () => (await list()).wishes[0]!.grade.value, { timeout: 60_000 }).toBeDefined()
  const { boxes, grade } = (await list()).wishes[0]!
  expect(boxes.filter(({ on }) => on).map(({ box }) => box)).toEqual(EXPECTED)
  for (const { reason } of boxes) expect(reason).toMatch(/\.$/)
  expect(grade.reason).toMatch(/^Il reste à /)
  expect(test.reported).toEqual([])
})
const EXPECTED = ['clean', 'compile', 'complete']

test('each act answers the list as it is after it, and is in the history of its line', async () => {
  const { hands, put } = await opened()
  await hands.post('/sets', { title: 'Vélos', model: 'schema-stationnement-cyclable' })
  await hands.post('/sets', { title: 'Boîtes à livres' })
  const moved = await hands.post<Wishlist>('/wishes/boites-a-livres/move', { to: 1 })
  expect(moved.wishes.map(({ slug }) => slug)).toEqual(['boites-a-livres', 'velos'])
  expect(moved.next).toEqual({ sentence: 'Dites à qui demander « Boîtes à livres ».', wish: 'boites-a-livres' })
  const service = await put('/velos/service', { place: 'first', name: 'Voirie' })
  expect(service.list.wishes[1]!.service?.name).toBe('Voirie')
  expect((await put('/velos/box', { box: 'missing', on: true })).list.wishes[1]!.grade.value).toBe('black')
  expect((await put('/velos/grade', { grade: 'green' })).list.wishes[1]!.grade).toMatchObject({
    value: 'green',
    auto: 'black',
    byHand: { by: 'Anne Morel' },
  })
  const decided = await put('/velos/decision', { decision: 'later', why: 'Après les travaux.' })
  expect(decided.list.wishes[1]!.decision).toMatchObject({ value: 'later', by: 'Anne Morel' })
  const { entries } = await hands.get<JournalPage>('/wishes/velos/journal')
  expect(entries.map(({ act }) => act)).toEqual([
    ...['wish-decision', 'wish-grade', 'wish-box', 'wish-service', 'create-set'],
  ])
  const { entries: rest, next } = await hands.get<JournalPage>(`/wishes/velos/journal?before=${entries[1]!.seq}`)
  expect([rest.length, next]).toEqual([3, undefined])
})

test('what is asked badly or by somebody who may not is refused in a sentence', async () => {
  const { test, hands, put } = await opened()
  await hands.post('/sets', { title: 'Vélos', model: 'schema-stationnement-cyclable' })
  expect((await put('/velos/grade', { grade: 'rose' })).status).toBe(400)
  expect((await put('/velos/service', { place: 'third', name: 'Voirie' })).status).toBe(400)
  expect((await put('/rien/grade', { grade: 'red' })).status).toBe(404)
  expect((await hands.browser.post(`${AT}/velos/move`, { to: 0 })).statusCode).toBe(400)
  const reader = await signedInAs(test, 'reader')
  expect((await reader.get(AT)).statusCode).toBe(200)
  expect((await reader.ask('PUT', `${AT}/velos/grade`, { payload: { grade: 'red' } })).statusCode).toBe(403)
})
