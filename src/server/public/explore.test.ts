import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { DuckDBInstance } from '@duckdb/node-api'
import { expect, test } from 'vitest'
import { DEFIBRILLATEURS, PRENOMS, publishForTests, type SetForTests } from '../../publication/catalog/for-tests.ts'
import { readBytes } from '../../readers/read.ts'
import { storesOf } from '../../store/stores-for-tests.ts'
import { openApp } from '../app-for-tests.ts'

const open = storesOf('sqlite')

/** Numbers, days, yes and no, a list of values, places: one row has none. */
const COVOITURAGE: SetForTests = {
  slug: 'covoiturage',
  model: 'schema-lieux-covoiturage',
  columns: ['id_local', 'nom_lieu', 'type', 'date_maj', 'ouvert', 'Xlong', 'Ylat', 'nbre_pl', 'insee'],
  rows: [
    ['78217-C-001', 'Gare', 'Parking', '2021-10-17', 'true', '1.8135', '48.9551', '40', '01004'],
    [
      '78217-C-002',
      'Mairie "neuve"; salle',
      'Aire de covoiturage',
      '2020-02-03',
      'false',
      '1.82',
      '48.96',
      '10',
      '78217',
    ],
    ['78217-C-003', 'Été', 'Parking', '2020-12-31', 'true', '', '', '', '78217'],
    ['78217-C-004', 'Lac de l’été', 'Parking relais', '2019-05-06', 'true', '1.9', '49', '25', '78217'],
  ],
  fiche: { title: 'Lieux de covoiturage d’Épône', description: 'Un & deux.\n\nTrois <b>.' },
}

async function opened(...sets: SetForTests[]) {
  const store = await open()
  for (const set of sets) await publishForTests(store.world, set)
  const test = await openApp(store)
  const browser = test.browser()
  const ask = async (path: string, query: Record<string, string | readonly string[]> = {}) => {
    const params = new URLSearchParams()
    for (const [name, value] of Object.entries(query)) for (const one of [value].flat()) params.append(name, one)
    const url = `/api/explore/v2.1/catalog${path}?${params}`
    return browser.get(url)
  }
  const read = async (path: string, query = {}) => {
    const { statusCode, headers, json, body } = await ask(path, query)
    expect([statusCode, headers['content-type']], body).toEqual([200, 'application/json; charset=utf-8'])
    return json() as Answer
  }
  const rows = (query = {}) => read('/datasets/covoiturage/records', query)
  const names = async (where: string | readonly string[], more = {}) =>
    (await rows({ select: 'nom_lieu', where, ...more })).results.map(({ nom_lieu }) => String(nom_lieu).slice(0, 6))
  return { ask, read, rows, names, reported: test.reported, browser }
}
interface Answer {
  readonly total_count: number
  readonly results: readonly Record<string, unknown>[]
  readonly [more: string]: unknown
}
const [GARE, MAIRIE, ETE, LAC] = ['Gare', 'Mairie', 'Été', 'Lac de']

test('a row has the types of its model, and its place as an object', async () => {
  const { rows } = await opened(COVOITURAGE)
  const { total_count, results } = await rows({ limit: '3' })
  expect(total_count).toBe(4)
  expect(results[0]).toEqual({
    ...{ id_local: '78217-C-001', nom_lieu: 'Gare', type: 'Parking', date_maj: '2021-10-17', ouvert: true },
    ...{ Xlong: 1.8135, Ylat: 48.9551, nbre_pl: 40, insee: '01004', geo_point_2d: { lon: 1.8135, lat: 48.9551 } },
  })
  expect(results[2]).toMatchObject({ Xlong: null, nbre_pl: null, geo_point_2d: null })
})

