import { describe, expect, test } from 'vitest'
import type { Act } from '../../../../../src/contract/sets.ts'
import { field, modelOf } from '../../../../../src/core/recipe/model-for-tests.ts'
import { replay } from '../../../../../src/core/recipe/replay.ts'
import type { Sources } from '../../../../../src/core/recipe/sources.ts'
import type { RecipeStep } from '../../../../../src/core/recipe/step.ts'
import { tableFromRows } from '../../../../../src/core/table/table.ts'
import { performed } from '../shared/acts-for-tests.ts'
import { type FileColumn, isOpen, type Mapper, mapperOf } from './mapper.ts'
import { decideColumn, matchColumn, refuse } from './mapper-acts.ts'

const required = { constraints: { required: true } }
const model = modelOf([
  field('id', required),
  field('nom', required),
  field('commune', required),
  field('insee'),
  field('adresse'),
])
const late = (sheet: string) => ({
  source: 'tardif.xlsx',
  sheet,
  table: tableFromRows(
    ['Raison sociale', 'Ville', 'C/S/I'],
    [
      ['BAR DU PORT', 'EPONE', 'C'],
      ['GARAGE', 'EPONE', 'S'],
    ],
    { source: 'tardif.xlsx', sheet },
  ),
})
const sources: Sources = {
  tables: [
    {
      source: 'commerces.xlsx',
      table: tableFromRows(
        ['ENSEIGNE', 'Ville', 'Rue', 'Remarques'],
        [
          ['Boulangerie', 'Epône', '', 'à revoir'],
          ['Bar du port', '', '3 quai', ''],
        ],
        { source: 'commerces.xlsx' },
      ),
    },
    late('Centre'),
    late('Gare'),
  ],
}
const merge = (sheet: string): RecipeStep => ({
  id: `merge-${sheet}`,
  reason: '',
  step: {
    type: 'append',
    source: 'tardif.xlsx',
    sheet,
    columns: [{ from: 'Raison sociale', to: 'nom' }],
  },
})
const steps: RecipeStep[] = [
  { id: 'select', step: { type: 'select-table' }, reason: '' },
  { id: 'map', step: { type: 'map', columns: [{ from: 'ENSEIGNE', to: 'nom' }] }, reason: '' },
  {
    id: 'ask',
    step: { type: 'rename', from: 'Ville', to: 'commune' },
    reason: '« Ville » est-elle « commune » ?',
    off: true,
  },
  merge('Centre'),
  merge('Gare'),
  { id: 'insee', step: { type: 'add-constant', column: 'insee', value: '78217' }, reason: '' },
  { id: 'ids', step: { type: 'generate-ids', column: 'id', pattern: 'P-{number:3}' }, reason: '' },
  {
    id: 'extra',
    step: { type: 'drop', columns: ['Remarques', 'C/S/I', 'Rue'] },
    reason: 'Faut-il les retirer ?',
    off: true,
  },
  { id: 'order', step: { type: 'arrange', columns: model.fields.map(({ name }) => name) }, reason: '' },
]

const resultOf = (recipe: readonly RecipeStep[]) =>
  replay({ version: 1, model: 'essai', steps: recipe }, sources, { model }).table
const view = (recipe: readonly RecipeStep[]): Mapper =>
  mapperOf({ model, steps: recipe, sources, result: resultOf(recipe) })
const columnOf = (mapper: Mapper, header: string, group = 0): FileColumn =>
  mapper.groups[group]!.columns.find(one => one.header === header)!
const fieldOf = (mapper: Mapper, name: string) => mapper.fields.find(one => one.field.name === name)!

let drawn = 0
const change = (recipe: readonly RecipeStep[]) => ({
  steps: recipe,
  mapper: view(recipe),
  newId: () => `new-${++drawn}`,
})
const match = (recipe: readonly RecipeStep[], header: string, to: string | undefined, group = 0): Act[] => {
  const one = change(recipe)
  return matchColumn(one, one.mapper.groups[group]!, header, to)
}

