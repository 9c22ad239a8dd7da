import { expect, test } from 'vitest'
import { DEFIBRILLATEURS, PRENOMS, publishForTests, type SetForTests } from '../../publication/catalog/for-tests.ts'
import { storesOf } from '../../store/stores-for-tests.ts'
import { openApp } from '../app-for-tests.ts'
import { listening } from './listening-for-tests.ts'
import { answerOf, programCalled } from './programs-for-tests.ts'

const open = storesOf('sqlite')
const ROOT = 'http://localhost:3000/ogc'
const DAE = '/ogc/collections/defibrillateurs'

/** Fifty rows with days, some without a point. */
const STATIONS: SetForTests = {
  slug: 'arbres',
  model: 'schema-dae',
  columns: ['nom', 'lat_coor1', 'long_coor1', 'dermnt'],
  rows: Array.from({ length: 50 }, (_, n) => [
    `Arbre ${n}`,
    n % 10 === 9 ? '' : String(48.9 + n / 1000),
    n % 10 === 9 ? '' : String(1.8 + n / 1000),
    n % 5 === 0 ? '' : `2021-${String(1 + (n % 12)).padStart(2, '0')}-15`,
  ]),
}

async function published() {
  const store = await open()
  for (const set of [DEFIBRILLATEURS, PRENOMS, STATIONS]) await publishForTests(store.world, set)
  return store
}
async function started() {
  const test = await openApp(await published())
  const get = async (url: string, headers = {}) => test.browser().get(url, headers)
  return { test, get, json: async (url: string) => (await get(url)).json() }
}
interface Linked {
  readonly links: readonly { readonly rel: string; readonly href: string; readonly type?: string }[]
}
const linkOf = ({ links }: Linked, rel: string) => links.find(one => one.rel === rel)?.href

test('from the first document a client finds everything', async () => {
  const { json, get } = await started()
  const landing = await json('/ogc')
  for (const rel of ['self', 'alternate', 'service-desc', 'service-doc', 'conformance', 'data'])
    expect((await get(linkOf(landing, rel)!.replace('http://localhost:3000', ''))).statusCode, rel).toBe(200)
  const { conformsTo } = await json('/ogc/conformance')
  expect(conformsTo).toContain('http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core')
  const { collections } = await json('/ogc/collections')
  expect(collections.map(({ id }: { id: string }) => id).sort()).toEqual(['arbres', 'defibrillateurs', 'prenoms'])
  const dae = await json(DAE)
  expect(dae).toMatchObject({
    id: 'defibrillateurs',
    crs: ['http://www.opengis.net/def/crs/OGC/1.3/CRS84'],
    extent: { spatial: { bbox: [[1.8135, 48.9551, 1.8201, 48.9611]] } },
  })
  for (const rel of ['items', 'describedby', 'enclosure'])
    expect((await get(linkOf(dae, rel)!.replace('http://localhost:3000', ''))).statusCode, rel).toBe(200)
})

test('rows are features, with their types and the links of their page', async () => {
  const { get } = await started()
  const answer = await get(`${DAE}/items`)
  expect(answer.headers['content-type']).toContain('application/geo+json')
  expect(answer.json()).toMatchObject({
    type: 'FeatureCollection',
    numberMatched: 3,
    numberReturned: 3,
    features: [
      {
        type: 'Feature',
        id: 1,
        geometry: { type: 'Point', coordinates: [1.8135, 48.9551] },
        properties: { nom: 'Mairie', com_insee: '78217' },
      },
      { id: 2 },
      { id: 3, geometry: null },
    ],
  })
  expect((await get(`${DAE}/items/2`)).json()).toMatchObject({
    type: 'Feature',
    id: 2,
    properties: { com_nom: 'Épône' },
  })
})

test('pages follow each other until the last row, each row once', async () => {
  const { json } = await started()
  const ids: number[] = []
  let url: string | undefined = `${ROOT}/collections/arbres/items?limit=7&nom=Arbre%203`
  const one = await json(url)
  expect(one).toMatchObject({ numberMatched: 1, features: [{ id: 4 }] })
  url = `${ROOT}/collections/arbres/items?limit=7`
  while (url) {
    const page: Linked & { features: { id: number }[]; numberMatched: number } = await json(url)
    expect(page.numberMatched).toBe(50)
    ids.push(...page.features.map(({ id }) => id))
    url = linkOf(page, 'next')
  }
  expect(ids).toEqual(Array.from({ length: 50 }, (_, n) => n + 1))
  const second = await json(`/ogc/collections/arbres/items?limit=7&offset=7`)
  expect(linkOf(second, 'prev')).toBe(`${ROOT}/collections/arbres/items?limit=7&offset=0`)
})