test('select: fields, names, sums, patterns, dates written otherwise', async () => {
  const { rows } = await opened(COVOITURAGE)
  const first = async (select: string, more = {}) => (await rows({ select, limit: '1', ...more })).results[0]
  expect(await first('nom_lieu as nom, nbre_pl * 2 + 1 as double, "x" as constante, -nbre_pl')).toEqual({
    ...{ nom: 'Gare', double: 81, constante: 'x', '-nbre_pl': -40 },
  })
  expect(await first('length(nom_lieu) as l, upper(nom_lieu) as u, year(date_maj)')).toEqual({
    l: 4,
    u: 'GARE',
    'year(date_maj)': 2021,
  })
  expect(await first('include(nbre*), geo_point_2d as ici')).toEqual({
    nbre_pl: 40,
    ici: { lon: 1.8135, lat: 48.9551 },
  })
  expect(Object.keys((await first('exclude(nom*), exclude(Xlong)'))!)).not.toContain('nom_lieu')
  expect(await first('date_format(date_maj, "EEEE d\'er\' MM yyyy") as jour', { lang: 'fr' })).toEqual({
    jour: 'dimanche 17er 10 2021',
  })
  expect(Math.round(Number((await first("distance(geo_point_2d, geom'POINT(1.82 48.96)') as m"))!.m))).toBeGreaterThan(
    500,
  )
})

test('where: each kind of condition finds its rows', async () => {
  const { names } = await opened(COVOITURAGE)
  expect(await names('nbre_pl > 10')).toEqual([GARE, LAC])
  expect(await names('nbre_pl in [10..25[')).toEqual([MAIRIE])
  expect(await names('nbre_pl: ]10 to 40]')).toEqual([GARE, LAC])
  expect(await names('not nbre_pl > 10')).toEqual([MAIRIE, ETE])
  expect(await names('nbre_pl is null or nom_lieu = "Gare"')).toEqual([GARE, ETE])
  expect(await names('nbre_pl is not null and (ouvert is false or nbre_pl > 30)')).toEqual([GARE, MAIRIE])
  expect(await names('ouvert')).toEqual([GARE, ETE, LAC])
  expect(await names('type in ("Parking", "rien") and insee = "01004"')).toEqual([GARE])
  expect(await names('"ete"')).toEqual([ETE, LAC])
  expect(await names('nom_lieu like "ÉTÉ"')).toEqual([ETE, LAC])
  expect(await names('startswith(nom_lieu, "é")')).toEqual([ETE])
  expect(await names('search(type, "relais")')).toEqual([LAC])
  expect(await names('suggest(*, "gar")')).toEqual([GARE])
  expect(await names('nbre_pl < 1e300 and nbre_pl > -99999999999999999999')).toEqual([GARE, MAIRIE, LAC])
  expect(await names('lower(type) = "parking"')).toEqual([GARE, ETE])
  expect(await names(['ouvert', 'nbre_pl < 30'])).toEqual([LAC])
})

test('where: a date is a year, a month, a day or an instant', async () => {
  const { names } = await opened(COVOITURAGE)
  expect(await names("date_maj = date'2020'")).toEqual([MAIRIE, ETE])
  expect(await names("date_maj > date'2020'")).toEqual([GARE])
  expect(await names("date_maj <= date'2020/02'")).toEqual([MAIRIE, LAC])
  expect(await names("date_maj != date'2020-12-31'")).toEqual([GARE, MAIRIE, LAC])
  expect(await names("date_maj in [date'2019'..date'2020']")).toEqual([MAIRIE, ETE, LAC])
  expect(await names("date_maj in ]date'2019'..date'2020'[")).toEqual([])
  expect(await names("date'2021-01-01' <= date_maj")).toEqual([GARE])
  expect(await names("date_maj in (date'2019', date'2021-10')")).toEqual([GARE, LAC])
  expect(await names("year(date_maj) = 2020 and date_format(date_maj, 'MM') = '02'")).toEqual([MAIRIE])
  expect(await names('date_maj < now()')).toHaveLength(4)
})

