import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { LinkPage } from '../../contract/link.ts'
import type { LinkCard, LinkScope, NewLink } from '../../contract/people.ts'
import type { JournalPage, SetState, UploadCard } from '../../contract/sets.ts'
import { describeStores, storesOf, type TestStore } from '../../store/stores-for-tests.ts'
import { openApp, signedInAs, startEpone } from '../app-for-tests.ts'
import { handsOf } from '../hands-for-tests.ts'

const DAY = 24 * 60 * 60_000
const DAE = readFileSync('demo/files/defibrillateurs.xlsx')

type Open = () => Promise<TestStore>

async function start(open: Open) {
  const test = await openApp(await open())
  await startEpone(test)
  await test.app.ready()
  const hands = handsOf(test)
  const create = async (scope: LinkScope, label = 'Claire, services techniques') => {
    const link = await hands.post<NewLink>('/links', { scope, label, days: 30 })
    return { link, url: `/api/link/${link.address.split('/').at(-1)}` }
  }
  return { ...test, hands, create, stranger: test.browser() }
}
async function withFile(open: Open) {
  const started = await start(open)
  const { hands } = started
  const created = await hands.post<SetState>('/sets', { title: 'Défibrillateurs', model: 'schema-dae' })
  const [card] = await hands.upload('defibrillateurs.xlsx', DAE)
  await hands.post(`/sets/${created.slug}/sources`, { upload: (card as UploadCard).id })
  return { ...started, set: await hands.settled(created.slug) }
}
async function emptySet(open: Open) {
  const started = await start(open)
  const set = await started.hands.post<SetState>('/sets', { title: 'Défibrillateurs', model: 'schema-dae' })
  return { ...started, set }
}

