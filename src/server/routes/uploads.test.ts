import { createHash } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import type { Home, SetState } from '../../contract/sets.ts'
import type { ReadResult } from '../../core/table/read-result.ts'
import { TOO_LONG } from '../../readers/sandbox/ask-worker.ts'
import { describeStores } from '../../store/stores-for-tests.ts'
import { openApp, startEpone } from '../app-for-tests.ts'
import { handsOf, multipart } from '../hands-for-tests.ts'

// Real files are read and prepared, beside whatever else this machine does.
vi.setConfig({ testTimeout: 180_000 })

describeStores('files received', open => {
  async function start() {
    const opened = await openApp(await open())
    await startEpone(opened)
    await opened.app.ready()
    return { ...opened, hands: handsOf(opened) }
  }

  test('a file that cannot be read says why, and is kept as it came', async () => {
    const { app, hands, reported } = await start()
    const bytes = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])
    const [card] = await hands.upload('../../photo « été ».png', bytes)
    expect(card).toMatchObject({ name: 'photo « été ».png', size: bytes.length, sentBy: 'Anne Morel' })
    expect(card!.unreadable).toMatch(/^\p{Lu}.*\.$/u)
    const { slug } = await hands.post<SetState>('/sets', { title: 'Commerces', model: 'carnet-commerces' })
    const refused = await hands.browser.post(`/api/atelier/sets/${slug}/sources`, { upload: card!.id })
    expect([refused.statusCode, refused.json().message]).toEqual([422, expect.stringContaining(card!.unreadable!)])
    const file = await hands.browser.get(`/api/atelier/sources/${card!.id}/file`)
    expect(file.rawPayload.equals(bytes)).toBe(true)
    expect(file.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="photo _ ete _.png"; filename*=UTF-8''photo%20%C2%AB%20%C3%A9t%C3%A9%20%C2%BB.png`,
    })
    expect((await hands.get<Home>('/home')).inbox.map(({ id }) => id)).toEqual([card!.id])
    expect(reported).toEqual([])
    await app.close()
  })

  test('a file that time was lacking for is read again when a person asks; one that is read is not', async () => {
    const { app, hands, world } = await start()
    const [card] = await hands.upload('a.csv', 'nom;rue\nMairie;Haute\n')
    const again = () => hands.browser.post(`/api/atelier/uploads/${card!.id}/read`)
    expect((await again()).json()).toEqual({ message: '« a.csv » est déjà lu.' })
    await world.db
      .updateTable('upload')
      .set({ unreadable: TOO_LONG, tables: null, content_sha256: null })
      .where('id', '=', card!.id)
      .execute()
    expect(await hands.get(`/uploads/${card!.id}`)).toMatchObject({ unreadable: TOO_LONG, again: true })
    expect((await again()).json()).toEqual(card)
    await app.close()
  })

  test('several at once, an empty one, and none', async () => {
    const { app, hands } = await start()
    const send = (files: [string, string][]) => hands.browser.ask('POST', '/api/atelier/uploads', multipart(files))
    const two = await hands.uploadAll([
      ['a.csv', 'nom;rue\nMairie;Haute\n'],
      ['b.csv', 'nom;rue\nÉcole;Basse\n'],
    ])
    expect(two.map(({ name, tables }) => [name, tables?.[0]?.rows])).toEqual([
      ['a.csv', 1],
      ['b.csv', 1],
    ])
    const empty = await send([['vide.csv', '']])
    expect([empty.statusCode, empty.json()]).toEqual([
      422,
      { message: '« vide.csv » est vide : il ne contient aucun octet.' },
    ])
    const none = await send([])
    expect([none.statusCode, none.json()]).toEqual([400, { message: 'Je n’ai reçu aucun fichier.' }])
    await app.close()
  })

  test('a table pasted is a source like another', async () => {
    const { app, hands } = await start()
    const text = 'Enseigne\tActivité\nBoulangerie\tpain\nGarage\tautos\n'
    const [card] = await hands.paste(text)
    expect(card).toMatchObject({
      name: 'Collage du 2 mars 2026',
      tables: [{ rows: 2, columns: ['Enseigne', 'Activité'] }],
    })
    const content = await hands.get<ReadResult>(`/sources/${card!.id}`)
    expect(content.tables[0]!.table.rows[0]!.source).toBe(createHash('sha256').update(text).digest('hex'))
    await app.close()
  })

  test('the set that a file looks like is told when it is sure, by its columns', async () => {
    const { app, hands } = await start()
    await hands.post('/sets', { title: 'Commerces', model: 'carnet-commerces' })
    await hands.post('/sets', { title: 'Défibrillateurs', model: 'schema-dae' })
    const [sure] = await hands.upload('liste.csv', 'Enseigne;Activité;Téléphone;Site web\nDupain;pain;0199001111;\n')
    expect(sure!.suggestion).toEqual({
      set: 'commerces',
      title: 'Commerces',
      reason: '4 de ses 4 colonnes sont celles de ce jeu.',
    })
    const [unsure] = await hands.upload('autre.csv', 'a;b;c;d\n1;2;3;4\n')
    expect(unsure).not.toHaveProperty('suggestion')
    await app.close()
  })
})