describe('what the mapper shows', () => {
  const mapper = view(steps)

  test('sheets with the same titles are one group', () => {
    expect(mapper.groups.map(({ tables }) => tables.map(({ sheet }) => sheet))).toEqual([
      [undefined],
      ['Centre', 'Gare'],
    ])
    expect(columnOf(mapper, 'Ville', 1)).toMatchObject({ filled: 4, rows: 4, samples: ['EPONE'] })
  })

  test('each column of the file has its state', () => {
    expect(columnOf(mapper, 'ENSEIGNE').state).toEqual({ type: 'field', field: 'nom', named: 'map' })
    expect(columnOf(mapper, 'Remarques').state).toEqual({ type: 'asked', by: 'extra' })
    expect(columnOf(mapper, 'Ville').proposals).toMatchObject([{ step: 'ask', to: 'commune' }])
  })

  test('each column of the model says what fills it', () => {
    expect(fieldOf(mapper, 'nom').fills).toEqual([
      { type: 'column', group: 'main', header: 'ENSEIGNE' },
      { type: 'column', group: 'merge-Centre', header: 'Raison sociale' },
    ])
    expect(fieldOf(mapper, 'insee').fills).toEqual([{ type: 'constant', step: 'insee', value: '78217' }])
    expect(fieldOf(mapper, 'id')).toMatchObject({ fills: [{ type: 'generated' }], filled: 6, rows: 6 })
    expect(mapper.fields.filter(isOpen).map(({ field }) => field.name)).toEqual(['commune'])
  })

  test('a view crosses to another thread: no table inside', () => {
    expect(JSON.stringify(mapper)).not.toContain('"cells"')
    expect(structuredClone(mapper)).toEqual(mapper)
  })
})

describe('changes of the mapper', () => {
  test('a proposal accepted is the step switched on', () => {
    const acts = match(steps, 'Ville', 'commune')
    expect(acts).toEqual([{ type: 'switch-step', id: 'ask', on: true }])
    // The renaming comes before the lists are joined: the column of the others keeps its own name.
    expect(columnOf(view(performed(steps, acts)), 'Ville').state).toMatchObject({ type: 'field', field: 'commune' })
  })

  test('a proposal refused is not asked again', () => {
    const proposal = columnOf(view(steps), 'Ville').proposals[0]!
    expect(columnOf(view(performed(steps, refuse(proposal))), 'Ville').proposals).toEqual([])
  })

  test('another column for the field: the former one takes its name again', () => {
    const next = performed(steps, match(steps, 'Rue', 'nom'))
    expect(columnOf(view(next), 'Rue').state).toMatchObject({ type: 'field', field: 'nom' })
    expect(columnOf(view(next), 'ENSEIGNE').state).toEqual({ type: 'kept' })
    expect(next.find(({ id }) => id === 'extra')?.step).toEqual({ type: 'drop', columns: ['Remarques', 'C/S/I'] })
  })

  test('no field any more: the map goes when it says nothing', () => {
    const next = performed(steps, match(steps, 'ENSEIGNE', undefined))
    expect(next.map(({ id }) => id)).not.toContain('map')
    const again = performed(next, match(next, 'ENSEIGNE', 'nom'))
    expect(columnOf(view(again), 'ENSEIGNE').state).toMatchObject({ type: 'field', field: 'nom' })
    expect(again.findIndex(({ step }) => step.type === 'map')).toBe(1)
  })

  test('a column of five sheets is matched once for all', () => {
    const next = performed(steps, match(steps, 'Ville', 'commune', 1))
    expect(resultOf(next).columns.find(({ name }) => name === 'commune')?.cells).toEqual([
      '',
      '',
      'EPONE',
      'EPONE',
      'EPONE',
      'EPONE',
    ])
  })

  test('kept, taken out, and back', () => {
    const asked = columnOf(view(steps), 'Remarques')
    const kept = performed(steps, decideColumn(change(steps), asked, true))
    expect(columnOf(view(kept), 'Remarques').state).toEqual({ type: 'kept' })
    const out = performed(steps, decideColumn(change(steps), asked, false))
    expect(columnOf(view(out), 'Remarques').state).toMatchObject({ type: 'dropped' })
    expect(resultOf(out).columns.map(({ name }) => name)).not.toContain('Remarques')
    const back = performed(out, decideColumn(change(out), columnOf(view(out), 'Remarques'), true))
    expect(columnOf(view(back), 'Remarques').state).toEqual({ type: 'kept' })
  })

  test('the last column asked about: the question itself is answered', () => {
    const alone = steps.map(one =>
      one.id === 'extra' ? { ...one, step: { type: 'drop' as const, columns: ['Rue'] } } : one,
    )
    const acts = decideColumn(change(alone), columnOf(view(alone), 'Rue'), false)
    expect(acts).toEqual([{ type: 'switch-step', id: 'extra', on: true }])
  })
})
