import { expect, test } from 'vitest'
import { isPage, relativeTo } from '../../portal/site.ts'
import { DEFIBRILLATEURS, PRENOMS, publishForTests } from '../../publication/catalog/for-tests.ts'
import { storesOf } from '../../store/stores-for-tests.ts'
import { openApp } from '../app-for-tests.ts'
import { siteAddress } from './site-address.ts'
import { writeSite } from './write.ts'

const open = storesOf('sqlite')
const ADDRESS = 'https://ville.example/donnees'

/** The site of two sets, by the names of its files. */
async function written(insee?: string) {
  const store = await open()
  await publishForTests(store.world, DEFIBRILLATEURS)
  await publishForTests(store.world, PRENOMS)
  const test = await openApp(store)
  const files = new Map<string, Buffer>()
  const add = async (name: string, chunks: AsyncIterable<Uint8Array>) => {
    expect(files.has(name), `${name} twice`).toBe(false)
    const parts: Uint8Array[] = []
    for await (const chunk of chunks) parts.push(chunk)
    files.set(name, Buffer.concat(parts))
  }
  const answer = await writeSite(test.world, test.app.preparation, { address: ADDRESS, insee }, { add })
  return { files, answer, test, text: (name: string) => files.get(name)?.toString('utf8') ?? '' }
}

/** Where an address written in a page of the folder leads, as a browser reads it. */
const target = (from: string, href: string): string => {
  const { pathname } = new URL(href, new URL(from.replace(/index\.html$/, ''), 'https://hote.example/'))
  const path = decodeURIComponent(pathname).slice(1)
  return path === '' || path.endsWith('/') ? `${path}index.html` : path
}

test('every address written in a page leads to a file of the folder, whatever the folder is put under', async () => {
  const { files, answer, text } = await written()
  expect(answer).toEqual({ files: files.size, sets: 2 })
  const pages = [...files.keys()].filter(name => name.endsWith('.html') && name !== '404.html')
  expect(pages.length).toBeGreaterThan(8)
  for (const page of pages) {
    const written = [...text(page).matchAll(/\s(?:href|src|data-source)="([^"]*)"/g)].map(([, href]) => href!)
    const own = written.filter(href => !/^(?:https?:|mailto:|#|\/\/)/.test(href))
    if (!page.startsWith('embed/')) expect(own.length, page).toBeGreaterThan(2)
    for (const href of own) {
      expect(href, page).not.toMatch(/^\//)
      if (!href.includes('?'))
        expect([...files.keys()], `${page}: ${href}`).toContain(target(page, href.split('#')[0]!))
    }
  }
})

test('the files are those of the portal, byte for byte, the latest and each version', async () => {
  const { files, test } = await written()
  for (const name of [
    'jeux/defibrillateurs.csv',
    'jeux/defibrillateurs.xlsx',
    'jeux/defibrillateurs.geojson',
    'jeux/prenoms.csv',
  ]) {
    const { rawPayload } = await test.browser().get(`/${name}`)
    expect(files.get(name)?.equals(rawPayload), name).toBe(true)
  }
  const versions = [...files.keys()].filter(name => /^jeux\/prenoms\/v\/[\da-f]{64}\.csv$/.test(name))
  expect(versions).toHaveLength(1)
  expect(files.has('jeux/prenoms.geojson')).toBe(false)
})

test('what is told to machines holds in a folder: whole addresses, one catalog, no protocol that nobody answers', async () => {
  const { text } = await written()
  expect(text('sitemap.xml')).toContain(`<loc>${ADDRESS}/jeux/defibrillateurs</loc>`)
  expect(text('feed.atom')).toContain(`${ADDRESS}/jeux/defibrillateurs.csv`)
  const catalog = text('catalog.ttl')
  expect(catalog).toContain(`${ADDRESS}/jeux/prenoms.csv`)
  expect(catalog).not.toMatch(/DataService|\/ogc|\/api\/|page=/)
  const page = text('jeux/defibrillateurs/index.html')
  expect(page).toContain(`<link rel="canonical" href="${ADDRESS}/jeux/defibrillateurs"`)
  expect(page).not.toMatch(/oembed|\/api|\/atelier/)
  expect(text('404.html')).toContain(`href="${ADDRESS}/"`)
})

test('a set that was withdrawn says why, and one that was renamed leads on with its files', async () => {
  const store = await open()
  const { id } = await publishForTests(store.world, DEFIBRILLATEURS)
  const insee = '78217'
  const gone = await publishForTests(store.world, PRENOMS)
  const { db } = store.world
  await db.insertInto('redirect').values({ slug: 'dae', insee, data_set: id }).execute()
  await db
    .updateTable('publication')
    .set({ withdrawn_at: '2026-03-03T08:00:00.000Z', withdrawn_why: 'Une erreur de source.' })
    .where('data_set', '=', gone.id)
    .execute()
  const test = await openApp(store)
  const files = new Map<string, string>()
  await writeSite(
    test.world,
    test.app.preparation,
    { address: ADDRESS, insee },
    {
      add: async (name, chunks) => {
        let text = ''
        for await (const chunk of chunks) text += Buffer.from(chunk).toString('latin1')
        files.set(name, text)
      },
    },
  )
  expect(files.get('jeux/prenoms/index.html')).toContain('Une erreur de source.')
  expect(files.has('jeux/prenoms.csv')).toBe(false)
  expect(files.get('jeux/dae/index.html')).toContain('content="0; url=../../jeux/defibrillateurs/"')
  expect(files.get('jeux/dae.csv')).toBe(files.get('jeux/defibrillateurs.csv'))
})

test('addresses of a folder are written from the page', () => {
  expect(relativeTo('/', '/')).toBe('./')
  expect(relativeTo('/jeux/a', '/')).toBe('../../')
  expect(relativeTo('/jeux/a', '/jeux/b.csv')).toBe('../../jeux/b.csv')
  expect(relativeTo('/carte', '/jeux/b')).toBe('../jeux/b/')
  expect([isPage('/jeux/a'), isPage('/jeux/a.csv'), isPage('/jeux/a.csv-metadata.json')]).toEqual([true, false, false])
})

test('where the site will be read is an address of the web, alone or inside another', () => {
  expect(siteAddress(' https://donnees.ville.example/ ')).toBe('https://donnees.ville.example')
  expect(siteAddress('https://ville.example/donnees')).toBe('https://ville.example/donnees')
  for (const wrong of ['ville.example', 'ftp://ville.example', 'https://a@b.example', 'https://ville.example/?a=1'])
    expect(() => siteAddress(wrong), wrong).toThrow(/j’attendais une adresse/)
})
