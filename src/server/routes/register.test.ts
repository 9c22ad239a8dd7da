import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { ImportPreview, PhotoComparison, Register, RegisterAct } from '../../contract/register.ts'
import { publishForTests } from '../../publication/catalog/for-tests.ts'
import { storesOf } from '../../store/stores-for-tests.ts'
import { openApp, signedInAs, startEpone } from '../app-for-tests.ts'

const open = storesOf('sqlite')
const AT = '/api/atelier/register'
const MONUMENTS = { model: 'carnet-monuments', slug: 'monuments', columns: ['nom'], rows: [['Église']], theme: 23 }
const PHONE = '01 99 00 00 11'
const MAIL = 'claire@epone.example'

async function opened(where: 'local' | 'remote' = 'local') {
  const test = await openApp(await open(), { where })
  await startEpone(test)
  const anne = where === 'local' ? test.browser() : await signedInAs(test, 'referent')
  let drawn = 0
  const act = (sent: RegisterAct) => anne.post(`${AT}/acts`, { key: `k${++drawn}`, act: sent })
  const read = async () => (await anne.get(AT)).json() as Register
  const send = (name: string, text: string) => {
    const payload = `--x\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n${text}\r\n--x--\r\n`
    return anne.ask('POST', `${AT}/preview`, {
      payload,
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    })
  }
  return { test, anne, act, read, send }
}
const PUBLIC = [
  ...['/', '/jeux/monuments', '/jeux/monuments.csv', '/jeux/monuments.json', '/jeux/monuments/datapackage.json'],
  ...['/catalog.jsonld', '/feed.atom', '/sitemap.xml', '/api/explore/v2.1/catalog/datasets', '/ogc/collections'],
  ...['/api/3/action/package_show?id=monuments', '/api/openapi.json', '/mentions-legales'],
]
const CLAIRE: RegisterAct = {
  type: 'add',
  node: { id: 'claire', kind: 'person', name: 'Claire', body: { phone: PHONE, mail: MAIL } },
}

test('who may prepare writes, who may read reads; a link without an account sees nothing of it', async () => {
  const { test, act, read } = await opened('remote')
  expect((await act(CLAIRE)).statusCode).toBe(200)
  expect((await read()).nodes).toMatchObject([{ name: 'Claire', body: { phone: PHONE } }])
  const reader = await signedInAs(test, 'reader')
  expect((await reader.get(AT)).statusCode).toBe(200)
  for (const [url, payload] of [
    [`${AT}/acts`, { key: 'k', act: { type: 'remove', id: 'claire' } }],
    [`${AT}/undo`, {}],
    [`${AT}/photos`, { title: 'x' }],
    [`${AT}/preview`, {}],
  ] as const)
    expect((await reader.post(url, payload)).statusCode, url).toBe(403)
  const nobody = test.browser()
  for (const url of [AT, `${AT}/export/csv`, `${AT}/export/svg`, `${AT}/photos/x/comparison`])
    expect((await nobody.get(url)).statusCode, url).toBe(401)
})

test('what is imported is shown, then added; photos say what changed; undo takes the import back', async () => {
  const { anne, act, read, send } = await opened()
  await anne.post(`${AT}/photos`, { title: 'Avant' })
  const answer = await send(
    'carte.mm',
    '<map><node TEXT="Épône"><node TEXT="Urbanisme"><node TEXT="Mme Petit"/></node></node></map>',
  )
  const preview = answer.json() as ImportPreview
  expect(preview.nodes.map(({ kind, name, there }) => [kind, name, there])).toEqual([
    ['service', 'Urbanisme', false],
    ['person', 'Mme Petit', false],
  ])
  expect((await read()).nodes).toEqual([])
  const nodes = preview.nodes.map(({ there: _, ...node }) => node)
  const { photos } = (await act({ type: 'import', from: preview.file, nodes, edges: preview.edges })).json() as Register
  const compared = (await anne.get(`${AT}/photos/${photos[0]!.id}/comparison`)).json() as PhotoComparison
  expect(compared.came.map(({ name }) => name).sort()).toEqual(['Mme Petit', 'Urbanisme'])
  expect(((await anne.post(`${AT}/undo`)).json() as Register).nodes).toEqual([])
  expect((await anne.post(`${AT}/undo`)).json().message).toContain('rien à annuler')
  expect(((await anne.post(`${AT}/redo`)).json() as Register).nodes).toHaveLength(2)
})

