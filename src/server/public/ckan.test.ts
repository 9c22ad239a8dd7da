import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { DEFIBRILLATEURS, PRENOMS, publishForTests } from '../../publication/catalog/for-tests.ts'
import type { Package } from '../../publication/ckan/package.ts'
import { storesOf } from '../../store/stores-for-tests.ts'
import { openApp } from '../app-for-tests.ts'
import { CkanClient } from './ckan-client-for-tests.ts'

const open = storesOf('sqlite')
async function opened() {
  const store = await open()
  await publishForTests(store.world, DEFIBRILLATEURS)
  await publishForTests(store.world, PRENOMS)
  const { app, reported } = await openApp(store)
  await app.listen({ host: 'localhost', port: 0 })
  const { port } = app.server.address() as AddressInfo
  return {
    home: `http://localhost:${port}`,
    ckan: new CkanClient(`http://localhost:${port}`),
    world: store.world,
    reported,
  }
}
const show = async (ckan: CkanClient, id: string) => (await ckan.action('package_show', { id })) as Package
const csvOf = (one: Package) => one.resources.find(({ datastore_active }) => datastore_active)!

test('the same lists by POST of JSON, by GET, by a form and by JSON under the name of a form', async () => {
  const { ckan, reported } = await opened()
  const names = ['defibrillateurs', 'prenoms']
  expect(await ckan.action('package_list')).toEqual(names)
  expect(await ckan.get('package_list', { limit: '1', offset: '1' })).toEqual(['prenoms'])
  expect(await ckan.form('package_list', 'limit=1')).toEqual(['defibrillateurs'])
  expect(await ckan.form('package_list', '{"limit": 1, "offset": 1}')).toEqual(['prenoms'])
  expect(await ckan.action('site_read')).toBe(true)
  expect(await ckan.action('status_show')).toMatchObject({ site_url: 'http://localhost:3000', locale_default: 'fr' })
  expect(await ckan.get('help_show', { name: 'datastore_search' })).toContain('resource_id')
  expect(reported).toEqual([])
})