describeStores('links without an account', open => {
  test('to fill: rows of the columns asked, signed with the label, seen by this link alone', async () => {
    const { create, stranger, hands, set } = await emptySet(open)
    const scope: LinkScope = { type: 'fill', set: set.slug, columns: ['nom', 'acc'] }
    const [claire, paul] = [await create(scope), await create(scope, 'Paul, piscine')]
    const page = (await stranger.get(claire.url)).json() as LinkPage
    expect(page).toMatchObject({
      type: 'fill',
      town: { insee: '78217', name: 'Épône' },
      setTitle: 'Défibrillateurs',
      label: 'Claire, services techniques',
      fields: [{ name: 'nom' }, { name: 'acc', constraints: { enum: expect.any(Array) } }],
      given: [],
    })
    expect(JSON.stringify(page)).not.toMatch(/Anne|Paul|epone\.fr/)
    const row = { key: 'k1', cells: { nom: 'Mairie', acc: 'intérieur' } }
    expect((await stranger.post(`${claire.url}/rows`, row)).statusCode).toBe(204)
    expect((await stranger.post(`${claire.url}/rows`, row)).statusCode).toBe(204)
    expect((await stranger.post(`${paul.url}/rows`, { key: 'k1', cells: { nom: 'Piscine' } })).statusCode).toBe(204)
    const given = async (url: string) =>
      ((await stranger.get(url)).json() as LinkPage).given?.map(({ id, cells }) => [id, cells])
    expect(await given(claire.url)).toEqual([['k1', { nom: 'Mairie', acc: 'intérieur' }]])
    expect(await given(paul.url)).toEqual([['k1', { nom: 'Piscine' }]])
    const { steps } = await hands.get<SetState>(`/sets/${set.slug}`)
    expect(steps.at(-1)?.step).toMatchObject({ added: [{ cells: { nom: 'Mairie' } }, { cells: { nom: 'Piscine' } }] })
    const { entries } = await hands.get<JournalPage>('/journal')
    expect(entries.slice(0, 2).map(({ by }) => by)).toEqual(['Paul, piscine', 'Claire, services techniques'])
  })

  test.each([
    ['a column that was not asked', 'rows', { key: 'k', cells: { email: 'x@y.fr' } }, 403],
    ['an empty row', 'rows', { key: 'k', cells: { nom: ' ' } }, 400],
    [
      'answers',
      'answers',
      { key: 'k', hand: 'main', cells: [{ row: { key: {} }, column: 'nom', seen: '', to: 'x' }] },
      403,
    ],
    ['a verdict', 'verdict', { key: 'k', verdict: 'yes' }, 403],
  ])('a link to fill refuses %s', async (_, what, body, status) => {
    const { create, stranger, hands, set } = await emptySet(open)
    const { url } = await create({ type: 'fill', set: set.slug, columns: ['nom'] })
    const answer = await stranger.post(`${url}/${what}`, body)
    expect([answer.statusCode, answer.json()]).toEqual([status, { message: expect.stringMatching(/\.$/) }])
    expect((await hands.get<SetState>(`/sets/${set.slug}`)).steps).toEqual([])
  })

  test('its address is shown once, its uses are counted, it is closed, it ends', async () => {
    const { create, stranger, hands, set, wait, world } = await emptySet(open)
    const { link, url } = await create({ type: 'fill', set: set.slug, columns: ['nom'] })
    await stranger.post(`${url}/rows`, { key: 'k1', cells: { nom: 'Mairie' } })
    const [card] = await hands.get<LinkCard[]>(`/links?set=${set.slug}`)
    expect(card).toMatchObject({ id: link.id, uses: 1, setTitle: 'Défibrillateurs', lastUsedAt: expect.any(String) })
    const secret = url.split('/').at(-1)!
    expect(JSON.stringify([card, await world.db.selectFrom('link').selectAll().execute()])).not.toContain(secret)
    const other = await create({ type: 'fill', set: set.slug, columns: ['nom'] })
    expect((await hands.browser.delete(`/api/atelier/links/${link.id}`)).statusCode).toBe(204)
    const refusal = async (address: string) => {
      const answer = await stranger.get(address)
      return [answer.statusCode, answer.json().message]
    }
    expect(await refusal(url)).toEqual([410, expect.stringContaining('fermé par la mairie')])
    expect((await stranger.post(`${url}/rows`, { key: 'k2', cells: { nom: 'x' } })).statusCode).toBe(410)
    wait(30 * DAY)
    expect(await refusal(other.url)).toEqual([410, expect.stringContaining('plus valable')])
    expect(await refusal(`${url}x`)).toEqual([404, expect.stringContaining('n’existe pas')])
    const { entries } = await hands.get<JournalPage>('/journal')
    expect(entries.map(({ act }) => act)).toEqual(expect.arrayContaining(['create-link', 'revoke-link', 'add-row']))
  })

  test('a link gives no session, and a session of the town is not asked', async () => {
    const test = await openApp(await open(), { where: 'remote' })
    await startEpone(test)
    const agent = await signedInAs(test, 'agent')
    const set = (await agent.post('/api/atelier/sets', { title: 'Lieux', model: 'schema-dae' })).json() as SetState
    const scope = { type: 'fill', set: set.slug, columns: ['nom'] }
    const link = (await agent.post('/api/atelier/links', { scope, label: 'Claire' })).json() as NewLink
    expect(link.address).toMatch(/^https:\/\/carnet\.epone\.fr\/atelier\/lien\/[\w-]{43}$/)
    const claire = test.browser()
    const answer = await claire.get(`/api/link/${link.address.split('/').at(-1)}`)
    expect([answer.statusCode, claire.cookies.size]).toEqual([200, 0])
    expect((await claire.get('/api/atelier/home')).statusCode).toBe(401)
    const reader = await signedInAs(test, 'reader')
    expect((await reader.get('/api/atelier/links')).statusCode).toBe(403)
  })
})

