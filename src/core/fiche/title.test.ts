import { describe, expect, test } from 'vitest'
import { adviseTitle, periodOf, proposeTitle, thingOf } from './title.ts'

const BRIVE = { insee: '19031', name: 'Brive' }
const about = (title: string, more: Partial<Parameters<typeof proposeTitle>[0]> = {}) => ({
  title,
  town: BRIVE,
  sources: [{ name: 'x.csv', sentAt: '2019-05-02T08:00:00.000Z' }],
  ...more,
})
const dated = (from: string, to: string) => ({ rows: 1, columns: [], communes: [], osm: [], temporal: { from, to } })

test('what a title is about, without its packaging', () => {
  expect(thingOf('Fichier_DAE v2.xlsx')).toBe('Défibrillateurs')
  expect(thingOf('Liste des commerces 2021')).toBe('Commerces')
  expect(thingOf('Tableau de l’éclairage public (final)')).toBe('Éclairage public')
  expect(thingOf('HORAIRES DES CARS')).toBe('Horaires des autobus')
  expect(thingOf('Base de données')).toBe('Base de données')
  expect(thingOf('Stationnements vélos')).toBe('Stationnements vélos')
})

test('the thing, the town, the period', () => {
  const coverage = dated('2018-09-01', '2019-08-31')
  expect(proposeTitle(about('Horaires des cars', { coverage }))).toBe(
    'Horaires des autobus de la ville de Brive, 2018-2019',
  )
  const havre = { insee: '76351', name: 'Le Havre' }
  expect(proposeTitle(about('Liste des arbres du Havre', { town: havre }))).toBe('Arbres de la ville du Havre, 2019')
})

describe('period', () => {
  const received = (year: string) => [{ name: 'x.csv', sentAt: `${year}-01-02T08:00:00.000Z` }]
  test.each([
    ['one year', dated('2021-01-01', '2021-12-31'), '2021', '2021'],
    ['a few years', dated('2018-01-01', '2021-12-31'), '2021', '2018-2021'],
    ['a list whose oldest thing is old says today', dated('1890-01-01', '2020-12-31'), '2021', '2021'],
    ['and the data itself when it is later', dated('1890-01-01', '2022-12-31'), '2021', '2022'],
  ])('%s', (_, coverage, year, said) => {
    expect(periodOf({ coverage, sources: received(year) })).toBe(said)
  })
  test('nothing to tell it by', () => expect(periodOf({ sources: [] })).toBeUndefined())
})

describe('advice', () => {
  test('a short form that nobody knows is not proposed back', () => {
    const advice = adviseTitle('Liste des BAL', about('Boîtes à livres'))
    expect(advice?.sentence).toContain('« BAL »')
    expect(advice?.take).toBe('Boîtes à livres de la ville de Brive, 2019')
  })
  test('the title of the national guide has nothing to mend', () => {
    expect(adviseTitle('Horaires des autobus de la ville de Brive, 2018-2019', about(''))).toBeUndefined()
    expect(adviseTitle('Prénoms des enfants nés à Brive en 2020', about(''))).toBeUndefined()
  })
  test.each([
    ['Horaires des cars', ['« cars »', 'quelle ville', 'quelle année']],
    ['Liste des commerces de Brive 2021', ['ce dont parlent les données']],
    ['Fichier des DAE de Brive 2021', ['ce dont parlent les données', '« DAE »']],
    ['commerces_brive_2021_v2.xlsx', ['nom d’un fichier']],
    ['Tableau des subventions', ['ce dont parlent', 'quelle ville', 'quelle année']],
    ['Commerces de Brive', ['quelle année']],
    ['Commerces, 2021', ['quelle ville']],
  ])('%s', (title, faults) => {
    const advice = adviseTitle(title, about(''))
    for (const fault of faults) expect(advice?.sentence).toContain(fault)
    expect(adviseTitle(advice!.take, about(''))).toBeUndefined()
  })
})
