import { expect, test, vi } from 'vitest'
import type { LinkPage } from '../../contract/link.ts'
import type { LinkScope, NewLink } from '../../contract/people.ts'
import type { PublicationState } from '../../contract/publication.ts'
import type { SetState } from '../../contract/sets.ts'
import { describeStores, type TestStore } from '../../store/stores-for-tests.ts'
import { openApp, startEpone } from '../app-for-tests.ts'
import { handsOf } from '../hands-for-tests.ts'

// Real files are read and looked at in threads, beside whatever else this machine does.
vi.setConfig({ testTimeout: 240_000 })

const PERSON = 'claire.martin@laposte.example'
const FILE = `id;nom;insee;courriel\n78217-ASSO-001;Les Amis du Lavoir;78217;${PERSON}\n`

async function associations(store: TestStore) {
  const opened = await openApp(store)
  await startEpone(opened)
  await opened.app.ready()
  const hands = handsOf(opened)
  const { slug } = await hands.post<SetState>('/sets', { title: 'Associations', model: 'carnet-associations' })
  const [sent] = await hands.upload('assos.csv', FILE)
  await hands.post(`/sets/${slug}/sources`, { upload: sent!.id })
  await hands.settled(slug)
  const stranger = opened.browser()
  const link = async (type: 'approve' | 'read') => {
    const scope: LinkScope = { type, set: slug }
    const made = await hands.post<NewLink>('/links', { scope, label: 'Mme Petit, adjointe', days: 30 })
    return `/api/link/${made.address.split('/').at(-1)}`
  }
  const page = async (url: string) => (await stranger.get(url)).json<LinkPage>()
  const state = () => hands.get<PublicationState>(`/sets/${slug}/publication`)
  return { hands, slug, stranger, link, page, state }
}

describeStores('fiche reviewed by link', open => {
  test('a link shows the fiche and the table as they would be opened, and leaves the guard’s search fresh', async () => {
    const { hands, slug, link, page, state } = await associations(await open())
    await hands.post(`/sets/${slug}/guard`, {})
    const read = await link('read')
    expect(JSON.stringify((await page(read)).table)).toContain(PERSON)
    await hands.post(`/sets/${slug}/guard/answers`, { finding: 'mail:courriel', answer: 'drop', reason: '' })
    const { table, fields, fiche } = await page(read)
    expect(table!.columns).not.toContain('courriel')
    expect(fields.map(({ name }) => name)).toEqual(table!.columns)
    expect(JSON.stringify(table)).not.toContain(PERSON)
    expect(fiche!.find(({ field }) => field === 'producer')?.value).toBe('Commune d’Épône')
    expect((await state()).guard.state).toBe('fresh')
  })

  test('a remark on a box is kept with its link’s name, shown in the workshop until it is seen, once', async () => {
    const { hands, slug, stranger, link, page, state } = await associations(await open())
    const [url, other] = [await link('approve'), await link('approve')]
    const remark = { key: 'r1', field: 'uses', remark: 'Parlez du forum.' }
    for (let twice = 0; twice < 2; twice++) expect((await stranger.post(`${url}/remarks`, remark)).statusCode).toBe(204)
    const boxOf = async () => (await state()).fiche.find(({ field }) => field === 'uses')!
    const { remarks } = await boxOf()
    expect(remarks).toEqual([
      { seq: expect.any(Number), at: expect.any(String), label: 'Mme Petit, adjointe', remark: 'Parlez du forum.' },
    ])
    const mine = async (at: string) => (await page(at)).fiche!.flatMap(box => box.remarks.map(one => one.remark))
    expect([await mine(url), await mine(other)]).toEqual([['Parlez du forum.'], []])
    await hands.post(`/sets/${slug}/fiche/remarks/${remarks![0]!.seq}`, {})
    expect((await boxOf()).remarks).toBeUndefined()
    expect(await mine(url)).toEqual(['Parlez du forum.'])
  })

  test('a remark needs its own kind of link, a box and words; only a remark can be seen', async () => {
    const { hands, slug, stranger, link } = await associations(await open())
    const [read, approve] = [await link('read'), await link('approve')]
    const status = async (url: string, body: object) => (await stranger.post(`${url}/remarks`, body)).statusCode
    expect(await status(read, { key: 'a', field: 'uses', remark: 'x' })).toBe(403)
    expect(await status(approve, { key: 'b', field: 'nulle part', remark: 'x' })).toBe(400)
    expect(await status(approve, { key: 'c', field: 'uses', remark: ' ' })).toBe(400)
    for (const seq of ['1', 'abc'])
      expect((await hands.browser.post(`/api/atelier/sets/${slug}/fiche/remarks/${seq}`, {})).statusCode).toBe(404)
  })
})
