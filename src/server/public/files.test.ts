import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { DEFIBRILLATEURS, PRENOMS, publishForTests } from '../../publication/catalog/for-tests.ts'
import { FILE_FORMATS } from '../../publication/files/formats.ts'
import { storesOf } from '../../store/stores-for-tests.ts'
import { openApp } from '../app-for-tests.ts'

const open = storesOf('sqlite')
async function published() {
  const store = await open()
  const { hash } = await publishForTests(store.world, DEFIBRILLATEURS)
  await publishForTests(store.world, PRENOMS)
  const test = await openApp(store)
  return { test, store, hash, browser: test.browser() }
}
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

test('each format answers under its type, its name and the hash of its bytes; a second time it is not sent again', async () => {
  const { browser } = await published()
  for (const format of FILE_FORMATS) {
    const { statusCode, headers, rawPayload } = await browser.get(`/jeux/defibrillateurs.${format}`)
    expect(statusCode, format).toBe(200)
    expect(headers.etag).toBe(`"${sha256(rawPayload)}"`)
    expect(headers['content-length']).toBe(String(rawPayload.length))
    expect(headers['content-disposition']).toMatch(new RegExp(`filename="defibrillateurs-2026-03-02\\.${format}"`))
    expect(headers).toMatchObject({ 'access-control-allow-origin': '*', 'accept-ranges': 'bytes' })
    expect(headers.link).toContain('rel="describedby"')
    const again = await browser.get(`/jeux/defibrillateurs.${format}`, { 'if-none-match': `W/"x", ${headers.etag}` })
    expect([again.statusCode, again.rawPayload.length]).toEqual([304, 0])
    const head = await browser.ask('HEAD', `/jeux/defibrillateurs.${format}`)
    expect(head.headers).toMatchObject({ etag: headers.etag, 'content-length': headers['content-length'] })
    expect(head.rawPayload.length).toBe(0)
  }
})

test('the same bytes are made on another day and in another instance', async () => {
  const hashes = async () => {
    const { browser } = await published()
    const etags = []
    for (const format of FILE_FORMATS) etags.push((await browser.get(`/jeux/defibrillateurs.${format}`)).headers.etag)
    return etags
  }
  expect(await hashes()).toEqual(await hashes())
})

test('parts of a file, and what is beyond its end', async () => {
  const { browser } = await published()
  const whole = (await browser.get('/jeux/defibrillateurs.csv')).rawPayload
  const part = async (range: string, more = {}) => browser.get('/jeux/defibrillateurs.csv', { range, ...more })
  const size = whole.length
  for (const [range, start, end] of [
    ['bytes=0-9', 0, 9],
    ['bytes=10-', 10, size - 1],
    ['bytes=-5', size - 5, size - 1],
    ['bytes=0-99999', 0, size - 1],
  ] as const) {
    const answer = await part(range)
    expect(answer.statusCode).toBe(206)
    expect(answer.headers['content-range']).toBe(`bytes ${start}-${end}/${size}`)
    expect(answer.rawPayload).toEqual(whole.subarray(start, end + 1))
  }
  const beyond = await part(`bytes=${size}-`)
  expect([beyond.statusCode, beyond.headers['content-range']]).toEqual([416, `bytes */${size}`])
  for (const range of ['bytes=9-1', 'lines=1-2', 'bytes=0-1,3-4', 'bytes=-'])
    expect((await part(range)).statusCode, range).toBe(200)
  expect((await part('bytes=0-9', { 'if-range': '"another"' })).statusCode).toBe(200)
  const { etag } = (await part('bytes=0-1')).headers
  expect((await part('bytes=0-9', { 'if-range': String(etag) })).statusCode).toBe(206)
})

test('dates: not sent again when nothing changed since', async () => {
  const { browser } = await published()
  const { headers } = await browser.get('/jeux/defibrillateurs.csv')
  const since = (when: string) => browser.get('/jeux/defibrillateurs.csv', { 'if-modified-since': when })
  expect((await since(String(headers['last-modified']))).statusCode).toBe(304)
  expect((await since('Mon, 02 Mar 2020 08:00:00 GMT')).statusCode).toBe(200)
})

