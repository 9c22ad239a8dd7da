import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAtomFeed } from 'feedsmith'
import { expect, test } from 'vitest'
import { DEFIBRILLATEURS, PRENOMS, publishForTests } from '../../publication/catalog/for-tests.ts'
import { storesOf } from '../../store/stores-for-tests.ts'
import { openApp } from '../app-for-tests.ts'
import { answerOf, pythonWith } from './programs-for-tests.ts'

const open = storesOf('sqlite')
const HOSTILE = 'Défibrillateurs & « co » <b>]]></b> \u0001'

async function started() {
  const store = await open()
  await publishForTests(store.world, { ...DEFIBRILLATEURS, fiche: { ...DEFIBRILLATEURS.fiche, title: HOSTILE } })
  await publishForTests(store.world, PRENOMS)
  await publishForTests(store.world, {
    ...PRENOMS,
    slug: 'prenoms-mezieres',
    town: { insee: '78402', name: 'Mézières-sur-Seine' },
  })
  await store.world.db
    .updateTable('publication')
    .set({ withdrawn_at: '2026-03-05T10:00:00.000Z', withdrawn_why: 'Il était faux.' })
    .where('data_set', '=', 'prenoms')
    .execute()
  const test = await openApp(store)
  return { store, get: (url: string, headers = {}) => test.browser().get(url, headers) }
}

test('a feed reader finds what was opened, and what was withdrawn', async () => {
  const { get } = await started()
  const answer = await get('/feed.atom')
  expect(answer.headers['content-type']).toBe('application/atom+xml; charset=utf-8')
  const feed = parseAtomFeed(answer.body)
  expect(feed).toMatchObject({ id: 'tag:localhost,2026:donnees', updated: '2026-03-05T10:00:00.000Z' })
  expect(feed.entries).toHaveLength(2)
  expect(feed.entries?.find(({ id }) => id?.endsWith('/defibrillateurs'))).toMatchObject({
    id: 'tag:localhost,2026:78217/defibrillateurs',
    title: { value: 'Défibrillateurs & « co » <b>]]></b> \uFFFD' },
    links: [
      { rel: 'alternate', href: 'http://localhost:3000/jeux/defibrillateurs' },
      { rel: 'enclosure', href: 'http://localhost:3000/jeux/defibrillateurs.csv' },
    ],
  })
  expect(answer.body).toContain(
    '<at:deleted-entry ref="tag:localhost,2026:78217/prenoms" when="2026-03-05T10:00:00.000Z">',
  )
  expect((await get('/feed.atom', { 'if-none-match': String(answer.headers.etag) })).statusCode).toBe(304)
  const one = parseAtomFeed((await get('/feed.atom?commune=78402')).body)
  expect(one).toMatchObject({ title: { value: 'Données ouvertes de Mézières-sur-Seine' }, entries: [{}] })
  expect((await get('/feed.atom?commune=00000')).statusCode).toBe(404)
})

const python = await pythonWith('feedparser')
test.skipIf(!python)('the feed is well formed for feedparser too (apt install python3-feedparser)', async () => {
  const { get, store } = await started()
  const path = join(store.folder, 'feed.atom')
  writeFileSync(path, (await get('/feed.atom')).body)
  const code = `import feedparser, json; f = feedparser.parse(r"${path}"); print(json.dumps([f.bozo, f.version, len(f.entries), f.feed.title]))`
  expect(JSON.parse(await answerOf(python!, ['-c', code]))).toEqual([
    false,
    'atom10',
    2,
    'Données ouvertes des communes',
  ])
})

test('the map of the site holds the pages, and robots are told where it is', async () => {
  const { get } = await started()
  const answer = await get('/sitemap.xml')
  const locations = [...answer.body.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url]) => url)
  expect(locations.sort()).toEqual(
    [...['', 'communes/78217', 'communes/78402', 'jeux/defibrillateurs', 'jeux/prenoms-mezieres']].map(
      path => `http://localhost:3000/${path}`,
    ),
  )
  expect((await get('/robots.txt')).body).toContain('Sitemap: http://localhost:3000/sitemap.xml')
})

test('another site is told how to show a set', async () => {
  const { get } = await started()
  const ask = (url: string, more = '') => get(`/oembed?url=${encodeURIComponent(url)}${more}`)
  const page = 'http://localhost:3000/jeux/defibrillateurs'
  const answer = await ask(page, '&maxwidth=600')
  expect(answer.json()).toMatchObject({
    type: 'rich',
    version: '1.0',
    width: 600,
    height: 500,
    provider_url: 'http://localhost:3000/',
  })
  expect(answer.json().html).toMatch(
    /^<iframe src="http:\/\/localhost:3000\/embed\/defibrillateurs" width="600" height="500" title="[^"<]*&lt;b&gt;[^"<]*" .*><\/iframe>$/,
  )
  expect((await ask('http://localhost:3000/embed/defibrillateurs')).statusCode).toBe(200)
  const xml = await ask(page, '&format=xml')
  expect(xml.headers['content-type']).toContain('text/xml')
  expect(xml.body).toMatch(/<oembed><version>1\.0<\/version>.*<html>&lt;iframe/)
  expect((await ask(page, '&format=yaml')).statusCode).toBe(501)
  expect((await ask(page, '&maxwidth=large')).statusCode).toBe(400)
  for (const url of [
    'http://localhost:3000/',
    'https://ailleurs.example/jeux/defibrillateurs',
    'rien',
    'http://localhost:3000/jeux/rien',
  ])
    expect((await ask(url)).statusCode, url).toBe(404)
  expect((await ask('http://localhost:3000/jeux/prenoms')).statusCode).toBe(410)
})
