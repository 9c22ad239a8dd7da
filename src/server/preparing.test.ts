import { expect, test } from 'vitest'
import { storesOf } from '../store/stores-for-tests.ts'
import { openApp } from './app-for-tests.ts'
import { sayPreparing } from './preparing.ts'

const open = storesOf('sqlite')

test('until Carnet is ready pages say so and ask again; then they are there', async () => {
  const { app, browser } = await openApp(await open())
  const preparing = sayPreparing(app)
  await app.ready()
  preparing.tell('Je prépare <la ville>…')
  const page = await browser().get('/')
  expect([page.statusCode, page.headers['retry-after'], page.headers.refresh]).toEqual([503, '2', '2'])
  expect(page.body).toContain('Je prépare &lt;la ville&gt;…')
  const api = await browser().get('/api/atelier/session')
  expect([api.statusCode, api.json()]).toEqual([503, { message: 'Je prépare <la ville>…' }])
  expect((await browser().get('/public/pages.css')).statusCode).toBe(200)
  preparing.done()
  expect((await browser().get('/')).statusCode).toBe(200)
})
