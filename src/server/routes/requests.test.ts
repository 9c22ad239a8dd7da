import { expect, test, vi } from 'vitest'
import { CERTIFICATE } from '../../adapters/mail/certificate-for-tests.ts'
import { smtpMailer } from '../../adapters/mail/smtp.ts'
import { startMailServer, textOf } from '../../adapters/mail/smtp-server-for-tests.ts'
import { loadRegistry } from '../../adapters/models/load.ts'
import type { LinkPage } from '../../contract/link.ts'
import type { Mailing, MailingPage, Requests } from '../../contract/requests.ts'
import type { Home, JournalPage, SetState } from '../../contract/sets.ts'
import { describeStores, storesOf, type TestStore } from '../../store/stores-for-tests.ts'
import { sendDue } from '../../town/letters/due.ts'
import { requestHooks } from '../../town/requests/reminders.ts'
import { collectionSheet } from '../../writers/collection-sheet/collection-sheet.ts'
import { textCell } from '../../writers/sheets/workbook.ts'
import { workbookToXlsx } from '../../writers/xlsx/workbook-to-xlsx.ts'
import { openApp, startEpone } from '../app-for-tests.ts'
import { handsOf, multipart } from '../hands-for-tests.ts'
import { letterWorld } from './letters.ts'

const DAY = 24 * 60 * 60_000
const CLAIRE = { name: 'Claire, services techniques', mail: 'claire@exemple.fr' }

async function start(open: () => Promise<TestStore>) {
  const server = await startMailServer()
  const mailer = smtpMailer({
    url: `smtp://localhost:${server.port}`,
    from: 'Carnet <carnet@exemple.fr>',
    ca: CERTIFICATE,
  })
  const tested = await openApp(await open(), { mailer })
  await startEpone(tested)
  await tested.app.ready()
  const hands = handsOf(tested)
  const set = await hands.post<SetState>('/sets', { title: 'Défibrillateurs', model: 'schema-dae' })
  const world = letterWorld(tested.world)
  const ask = (body: object) => hands.post<MailingPage>('/requests', { to: CLAIRE, sets: [{ set: set.slug }], ...body })
  const shownOf = ({ letters }: MailingPage) => Object.fromEntries(letters.map(({ id, version }) => [id, version]))
  return {
    ...tested,
    ...{ hands, set, ask, server, stranger: tested.browser() },
    send: (page: MailingPage) => hands.post<MailingPage>(`/requests/${page.id}/send`, { shown: shownOf(page) }),
    sweep: () => sendDue(world, requestHooks(world)),
    mailed: async () => textOf(await server.received()),
    linkIn: (text: string) => `/api/link/${/\/lien\/([\w-]+)/.exec(text)![1]}`,
    look: (page: Mailing) => hands.get<MailingPage>(`/requests/${page.id}`),
  }
}

