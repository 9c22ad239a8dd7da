import { expect, test } from 'vitest'
import { DEFIBRILLATEURS, PRENOMS, publishForTests } from '../../publication/catalog/for-tests.ts'
import { storesOf } from '../../store/stores-for-tests.ts'
import { openApp } from '../app-for-tests.ts'

const open = storesOf('sqlite')

async function started() {
  const store = await open()
  await publishForTests(store.world, DEFIBRILLATEURS)
  await publishForTests(store.world, PRENOMS)
  const test = await openApp(store)
  const get = async (url: string) => {
    const answer = await test.browser().get(url)
    return { ...answer, status: answer.statusCode, headers: answer.headers, body: answer.body }
  }
  return { store, test, get }
}

/** The first cells of the rows that a page shows. */
const firstCells = (body: string): string[] =>
  [...body.matchAll(/<tr><td[^>]*>([^<]*)/g)].map(([, text]) => text!.replaceAll('&quot;', '"'))

test('the catalogue is searched without accents, and by the title', async () => {
  const { get, test } = await started()
  const titles = async (url: string) =>
    [...(await get(url)).body.matchAll(/<h3><a href="([^"]+)"/g)].map(([, href]) => href)
  expect((await titles('/')).sort()).toEqual(['/jeux/defibrillateurs', '/jeux/prenoms'])
  expect(await titles('/?q=DEFIBRILLATEUR')).toEqual(['/jeux/defibrillateurs'])
  expect(await titles('/?q=piscine+olympique')).toEqual([])
  expect((await get('/?q=piscine+olympique')).body).toContain('Rien ne correspond.')
  expect(test.reported).toEqual([])
})

test('the page of a set: its rows searched and sorted by the address, its files with Excel first, its points', async () => {
  const { get, test } = await started()
  const page = await get('/jeux/defibrillateurs')
  expect(page.status).toBe(200)
  expect(firstCells(page.body)).toEqual(['Mairie', 'Gymnase "Bullot", salle 2', 'Piscine'])
  expect(firstCells((await get('/jeux/defibrillateurs?tri=nom')).body)[0]).toBe('Gymnase "Bullot", salle 2')
  expect(firstCells((await get('/jeux/defibrillateurs?tri=nom&sens=decroissant')).body)[0]).toBe('Piscine')
  expect(firstCells((await get('/jeux/defibrillateurs?q=etangs')).body)).toEqual(['Gymnase "Bullot", salle 2'])
  expect(firstCells((await get('/jeux/defibrillateurs?q=etangs&colonne=nom')).body)).toEqual([])
  const files = [...page.body.matchAll(/class="file[^"]*" href="([^"]+)"/g)].map(([, href]) => href!)
  expect(files[0]).toBe('/jeux/defibrillateurs.xlsx')
  for (const file of files) expect((await get(file)).status, file).toBe(200)
  expect(page.body.match(/<circle /g)).toHaveLength(2)
  expect(page.body).toContain('1 sans emplacement connu')
  expect((await get('/jeux/prenoms')).body).not.toContain('<circle ')
  expect(test.reported).toEqual([])
})

test('the script of the map has the same points', async () => {
  const { get } = await started()
  const source = /data-source="([^"]+)"/.exec((await get('/jeux/defibrillateurs')).body)![1]!
  const { columns, points } = JSON.parse((await get(source)).body)
  expect(points.map(([x, y, name]: unknown[]) => [x, y, name])).toEqual([
    [1.8135, 48.9551, 'Mairie'],
    [1.8201, 48.9611, 'Gymnase "Bullot", salle 2'],
  ])
  expect(points[0]).toHaveLength(3 + columns.length)
})

test('no text of a town becomes HTML, nor closes a script, nor is a link that runs', async () => {
  const { get, store } = await started()
  const evil = '</script><script>alert(1)</script><!--'
  await publishForTests(store.world, {
    ...DEFIBRILLATEURS,
    rows: [[evil, '48.9', '1.8', 'javascript:alert(1)', '', '', evil, '', '', '']],
    fiche: {
      ...{ title: evil, description: evil, granularity: evil, keywords: [evil] },
      contact: { name: evil, url: 'javascript:alert(1)' },
    },
  })
  for (const url of ['/', '/jeux/defibrillateurs', '/carte', '/carte/defibrillateurs', '/embed/defibrillateurs']) {
    const { body, status } = await get(url)
    expect(status, url).toBe(200)
    expect(body, url).toContain('&lt;/script>')
    expect(body, url).not.toContain(evil)
    expect(body, url).not.toMatch(/href="javascript/)
    for (const [, text] of body.matchAll(/ld\+json">(.*?)<\/script>/gs)) expect(() => JSON.parse(text!)).not.toThrow()
  }
  const [, text] = /ld\+json">(.*?)<\/script>/s.exec((await get('/jeux/defibrillateurs')).body)!
  expect(JSON.parse(text!)).toMatchObject({ '@type': 'Dataset', name: evil })
})

test('a version has its page, with what it changed; a hash that is none has not', async () => {
  const { get, store } = await started()
  const { rows } = DEFIBRILLATEURS
  await publishForTests(store.world, { ...DEFIBRILLATEURS, rows: [['Hôtel de ville', ...rows[0]!.slice(1)], rows[1]!] })
  const versions = [
    ...(await get('/jeux/defibrillateurs')).body.matchAll(/href="(\/jeux\/defibrillateurs\/v\/\w{64})"/g),
  ]
  expect(versions).toHaveLength(2)
  const [latest, first] = versions.map(([, href]) => href!)
  expect((await get(latest!)).body).toContain('Hôtel de ville')
  expect((await get(latest!)).body).toMatch(/[12] lignes? retirée/)
  expect((await get(first!)).body).toContain('C’est la première version publiée.')
  expect((await get(first!)).body).toContain('voir la dernière version')
  expect((await get(`/jeux/defibrillateurs/v/${'0'.repeat(64)}`)).status).toBe(404)
})

test('the same page is not sent twice; what is not there says so; the law’s pages say what is missing', async () => {
  const { get, test } = await started()
  const { headers } = await get('/jeux/prenoms')
  const again = await test.app.inject({
    url: '/jeux/prenoms',
    headers: { host: 'localhost', 'if-none-match': String(headers.etag) },
  })
  expect([again.statusCode, again.body]).toEqual([304, ''])
  expect((await get('/jeux/rien')).status).toBe(404)
  expect((await get('/jeux/rien')).body).toContain('Aucun jeu de données n’a l’adresse « rien ».')
  expect((await get('/carte/prenoms')).status).toBe(404)
  for (const name of ['mentions-legales', 'accessibilite', 'donnees-personnelles'])
    expect((await get(`/${name}`)).body).toContain('Il y manque')
})

test('another site may frame what is made for it, and nothing else', async () => {
  const { get } = await started()
  expect((await get('/embed/prenoms')).headers['content-security-policy']).toContain('frame-ancestors *')
  expect((await get('/jeux/prenoms')).headers['content-security-policy']).toContain("frame-ancestors 'none'")
  expect(firstCells((await get('/embed/prenoms')).body).length).toBeGreaterThan(2)
})