test('where: places, in every way that Explore has', async () => {
  const { names } = await opened(COVOITURAGE)
  const square = 'POLYGON((1.81 48.95, 1.83 48.95, 1.83 48.97, 1.81 48.97, 1.81 48.95))'
  const holed =
    'POLYGON((1.81 48.95, 1.83 48.95, 1.83 48.97, 1.81 48.97, 1.81 48.95), (1.819 48.959, 1.821 48.959, 1.821 48.961, 1.819 48.961, 1.819 48.959))'
  expect(await names("within_distance(geo_point_2d, geom'POINT(1.8135 48.9551)', 1km)")).toEqual([GARE, MAIRIE])
  expect(await names("distance(geo_point_2d, geom'POINT(1.8135 48.9551)') < 10")).toEqual([GARE])
  expect(await names('in_bbox(geo_point_2d, 48.958, 1.80, 49.1, 1.95)')).toEqual([MAIRIE, LAC])
  expect(await names(`intersects(geo_point_2d, geom'${square}')`)).toEqual([GARE, MAIRIE])
  expect(await names(`polygon(geo_point_2d, geom'${holed}')`)).toEqual([GARE])
  expect(await names(`disjoint(geo_point_2d, geom'${square}')`)).toEqual([LAC])
  const ring = [
    [1.81, 48.95],
    [1.83, 48.95],
    [1.83, 48.97],
    [1.81, 48.95],
  ]
  const geoJson = JSON.stringify({ type: 'MultiPolygon', coordinates: [[ring]] })
  expect(await names(`within(geo_point_2d, geom'${geoJson}')`)).toEqual([MAIRIE])
  expect(await names('geo_point_2d is null')).toEqual([ETE])
})

test('group_by: fields, dates, ranges; aggregates; order', async () => {
  const { rows } = await opened(COVOITURAGE)
  const groups = async (query: object) => (await rows(query)).results
  expect(
    await rows({ select: 'count(*), sum(nbre_pl) as places', group_by: 'type', order_by: 'count(*) desc, type' }),
  ).toEqual({
    total_count: 3,
    results: [
      { type: 'Parking', 'count(*)': 2, places: 40 },
      { type: 'Aire de covoiturage', 'count(*)': 1, places: 10 },
      { type: 'Parking relais', 'count(*)': 1, places: 25 },
    ],
  })
  expect(
    await groups({
      select:
        'count(*) as n, avg(nbre_pl), median(nbre_pl), percentile(nbre_pl, 50), percentile(nbre_pl, 90) as p90, min(nbre_pl), max(date_maj), count(distinct type) as sortes, count(nbre_pl) as remplis',
    }),
  ).toEqual([
    {
      ...{
        n: 4,
        'avg(nbre_pl)': 25,
        'median(nbre_pl)': 25,
        'percentile(nbre_pl, 50)': 25,
        p90: 37,
        'min(nbre_pl)': 10,
      },
      ...{ 'max(date_maj)': '2021-10-17', sortes: 3, remplis: 3 },
    },
  ])
  expect(await groups({ select: 'count(*) as n', group_by: 'year(date_maj) as an', order_by: 'an desc' })).toEqual([
    { an: 2021, n: 1 },
    { an: 2020, n: 2 },
    { an: 2019, n: 1 },
  ])
  expect(await groups({ select: 'count(*) as n', group_by: 'range(nbre_pl, ]20, 30[) as r', order_by: 'r' })).toEqual([
    { r: ']*, 20[', n: 1 },
    { r: '[20, 30[', n: 1 },
    { r: '[30, *[', n: 1 },
    { r: null, n: 1 },
  ])
  expect(await groups({ select: 'count(*) as n', group_by: 'range(nbre_pl, [10, 30]) as r' })).toEqual([
    { r: '[10, 30[', n: 2 },
  ])
  expect(
    await groups({
      select: 'count(*) as n',
      group_by: 'range(nbre_pl, 15) as r',
      where: 'nbre_pl is not null',
      order_by: 'r',
    }),
  ).toEqual([
    { r: '[0, 15[', n: 1 },
    { r: '[15, 30[', n: 1 },
    { r: '[30, 45[', n: 1 },
  ])
  expect(
    await groups({ select: 'count(*) as n', group_by: 'range(date_maj, 1 month) as m', order_by: 'm', limit: '2' }),
  ).toEqual([
    { m: '2019-05-01', n: 1 },
    { m: '2020-02-01', n: 1 },
  ])
  expect(
    await groups({
      select: 'count(*) as n',
      group_by: 'range(date_maj, 1 quarter) as q',
      where: "date_maj = date'2020'",
      order_by: 'q',
    }),
  ).toEqual([
    { q: '2020-01-01', n: 1 },
    { q: '2020-10-01', n: 1 },
  ])
  expect(
    await groups({
      select: 'count(*) as n',
      group_by: "range(date_maj, *, date'2020', date'2021', *) as r",
      order_by: 'r',
    }),
  ).toEqual([
    { r: ']*, 2020-01-01[', n: 1 },
    { r: '[2020-01-01, 2021-01-01[', n: 2 },
    { r: '[2021-01-01, *[', n: 1 },
  ])
  expect(
    await groups({
      select: 'count(*) as n',
      group_by: "date_format(date_maj, 'MM/yyyy') as m",
      order_by: 'n desc, m',
      limit: '1',
    }),
  ).toEqual([{ m: '02/2020', n: 1 }])
  expect(await groups({ select: 'bbox(geo_point_2d) as b' })).toMatchObject([{ b: { geometry: { type: 'Polygon' } } }])
})