test('texts go out compressed, under a tag of their own', async () => {
  const { browser } = await published()
  const plain = await browser.get('/jeux/defibrillateurs.json')
  const packed = await browser.get('/jeux/defibrillateurs.json', { 'accept-encoding': 'br, gzip' })
  expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' })
  expect(packed.headers.etag).not.toBe(plain.headers.etag)
  expect(gunzipSync(packed.rawPayload)).toEqual(plain.rawPayload)
  const kept = { 'accept-encoding': 'gzip', 'if-none-match': String(packed.headers.etag) }
  expect((await browser.get('/jeux/defibrillateurs.json', kept)).statusCode).toBe(304)
  expect(
    (await browser.get('/jeux/defibrillateurs.json', { 'accept-encoding': 'gzip;q=0' })).headers['content-encoding'],
  ).toBe(undefined)
})

test('the CSV is the table byte for byte; JSON and GeoJSON have types', async () => {
  const { browser } = await published()
  const csv = (await browser.get('/jeux/prenoms.csv')).body
  expect(csv.split('\r\n').slice(0, 2)).toEqual([PRENOMS.columns.join(','), PRENOMS.rows[0]!.join(',')])
  const rows = (await browser.get('/jeux/prenoms.json')).json()
  expect(rows).toHaveLength(PRENOMS.rows.length)
  expect(rows[1]).toMatchObject({ COLL_INSEE: '78217', ENFANT_PRENOM: 'NOËL', NOMBRE_OCCURRENCES: 11 })
  const places = (await browser.get('/jeux/defibrillateurs.geojson')).json()
  expect(places).toMatchObject({ type: 'FeatureCollection', bbox: [1.8135, 48.9551, 1.8201, 48.9611] })
  expect(places).not.toHaveProperty('crs')
  expect(places.features[0]).toMatchObject({
    type: 'Feature',
    id: 1,
    geometry: { type: 'Point', coordinates: [1.8135, 48.9551] },
    properties: { lat_coor1: 48.9551, com_insee: '78217' },
  })
  expect(places.features[2].geometry).toBeNull()
  expect(places.features[2].properties.lat_coor1).toBeNull()
})

test('rows that are nowhere have no GeoJSON, and it is said', async () => {
  const { browser } = await published()
  const answer = await browser.get('/jeux/prenoms.geojson')
  expect([answer.statusCode, answer.json().message]).toEqual([
    404,
    expect.stringContaining('ne disent pas où elles sont'),
  ])
})

test('a version stays at its address when a later one comes', async () => {
  const { browser, store, hash } = await published()
  const first = (await browser.get('/jeux/defibrillateurs.csv')).body
  const rows = [...DEFIBRILLATEURS.rows, DEFIBRILLATEURS.rows[0]!.map((cell, at) => (at === 0 ? 'École' : cell))]
  const later = await publishForTests(store.world, { ...DEFIBRILLATEURS, rows })
  expect(later.hash).not.toBe(hash)
  expect((await browser.get('/jeux/defibrillateurs.csv')).body).toContain('École')
  expect((await browser.get(`/jeux/defibrillateurs/v/${hash}.csv`)).body).toBe(first)
  expect((await browser.get(`/jeux/defibrillateurs/v/${later.hash}.json`)).json()).toHaveLength(rows.length)
  expect((await browser.get(`/jeux/defibrillateurs/v/${'0'.repeat(64)}.csv`)).statusCode).toBe(404)
  expect((await browser.get(`/jeux/prenoms/v/${hash}.csv`)).statusCode).toBe(404)
})

test('an old address leads to the new one; a set that was withdrawn says why', async () => {
  const { browser, store } = await published()
  const key = { insee: '78217', data_set: 'defibrillateurs' }
  await store.world.db
    .insertInto('redirect')
    .values({ ...key, slug: 'dae' })
    .execute()
  for (const path of ['.csv', '.csv-metadata.json', '/datapackage.json', `.json?x=/dae`]) {
    const moved = await browser.get(`/jeux/dae${path}`)
    expect([moved.statusCode, moved.headers.location]).toEqual([308, `/jeux/defibrillateurs${path}`])
  }
  await store.world.db
    .updateTable('publication')
    .set({ withdrawn_at: '2026-03-05T10:00:00.000Z', withdrawn_why: 'Les coordonnées étaient fausses.' })
    .where('data_set', '=', 'defibrillateurs')
    .execute()
  const gone = await browser.get('/jeux/defibrillateurs.csv')
  expect(gone.statusCode).toBe(410)
  expect(gone.json().message).toMatch(/retiré le 5 mars 2026 : Les coordonnées étaient fausses\./)
  const page = await browser.get('/jeux/defibrillateurs.csv', { accept: 'text/html,*/*' })
  expect(page.headers['content-type']).toContain('text/html')
  expect(page.body).toContain('Les coordonnées étaient fausses.')
  expect((await browser.get('/jeux/nulle-part.csv')).statusCode).toBe(404)
})
