import { expect, test } from 'vitest'
import type { Kit, KitPiece } from '../../contract/kit.ts'
import { publishForTests } from '../../publication/catalog/for-tests.ts'
import { storesOf } from '../../store/stores-for-tests.ts'
import { openApp, startEpone } from '../app-for-tests.ts'

const open = storesOf('sqlite')
const AT = '/api/atelier/kit'
const MONUMENTS = { model: 'carnet-monuments', slug: 'monuments', columns: ['nom'], rows: [['Église']], theme: 23 }
const PARKS = { model: 'schema-stationnement', slug: 'parcs', columns: ['id', 'nom'], rows: [['1', 'Gare']], theme: 6 }

async function opened() {
  const test = await openApp(await open())
  await startEpone(test)
  const anne = test.browser()
  const put = (url: string, payload: object) => anne.ask('PUT', url, { payload })
  const piece = async (name: string) => (await anne.get(`${AT}/pieces/${name}`)).json() as KitPiece
  return { test, anne, put, piece }
}

test('texts follow the published sets until a person writes one; hers is kept, and the new proposal shown beside', async () => {
  const { test, anne, put, piece } = await opened()
  expect(((await anne.get(AT)).json() as Kit).pieces.map(({ name }) => name)).toEqual(['courriel-lancement'])
  await publishForTests(test.world, MONUMENTS)
  expect((await piece('x')).body).toContain('un jeu de données\u00a0: les monuments historiques.')
  await publishForTests(test.world, PARKS)
  const before = await piece('x')
  expect([before.version, before.body]).toEqual([0, expect.stringContaining('deux jeux de données')])

  const mine = (await put(`${AT}/pieces/x`, { body: 'Nos données sont là.', seen: 0 })).json() as KitPiece
  expect(mine).toMatchObject({ body: 'Nos données sont là.', version: 1, writtenBy: 'Anne Morel' })
  expect(mine.newProposal).toBeUndefined()
  await anne.post('/api/atelier/sets/parcs/withdraw', { key: 'k', why: 'adresses fausses' })
  const after = await piece('x')
  expect([after.body, after.newProposal]).toEqual([
    'Nos données sont là.',
    expect.stringContaining('un jeu de données'),
  ])
  // Said again as it is, once the new proposal was seen: it is not shown any more.
  const kept = (await put(`${AT}/pieces/x`, { body: 'Nos données sont là.', seen: 1 })).json() as KitPiece
  expect([kept.version, kept.newProposal]).toEqual([2, undefined])
  const versions = (await anne.get('/api/atelier/texts/kit%2Fx/versions')).json()
  expect(versions).toHaveLength(2)
  const late = await put(`${AT}/pieces/x`, { body: 'Autre', seen: 1 })
  expect([late.statusCode, late.json().message]).toEqual([409, expect.stringContaining('Anne Morel a écrit ce texte')])
})

test('what Carnet cannot know is said once, and is in every text', async () => {
  const { test, put, piece } = await opened()
  await publishForTests(test.world, MONUMENTS)
  const details = { launch: '2027-03-01', app: 'Épône en Poche', contact: 'Service communication' }
  const kit = (await put(`${AT}/details`, { details, seen: 0 })).json() as Kit
  expect([kit.details, kit.detailsVersion]).toEqual([details, 1])
  const { body } = await piece('communique')
  for (const text of ['le 1er mars 2027', '«\u00a0Épône en Poche\u00a0»', 'Service communication'])
    expect(body).toContain(text)
  const wrong = await put(`${AT}/details`, { details: { ...details, launch: '1er mars' }, seen: 1 })
  expect(wrong.statusCode).toBe(400)
})

test('each text is taken away as a document, as plain text, and the poster as a picture', async () => {
  const { test, anne, put } = await opened()
  await publishForTests(test.world, MONUMENTS)
  const docx = await anne.get(`${AT}/pieces/communique/docx`)
  expect([docx.headers['content-disposition'], docx.rawPayload.subarray(0, 2).toString()]).toEqual([
    expect.stringContaining('filename="communique.docx"'),
    'PK',
  ])
  const text = await anne.get(`${AT}/pieces/communique/txt`)
  expect(text.body).toMatch(/^La commune d’Épône ouvre un jeu de données\n/)
  await put(`${AT}/pieces/affiche`, { body: '# <script>alert(1)</script>', seen: 0 })
  const poster = await anne.get(`${AT}/affiche.svg`)
  expect(poster.headers['content-type']).toContain('image/svg+xml')
  expect(poster.body).toContain('&lt;script&gt;')
  expect(poster.body).not.toContain('<script')
  expect((await anne.get(`${AT}/pieces/inconnu`)).statusCode).toBe(404)
})