describe('links that look at the table', () => {
  const open = storesOf('sqlite')

  test('to complete: the empty cells of the columns asked, answered one by one, and no other cell', async () => {
    const { create, stranger, hands, set } = await withFile(open)
    const { url } = await create({ type: 'complete', set: set.slug, columns: ['etat', 'mnt_rais'] })
    const page = (await stranger.get(url)).json() as LinkPage
    expect(page.fields.map(({ name }) => name).sort()).toEqual(['etat', 'mnt_rais'])
    expect(page).not.toHaveProperty('table')
    const [first] = page.questions!
    expect(new Set(page.questions!.map(({ column }) => column))).toEqual(new Set(['etat', 'mnt_rais']))
    expect(first!.rowName).not.toBe('')
    const reply = (to: string, change: object = {}) => {
      const { hand, row, column, value } = { ...first!, ...change }
      return stranger.post(`${url}/answers`, { key: `k-${to}`, hand, cells: [{ row, column, seen: value, to }] })
    }
    expect((await reply('Actif')).statusCode).toBe(204)
    const left = ((await stranger.get(url)).json() as LinkPage).questions!
    expect(left).toHaveLength(page.questions!.length - 1)
    expect((await reply('x', { column: 'nom' })).statusCode).toBe(403)
    expect((await reply('x', { row: { key: { '#': 'nowhere' } } })).statusCode).toBe(409)
    expect((await reply('x', { hand: 'elsewhere' })).statusCode).toBe(409)
    const { steps } = await hands.get<SetState>(`/sets/${set.slug}`)
    expect(steps.at(-1)?.step).toMatchObject({ corrections: [{ column: first!.column, to: 'Actif' }] })
  })

  test('two people answer the same question: both answers are kept, for a person to choose', async () => {
    const { create, stranger, hands, set } = await withFile(open)
    const { url } = await create({ type: 'complete', set: set.slug, columns: ['mnt_rais'] })
    const [question] = ((await stranger.get(url)).json() as LinkPage).questions!
    const { hand, row, column, value: seen } = question!
    const cells = (to: string) => [{ row, column, seen, to }]
    await hands.post(`/sets/${set.slug}/acts`, {
      acts: [{ key: 'a', act: { type: 'cells', hand, cells: cells('Cardia') } }],
    })
    expect((await stranger.post(`${url}/answers`, { key: 'b', hand, cells: cells('Pulsa') })).statusCode).toBe(204)
    expect((await hands.get<SetState>(`/sets/${set.slug}`)).conflicts).toMatchObject([
      {
        kept: { value: 'Cardia' },
        other: { value: 'Pulsa', by: 'Claire, services techniques' },
      },
    ])
  })

  test('to approve: the table as it would be opened, then yes, no or a remark, dated', async () => {
    const { create, stranger, hands, set, wait } = await withFile(open)
    const { url } = await create({ type: 'approve', set: set.slug }, 'Mme la maire')
    const page = (await stranger.get(url)).json() as LinkPage
    expect(page.table!.rows).toHaveLength(11)
    const model = page.fields.map(({ name }) => name)
    expect(page.table!.columns.every(column => model.includes(column))).toBe(true)
    const say = (body: object) => stranger.post(`${url}/verdict`, body)
    expect((await say({ key: '1', verdict: 'no' })).statusCode).toBe(400)
    expect((await say({ key: '2', verdict: 'remark', remark: 'Où est celui du stade ?' })).statusCode).toBe(204)
    wait(DAY)
    expect((await say({ key: '3', verdict: 'yes' })).statusCode).toBe(204)
    expect((await say({ key: '3', verdict: 'yes' })).statusCode).toBe(204)
    const { verdicts } = (await stranger.get(url)).json() as LinkPage
    expect(verdicts).toEqual([
      { at: expect.stringMatching(/^2026-03-03/), verdict: 'yes' },
      { at: expect.stringMatching(/^2026-03-02/), verdict: 'remark', remark: 'Où est celui du stade ?' },
    ])
    const { entries } = await hands.get<JournalPage>('/journal')
    expect(entries[0]).toMatchObject({ by: 'Mme la maire', note: 'Oui, ces données peuvent être ouvertes' })
    expect((await say({ key: '4', verdict: 'maybe' })).statusCode).toBe(400)
    expect((await stranger.post(`${url}/rows`, { key: '5', cells: { nom: 'x' } })).statusCode).toBe(403)
  })

  test('to read: the table, and nothing to do', async () => {
    const { create, stranger, set } = await withFile(open)
    const { url } = await create({ type: 'read', set: set.slug })
    const page = (await stranger.get(url)).json() as LinkPage
    expect(page.table!.rows).toHaveLength(11)
    expect(page).not.toHaveProperty('verdicts')
    expect((await stranger.post(`${url}/verdict`, { key: 'k', verdict: 'yes' })).statusCode).toBe(403)
  })
})
