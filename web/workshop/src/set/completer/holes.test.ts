import { describe, expect, test } from 'vitest'
import type { Town } from '../../../../../src/core/models/model.ts'
import { field, modelOf } from '../../../../../src/core/recipe/model-for-tests.ts'
import type { RecipeStep } from '../../../../../src/core/recipe/step.ts'
import { tableFromRows } from '../../../../../src/core/table/table.ts'
import { performed } from '../shared/acts-for-tests.ts'
import { fillWith, geocode, numberRows } from './hole-acts.ts'
import { holesOf, mandatoryCells } from './holes.ts'

const required = { constraints: { required: true } }
const model = modelOf(
  [
    field('nom', { role: 'name' }),
    field('id', { role: 'id', ...required }),
    field('categorie', { ...required, constraints: { required: true, enum: ['soin', 'repas'] } }),
    field('insee', { role: 'insee', ...required }),
    field('adresse', { role: 'address' }),
    field('note'),
    field('quartier'),
    field('metier'),
    field('latitude', { role: 'latitude' }),
    field('longitude', { role: 'longitude' }),
  ],
  { idRule: { field: 'id', pattern: '{insee}-P-{number:3}' } },
)
const town: Town = { insee: '78217', name: 'Épône', postcodes: ['78680'] }
const table = tableFromRows(
  ['nom', 'categorie', 'adresse', 'quartier', 'metier'],
  [
    ['Bar', '', '1 quai', 'Centre', 'bar'],
    ['Salon', 'soin', '', 'Centre', 'coiffeur'],
    ['Garage', 'soin', '2 quai', '', ''],
  ],
)
const steps: RecipeStep[] = [
  { id: 'a', step: { type: 'select-table' }, reason: '' },
  { id: 'b', step: { type: 'arrange', columns: ['nom'] }, reason: '' },
]
const holes = (more: { addresses?: boolean; steps?: RecipeStep[] } = {}) =>
  holesOf({ model, steps, table, town, addresses: false, ...more })
const waysOf = (name: string, more = {}) => holes(more).find(one => one.field.name === name)?.ways

describe('what is missing', () => {
  test('mandatory columns first, full ones not at all', () => {
    expect(holes().map(({ field: { name }, empty }) => `${name} ${empty}`)).toEqual([
      'id 3',
      'categorie 1',
      'insee 3',
      'adresse 1',
      'note 3',
      'quartier 1',
      'metier 1',
      'latitude 3',
      'longitude 3',
    ])
    expect(mandatoryCells(model, table)).toEqual({ empty: 7, cells: 9 })
  })

  test('each column has its ways', () => {
    expect(waysOf('id')).toEqual([{ type: 'number', pattern: '{insee}-P-{number:3}' }])
    expect(waysOf('categorie')).toEqual([{ type: 'same', values: ['soin', 'repas'], closed: true }])
    expect(waysOf('insee')?.[0]).toMatchObject({ type: 'town', value: '78217' })
    expect(waysOf('adresse')).toEqual([])
    expect(waysOf('note')).toEqual([{ type: 'same', values: [], closed: false }])
  })

  test('the name of a row is its own; the operator’s may be the same everywhere, and what Carnet asks is a way', () => {
    const operated = modelOf([field('nom', { role: 'name' }), field('exploitant', { role: 'name' })])
    const asked: RecipeStep = {
      id: 'q',
      step: { type: 'add-constant', column: 'exploitant', value: 'Commune' },
      reason: 'Faut-il ?',
      off: true,
    }
    const empty = tableFromRows(['nom'], [['']])
    const [name, operator] = holesOf({ model: operated, steps: [asked], table: empty, addresses: false })
    expect(name?.ways).toEqual([])
    expect(operator?.ways.map(({ type }) => type)).toEqual(['town', 'same'])
  })

  test('the same everywhere: what most of the column says, never one of many', () => {
    expect(waysOf('quartier')).toEqual([{ type: 'same', values: ['Centre'], closed: false }])
    expect(waysOf('metier')).toEqual([])
  })

  test('coordinates: with the address file, without it, and once it has been asked', () => {
    expect(waysOf('latitude')).toEqual([{ type: 'no-addresses' }])
    const [way] = waysOf('latitude', { addresses: true }) ?? []
    expect(way).toEqual({ type: 'geocode', address: ['adresse'], into: 'lat-lon', columns: ['latitude', 'longitude'] })
    if (way?.type !== 'geocode') throw new Error('no way to geocode')
    const done = performed(steps, geocode({ steps, newId: () => 'g' }, way, 'adresses.csv'))
    expect(done.map(({ id }) => id)).toEqual(['a', 'g', 'b'])
    expect(waysOf('latitude', { addresses: true, steps: done })).toEqual([])
  })
})

describe('filling', () => {
  const known = { steps, newId: () => 'n' }

  test('a constant comes before the columns are put in order; said again, it changes', () => {
    const done = performed(steps, fillWith(known, 'insee', '78217'))
    expect(done.map(({ id }) => id)).toEqual(['a', 'n', 'b'])
    const again = performed(done, fillWith({ ...known, steps: done }, 'insee', '78218'))
    expect(again).toHaveLength(3)
    expect(again[1]?.step).toMatchObject({ value: '78218' })
  })

  test('a question about the same column is answered rather than doubled', () => {
    const asked: RecipeStep[] = [
      ...steps,
      { id: 'q', step: { type: 'add-constant', column: 'insee', value: '1' }, reason: 'Faut-il… ?', off: true },
    ]
    const done = performed(asked, fillWith({ ...known, steps: asked }, 'insee', '78217'))
    expect(done.at(-1)).toEqual({
      id: 'q',
      step: { type: 'add-constant', column: 'insee', value: '78217' },
      reason: 'Écrire « 78217 » dans les cases vides de « insee ».',
    })
  })

  test('ids are given once', () => {
    const done = performed(steps, numberRows(known, 'id', 'P-{number:3}', '78217'))
    expect(done[1]?.step).toMatchObject({ type: 'generate-ids', insee: '78217' })
    expect(numberRows({ ...known, steps: done }, 'id', 'P-{number:3}', '78217')).toEqual([])
  })
})
