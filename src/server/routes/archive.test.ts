import { expect, test, vi } from 'vitest'
import type { Session } from '../../contract/people.ts'
import { PRENOMS, publishForTests } from '../../publication/catalog/for-tests.ts'
import { readCatalog } from '../../publication/catalog/read.ts'
import { storesOf } from '../../store/stores-for-tests.ts'
import { openApp, signedInAs, startEpone } from '../app-for-tests.ts'
import { multipart } from '../hands-for-tests.ts'

vi.setConfig({ testTimeout: 120_000 })

const open = storesOf('sqlite')
const START = '/api/atelier/start/archive'

test('a town leaves with everything, and comes back at the first start of another Carnet', async () => {
  const here = await openApp(await open())
  await startEpone(here)
  await here.app.ready()
  await publishForTests(here.world, PRENOMS)
  const archive = await here.browser().get('/api/atelier/archive')
  expect([archive.statusCode, archive.headers['content-type']]).toEqual([200, 'application/zip'])
  expect(archive.headers['content-disposition']).toContain('carnet-epone-2026-03-02.zip')

  const there = await openApp(await open())
  await there.app.ready()
  const browser = there.browser()
  const refused = await browser.ask('POST', START, multipart([['notes.zip', 'pas un zip']]))
  expect([refused.statusCode, refused.json().message]).toEqual([
    422,
    expect.stringContaining('pas un fichier zip entier'),
  ])
  expect(refused.json().message).not.toContain('tmp')
  const taken = await browser.ask('POST', START, multipart([['epone.zip', archive.rawPayload]]))
  expect([taken.statusCode, taken.json()]).toEqual([201, { insee: '78217', name: 'Épône' }])
  expect((await readCatalog(there.world)).sets).toEqual((await readCatalog(here.world)).sets)
  const session = (await browser.get('/api/atelier/session')).json() as Session
  expect(session).toMatchObject({ state: 'signed-in', person: { name: 'Anne Morel' }, town: { insee: '78217' } })
  expect((await browser.ask('POST', START, multipart([['epone.zip', archive.rawPayload]]))).statusCode).toBe(409)
  expect([...here.reported, ...there.reported]).toEqual([])
})

test('where others can come in: the code of the terminal; only a referent leaves with the town', async () => {
  const remote = await openApp(await open(), { where: 'remote' })
  const asked = await remote.browser().ask('POST', `${START}?code=FAUX-CODE`, multipart([['a.zip', 'x']]))
  expect([asked.statusCode, asked.json().message]).toEqual([403, expect.stringContaining('code de démarrage')])
  await startEpone(remote)
  const agent = await signedInAs(remote, 'agent')
  expect((await agent.get('/api/atelier/archive')).statusCode).toBe(403)
})