test('hostile and foreign files are refused with a sentence, nothing is kept', async () => {
  const { anne, read, send } = await opened()
  const hostile = '<!DOCTYPE m [<!ENTITY x SYSTEM "file:///etc/passwd">]><map><node TEXT="&x;"/></map>'
  for (const [name, text, status, sentence] of [
    ['a.mm', hostile, 422, /« a\.mm » : .*DOCTYPE/],
    ['a.mup', '{"x":1}', 422, /MindMup/],
    ['a.csv', 'x;y\n1;2\n', 422, /j’attendais au moins une colonne « nom »/],
    ['a.png', '\u0001\u0002\u0003\u0000\u0001\u0002', 422, /n’est pas du texte/],
    ['a.mm', `<map>${' '.repeat(4 * 1024 * 1024)}</map>`, 413, /plus de 4 Mo/],
  ] as const) {
    const answer = await send(name, text)
    expect([answer.statusCode, answer.json().message], name).toEqual([status, expect.stringMatching(sentence)])
  }
  expect((await anne.post(`${AT}/preview`)).statusCode).toBe(400)
  expect((await anne.post(`${AT}/acts`, { key: 'k', act: { type: 'remove', id: '../x' } })).statusCode).toBe(400)
  expect((await read()).nodes).toEqual([])
})

test('taken away as a picture, a table, a FreeMind map, under their names; the picture has no mail and no phone', async () => {
  const { test, anne, act, read } = await opened()
  await publishForTests(test.world, MONUMENTS)
  await act(CLAIRE)
  const set = (await read()).nodes.find(({ kind }) => kind === 'set')!
  expect(set).toMatchObject({ status: 'published', set: { published: '/jeux/monuments' } })
  await act({ type: 'link', id: 'l', from: 'claire', to: set.id, kind: 'holds', role: '' })
  const [svg, csv, mm] = await Promise.all(['svg', 'csv', 'mm'].map(format => anne.get(`${AT}/export/${format}`)))
  expect(svg!.headers['content-type']).toContain('image/svg+xml')
  expect(svg!.headers['content-disposition']).toContain('qui-a-quoi.svg')
  for (const words of ['Qui a quoi à Épône, le 2 mars 2026', 'Claire', 'Publié']) expect(svg!.body).toContain(words)
  expect(svg!.body).not.toMatch(/01 99|@/)
  expect(csv!.body).toContain(`Personne;Claire;`)
  expect(csv!.body).toContain(`${test.world.options.publicUrl}/jeux/monuments`)
  expect(mm!.body).toContain(`<attribute NAME="téléphone" VALUE="${PHONE}"/>`)
  expect((await anne.get(`${AT}/export/pdf`)).statusCode).toBe(404)
})

test('nothing of it is published: no public address shows a name, a mail or a phone of the register', async () => {
  const { test, anne, act, read } = await opened()
  await publishForTests(test.world, MONUMENTS)
  await act({ ...CLAIRE, node: { ...CLAIRE.node, name: 'Claire Zyxwvu' } } as RegisterAct)
  const set = (await read()).nodes.find(({ kind }) => kind === 'set')!
  await act({ type: 'link', id: 'l', from: 'claire', to: set.id, kind: 'holds', role: '' })
  const hidden = /Zyxwvu|claire@epone|01 99 00 00 11/
  for (const url of PUBLIC) {
    const { statusCode, body } = await test.browser().get(url)
    expect([statusCode, body], url).toEqual([200, expect.not.stringMatching(hidden)])
  }
  const files = unzipSync((await anne.get('/api/atelier/archive')).rawPayload)
  const described = new TextDecoder().decode(files['datapackage.json'])
  const { resources } = JSON.parse(described) as { resources: { name: string }[] }
  expect(resources.map(({ name }) => name)).toEqual([expect.stringMatching(/^monuments-/)])
  expect(described).not.toMatch(hidden)
  // It goes with the town all the same: whoever takes it up elsewhere has it.
  expect(new TextDecoder().decode(files['carnet/node.jsonl'] ?? new Uint8Array())).toContain('Zyxwvu')
  expect((await anne.get(AT)).body).toContain('Zyxwvu')
})