describeStores('requests', open => {
  test('a form asked by mail: shown, sent, opened, reminded word for word, answered, not reminded any more', async () => {
    const { ask, send, sweep, mailed, linkIn, look, stranger, hands, wait, set, world } = await start(open)
    const draft = await ask({ kind: 'form', everyDays: 7 })
    expect(draft.requests).toMatchObject([{ state: 'to-send', kind: 'form', set: { slug: set.slug } }])
    expect(draft.letters.map(({ kind, state }) => [kind, state])).toEqual([
      ['form', 'to-review'],
      ['reminder-1', 'to-review'],
      ['reminder-2', 'to-review'],
    ])
    // A copy of the database opens nothing.
    const kept = JSON.stringify([
      await world.db.selectFrom('letter').selectAll().execute(),
      await world.db.selectFrom('request').selectAll().execute(),
    ])
    const secret = /\/lien\/([\w-]+)/.exec(draft.letters[0]!.body)![1]!
    expect(kept).not.toContain(secret)
    const sent = await send(draft)
    expect(sent).toMatchObject({ requests: [{ state: 'sent' }], nextAt: '2026-03-09T07:30:00.000Z' })
    const first = await mailed()
    expect(first.replaceAll('\r\n', '\n').trim()).toBe(draft.letters[0]!.body)
    const url = linkIn(first)
    expect((await hands.get<Home>('/home')).waiting[0]).toMatchObject({
      who: CLAIRE.name,
      what: 'doit remplir « Défibrillateurs »',
      href: `/atelier/demandes/${draft.id}`,
    })
    wait(8 * DAY)
    expect(await Promise.all([sweep(), sweep()])).toEqual(expect.arrayContaining([0, 1]))
    const reminder = await mailed()
    expect(reminder.replaceAll('\r\n', '\n').trim()).toBe(draft.letters[1]!.body)
    expect(await look(draft)).toMatchObject({ reminders: 1, requests: [{ state: 'reminded' }] })
    const page = (await stranger.get(url)).json() as LinkPage
    expect(page).toMatchObject({ type: 'fill', asked: true })
    expect((await look(draft)).requests[0]).toMatchObject({ state: 'opened' })
    const [field] = page.fields
    expect((await stranger.post(`${url}/rows`, { key: 'k', cells: { [field!.name]: 'x' } })).statusCode).toBe(204)
    const answered = await look(draft)
    expect(answered.requests[0]).toMatchObject({ state: 'answered', answer: { type: 'rows' } })
    expect(answered.nextAt).toBeUndefined()
    wait(30 * DAY)
    expect(await sweep()).toBe(0)
    const { entries } = await hands.get<JournalPage>('/journal')
    const notes = entries.map(({ note }) => note).join('\n')
    expect(notes).toContain('Demande envoyée à Claire, services techniques : « Défibrillateurs »')
    expect(notes).toContain('le même texte partira tous les 7 jours')
    expect(notes).toContain('1re relance')
    expect(notes).not.toContain('claire@exemple.fr')
  })
})

const open = storesOf('sqlite')

/** What two services send back: the sheet with a line written under its helper lines, in each one's part. */
async function filledSheet(lines: Readonly<Record<string, readonly string[]>>): Promise<Uint8Array> {
  const workbook = collectionSheet(loadRegistry().find('schema-dae')!, Object.keys(lines))
  const sheets = workbook.sheets.map(sheet => {
    const line = lines[sheet.name]
    return line
      ? { ...sheet, rows: [...sheet.rows, { cells: line.map(text => textCell(text)), look: 'data' as const }] }
      : sheet
  })
  return workbookToXlsx({ ...workbook, sheets })
}

test('reminders stop by themselves; absence puts them off; a rhythm may change; a request is closed', async () => {
  const { ask, send, sweep, look, hands, wait, server } = await start(open)
  const draft = await ask({ kind: 'holder', everyDays: 2 })
  await send(draft)
  const change = (body: object) => hands.patch<MailingPage>(`/requests/${draft.id}`, body)
  expect(await change({ absentUntil: '2026-03-15' })).toMatchObject({ nextAt: '2026-03-17T07:30:00.000Z' })
  wait(10 * DAY)
  expect(await sweep()).toBe(0)
  let left = 0
  for (let days = 0; days < 40; days++) {
    wait(DAY)
    left += await sweep()
  }
  expect(left).toBe(4)
  expect(await look(draft)).toMatchObject({ reminders: 4, requests: [{ state: 'reminded' }] })
  for (let n = 0; n < 5; n++) await server.received()
  const other = await ask({ kind: 'holder', everyDays: 7 })
  await send(other)
  const [one] = other.requests
  await hands.post(`/requests/one/${one!.id}/answer`, { type: 'closed', words: 'Vu avec elle' })
  wait(30 * DAY)
  expect(await sweep()).toBe(0)
  const never = await ask({ kind: 'holder' })
  const url = `/api/link/${/\/lien\/([\w-]+)/.exec(never.letters[0]!.body)![1]}`
  const given = await hands.post<MailingPage>(`/requests/one/${never.requests[0]!.id}/answer`, { type: 'closed' })
  expect(given.letters.map(({ state }) => state)).toEqual(['dropped', 'dropped', 'dropped'])
  expect((await hands.browser.get(url)).statusCode).toBe(410)
})