test('a package is found by its name and by its identifier, with what harvesters read', async () => {
  const { ckan } = await opened()
  const dae = await show(ckan, 'defibrillateurs')
  expect(await show(ckan, dae.id)).toEqual(dae)
  expect(dae.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(dae).toMatchObject({
    title: 'Défibrillateurs de la commune d’Épône, 2021',
    license_id: 'etalab-2.0',
    private: false,
    type: 'dataset',
    organization: { name: 'epone', title: 'Commune d’Épône', is_organization: true, approval_status: 'approved' },
    groups: [{ name: 'dae' }],
    tags: [{ name: 'essai' }, { name: 'commune' }],
    num_resources: 6,
  })
  expect(dae.metadata_created).toMatch(/^2026-03-02T08:\d\d:\d\d\.\d{6}$/)
  expect(dae.resources.map(({ format, url }) => [format, url])[0]).toEqual([
    'CSV',
    'http://localhost:3000/jeux/defibrillateurs.csv',
  ])
  const extras = Object.fromEntries(dae.extras.map(({ key, value }) => [key, value]))
  expect(extras).toMatchObject({
    frequency: 'http://publications.europa.eu/resource/authority/frequency/ANNUAL',
    temporal_start: '2020-01-01',
    'spatial-text': 'Épône',
  })
  expect(JSON.parse(extras.spatial!).type).toBe('Polygon')
  expect(await ckan.action('resource_show', { id: csvOf(dae).id })).toEqual(csvOf(dae))
  expect(await ckan.action('current_package_list_with_resources', { limit: 1 })).toHaveLength(1)
})

test('search: words, fields, filters, facets, order and pages', async () => {
  const { ckan } = await opened()
  const search = async (params: object) =>
    (await ckan.action('package_search', params)) as { count: number; results: Package[] }
  const found = async (params: object) => (await search(params)).results.map(({ name }) => name)
  expect(await found({ q: 'defibrillateur' })).toEqual(['defibrillateurs'])
  expect(await found({ q: 'organization:epone AND -title:prénoms' })).toEqual(['defibrillateurs'])
  expect(await found({ q: '', fq: 'res_format:GEOJSON' })).toEqual(['defibrillateurs'])
  expect(await found({ q: 'nulle*' })).toEqual([])
  expect(await found({ sort: 'title desc' })).toEqual(['prenoms', 'defibrillateurs'])
  expect(await search({ rows: 1, start: 1, sort: 'name asc' })).toMatchObject({
    count: 2,
    results: [{ name: 'prenoms' }],
  })
  expect(await ckan.get('package_search', { rows: '0', 'facet.field': '["tags","organization"]' })).toMatchObject({
    count: 2,
    facets: { tags: { essai: 2 }, organization: { epone: 2 } },
    search_facets: { organization: { items: [{ name: 'epone', display_name: 'Commune d’Épône', count: 2 }] } },
  })
})

test('organisations, groups, tags and licences', async () => {
  const { ckan } = await opened()
  expect(await ckan.action('organization_list')).toEqual(['epone'])
  expect(await ckan.get('organization_list', { all_fields: 'true' })).toMatchObject([
    { name: 'epone', package_count: 2 },
  ])
  expect(await ckan.action('organization_show', { id: 'epone', include_datasets: true })).toMatchObject({
    package_count: 2,
    packages: [{ name: 'prenoms' }, { name: 'defibrillateurs' }],
  })
  expect(await ckan.action('group_list')).toEqual(['dae', 'prenoms'])
  expect(await ckan.action('group_show', { id: 'dae' })).toMatchObject({
    title: 'Défibrillateurs (DAE)',
    package_count: 1,
  })
  expect(await ckan.action('tag_list', { query: 'COMM' })).toEqual(['commune'])
  expect(await ckan.action('license_list')).toMatchObject([{ id: 'etalab-2.0' }, { id: 'odc-odbl' }])
})

test('the rows answer: filters, words, columns, order, pages and writings', async () => {
  const { ckan } = await opened()
  const id = csvOf(await show(ckan, 'prenoms')).id
  const ask = (params: object = {}) => ckan.action('datastore_search', { resource_id: id, ...params })
  expect(await ask({ limit: 1 })).toMatchObject({
    total: 3,
    limit: 1,
    records: [{ _id: 1, COMMUNE_NOM: 'Épône', ENFANT_PRENOM: 'LÉA', NOMBRE_OCCURRENCES: 9, ANNEE: 2019 }],
    fields: [
      { id: '_id', type: 'int' },
      { id: 'COMMUNE_NOM', type: 'text' },
      {},
      {},
      {},
      { id: 'NOMBRE_OCCURRENCES', type: 'int' },
      {},
    ],
  })
  expect(await ask({ filters: { ENFANT_PRENOM: 'LÉA', ANNEE: [2020, '2021'] } })).toMatchObject({
    total: 1,
    records: [{ _id: 3 }],
  })
  expect(await ask({ q: 'noel' })).toMatchObject({ total: 1, records: [{ _id: 2 }] })
  expect(await ask({ q: { ENFANT_SEXE: 'noel' } })).toMatchObject({ total: 0 })
  expect(
    await ask({ fields: 'ANNEE,NOMBRE_OCCURRENCES', sort: 'ANNEE desc, NOMBRE_OCCURRENCES', records_format: 'lists' }),
  ).toMatchObject({
    records: [
      [2020, 7],
      [2019, 9],
      [2019, 11],
    ],
  })
  expect(await ask({ fields: ['ANNEE'], distinct: true, sort: 'ANNEE', records_format: 'csv' })).toMatchObject({
    total: 2,
    records: '2019\n2020\n',
  })
  expect(await ask({ limit: 0, include_total: false })).not.toHaveProperty('total')
  expect(await ask({ limit: 99_999 })).toMatchObject({ limit: 32_000 })
  expect(
    await ckan.get('datastore_search', { resource_id: 'prenoms', filters: '{"ENFANT_SEXE":"M"}', offset: '0' }),
  ).toMatchObject({ total: 1 })
  const { _links } = (await ask({ limit: 2, filters: { ANNEE: 2019 } })) as { _links: { next: string } }
  const next = new URL(_links.next, 'http://x').searchParams
  expect(await ckan.get('datastore_search', Object.fromEntries(next))).toMatchObject({
    offset: 2,
    total: 2,
    records: [],
  })
})

test('what cannot be answered is an error of CKAN, with its status', async () => {
  const { ckan, reported } = await opened()
  const refused = async (answer: Promise<unknown>) =>
    answer.then(
      () => 'answered',
      ({ type, status, message }) => [type, status, message !== ''],
    )
  const missing = ['Not Found Error', 404, true]
  expect(await refused(ckan.get('package_show', { id: 'nulle-part' }))).toEqual(missing)
  expect(await refused(ckan.action('resource_show', { id: 'x' }))).toEqual(missing)
  expect(await refused(ckan.action('organization_show', { id: 'x' }))).toEqual(missing)
  expect(await refused(ckan.action('group_show', { id: 'x' }))).toEqual(missing)
  expect(await refused(ckan.action('datastore_search', { resource_id: 'x' }))).toEqual(missing)
  expect(await refused(ckan.get('help_show', { name: 'x' }))).toEqual(missing)
  const invalid = ['Validation Error', 409, true]
  expect(await refused(ckan.action('package_show'))).toEqual(invalid)
  expect(await refused(ckan.action('package_search', { rows: -1 }))).toEqual(invalid)
  expect(await refused(ckan.action('package_search', { sort: 'name; drop table' }))).toEqual(invalid)
  const rows = { resource_id: 'prenoms' }
  for (const wrong of [
    { fields: 'absente' },
    { filters: { absente: 1 } },
    { filters: { ANNEE: 'pas un nombre' } },
    { filters: '{' },
    { sort: 'absente' },
    { records_format: 'xml' },
    { limit: 'beaucoup' },
    { q: { ANNEE: 3 } },
  ])
    expect(await refused(ckan.action('datastore_search', { ...rows, ...wrong })), JSON.stringify(wrong)).toEqual(
      invalid,
    )
  const unread = ['Bad Request Error', 400, true]
  expect(await refused(ckan.action('package_create', { name: 'x' }))).toEqual(unread)
  expect(await refused(ckan.action('constructor'))).toEqual(unread)
  expect(await refused(ckan.form('package_list', '{"limit":'))).toEqual(unread)
  expect(await refused(ckan.action('package_list', [1]))).toEqual(unread)
  expect(await refused(ckan.action('package_search', { q: 'title:(' }))).toEqual(['Search Query Error', 400, true])
  expect(reported).toEqual([])
})

test('another site may ask, by POST too', async () => {
  const { home } = await opened()
  const headers = {
    origin: 'https://ailleurs.example',
    'sec-fetch-site': 'cross-site',
    'content-type': 'application/json',
  }
  const answer = await fetch(`${home}/api/3/action/package_list`, { method: 'POST', headers, body: '{}' })
  expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, '*'])
  const before = await fetch(`${home}/api/3/action/package_list`, {
    method: 'OPTIONS',
    headers: {
      origin: headers.origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    },
  })
  expect([before.status, before.headers.get('access-control-allow-methods')]).toEqual([204, 'GET, HEAD, OPTIONS, POST'])
})
