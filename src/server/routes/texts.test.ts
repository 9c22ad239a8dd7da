import { expect, test } from 'vitest'
import { storesOf } from '../../store/stores-for-tests.ts'
import { openApp, signedInAs, startEpone } from '../app-for-tests.ts'

const open = storesOf('sqlite')
const LEGAL = '/api/atelier/texts/portail%2Fmentions-legales'

async function opened() {
  const test = await openApp(await open(), { where: 'remote' })
  await startEpone(test)
  return test
}

test('the referent writes a legal page; its versions are read', async () => {
  const anne = await signedInAs(await opened(), 'referent')
  expect((await anne.get(LEGAL)).json()).toMatchObject({ name: 'portail/mentions-legales', version: 0, body: '' })
  const written = await anne.ask('PUT', LEGAL, { payload: { body: 'Mairie d’Épône', seen: 0 } })
  expect(written.json()).toMatchObject({ version: 1, body: 'Mairie d’Épône', writtenBy: 'Une personne, referent' })
  expect((await anne.get(`${LEGAL}/versions`)).json()).toHaveLength(1)
  const late = await anne.ask('PUT', LEGAL, { payload: { body: 'Autre', seen: 0 } })
  expect([late.statusCode, late.json().message]).toEqual([409, expect.stringContaining('Rien n’est perdu')])
})

test('an agent reads the legal pages and does not write them', async () => {
  const agent = await signedInAs(await opened(), 'agent')
  expect((await agent.get(LEGAL)).statusCode).toBe(200)
  expect((await agent.ask('PUT', LEGAL, { payload: { body: 'x', seen: 0 } })).statusCode).toBe(403)
})

test('a name that no page shows is refused', async () => {
  const anne = await signedInAs(await opened(), 'referent')
  expect((await anne.get('/api/atelier/texts/portail%2Fautre')).statusCode).toBe(404)
  expect((await anne.ask('PUT', '/api/atelier/texts/autre', { payload: { body: '', seen: 0 } })).statusCode).toBe(404)
})