test('nothing leaves that was not shown, and words are kept for the next time, without the person or her links', async () => {
  const { ask, hands, mailed, send } = await start(open)
  const draft = await ask({ kind: 'form' })
  const [first] = draft.letters
  const mine = `${first!.body.replace('Bonjour', 'Chère')}\n\nPS : merci !`
  await hands.patch(`/letters/${first!.id}`, { seen: first!.version, body: mine })
  const shown = Object.fromEntries(draft.letters.map(({ id, version }) => [id, version]))
  const refused = await hands.browser.post(`/api/atelier/requests/${draft.id}/send`, { shown })
  expect([refused.statusCode, refused.json().message]).toEqual([409, expect.stringContaining('a changé depuis')])
  const answer = await hands.browser.ask('PUT', `/api/atelier/requests/words/${first!.id}`, {
    payload: { subject: first!.subject, body: mine },
  })
  expect(answer.statusCode).toBe(204)
  const paul = await ask({ kind: 'form', to: { name: 'Paul, piscine', mail: 'paul@exemple.fr' } })
  const [his] = paul.letters
  expect(his!.body).toMatch(/^Chère Paul, piscine,[\s\S]*PS : merci !$/)
  expect(his!.body).not.toContain('Claire')
  expect(/\/lien\/([\w-]+)/.exec(his!.body)![1]).not.toBe(/\/lien\/([\w-]+)/.exec(mine)![1])
  await send(paul)
  expect(await mailed()).toContain('Chère Paul, piscine,')
})

