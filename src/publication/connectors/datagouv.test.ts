import { describe, expect, test } from 'vitest'
import type { Copy, Place } from '../../adapters/connector.ts'
import { copyForTests } from '../../adapters/copy-for-tests.ts'
import { datagouv } from '../../adapters/datagouv/datagouv.ts'
import { ORGANIZATION, startUdata, type Udata, type UdataSet } from '../../adapters/datagouv/server-for-tests.ts'
import { compare } from './compare.ts'
import { sender } from './sender-for-tests.ts'

const place = (server: Udata, chunk?: number): Place =>
  datagouv({ address: server.address, organization: ORGANIZATION }, 'la-cle', 'anywhere', chunk)
const only = (server: Udata): UdataSet => {
  const sets = [...server.sets.values()].filter(set => !set.deleted)
  expect(sets).toHaveLength(1)
  return sets[0]!
}
const texts = ({ resources }: UdataSet) => resources.map(({ bytes }) => bytes.toString('utf8'))

describe('data.gouv.fr', () => {
  test('a set is created whole: fields mapped, files in order, schema declared, then shown', async () => {
    const server = await startUdata()
    const send = sender(place(server))
    expect(await send(copyForTests())).toMatchObject({ type: 'there', done: true })
    const set = only(server)
    expect(set).toMatchObject({
      title: 'Défibrillateurs de la ville d’Épône, 2026',
      license: 'lov2',
      frequency: 'annual',
      tags: ['dae', 'defibrillateur', 'sante-publique'],
      temporal_coverage: { start: '2026-01-01', end: '2026-12-31' },
      spatial: { zones: ['fr:commune:78217'] },
      organization: ORGANIZATION,
      private: false,
    })
    expect(set.description).toContain('https://carnet.epone.example/jeux/defibrillateurs')
    expect(texts(set)).toEqual(['id,nom\n1,Mairie\n', '{"type":"FeatureCollection","features":[]}'])
    expect(set.resources[0]!.schema).toEqual({
      name: 'etalab/schema-dae',
      version: '1.0.7',
      url: 'https://carnet.epone.example/jeux/defibrillateurs/schema.json',
    })
  })

  test('a new version takes the place of the file: its link stays; nothing new writes nothing', async () => {
    const server = await startUdata()
    const send = sender(place(server))
    await send(copyForTests())
    const before = only(server).resources.map(({ id }) => id)
    await send(copyForTests({ csv: 'id,nom\n1,Mairie\n2,Gymnase\n' }))
    expect(only(server).resources.map(({ id }) => id)).toEqual(before)
    expect(texts(only(server))[0]).toBe('id,nom\n1,Mairie\n2,Gymnase\n')
    const asked = server.requests.length
    expect(await send(copyForTests({ csv: 'id,nom\n1,Mairie\n2,Gymnase\n' }))).toMatchObject({
      type: 'there',
      done: false,
    })
    expect(server.requests.slice(asked).filter(request => !request.startsWith('GET'))).toEqual([])
  })

  test('a big file goes in chunks, and comes out the same', async () => {
    const server = await startUdata()
    const send = sender(place(server, 64))
    const csv = `id,nom\n${Array.from({ length: 100 }, (_, at) => `${at},Été ${at}\n`).join('')}`
    await send(copyForTests({ csv }))
    expect(texts(only(server))[0]).toBe(csv)
  })

  test('a file that somebody added there stays, after ours', async () => {
    const server = await startUdata()
    const send = sender(place(server))
    await send(copyForTests({ geojson: null }))
    const set = only(server)
    set.resources.unshift({ ...set.resources[0]!, id: 'autre', url: 'x/notice.pdf' })
    await send(copyForTests())
    expect(only(server).resources.map(({ url }) => url.split('/').at(-1))).toEqual([
      'defibrillateurs.csv',
      'defibrillateurs.geojson',
      'notice.pdf',
    ])
  })

  test('what was changed there is asked, never overwritten; kept, it stays; replaced, it is ours again', async () => {
    const server = await startUdata()
    const send = sender(place(server))
    await send(copyForTests())
    only(server).title = 'DAE'
    const newer = copyForTests({ csv: 'id,nom\n2,Gymnase\n' })
    expect(await send(newer)).toMatchObject({
      type: 'asks',
      changes: [
        { what: 'title', sentence: 'Le titre : « Défibrillateurs de la ville d’Épône, 2026 » est devenu « DAE ».' },
      ],
    })
    expect(texts(only(server))[0]).toBe('id,nom\n1,Mairie\n')
    await send(newer, 'keep')
    expect([only(server).title, texts(only(server))[0]]).toEqual(['DAE', 'id,nom\n2,Gymnase\n'])
    expect(await send(newer)).toMatchObject({ type: 'there', done: false })
    await send(newer, 'replace')
    expect(only(server).title).toBe(newer.fiche.title)
  })

  test('a file replaced by hand, then a set deleted there, are asked', async () => {
    const server = await startUdata()
    const send = sender(place(server))
    await send(copyForTests())
    only(server).resources[0]!.checksum = { type: 'sha1', value: 'autre' }
    expect(await send(copyForTests())).toMatchObject({ type: 'asks', changes: [{ what: 'file:csv' }] })
    only(server).deleted = '2026-03-02'
    expect(await send(copyForTests())).toMatchObject({ type: 'asks', changes: [{ what: 'gone' }] })
    await send(copyForTests(), 'replace')
    expect(texts(only(server))).toHaveLength(2)
  })

  test('a dry run says exactly what a delivery then does, and writes nothing', async () => {
    const server = await startUdata()
    const send = sender(place(server))
    const none = await compare(place(server), copyForTests(), send.memory())
    expect([none.create, none.files.map(({ act }) => act)]).toEqual([true, ['add', 'add']])
    expect(server.requests.filter(request => !request.startsWith('GET'))).toEqual([])
    await send(copyForTests())
    const copy: Copy = copyForTests({
      csv: 'x\n',
      geojson: null,
      fiche: { ...copyForTests().fiche, frequency: 'monthly' },
    })
    const dry = await compare(place(server), copy, send.memory())
    expect(dry.fields.map(({ field, was, now }) => [field, was, now])).toEqual([['frequency', 'annual', 'monthly']])
    expect(dry.files.map(({ act }) => act)).toEqual(['replace'])
    expect(dry.remove.map(({ name }) => name)).toEqual(['defibrillateurs.geojson'])
    await send(copy)
    expect([only(server).frequency, texts(only(server))]).toEqual(['monthly', ['x\n']])
  })

  test('a key that expired: one sentence, nothing lost', async () => {
    const server = await startUdata()
    const send = sender(place(server))
    await send(copyForTests())
    const before = send.memory()
    server.open('une-autre')
    await expect(send(copyForTests({ csv: 'y\n' }))).rejects.toMatchObject({
      kind: 'key',
      message: expect.stringContaining('expiré'),
    })
    expect(send.memory().id).toBe(before.id)
    server.open('la-cle')
    await send(copyForTests({ csv: 'y\n' }))
    expect(texts(only(server))[0]).toBe('y\n')
  })

  test('a page of HTML under a CSV’s name is refused there, and said', async () => {
    const server = await startUdata()
    const send = sender(place(server))
    await expect(send(copyForTests({ csv: '<!doctype html><p>x' }))).rejects.toMatchObject({
      kind: 'wrong',
      message: expect.stringContaining('HTML'),
    })
  })

  test('withdrawn: archived with its reason, or taken away', async () => {
    const server = await startUdata()
    const send = sender(place(server))
    await send(copyForTests())
    await place(server).withdraw(send.memory().id!, 'mark', copyForTests(), 'adresses fausses')
    expect(only(server)).toMatchObject({ archived: '2026-03-02T08:00:00.000Z' })
    expect(only(server).description).toMatch(/^\*\*La commune ne publie plus ces données\*\* : adresses fausses/)
    await place(server).withdraw(send.memory().id!, 'remove', copyForTests(), 'adresses fausses')
    expect([...server.sets.values()].filter(set => !set.deleted)).toEqual([])
  })
})
