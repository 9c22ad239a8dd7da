import { expect, test } from 'vitest'
import type { DiagnosisCard, DiagnosisPage } from '../../contract/diagnosis.ts'
import type { Home } from '../../contract/sets.ts'
import { storesOf } from '../../store/stores-for-tests.ts'
import { type Browser, openApp, signedInAs, startEpone } from '../app-for-tests.ts'

const open = storesOf('sqlite')
const AT = '/api/atelier/diagnosis'

const put = (browser: Browser, url: string, payload: object) => browser.ask('PUT', url, { payload })
const page = async (browser: Browser) => (await browser.get(AT)).json() as DiagnosisPage

test('begun, answered, told on the home page; the duty takes the official population and the agents that were said', async () => {
  const test = await openApp(await open())
  await startEpone(test)
  const anne = test.browser()
  const before = await page(anne)
  expect(before).toMatchObject({ diagnoses: [], shared: false, others: { campaign: [] } })
  expect(before.duty).toMatchObject({ answer: 'unknown', people: 7031, missing: ['agents'] })
  const { id } = (await anne.post(AT, { key: 'k1' })).json() as DiagnosisCard
  const answered = await put(anne, `${AT}/${id}/answers`, { question: 'forme', answer: '1' })
  expect((answered.json() as DiagnosisCard).voices[0]).toMatchObject({ name: 'Anne Morel', answers: { forme: '1' } })
  const home = (await anne.get('/api/atelier/home')).json() as Home
  expect(home.steps[0]).toMatchObject({ id: 'diagnostic', state: 'now', done: 1, href: '/atelier/diagnostic' })

  const wrong = await put(anne, `${AT}/${id}/answers`, { question: 'forme', answer: 'beaucoup' })
  expect([wrong.statusCode, wrong.json().message]).toEqual([422, expect.stringContaining('J’ai lu « beaucoup »')])
  const said = await put(anne, `${AT}/agents`, { agents: '102', source: 'Service du personnel' })
  expect((said.json() as DiagnosisPage).duty).toMatchObject({ answer: 'due', agents: 102 })
  expect(((await put(anne, `${AT}/shared`, { shared: true })).json() as DiagnosisPage).shared).toBe(true)
})

test('elected people answer for themselves; who only reads does not; nobody answers under a person’s name', async () => {
  const test = await openApp(await open(), { where: 'remote' })
  await startEpone(test)
  const [agent, elected, reader] = [
    await signedInAs(test, 'agent'),
    await signedInAs(test, 'approver'),
    await signedInAs(test, 'reader'),
  ]
  const { id } = (await agent.post(AT, { key: 'k1' })).json() as DiagnosisCard
  const answer = { question: 'forme', answer: '1' }
  const voice = { id: 'voix-elue00001', name: 'Une élue' }
  const codes = async (browser: Browser, body: object) => (await put(browser, `${AT}/${id}/answers`, body)).statusCode
  expect(await codes(elected, answer)).toBe(200)
  expect(await codes(elected, { ...answer, voice })).toBe(403)
  expect(await codes(reader, answer)).toBe(403)
  expect(await codes(agent, { ...answer, voice })).toBe(200)
  const { me } = await page(elected)
  expect(await codes(agent, { ...answer, voice: { id: me.id, name: 'Une élue' } })).toBe(400)
  expect((await page(reader)).diagnoses[0]!.voices.map(({ name }) => name)).toEqual([
    'Une personne, approver',
    'Une élue',
  ])
  expect((await put(agent, `${AT}/shared`, { shared: true })).statusCode).toBe(403)
})
