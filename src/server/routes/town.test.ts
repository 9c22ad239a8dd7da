import { readFileSync } from 'node:fs'
import { brotliDecompressSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { communesText } from '../../adapters/communes/load.ts'
import type { TownCard } from '../../contract/people.ts'
import type { AddressPoint } from '../../core/places/address-index.ts'
import { storesOf } from '../../store/stores-for-tests.ts'
import { openApp, startEpone } from '../app-for-tests.ts'
import { multipart } from '../hands-for-tests.ts'

const open = storesOf('sqlite')
const FILE = readFileSync('demo/files/adresses-78217.csv')
const URL = '/api/atelier/town/addresses'

async function start() {
  const test = await openApp(await open())
  await startEpone(test)
  const anne = test.browser()
  const send = (name: string, bytes: Uint8Array | string) => anne.ask('POST', URL, multipart([[name, bytes]]))
  const card = async () => (await anne.get('/api/atelier/town')).json() as TownCard
  return { ...test, anne, send, card }
}

test('the SIRET is changed, or refused in a sentence', async () => {
  const { anne, card } = await start()
  expect((await anne.patch('/api/atelier/town', { siret: '21780217200014' })).json()).toMatchObject({ name: 'Épône' })
  const answer = await anne.patch('/api/atelier/town', { siret: '2178' })
  expect([answer.statusCode, answer.json().message]).toEqual([
    400,
    'J’ai lu « 2178 » ; j’attendais un SIRET : 14 chiffres.',
  ])
  expect(await card()).toMatchObject({ siret: '21780217200014' })
})

test('the address file is kept, counted, and its points are given once to each browser', async () => {
  const { anne, send, world } = await start()
  expect((await anne.get(URL)).json()).toEqual([])
  const answer = await send('adresses-78217.csv', FILE)
  const { addresses } = answer.json() as TownCard
  expect(addresses).toEqual({ name: 'adresses-78217.csv', count: expect.any(Number) })
  const { addresses_sha256: sha256 } = await world.db.selectFrom('town').selectAll().executeTakeFirstOrThrow()
  expect(Buffer.from(await world.blobs.get(sha256!)).equals(FILE)).toBe(true)
  const given = await anne.get(URL, { 'accept-encoding': 'br' })
  expect(given.headers['content-encoding']).toBe('br')
  const points = JSON.parse(brotliDecompressSync(given.rawPayload).toString()) as AddressPoint[]
  expect(points).toHaveLength(addresses!.count)
  expect(points[0]).toMatchObject({ insee: '78217' })
  const again = await anne.get(URL, { 'if-none-match': String(given.headers.etag) })
  expect([again.statusCode, again.body]).toEqual([304, ''])
})

test.each([
  ['autre.csv', 'id;nom\n1;x\n', /je n'y trouve pas « nom_voie »/],
  ['photo.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), /n’est pas du texte/],
  ['../../etc/passwd', '', /est vide/],
  ['../../Gyé.csv', FILE.toString().replaceAll('78217', '78551'), /^« Gyé\.csv » ne contient aucune adresse d/],
  ['abime.csv.gz', gzipSync(FILE).subarray(0, 900), /« abime\.csv\.gz »/],
])('« %s » is refused in a sentence, and the file before stays', async (name, bytes, sentence) => {
  const { send, card, reported } = await start()
  await send('adresses-78217.csv', FILE)
  const before = await card()
  const answer = await send(name, bytes)
  expect([answer.statusCode, answer.json().message]).toEqual([422, expect.stringMatching(sentence)])
  expect(await card()).toEqual(before)
  expect(reported).toEqual([])
})

test('no file, or not a form: a sentence', async () => {
  const { anne } = await start()
  const answer = await anne.post(URL)
  expect([answer.statusCode, answer.json().message]).toEqual([400, expect.stringContaining('J’attendais un fichier')])
})

test('the list of communes is the one of the package, and asked again for a few bytes', async () => {
  const { anne } = await start()
  const list = await anne.get('/api/atelier/communes.tsv')
  expect(list.body).toBe(communesText())
  const again = await anne.get('/api/atelier/communes.tsv', { 'if-none-match': String(list.headers.etag) })
  expect(again.statusCode).toBe(304)
  expect((await anne.get('/api/atelier/communes?q=epone')).json()).toMatchObject([{ insee: '78217' }])
  expect((await anne.get('/api/atelier/communes?q=a&q=b')).statusCode).toBe(200)
})
