import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { DEFIBRILLATEURS, PRENOMS, publishForTests } from '../../publication/catalog/for-tests.ts'
import { canonical, readTriples } from '../../publication/dcat/readers-for-tests.ts'
import { storesOf } from '../../store/stores-for-tests.ts'
import { type Browser, openApp } from '../app-for-tests.ts'
import { type Fetch, harvest } from './harvester-for-tests.ts'

const open = storesOf('sqlite')
async function opened() {
  const store = await open()
  const test = await openApp(store)
  return { world: store.world, test, browser: test.browser() }
}
async function published() {
  const opening = await opened()
  await publishForTests(opening.world, DEFIBRILLATEURS)
  await publishForTests(opening.world, PRENOMS)
  return opening
}
const overHttp =
  (browser: Browser): Fetch =>
  async (method, url) => {
    const { pathname, search } = new URL(url)
    const { statusCode, headers, body } = await browser.ask(method, pathname + search)
    return { statusCode, headers, body }
  }
const by =
  <K extends string>(key: K) =>
  (a: Readonly<Record<K, string>>, b: Readonly<Record<K, string>>) =>
    a[key] < b[key] ? -1 : 1
const HOME = 'http://localhost:3000'

test('each address answers its type, to HEAD as to GET, from any site', async () => {
  const { browser } = await published()
  for (const [extension, type] of [
    ['ttl', 'text/turtle'],
    ['rdf', 'application/rdf+xml'],
    ['xml', 'application/rdf+xml'],
    ['jsonld', 'application/ld+json'],
    ['json', 'application/ld+json'],
    ['nt', 'application/n-triples'],
  ]) {
    const answer = await browser.get(`/catalog.${extension}`)
    expect(answer.statusCode, extension).toBe(200)
    expect(answer.headers).toMatchObject({
      'content-type': `${type}; charset=utf-8`,
      'access-control-allow-origin': '*',
    })
    const head = await browser.ask('HEAD', `/catalog.${extension}`)
    expect([head.statusCode, head.headers['content-type'], head.body]).toEqual([200, `${type}; charset=utf-8`, ''])
    const again = await browser.get(`/catalog.${extension}`, { 'if-none-match': String(answer.headers.etag) })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  }
})

test('the catalog without an extension is written as the client likes; a browser is shown the portal', async () => {
  const { browser } = await published()
  const typeFor = async (accept?: string) =>
    (await browser.get('/catalog', accept ? { accept } : {})).headers['content-type']
  expect(await typeFor()).toBe('text/turtle; charset=utf-8')
  expect(await typeFor('application/rdf+xml')).toBe('application/rdf+xml; charset=utf-8')
  expect(await typeFor('application/json;q=0.9, text/csv')).toBe('application/ld+json; charset=utf-8')
  expect((await browser.get('/catalog', { accept: 'text/html' })).statusCode).toBe(303)
  expect((await browser.get('/catalog', { accept: 'image/png' })).statusCode).toBe(406)
})

test('data.gouv.fr harvests the same sets from every address', async () => {
  const { browser } = await published()
  const wanted = await harvest(overHttp(browser), `${HOME}/catalog.ttl`)
  expect(wanted.map(({ identifier }) => identifier).sort()).toEqual(['78217-defibrillateurs', '78217-prenoms'])
  const dae = wanted.find(({ identifier }) => identifier.endsWith('defibrillateurs'))!
  expect(dae).toMatchObject({
    title: 'Défibrillateurs de la commune d’Épône, 2021',
    frequency: 'ANNUAL',
    licence: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence',
    highValue: false,
    period: { from: '2020-01-01', to: '2020-12-31' },
  })
  expect(dae.tags).toEqual(['essai', 'commune'])
  expect(dae.resources.map(({ format }) => format)).toEqual([
    'csv',
    'xlsx',
    'geojson',
    'ods',
    'json',
    'parquet',
    'json',
  ])
  expect(new Set(dae.resources.map(({ schema }) => schema)).size).toBe(1)
  const inOrder = (sets: typeof wanted) =>
    sets
      .map(set => ({ ...set, tags: [...set.tags].sort(), resources: [...set.resources].sort(by('url')) }))
      .sort(by('identifier'))
  for (const address of ['catalog.rdf', 'catalog.jsonld', 'catalog'])
    expect(inOrder(await harvest(overHttp(browser), `${HOME}/${address}`)), address).toEqual(inOrder(wanted))
})

test('every file that the catalog names is there, with the bytes that it says', async () => {
  const { browser } = await published()
  const sets = await harvest(overHttp(browser), `${HOME}/catalog.ttl`)
  const files = sets.flatMap(({ resources }) => resources.filter(({ sha256 }) => sha256 !== undefined))
  expect(files).toHaveLength(11)
  for (const { url, sha256 } of files) {
    const { statusCode, rawPayload } = await browser.get(new URL(url).pathname)
    expect([statusCode, createHash('sha256').update(rawPayload).digest('hex')], url).toEqual([200, sha256])
  }
})

test('a harvester that follows the pages meets every set once', async () => {
  const { world, browser } = await opened()
  for (let n = 0; n < 3; n++) await publishForTests(world, { ...PRENOMS, slug: `prenoms-${n}` })
  const first = await browser.get('/catalog.ttl?page=1')
  expect(first.body).toContain('hydra:totalItems 3')
  expect((await browser.get('/catalog.ttl?page=2')).statusCode).toBe(404)
  expect((await browser.get('/catalog.ttl?page=zero')).statusCode).toBe(400)
})

test('a town of a shared instance has a catalog of its own', async () => {
  const { world, browser } = await published()
  await publishForTests(world, { ...PRENOMS, town: { insee: '78531', name: 'Rosny-sur-Seine' } })
  const sets = await harvest(overHttp(browser), `${HOME}/catalog.ttl?commune=78531`)
  expect(sets.map(({ identifier }) => identifier)).toEqual(['78531-prenoms'])
  expect((await browser.get('/catalog.ttl?commune=99999')).statusCode).toBe(404)
})

test('a set has its own document, the same in its three writings', async () => {
  const { browser } = await published()
  const [ttl, rdf, jsonld] = await Promise.all(
    (['ttl', 'rdf', 'jsonld'] as const).map(async writing => {
      const { statusCode, body } = await browser.get(`/jeux/defibrillateurs.${writing}`)
      expect(statusCode).toBe(200)
      return canonical(await readTriples(body, writing))
    }),
  )
  expect(rdf).toBe(ttl)
  expect(jsonld).toBe(ttl)
  expect((await browser.get('/jeux/nulle-part.ttl')).statusCode).toBe(404)
})