test('questions gathered in one mail; those of one list answered, the reminder speaks of the other alone', async () => {
  const { hands, set, stranger, ask, send, mailed, sweep, wait, look } = await start(open)
  const dae = 'nom,lat_coor1,long_coor1\nMairie,48.9,1.8\nGymnase,,\n'
  const [file] = await hands.paste(dae.replaceAll(',', '\t'))
  await hands.post(`/sets/${set.slug}/sources`, { upload: file!.id })
  await hands.settled(set.slug)
  const other = await hands.post<SetState>('/sets', { title: 'Autres défibrillateurs', model: 'schema-dae' })
  const [more] = await hands.paste(`${dae.replaceAll(',', '\t')}Stade\t\t\n`)
  await hands.post(`/sets/${other.slug}/sources`, { upload: more!.id })
  await hands.settled(other.slug)
  const sets = [set, other].map(({ slug }) => ({ set: slug, columns: ['lat_coor1'] }))
  const draft = await ask({ kind: 'questions', sets })
  expect(draft.letters[0]!.subject).toBe('Vous avez 3 questions sur 2 listes')
  await send(draft)
  const text = await mailed()
  const urls = [...text.matchAll(/\/lien\/([\w-]+)/g)].map(([, token]) => `/api/link/${token}`)
  expect(urls).toHaveLength(2)
  const page = (await stranger.get(urls[0]!)).json() as LinkPage
  const [question] = page.questions!
  const { hand, row, column, value } = question!
  const cells = [{ row, column, seen: value, to: '48.95' }]
  expect((await stranger.post(`${urls[0]}/answers`, { key: 'a', hand, cells })).statusCode).toBe(204)
  const states = (await look(draft)).requests.map(({ set, state }) => [set.title, state])
  expect(states).toEqual([
    ['Défibrillateurs', 'answered'],
    ['Autres défibrillateurs', 'sent'],
  ])
  wait(8 * DAY)
  expect(await sweep()).toBe(1)
  const reminder = await mailed()
  expect(reminder).toContain('- Autres défibrillateurs')
  expect(reminder).not.toContain('- Défibrillateurs')
  expect([...reminder.matchAll(/\/lien\//g)]).toHaveLength(1)
})

test('a sheet for two services goes by mail, comes back by the link and by the town: a source without its helper lines', async () => {
  const { hands, set, stranger, ask, send, server, linkIn, look } = await start(open)
  const draft = await ask({ kind: 'sheet', departments: ['Technique', 'Sports'] })
  expect(draft.letters[0]!.attachments).toMatchObject([{ name: expect.stringContaining('feuille à remplir.xlsx') }])
  await send(draft)
  const mail = await server.received()
  expect(mail).toContain('openxmlformats-officedocument.spreadsheetml.sheet')
  const url = linkIn(textOf(mail.slice(mail.indexOf('Content-Type: text/plain'))))
  const blank = await stranger.get(`${url}/sheet`)
  expect(blank.statusCode).toBe(200)
  const filled = await filledSheet({ Technique: ['Mairie', '48.95'], Sports: ['Gymnase', '48.94'] })
  const heavy = await stranger.ask('POST', `${url}/file`, multipart([['lourd.csv', 'x'.repeat(26 * 1024 * 1024)]]))
  expect([heavy.statusCode, heavy.json().message]).toEqual([413, expect.stringContaining('dépasse 25 Mo')])
  const sent = await stranger.ask('POST', `${url}/file`, multipart([['retour.xlsx', filled]]))
  expect([sent.statusCode, sent.body]).toEqual([204, ''])
  await vi.waitFor(async () => expect((await hands.get<Home>('/home')).sets[0]?.sources).toBe(1), 60_000)
  await hands.settled(set.slug)
  expect(await look(draft)).toMatchObject({ requests: [{ state: 'answered', answer: { type: 'file' } }] })
  const csv = (await hands.browser.get(`/api/atelier/sets/${set.slug}/export/csv`)).body
  expect(
    csv
      .trim()
      .split('\n')
      .slice(1)
      .map(line => line.split(',').slice(0, 2)),
  ).toEqual([
    ['Mairie', '48.95'],
    ['Gymnase', '48.94'],
  ])
})

test('what one says instead of filling: somebody else, who is then asked; or it does not exist, and the wish says so', async () => {
  const { hands, set, stranger, ask, send, mailed, linkIn, look } = await start(open)
  const draft = await ask({ kind: 'holder' })
  await send(draft)
  const url = linkIn(await mailed())
  const reply = (body: object) => stranger.post(`${url}/reply`, body)
  expect((await reply({ key: 'a', type: 'later', until: '2026-04-01' })).statusCode).toBe(204)
  expect(await look(draft)).toMatchObject({ absentUntil: '2026-04-01', nextAt: '2026-04-03T07:30:00.000Z' })
  const someone = {
    key: 'b',
    type: 'someone-else',
    name: 'Paul',
    mail: 'paul@exemple.fr',
    words: 'il tient le fichier',
  }
  expect((await reply(someone)).statusCode).toBe(204)
  expect((await reply(someone)).statusCode).toBe(204)
  const [one] = (await look(draft)).requests
  expect(one).toMatchObject({ state: 'answered', answer: { type: 'someone-else', name: 'Paul' } })
  const to = { name: 'Paul', mail: 'paul@exemple.fr' }
  const passed = await hands.post<MailingPage>(`/requests/one/${one!.id}/pass`, { to })
  expect((await look(draft)).requests[0]).toMatchObject({
    state: 'passed',
    passedTo: { name: 'Paul', mailing: passed.id },
  })
  expect((await stranger.get(url)).statusCode).toBe(410)
  await send(passed)
  const his = linkIn(await mailed())
  expect((await stranger.post(`${his}/reply`, { key: 'c', type: 'nothing' })).statusCode).toBe(204)
  const { mailings } = await hands.get<Requests>('/requests')
  expect(mailings[0]!.requests[0]).toMatchObject({ state: 'nothing', answer: { type: 'nothing' } })
  const wishes = await hands.get<{ wishes: { slug: string; boxes: { box: string; on: boolean }[] }[] }>('/wishes')
  const box = wishes.wishes.find(({ slug }) => slug === set.slug)?.boxes.find(({ box }) => box === 'missing')
  expect(box).toMatchObject({ on: true, reason: expect.stringContaining('Paul') })
})

test('an approval waited for keeps the set ready; « sensible » closes it, and the wishlist gives the reason', async () => {
  const { hands, set, stranger, ask, send, mailed, linkIn } = await start(open)
  const draft = await ask({ kind: 'approval', to: { name: 'Mme la maire', mail: 'maire@exemple.fr' } })
  await send(draft)
  const home = await hands.get<Home>('/home')
  expect(home.sets[0]).toMatchObject({ awaiting: { who: 'Mme la maire' } })
  const url = linkIn(await mailed())
  const say = (body: object) => stranger.post(`${url}/verdict`, body)
  expect((await say({ key: 'a', verdict: 'sensitive' })).statusCode).toBe(400)
  expect((await say({ key: 'b', verdict: 'sensitive', remark: 'Accès de l’école' })).statusCode).toBe(204)
  const { wishes } = await hands.get<{ wishes: { slug: string; decision?: object }[] }>('/wishes')
  expect(wishes.find(({ slug }) => slug === set.slug)?.decision).toMatchObject({
    value: 'no',
    why: 'Sensible, ne pas ouvrir : Accès de l’école',
    by: 'Mme la maire',
  })
  expect((await hands.get<Home>('/home')).sets[0]).not.toHaveProperty('awaiting')
})

test('somebody without a mail: the text is given by hand, and she is waited for all the same', async () => {
  const { hands, ask } = await start(open)
  const draft = await ask({ kind: 'holder', to: { name: 'Le garde champêtre' } })
  const shown = { [draft.letters[0]!.id]: draft.letters[0]!.version }
  const refused = await hands.browser.post(`/api/atelier/requests/${draft.id}/send`, { shown })
  expect(refused.json().message).toContain('Aucune adresse n’est connue')
  const sent = await hands.post<MailingPage>(`/requests/${draft.id}/send`, { shown, byHand: true })
  expect(sent).toMatchObject({ requests: [{ state: 'sent' }] })
  expect(sent.nextAt).toBeUndefined()
})

test('more mails to the same person are shown before they leave: a reminder now, thanks, the news that it is published', async () => {
  const { ask, send, hands, mailed, look, server } = await start(open)
  const draft = await ask({ kind: 'form' })
  const more = (kind: string) => hands.post<MailingPage>(`/requests/${draft.id}/letters`, { kind })
  await send(draft)
  await server.received()
  const [reminder] = (await more('reminder')).letters.filter(({ kind }) => kind === 'reminder-now')
  expect(reminder).toMatchObject({ state: 'to-review', to: CLAIRE })
  expect(reminder!.body).toContain('/lien/')
  const read = { shown: reminder!.version }
  const gone = await hands.post<{ state: string }>(`/letters/${reminder!.id}/send`, read)
  expect(gone.state).toBe('sent')
  expect((await mailed()).replaceAll('\r\n', '\n').trim()).toBe(reminder!.body)
  const { id } = draft.requests[0]!
  await hands.post(`/requests/one/${id}/answer`, { type: 'done', words: 'Reçu par téléphone' })
  await expect(more('reminder')).rejects.toThrow('Plus rien n’est attendu de cette personne.')
  await expect(more('published')).rejects.toThrow('pas encore publiées')
  const thanks = (await more('thanks')).letters.find(({ kind }) => kind === 'thanks')!
  expect(thanks).toMatchObject({ state: 'to-review' })
  expect(thanks.body).toMatch(/merci/i)
  expect((await look(draft)).requests[0]).toMatchObject({ state: 'answered', answer: { words: 'Reçu par téléphone' } })
})
