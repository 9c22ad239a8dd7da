import { expect, test } from 'vitest'
import { loadRegistry } from '../../adapters/models/load.ts'
import { advise } from './advise.ts'
import { BY_THEME } from './by-theme.ts'
import type { FicheContext } from './context.ts'
import { FICHE_FIELDS } from './fiche.ts'
import { prefill } from './prefill.ts'
import { QUESTIONS } from './questions.ts'
import { readFicheValue } from './read-value.ts'
import { ROW_OF_MODEL } from './row-of-model.ts'

const registry = loadRegistry()
const CONTEXT: FicheContext = {
  title: 'Liste des DAE',
  town: { insee: '78217', name: 'Épône' },
  model: registry.find('schema-dae')!,
  theme: {
    slug: 'dae',
    title: 'Défibrillateurs (DAE)',
    why: 'Sauver des vies.',
    holder: 'Les services techniques, ou l’entreprise qui entretient les appareils',
  },
  steps: [{ id: 'm', step: { type: 'normalise', column: 'tel1', kind: 'phone' }, reason: '' }],
  sources: [{ name: 'dae.xlsx', sentAt: '2021-02-03T09:00:00.000Z', department: 'Service animation' }],
  byHand: 1,
  coverage: {
    rows: 3,
    columns: ['nom', 'adr_voie'],
    communes: ['78217'],
    osm: [],
    temporal: { from: '2019-01-01', to: '2020-12-31' },
    box: [1.79, 48.95, 1.81, 48.97],
  },
  protections: [],
}

test('what the model, the history, the town and the data already say', () => {
  const fiche = prefill(CONTEXT)
  expect(fiche).toMatchObject({
    title: 'Défibrillateurs de la ville d’Épône, 2019-2020',
    producer: 'Commune d’Épône',
    purpose: 'Sauver des vies.',
    collection:
      'Un fichier Excel reçu de « Service animation » le 3 février 2021.\nUne ligne saisie ou relevée sur place par les services.',
    licence: 'lov2',
    temporal: { from: '2019-01-01', to: '2020-12-31' },
    spatial: { insee: '78217', name: 'Épône', box: [1.79, 48.95, 1.81, 48.97] },
    granularity: 'un défibrillateur',
    keywords: ['défibrillateurs', 'DAE', 'santé', 'secours', 'Épône'],
  })
  expect(fiche.description).toMatch(
    /^Où sont les défibrillateurs.* Chaque ligne décrit un défibrillateur\. On y trouve : /,
  )
  expect(fiche.description).not.toContain('Norme nationale')
})

test('what only a person knows is not made up', () => {
  const fiche = prefill(CONTEXT)
  expect([fiche.frequency, fiche.contact]).toEqual([undefined, undefined])
  expect(advise('frequency', undefined, CONTEXT)).toMatchObject({ take: 'annual' })
  expect(prefill({ ...CONTEXT, contact: { name: 'Mairie', mail: 'mairie@x.fr' } }).contact?.name).toBe('Mairie')
})

test('what Carnet proposes could have been written by a person, for every model', () => {
  for (const model of registry.list())
    for (const [field, value] of Object.entries(prefill({ ...CONTEXT, model })))
      expect(readFicheValue(field as keyof typeof QUESTIONS, value)).toEqual({ value })
})

test('every model of the package says what its row is, every theme its uses', () => {
  expect(Object.keys(ROW_OF_MODEL).sort()).toEqual(
    registry
      .list()
      .map(({ id }) => id)
      .sort(),
  )
  for (const words of Object.values(BY_THEME)) expect(words.keywords.length).toBeGreaterThan(1)
  expect(Object.keys(QUESTIONS).sort()).toEqual([...FICHE_FIELDS].sort())
})

test('a source that names OpenStreetMap, a firm or another administration: the licence is asked', () => {
  const osm = { ...CONTEXT, sources: [{ name: 'export OSM.csv', sentAt: '2021-02-03T09:00:00.000Z' }] }
  expect(prefill(osm).licence).toBeUndefined()
  expect(advise('licence', undefined, osm)).toMatchObject({ take: 'odc-odbl' })
  expect(advise('licence', 'odc-odbl', osm)).toBeUndefined()
  const firm = { ...CONTEXT, sources: [{ name: 'syndicat énergie.xlsx', sentAt: '2021-02-03T09:00:00.000Z' }] }
  expect(prefill(firm).licence).toBeUndefined()
  expect(advise('licence', undefined, firm)?.sentence).toContain('L321-2')
  expect(advise('licence', 'lov2', CONTEXT)?.sentence).toContain('hors de la mairie')
})

test('a box that does not hold what it asks for: what was read, what was wanted', () => {
  const refused = (field: keyof typeof QUESTIONS, value: unknown) => {
    const read = readFicheValue(field, value)
    return 'refused' in read ? read.refused : read.value
  }
  expect(refused('frequency', 'souvent')).toBe(
    'Mise à jour : j’ai lu « souvent » ; j’attendais une des réponses proposées.',
  )
  expect(refused('title', '')).toContain('j’ai lu une case vide')
  expect(refused('contact', { name: 'Mairie', mail: 'mairie' })).toContain('j’attendais un service et une adresse')
  expect(refused('temporal', { from: '2021-02-30', to: '2021-03-01' })).toContain('deux jours')
  expect(refused('temporal', { from: '2021-03-02', to: '2021-03-01' })).toContain('deux jours')
  expect(refused('description', 'a'.repeat(5001))).toContain('5001 signes')
  expect(refused('title', '  Arbres\u0000 de\n Brive ')).toBe('Arbres de Brive')
  expect(refused('keywords', ['a', ' a ', ''])).toEqual(['a'])
})