test('order, pages, refine, exclude, links', async () => {
  const { rows, names, read } = await opened(COVOITURAGE)
  expect(await names('nbre_pl > 0', { order_by: 'nbre_pl desc' })).toEqual([GARE, LAC, MAIRIE])
  expect(await names('ouvert', { order_by: "distance(geo_point_2d, geom'POINT(1.9 49)')" })).toEqual([LAC, GARE, ETE])
  expect((await rows({ select: 'nom_lieu as n', order_by: 'n desc', limit: '1', offset: '1' })).results).toEqual([
    { n: 'Lac de l’été' },
  ])
  expect(await names([], { refine: ['type:Parking', 'date_maj:2020'] })).toEqual([ETE])
  expect(await names([], { refine: 'ouvert:false' })).toEqual([MAIRIE])
  expect(await names([], { exclude: 'type:"Parking"' })).toEqual([MAIRIE, LAC])
  const paged = await rows({ limit: '2', include_links: 'true', include_app_metas: 'true', select: 'nom_lieu' })
  const links = paged._links as { rel: string; href: string }[]
  expect(links.map(({ rel }) => rel)).toEqual(['self', 'first', 'last', 'next'])
  expect(new URL(links[3]!.href).searchParams.get('offset')).toBe('2')
  expect(paged.results[1]).toMatchObject({ _id: '2', nom_lieu: 'Mairie "neuve"; salle' })
  expect(await read('/datasets/covoiturage/records/2', { select: 'nom_lieu' })).toMatchObject({
    _id: '2',
    nom_lieu: 'Mairie "neuve"; salle',
  })
})

test('facets of the rows', async () => {
  const { read } = await opened(COVOITURAGE)
  const { facets } = (await read('/datasets/covoiturage/facets')) as unknown as {
    facets: { name: string; facets: unknown[] }[]
  }
  expect(facets.map(({ name }) => name)).toEqual(['type', 'ouvert'])
  expect(facets[0]!.facets[0]).toEqual({ name: 'Parking', count: 2, value: 'Parking', state: 'displayed' })
  expect(
    await read('/datasets/covoiturage/facets', {
      facet: 'facet(name="type", sort="alphanum", limit=1)',
      refine: 'ouvert:true',
    }),
  ).toMatchObject({
    facets: [{ name: 'type', facets: [{ name: 'Parking', count: 2 }] }],
  })
})

