import { expect, test } from 'vitest'
import type { Awareness } from '../../contract/awareness.ts'
import type { KitPiece } from '../../contract/kit.ts'
import { DEFIBRILLATEURS, publishForTests } from '../../publication/catalog/for-tests.ts'
import { storesOf } from '../../store/stores-for-tests.ts'
import { openApp, signedInAs, startEpone } from '../app-for-tests.ts'

const open = storesOf('sqlite')
const AT = '/api/atelier/awareness'

test('courses are read, written by those who prepare, kept in versions, and taken away', async () => {
  const test = await openApp(await open(), { where: 'remote' })
  await startEpone(test)
  await publishForTests(test.world, DEFIBRILLATEURS)
  const [agent, reader] = [await signedInAs(test, 'agent'), await signedInAs(test, 'reader')]
  const { sets, texts } = (await reader.get(AT)).json() as Awareness
  expect([sets, texts.length]).toEqual([1, 7])
  expect(texts[0]!.body).toContain('https://carnet.epone.fr/jeux/defibrillateurs')

  const put = (body: string, seen: number, by = agent) => by.ask('PUT', `${AT}/quiz-elus`, { payload: { body, seen } })
  const [wrong, denied] = [await put('# Oui ?\n\n- oui\n- non', 0), await put('# A', 0, reader)]
  expect([wrong.statusCode, wrong.json().message]).toEqual([422, expect.stringContaining('avec 0 bonne réponse')])
  expect(denied.statusCode).toBe(403)
  const written = (await put('# Oui ?\n\n- [x] oui\n- non', 0)).json() as KitPiece
  expect(written).toMatchObject({ version: 1, writtenBy: 'Une personne, agent' })
  expect((await agent.get('/api/atelier/texts/sensibiliser%2Fquiz-elus/versions')).json()).toHaveLength(1)

  const word = await reader.get(`${AT}/deroule/docx`)
  expect(word.headers['content-disposition']).toContain('deroule.docx')
  expect(word.rawPayload.subarray(0, 2).toString()).toBe('PK')
  expect((await reader.get(`${AT}/deroule/txt`)).body).toContain('1. Les élus, entre eux (45 minutes)')
  expect((await reader.get(`${AT}/autre`)).statusCode).toBe(404)
})
