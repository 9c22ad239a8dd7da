import { expect, test, vi } from 'vitest'
import type { ModelChoice, SetState, Theme } from '../../contract/sets.ts'
import type { Model } from '../../core/models/model.ts'
import { storesOf } from '../../store/stores-for-tests.ts'
import { openApp, startEpone } from '../app-for-tests.ts'
import { handsOf } from '../hands-for-tests.ts'

// Real files are read and prepared, beside whatever else this machine does.
vi.setConfig({ testTimeout: 180_000 })

const open = storesOf('sqlite')

const MADE = {
  title: 'Boîtes à livres',
  description: 'Où elles sont.',
  schema: {
    fields: [
      { name: 'nom', type: 'string', constraints: { required: true } },
      { name: 'places', type: 'integer' },
    ],
  },
  extra: { fields: { nom: { meaning: 'Le nom de la boîte.', synonyms: ['boite'] } } },
}

async function start() {
  const opened = await openApp(await open())
  await startEpone(opened)
  await opened.app.ready()
  return { ...opened, hands: handsOf(opened) }
}

test('a model made in the town is used like the others, and travels to another town as a file', async () => {
  const { app, hands, reported } = await start()
  const made = await hands.post<ModelChoice>('/models', MADE)
  expect(made).toEqual({
    id: 'ville-boites-a-livres',
    title: MADE.title,
    description: MADE.description,
    kind: 'town',
    fields: 2,
  })
  expect((await hands.get<ModelChoice[]>('/models')).at(-1)).toEqual(made)
  const model = await hands.get<Model>(`/models/${made.id}`)
  expect(model.fields[0]).toMatchObject({
    name: 'nom',
    meaning: 'Le nom de la boîte.',
    constraints: { required: true },
  })

  const { slug } = await hands.post<SetState>('/sets', { title: 'Boîtes', model: made.id })
  const [file] = await hands.upload('boites.csv', 'Boite;Places\nGare;20\n')
  await hands.post(`/sets/${slug}/sources`, { upload: file!.id })
  const set = await hands.settled(slug)
  expect(set.steps.map(({ step }) => step.type)).toContain('map')

  const shared = await hands.browser.get(`/api/atelier/models/${made.id}/file`)
  expect(shared.headers['content-disposition']).toContain('boites-a-livres.modele.json')
  const other = await start()
  const received = await other.hands.post<ModelChoice>('/models/import', JSON.parse(shared.body))
  expect(received).toEqual(made)
  expect(await other.hands.get(`/models/${received.id}`)).toEqual(model)
  const again = await other.hands.post<ModelChoice>('/models/import', JSON.parse(shared.body))
  expect(again.id).toBe('ville-boites-a-livres-2')
  expect(reported).toEqual([])
  await app.close()
  await other.app.close()
})

test('what is not a model is refused in a sentence', async () => {
  const { app, hands } = await start()
  const send = (body: object) => hands.browser.post('/api/atelier/models', body)
  const none = await send({ ...MADE, schema: { fields: [] } })
  expect([none.statusCode, none.json().message]).toEqual([422, expect.stringContaining('ne décrit aucune colonne')])
  const bad = await send({ ...MADE, extra: { fields: { nom: { meaning: 3 } } } })
  expect([bad.statusCode, bad.json().message]).toEqual([422, expect.stringContaining('mal écrit')])
  const national = await hands.browser.get('/api/atelier/models/schema-dae/file')
  expect(national.statusCode).toBe(409)
  expect((await hands.browser.get('/api/atelier/models/ville-inconnu')).statusCode).toBe(404)
  await app.close()
})

test('themes say what they are for and who holds the data', async () => {
  const { app, hands } = await start()
  const themes = await hands.get<Theme[]>('/themes')
  expect(themes.length).toBeGreaterThan(20)
  for (const theme of themes) expect([theme.why, theme.holder, theme.difficultyMeaning]).not.toContain('')
  await app.close()
})

test('a model of the town is renamed, put in the trash once no set follows it, and comes back', async () => {
  const { app, hands, reported } = await start()
  const { id } = await hands.post<ModelChoice>('/models', MADE)
  const titles = async () =>
    (await hands.get<ModelChoice[]>('/models')).filter(one => one.kind === 'town').map(one => one.title)
  await hands.patch(`/models/${id}`, { title: '  Boîtes de la ville ' })
  expect(await titles()).toEqual(['Boîtes de la ville'])
  const { slug } = await hands.post<SetState>('/sets', { title: 'Mes boîtes', model: id })
  expect((await hands.get<SetState>(`/sets/${slug}`)).model.title).toBe('Boîtes de la ville')
  const refused = await hands.browser.delete(`/api/atelier/models/${id}`)
  expect([refused.statusCode, refused.json().message]).toEqual([409, expect.stringContaining('« Mes boîtes » suit')])

  const other = await hands.post<ModelChoice>('/models', { ...MADE, title: 'Bancs' })
  await hands.remove(`/models/${other.id}`)
  expect(await titles()).toEqual(['Boîtes de la ville'])
  expect(await hands.get('/trash/models')).toMatchObject([{ id: other.id, title: 'Bancs' }])
  await hands.post(`/trash/models/${other.id}`, {})
  expect(await titles()).toEqual(['Bancs', 'Boîtes de la ville'])
  expect(await hands.get('/trash/models')).toEqual([])

  const national = await hands.browser.patch('/api/atelier/models/carnet-commerces', { title: 'À nous' })
  expect(national.statusCode).toBe(409)
  expect(reported).toEqual([])
  await app.close()
})