const FOUND = [
  ['bbox=1.8,48.9,1.8045,48.9045', [1, 2, 3, 4, 5]],
  ['bbox=1.8,48.9,0,1.8005,48.9005,100', [1]],
  ['bbox=2,48,3,49', []],
  ['datetime=2021-02-15&limit=3', [2, 14, 38]],
  ['datetime=2021-02-15T10:00:00Z&limit=3', [2, 14, 38]],
  ['datetime=2021-12-01/..', [12, 24, 48]],
  ['datetime=../2021-01-31', [13, 25, 37, 49]],
  ['datetime=/2021-01-31', [13, 25, 37, 49]],
  ['datetime=2021-01-01T00:00:00Z/2021-01-31T00:00:00Z', [13, 25, 37, 49]],
  ['dermnt=2021-02-15&bbox=1.8,48.9,1.82,48.92', [2, 14]],
  ['limit=100000&nom=Arbre%2049', [50]],
] as const
test('box, time and columns choose the rows', async () => {
  const { json } = await started()
  for (const [query, ids] of FOUND) {
    const { features } = await json(`/ogc/collections/arbres/items?${query}`)
    expect(
      features.map(({ id }: { id: number }) => id),
      query,
    ).toEqual(ids)
  }
})

const REFUSED = [
  'bbox=1,2,3',
  'bbox=1.8,49,1.9,48',
  'bbox=a,b,c,d',
  'bbox=1,2,3,95',
  'limit=0',
  'limit=-1',
  'limit=dix',
  'offset=-1',
  'datetime=hier',
  'datetime=2021-02-30',
  'datetime=2021-05-01/2021-01-01',
  'datetime=2021/2022/2023',
  'inconnu=1',
  'dermnt=hier',
  'f=shp',
  'limit=1&limit=2',
]
test('what cannot be understood is refused in the shape of the standard', async () => {
  const { get } = await started()
  for (const query of REFUSED) {
    const answer = await get(`/ogc/collections/arbres/items?${query}`, { accept: 'text/html' })
    expect(answer.statusCode, query).toBe(400)
    expect(answer.headers['content-type']).toContain('application/json')
    const description = expect.stringMatching(/^J’ai lu « .* » ; j’attendais /)
    expect(answer.json()).toEqual({ code: 'InvalidParameterValue', description })
  }
})

test('what has no address has no address', async () => {
  const { get } = await started()
  for (const url of [
    '/ogc/nulle-part',
    '/ogc/collections/nulle-part',
    `${DAE}/items/4`,
    `${DAE}/items/0`,
    `${DAE}/items/x`,
  ]) {
    const answer = await get(url)
    expect([answer.statusCode, answer.json().code], url).toEqual([404, 'NotFound'])
  }
})

test('a person reads the same documents as pages', async () => {
  const { get } = await started()
  for (const url of [
    '/ogc',
    '/ogc/conformance',
    '/ogc/api',
    '/ogc/collections',
    DAE,
    `${DAE}/items`,
    `${DAE}/items/1`,
  ]) {
    const page = await get(url, { accept: 'text/html,application/json;q=0.5' })
    expect(page.headers['content-type'], url).toContain('text/html')
    expect(page.body).toMatch(/<h1>.+<\/h1>/)
    expect((await get(`${url}?f=json`, { accept: 'text/html' })).headers['content-type']).toContain('json')
  }
  expect((await get(`${DAE}/items?f=html`)).body).toContain('<td>Gymnase &quot;Bullot&quot;, salle 2</td>')
})

const ogrinfo = programCalled('ogrinfo')
const ogr2ogr = programCalled('ogr2ogr')
test.skipIf(!ogrinfo || !ogr2ogr)(
  'GDAL lists the collections, counts, filters and copies the rows (apt install gdal-bin)',
  async () => {
    const { base, test: app } = await listening(await published())
    const source = `OAPIF:${base}/ogc`
    const list = await answerOf(ogrinfo!, ['-q', source])
    expect(
      list
        .match(/^\d+: \S+/gm)
        ?.map(line => line.split(' ')[1])
        .sort(),
    ).toEqual(['arbres', 'defibrillateurs', 'prenoms'])
    expect(await answerOf(ogrinfo!, ['-ro', '-so', source, 'arbres'])).toMatch(
      /Geometry: Point[\s\S]*Feature Count: 50/,
    )
    expect(await answerOf(ogrinfo!, ['-ro', '-so', source, 'prenoms'])).toContain(
      `Feature Count: ${PRENOMS.rows.length}`,
    )
    const inBox = await answerOf(ogrinfo!, [
      '-ro',
      '-al',
      '-spat',
      '1.8',
      '48.9',
      '1.8045',
      '48.9045',
      source,
      'arbres',
    ])
    expect(inBox).toContain('Feature Count: 5')
    const copied = JSON.parse(await answerOf(ogr2ogr!, ['-f', 'GeoJSON', '/vsistdout/', source, 'arbres']))
    expect(copied.features).toHaveLength(50)
    expect(copied.features[0]).toMatchObject({ geometry: { coordinates: [1.8, 48.9] }, properties: { nom: 'Arbre 0' } })
    expect(app.reported).toEqual([])
  },
)