test('the catalog: a set has its fields, its features and its metadata', async () => {
  const { read } = await opened(COVOITURAGE, PRENOMS)
  const set = await read('/datasets/covoiturage')
  expect(set).toMatchObject({
    ...{ dataset_id: 'covoiturage', has_records: true, data_visible: true, features: ['analyze', 'geo', 'timeserie'] },
    metas: {
      default: {
        title: 'Lieux de covoiturage d’Épône',
        description: '<p>Un &amp; deux.</p><p>Trois &lt;b&gt;.</p>',
        ...{
          theme: ['Lieux de covoiturage'],
          keyword: ['essai', 'commune'],
          publisher: 'Commune d’Épône',
          records_count: 4,
        },
        license_url: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence',
      },
    },
  })
  const types = Object.fromEntries(
    (set.fields as { name: string; type: string }[]).map(({ name, type }) => [name, type]),
  )
  expect(types).toMatchObject({
    nom_lieu: 'text',
    nbre_pl: 'int',
    Xlong: 'double',
    date_maj: 'date',
    ouvert: 'boolean',
    geo_point_2d: 'geo_point_2d',
  })
  expect(await read('/datasets')).toMatchObject({
    total_count: 2,
    results: [{ dataset_id: 'prenoms' }, { dataset_id: 'covoiturage' }],
  })
  const found = async (query: object) => (await read('/datasets', { select: 'dataset_id', ...query })).results
  expect(await found({ where: '"covoiturage"' })).toEqual([{ dataset_id: 'covoiturage' }])
  expect(await found({ where: 'records_count < 4 and "essai" in keyword' })).toEqual([{ dataset_id: 'prenoms' }])
  expect(await found({ where: "default.modified > date'2020'", order_by: 'title', limit: '1' })).toEqual([
    { dataset_id: 'covoiturage' },
  ])
  expect(await found({ refine: 'theme:Lieux de covoiturage' })).toEqual([{ dataset_id: 'covoiturage' }])
  expect(await found({ exclude: 'features:geo' })).toEqual([{ dataset_id: 'prenoms' }])
  expect(
    (await read('/datasets', { select: 'count(*) as n, sum(records_count) as lignes', group_by: 'publisher' })).results,
  ).toEqual([{ publisher: 'Commune d’Épône', n: 2, lignes: 7 }])
  expect(await read('/facets', { facet: 'features' })).toMatchObject({
    facets: [{ name: 'features', facets: [{ name: 'analyze', count: 2 }, {}, {}] }],
  })
  expect(await read('/datasets/covoiturage/attachments')).toMatchObject({
    attachments: [{ metas: { id: 'schema_json' } }, {}],
  })
  expect(await read('/datasets/covoiturage/exports')).toMatchObject({
    links: expect.arrayContaining([expect.objectContaining({ rel: 'geojson' })]),
  })
  expect(await read('/exports')).toMatchObject({
    links: expect.arrayContaining([expect.objectContaining({ rel: 'ttl' })]),
  })
})

