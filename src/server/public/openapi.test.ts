import { createConfig, lintFromString } from '@redocly/openapi-core'
import { expect, test } from 'vitest'
import { DEFIBRILLATEURS, PRENOMS, publishForTests } from '../../publication/catalog/for-tests.ts'
import { storesOf } from '../../store/stores-for-tests.ts'
import { openApp } from '../app-for-tests.ts'

const open = storesOf('sqlite')
interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly required?: boolean
  readonly example?: string | number
}
interface Operation {
  readonly parameters?: readonly Parameter[]
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>
}
interface Document {
  readonly paths: Readonly<Record<string, { readonly get?: Operation; readonly post?: Operation }>>
}

async function started() {
  const store = await open()
  await publishForTests(store.world, DEFIBRILLATEURS)
  await publishForTests(store.world, PRENOMS)
  const test = await openApp(store)
  const document: Document = (await test.browser().get('/api/openapi.json')).json()
  return { test, document, get: (url: string) => test.browser().get(url) }
}

test('the document is OpenAPI 3.1 without a fault, and that of OGC 3.0', async () => {
  const { document, get } = await started()
  const config = await createConfig({ extends: ['recommended'], rules: { 'no-server-example.com': 'off' } })
  for (const source of [JSON.stringify(document), (await get('/ogc/api')).body]) {
    const problems = await lintFromString({ source, config })
    expect(problems.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual([])
  }
})

/** What people read, and what only its script asks: the portal's own. */
const isOfPortal = (url: string) =>
  !/^\/(?:api|ogc|catalog|feed|oembed|robots|sitemap)|\.\w+$/.test(url) || url.endsWith('/carte.json')
/** `/jeux/:slug.csv` and `/jeux/{slug}.csv` are one address, whatever the names. */
const shape = (path: string) => path.replace(/:\w+|\{\w+\}/g, '{}').replace(/(.)\/$/, '$1')

test('it tells every public address, and no other', async () => {
  const { test, document } = await started()
  const routes = test.app.routeList.filter(
    route => route.open && route.method === 'GET' && !route.url.includes('*') && !isOfPortal(route.url),
  )
  const told = Object.keys(document.paths).map(shape)
  const there = [...new Set(routes.map(({ url }) => shape(url)))]
  expect(told.filter(path => !there.includes(path))).toEqual([])
  expect(there.filter(path => !told.includes(path))).toEqual([])
})

test('each address answers to its example, in a type that it tells', async () => {
  const { test, document, get } = await started()
  for (const [path, { get: operation }] of Object.entries(document.paths)) {
    if (!operation) continue
    const url = addressOf(path, operation.parameters ?? [])
    const answer = await get(url)
    expect(answer.statusCode, url).toBe(200)
    const type = String(answer.headers['content-type']).split(';')[0]
    const told = Object.keys(operation.responses['200']?.content ?? {}).map(one => one.split(';')[0])
    expect(told, url).toContain(type)
  }
  expect(test.reported).toEqual([])
})

function addressOf(path: string, parameters: readonly Parameter[]): string {
  const url = parameters
    .filter(one => one.in === 'path')
    .reduce((url, { name, example }) => url.replace(`{${name}}`, encodeURIComponent(String(example))), path)
  const query = parameters.filter(one => one.in === 'query' && (one.required || one.example !== undefined))
  return query.length === 0
    ? url
    : `${url}?${new URLSearchParams(query.map(({ name, example }) => [name, String(example)]))}`
}

test('the page for developers has only addresses that answer', async () => {
  const { get } = await started()
  const page = await get('/api')
  const addresses = [...page.body.matchAll(/<li><a href="([^"]+)"/g)].map(([, url]) => url!.replaceAll('&amp;', '&'))
  expect(addresses.length).toBeGreaterThan(10)
  for (const url of addresses) expect((await get(url)).statusCode, url).toBe(200)
})
