import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { openApp } from '../server/app-for-tests.ts'
import { handsOf } from '../server/hands-for-tests.ts'
import { storesOf } from '../store/stores-for-tests.ts'
import { call } from './call-for-tests.ts'

const open = storesOf('sqlite')
const LIST = 'Nom;Ville\r\nBoulangerie Léa;Épône\r\n"Le ""Bar""";Épône\r\n'
const HOLIDAYS = 'Jour;Fermé\r\nlundi;oui\r\n'

test('a whole town in one archive: tables, files as they came, recipes, journal', async () => {
  const store = await open()
  const test = await openApp(store)
  const hands = handsOf(test)
  await hands.post('/start', { insee: '78217', name: 'Anne' })
  const { slug } = await hands.post<{ slug: string }>('/sets', { title: 'Commerces', model: 'carnet-commerces' })
  await hands.post('/sets', { title: 'Vide', model: 'dae' })
  const [list] = await hands.upload('liste.csv', LIST)
  await hands.upload('congés.csv', HOLIDAYS)
  await hands.post(`/sets/${slug}/sources`, { upload: list!.id })
  await hands.settled(slug)
  const csv = (await hands.browser.get(`/api/atelier/sets/${slug}/export/csv`)).body

  const path = join(store.folder, 'ville.zip')
  const said = await call('export', store.folder, path)
  expect([said.err, said.code]).toEqual(['', 0])
  expect(said.out).toContain('2 jeux de données, 2 fichiers.')
  const zip = unzipSync(readFileSync(path))
  const text = (name: string) => new TextDecoder().decode(zip[name])
  expect(text(`jeux/${slug}/table.csv`)).toBe(csv)
  expect(csv).toContain('Boulangerie Léa')
  expect(text(`jeux/${slug}/sources/liste.csv`)).toBe(LIST)
  expect(text('fichiers-sans-jeu/congés.csv')).toBe(HOLIDAYS)
  expect(JSON.parse(text(`jeux/${slug}/recette.json`))).toMatchObject({ version: 1, model: 'carnet-commerces' })
  const [resource] = JSON.parse(text('datapackage.json')).resources
  expect(resource).toMatchObject({ name: slug, path: `jeux/${slug}/table.csv` })
  const titles = csv.split('\r\n')[0]!.split(',')
  expect(resource.schema.fields.map(({ name }: { name: string }) => name)).toEqual(titles)
  const entries = text('journal.jsonl').trimEnd().split('\n')
  expect(entries.map(line => JSON.parse(line).seq)).toEqual(entries.map((_, n) => n + 1))

  const taken = join(store.folder, 'reprise')
  const back = await call('import', path, taken)
  expect([back.err, back.code]).toEqual(['', 0])
  expect(back.out).toContain('Épône (78217) est reprise')
  const again = join(store.folder, 'encore.zip')
  expect((await call('export', taken, again)).out).toContain('2 jeux de données, 2 fichiers.')
  expect(Object.keys(unzipSync(readFileSync(again)))).toEqual(Object.keys(zip))
  expect((await call('import', path, taken)).err).toContain('n’est pas vide')
  expect((await call('import', join(taken, 'carnet.db'), join(store.folder, 'b'))).err).toContain('zip entier')
  expect(existsSync(join(store.folder, 'b'))).toBe(false)
})

test('a data folder without a town, or with another, is told in a sentence', async () => {
  const { folder, world } = await open()
  expect((await call('export', folder, join(folder, 'a.zip'))).err).toContain('aucune commune')
  const town = { siret: null, example: 0, created_at: world.now() }
  for (const [insee, name] of [['78217', 'Épône'] as const, ['78531', 'Rosny-sur-Seine'] as const])
    await world.db
      .insertInto('town')
      .values({ insee, name, ...town })
      .execute()
  expect((await call('export', folder, join(folder, 'a.zip'))).err).toContain('78217 (Épône), 78531 (Rosny-sur-Seine)')
  expect((await call('export', folder, join(folder, 'a.zip'), '--insee', '01001')).err).toContain('01001')
  expect((await call('export', folder, join(folder, 'b.zip'), '--insee', '78531')).code).toBe(0)
})