test('exports of texts: all the rows, chosen and written as asked', async () => {
  const { ask } = await opened(COVOITURAGE)
  const file = async (format: string, query = {}) => {
    const { statusCode, headers, rawPayload } = await ask(`/datasets/covoiturage/exports/${format}`, query)
    expect(statusCode, rawPayload.toString()).toBe(200)
    return { text: rawPayload.toString('utf8'), headers }
  }
  const csv = await file('csv', { select: 'nom_lieu, nbre_pl, geo_point_2d', limit: '2' })
  expect(csv.text).toBe(
    '\uFEFFnom_lieu;nbre_pl;geo_point_2d\r\nGare;40;48.9551, 1.8135\r\n"Mairie ""neuve""; salle";10;48.96, 1.82\r\n',
  )
  expect(csv.headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8', 'access-control-allow-origin': '*' })
  expect(
    (
      await file('csv', {
        select: 'insee, nbre_pl',
        where: 'insee = "01004"',
        delimiter: ',',
        quote_all: 'true',
        with_bom: 'false',
        use_labels: 'true',
      })
    ).text,
  ).toMatch(/^"[^"]+","[^"]+"\r\n"01004",40\r\n$/)
  expect(JSON.parse((await file('json', { where: 'ouvert is false' })).text)).toMatchObject([
    { id_local: '78217-C-002' },
  ])
  expect(JSON.parse((await file('json', { where: 'nbre_pl > 1000' })).text)).toEqual([])
  const lines = (await file('jsonl', { group_by: 'type', select: 'count(*) as n', order_by: 'n desc' })).text
    .trimEnd()
    .split('\n')
  expect(lines.map(line => JSON.parse(line))[0]).toEqual({ type: 'Parking', n: 2 })
  const map = JSON.parse((await file('geojson', { select: 'nom_lieu' })).text)
  expect(map.features).toHaveLength(4)
  expect(map.features[0]).toEqual({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [1.8135, 48.9551] },
    properties: { nom_lieu: 'Gare' },
  })
  expect(map.features[2].geometry).toBeNull()
  const packed = await ask('/datasets/covoiturage/exports/csv', { compressed: 'true' })
  expect(gunzipSync(packed.rawPayload).toString()).toMatch(/^\uFEFFid_local;/)
})

test('exports of files: the one that is published, or one made of the rows that are chosen', async () => {
  const { ask, browser } = await opened(COVOITURAGE)
  const before = readdirSync(tmpdir()).filter(name => name.startsWith('carnet-export-'))
  for (const format of ['xlsx', 'ods', 'parquet']) {
    const { rawPayload } = await ask(`/datasets/covoiturage/exports/${format}`)
    expect(rawPayload.equals((await browser.get(`/jeux/covoiturage.${format}`)).rawPayload), format).toBe(true)
  }
  for (const format of ['xlsx', 'ods']) {
    const { statusCode, rawPayload } = await ask(`/datasets/covoiturage/exports/${format}`, {
      select: 'insee, nbre_pl',
      where: 'nbre_pl > 10',
    })
    expect(statusCode, rawPayload.toString()).toBe(200)
    const { tables } = await readBytes(rawPayload, `x.${format}`)
    expect(tables[0]?.table.columns.map(({ name, cells }) => [name, ...cells])).toEqual([
      ['insee', '01004', '78217'],
      ['nbre_pl', '40', '25'],
    ])
  }
  const parquet = (
    await ask('/datasets/covoiturage/exports/parquet', {
      group_by: 'type',
      select: 'sum(nbre_pl) as places',
      order_by: 'places',
    })
  ).rawPayload
  const folder = mkdtempSync(join(tmpdir(), 'carnet-test-'))
  writeFileSync(join(folder, 'x.parquet'), parquet)
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  const read = await connection.runAndReadAll(`select * from '${join(folder, 'x.parquet')}'`)
  expect(read.getRows()).toEqual([
    ['Aire de covoiturage', 10],
    ['Parking relais', 25],
    ['Parking', 40],
  ])
  connection.closeSync()
  rmSync(folder, { recursive: true })
  await expect.poll(() => readdirSync(tmpdir()).filter(name => name.startsWith('carnet-export-'))).toEqual(before)
})

test('exports of the catalog', async () => {
  const { ask } = await opened(COVOITURAGE, PRENOMS)
  const csv = (await ask('/exports/csv', { with_bom: 'false' })).body
  expect(csv.split('\r\n')[0]).toMatch(/^datasetid;default\.title;/)
  expect(csv).toContain('essai,commune')
  expect((await ask('/exports/json', { where: 'dataset_id = "prenoms"' })).json()).toMatchObject([
    { datasetid: 'prenoms' },
  ])
  for (const [format, type] of [
    ['ttl', 'text/turtle'],
    ['dcat', 'application/rdf+xml'],
    ['jsonld', 'application/ld+json'],
  ])
    expect((await ask(`/exports/${format}`)).headers['content-type']).toBe(`${type}; charset=utf-8`)
})

