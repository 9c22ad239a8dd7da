import { expect, test } from 'vitest'
import { storesOf } from '../../store/stores-for-tests.ts'
import { openApp, startEpone } from '../app-for-tests.ts'
import { open as opened, openFramed } from './open.ts'

const open = storesOf('sqlite')
const started = async (where: 'local' | 'remote' = 'remote') => {
  const test = await openApp(await open(), { where })
  await startEpone(test)
  test.app.get('/essai-ouvert', opened, () => ({ bonjour: true }))
  test.app.get('/essai-cadre', openFramed, () => 'bonjour')
  test.app.post('/api/essai', opened, request => request.body)
  test.app.get('/api/essai', opened, () => ({ bonjour: true }))
  return test
}
const ELSEWHERE = { origin: 'https://ailleurs.example', 'sec-fetch-site': 'cross-site' }

test('a public route answers any site, and sets no cookie', async () => {
  const { headers, statusCode } = await (await started()).browser().get('/essai-ouvert', ELSEWHERE)
  expect(statusCode).toBe(200)
  expect(headers).toMatchObject({
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'cache-control': 'public, no-cache',
    'x-frame-options': 'DENY',
  })
  expect(headers['access-control-expose-headers']).toContain('etag')
  expect(headers['set-cookie']).toBeUndefined()
})

test('a browser may ask before it asks; nobody is told so of the workshop', async () => {
  const browser = (await started()).browser()
  const asked = await browser.ask('OPTIONS', '/api/essai', { headers: ELSEWHERE })
  expect(asked.statusCode).toBe(204)
  expect(asked.headers).toMatchObject({ 'access-control-allow-methods': expect.stringContaining('POST') })
  const workshop = await browser.ask('OPTIONS', '/api/atelier/session', { headers: ELSEWHERE })
  expect(workshop.statusCode).toBe(403)
  expect(workshop.headers['access-control-allow-origin']).toBeUndefined()
  expect((await browser.get('/api/atelier/session')).headers['access-control-allow-origin']).toBeUndefined()
})

test('a question may be posted from another site', async () => {
  const browser = (await started('local')).browser()
  const posted = await browser.ask('POST', '/api/essai', { headers: ELSEWHERE, payload: { limit: 1 } })
  expect(posted.json()).toEqual({ limit: 1 })
})

test('only a page made for it may be framed', async () => {
  const { headers } = await (await started()).browser().get('/essai-cadre')
  expect(headers['content-security-policy']).toContain('frame-ancestors *')
  expect(headers['x-frame-options']).toBeUndefined()
})

test('one address does not take all: after so many in a minute it is told to wait', async () => {
  const browser = (await started()).browser()
  let last = 0
  for (let asked = 0; asked < 1201 && last !== 429; asked++) last = (await browser.get('/essai-ouvert')).statusCode
  expect(last).toBe(429)
  const refused = await browser.get('/essai-ouvert', { accept: 'application/json' })
  expect(refused.json()).toEqual({ message: expect.stringContaining('Trop de demandes') })
  expect(refused.headers['retry-after']).toBeDefined()
})
