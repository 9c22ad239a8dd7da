import { expect, test } from 'vitest'
import { createTown } from '../../people/town.ts'
import { storesOf } from '../../store/stores-for-tests.ts'
import { openApp, signedInAs, signIn, startEpone } from '../app-for-tests.ts'

const open = storesOf('sqlite')
const API = '/api/atelier'
const NEZEL = { insee: '78451', name: 'Zoé Petit', mail: 'zoe@nezel.fr' }
const DAYS = [{ day: '2026-03-09', title: 'Diagnostic', from: '09:30', to: '17:00' }]

async function opened() {
  const test = await openApp(await open(), { where: 'remote' })
  await startEpone(test)
  return { test, coach: await signedInAs(test, 'coach') }
}

test('a coach adds a town, reads it, and writes nothing there', async () => {
  const { test, coach } = await opened()
  const shown = (await coach.post(`${API}/coach/towns/letter`, NEZEL)).json()
  expect(shown).toMatchObject({ to: 'zoe@nezel.fr', subject: expect.stringContaining('pour Nézel') })
  const added = await coach.post(`${API}/coach/towns`, NEZEL)
  expect(added.statusCode).toBe(201)
  expect(added.json().towns.map(({ name, mine }: { name: string; mine: string }) => [name, mine])).toEqual([
    ['Épône', 'read'],
    ['Nézel', 'read'],
  ])
  await new Promise(resolve => setImmediate(resolve))
  expect(test.printed.at(-1)).toContain(shown.text.trim())
  expect((await coach.post(`${API}/town/choose`, { insee: '78451' })).statusCode).toBe(200)
  for (const [method, path, payload] of [
    ['POST', '/sets', { title: 'Liste', model: 'schema-dae' }],
    ['PUT', '/texts/carnet-de-bord%2F2026-03-02', { body: 'Moi', seen: 0 }],
    ['POST', '/reminders/dae/letter', {}],
    ['POST', '/reminders/dae/auto', { shown: 'x' }],
    ['POST', '/people', { name: 'A', mail: 'a@b.fr', role: 'agent' }],
  ] as const)
    expect((await coach.ask(method, API + path, { payload })).statusCode, path).toBe(403)
  expect((await coach.get(`${API}/logbook`)).statusCode).toBe(200)
  expect((await coach.get(`${API}/letters`)).statusCode).toBe(403)
})

test('a coach of one town sees nothing of another, nor of another coach', async () => {
  const { test, coach } = await opened()
  await createTown(test.world, test.world.communes, NEZEL)
  const zoe = await signIn(test, 'zoe@nezel.fr')
  const campaign = (await coach.post(`${API}/campaigns`, { title: 'Semaine', days: DAYS })).json().campaigns[0].id
  expect((await coach.get(`${API}/coach`)).body).not.toContain('Nézel')
  expect((await coach.post(`${API}/campaigns/${campaign}/towns`, { towns: ['78451'] })).statusCode).toBe(403)
  const board = (await zoe.get(`${API}/coach`)).json()
  expect(board).toMatchObject({ mayAdd: false, mayCampaign: false, campaigns: [], proposed: [] })
  const message = { to: 'joined', subject: 'a', body: 'b' }
  for (const [method, path, payload] of [
    ['GET', '/calendar', undefined],
    ['PATCH', '', { title: 'x', days: DAYS }],
    ['POST', '/end', {}],
    ['POST', '/answer', { answer: 'join' }],
    ['POST', '/message/letters', message],
    ['POST', '/message', { ...message, shown: ['x'] }],
  ] as const) {
    const answer = await zoe.ask(method, `${API}/campaigns/${campaign}${path}`, payload ? { payload } : {})
    expect(answer.statusCode, path).toBe(404)
  }
  expect((await zoe.post(`${API}/campaigns`, { title: 'Semaine', days: DAYS })).statusCode).toBe(403)
  expect((await zoe.post(`${API}/coach/towns`, { ...NEZEL, insee: '78551' })).statusCode).toBe(403)
})

test('a campaign is answered by the referent alone, and is a calendar', async () => {
  const { test, coach } = await opened()
  const agent = await signedInAs(test, 'agent')
  const anne = await signIn(test, 'anne@epone.fr')
  const { id } = (await coach.post(`${API}/campaigns`, { title: 'Semaine', days: DAYS })).json().campaigns[0]
  await coach.post(`${API}/campaigns/${id}/towns`, { towns: ['78217'] })
  expect((await agent.post(`${API}/campaigns/${id}/answer`, { answer: 'join' })).statusCode).toBe(403)
  const joined = await anne.post(`${API}/campaigns/${id}/answer`, { answer: 'join' })
  expect(joined.json().proposed).toMatchObject([{ title: 'Semaine', state: 'joined' }])
  const calendar = await agent.get(`${API}/campaigns/${id}/calendar`)
  expect(calendar.headers['content-type']).toBe('text/calendar; charset=utf-8')
  expect(calendar.headers['content-disposition']).toContain('Semaine.ics')
  expect(calendar.body).toContain('DTSTART;TZID=Europe/Paris:20260309T093000\r\n')
})

test('the logbook is taken away as Markdown and Word; a day that no calendar has is no text', async () => {
  const { test } = await opened()
  const anne = await signIn(test, 'anne@epone.fr')
  const markdown = await anne.get(`${API}/logbook/file/md`)
  expect(markdown.body).toMatch(/^# Carnet de bord, Épône\n\n## Lundi 2 mars 2026\n\n- Ouverture de Carnet/)
  const word = await anne.get(`${API}/logbook/file/docx`)
  expect(word.rawPayload.subarray(0, 2).toString()).toBe('PK')
  const never = `${API}/texts/carnet-de-bord%2F2026-02-30`
  expect((await anne.ask('PUT', never, { payload: { body: 'x', seen: 0 } })).statusCode).toBe(404)
  expect((await anne.get(`${API}/reminders`)).json()).toEqual({ reminders: [], without: [], sends: false })
})