test('what cannot be asked is refused in the shape of Explore', async () => {
  const { ask, reported } = await opened(COVOITURAGE, DEFIBRILLATEURS, PRENOMS)
  const refused = async (path: string, query = {}) => {
    const { statusCode, json } = await ask(path, query)
    const { error_code, message, ...more } = json() as Record<string, string>
    expect([typeof message, Object.keys(more)]).toEqual(['string', []])
    return [statusCode, error_code]
  }
  const records = (query: object) => refused('/datasets/covoiturage/records', query)
  for (const where of [')))bad', 'nbre_pl >', '"x', 'a = 1 b'])
    expect(await records({ where }), where).toEqual([400, 'ODSQLSyntaxError'])
  for (const query of [
    { where: 'absent = 1' },
    { where: 'nbre_pl > "beaucoup"' },
    { where: "ouvert > date'2020'" },
    { where: 'geo_point_2d = 3' },
    { where: "within_distance(nom_lieu, geom'POINT(1 2)', 1km)" },
    { where: "within_distance(geo_point_2d, geom'LINE(1 2)', 1km)" },
    { where: "intersects(geo_point_2d, geom'POINT(1 2)')" },
    { where: `intersects(geo_point_2d, geom'{"type":"Polygon"')` },
    { select: 'sum(nom_lieu)' },
    { select: 'percentile(nom_lieu, 90)' },
    { select: 'envelope(geo_point_2d)' },
    { select: 'nom_lieu, count(*)' },
    { select: 'exclude(x)', group_by: 'type' },
    { select: 'date_format(date_maj, "QQQ")' },
    { group_by: 'range(nbre_pl, 2 months)' },
    { group_by: 'type', order_by: 'nom_lieu' },
    { order_by: 'count(*)' },
    { order_by: 'geo_point_2d' },
    { timezone: 'Mars/Olympus' },
  ])
    expect(await records(query), JSON.stringify(query)).toEqual([400, 'ODSQLError'])
  for (const query of [
    { limit: '101' },
    { limit: '-2' },
    { limit: 'x' },
    { offset: '-1' },
    { offset: '9950', limit: '100' },
    { lang: 'xx' },
    { refine: 'type' },
    { include_links: 'peut-être' },
  ])
    expect(await records(query), JSON.stringify(query)).toEqual([400, 'InvalidRESTParameterError'])
  expect(await refused('/datasets/nulle-part/records')).toEqual([404, 'NotFound'])
  expect(await refused('/datasets/covoiturage/records/99')).toEqual([404, 'NotFound'])
  expect(await refused('/datasets/covoiturage/records/x')).toEqual([404, 'NotFound'])
  expect(await refused('/datasets/covoiturage/exports/docx')).toEqual([400, 'InvalidRESTParameterError'])
  expect(await refused('/datasets/prenoms/exports/geojson')).toEqual([400, 'ODSQLError'])
  expect(await refused('/datasets/covoiturage/exports/csv', { where: ')' })).toEqual([400, 'ODSQLSyntaxError'])
  expect(await refused('/datasets/covoiturage/exports/csv', { delimiter: '#' })).toEqual([
    400,
    'InvalidRESTParameterError',
  ])
  expect(await refused('/datasets', { where: 'absent = 1' })).toEqual([400, 'ODSQLError'])
  expect(await refused('/exports/pdf')).toEqual([400, 'InvalidRESTParameterError'])
  expect(await refused('/datasets', { where: "within_distance(title, geom'POINT(1 2)', 1km)" })).toEqual([
    400,
    'ODSQLError',
  ])
  expect(reported).toEqual([])
})
