import { describe, expect, test } from 'vitest'
import { field, modelOf } from '../../../../../src/core/recipe/model-for-tests.ts'
import { replay } from '../../../../../src/core/recipe/replay.ts'
import type { Sources } from '../../../../../src/core/recipe/sources.ts'
import type { RecipeStep } from '../../../../../src/core/recipe/step.ts'
import { tableFromRows } from '../../../../../src/core/table/table.ts'
import { performed } from '../shared/acts-for-tests.ts'
import { isFew, sumCounts, tableUses } from './usage.ts'
import { decidePair, otherUse, type Wanted } from './usage-acts.ts'

const model = modelOf([
  field('nom', { role: 'name' }),
  field('adresse', { role: 'address' }),
  field('telephone', { role: 'phone' }),
])
const table = (source: string, sheet: string, names: string[], ...rows: string[][]) => ({
  source,
  sheet,
  headerRow: 1,
  table: tableFromRows(names, rows, { source, sheet }),
})
const sources: Sources = {
  tables: [
    table(
      'a',
      'Liste',
      ['nom', 'adresse'],
      ['Boulangerie Martin', '3 rue Haute'],
      ['Atelier du Martin-Pêcheur', '8 rue Basse'],
    ),
    table(
      'b',
      'Centre',
      ['nom', 'adresse', 'telephone'],
      ['MARTIN (boulangerie)', '3 rue Haute', '01'],
      ['Garage', '1 quai', ''],
    ),
    table('b', 'Gare', ['nom', 'adresse'], ['KINE DU MARTIN-PECHEUR', '8 rue Basse']),
    table('b', 'Notes', ['nom'], ['x']),
  ],
}
const merge = (sheet: string, more = {}): RecipeStep => ({
  id: sheet,
  reason: '',
  step: { type: 'merge', source: 'b', sheet, headerRow: 1, key: 'auto', prefer: 'left', keep: 'both' },
  ...more,
})
const steps: RecipeStep[] = [
  { id: 'select', step: { type: 'select-table', sheet: 'Liste' }, reason: '' },
  merge('Centre'),
  merge('Gare'),
  { id: 'order', step: { type: 'arrange', columns: ['nom'] }, reason: '' },
]
const uses = (recipe: readonly RecipeStep[]) =>
  tableUses(sources, recipe, replay({ version: 1, model: 'essai', steps: recipe }, sources, { model }).applied)
const using = (recipe: readonly RecipeStep[], sheet: string, wanted: Wanted) =>
  performed(
    recipe,
    otherUse({ steps: recipe, newId: () => 'new', first: 'a' }, uses(recipe).find(one => one.sheet === sheet)!, wanted),
  )

describe('what becomes of each table', () => {
  test('main, merged with its counts, unused', () => {
    const [main, centre, gare, notes] = uses(steps)
    expect(main?.use).toEqual({ as: 'main' })
    expect(centre?.use).toMatchObject({
      as: 'merged',
      on: true,
      outcome: { rows: 2, matched: 1, onlyHere: 1, onlyThere: 1, doubtful: 0, completed: 1 },
    })
    expect(gare?.use).toMatchObject({ outcome: { rows: 1, matched: 0, doubtful: 1, onlyThere: 1 } })
    expect(notes?.use).toEqual({ as: 'unused' })
  })

  test('sheets of one list are summed up', () => {
    const all = uses(steps).flatMap(({ use }) => (use.as === 'merged' && use.outcome ? [use.outcome] : []))
    expect(sumCounts(all)).toMatchObject({ rows: 3, matched: 1, onlyHere: 1, onlyThere: 2, doubtful: 1 })
  })

  test('few rows in common is told apart', () => {
    const counts = {
      rows: 300,
      matched: 11,
      onlyHere: 290,
      onlyThere: 289,
      doubtful: 0,
      conflicts: 0,
      completed: 0,
      advice: [],
    }
    expect(isFew(counts)).toBe(true)
    expect(isFew({ ...counts, matched: 280, onlyHere: 20 })).toBe(false)
  })
})

describe('another use', () => {
  test('left out, and back', () => {
    const out = using(steps, 'Centre', 'unused')
    expect(uses(out)[1]?.use).toMatchObject({ as: 'merged', on: false })
    expect(uses(using(out, 'Centre', 'merged'))[1]?.use).toMatchObject({ as: 'merged', on: true })
  })

  test('below instead of merged, at the same place of the recipe', () => {
    const below = using(steps, 'Centre', 'below')
    expect(below.map(({ id, step }) => `${id} ${step.type}`)).toEqual([
      'select select-table',
      'Centre append',
      'Gare merge',
      'order arrange',
    ])
  })

  test('a table of no use yet comes in before the columns are put in order', () => {
    const next = using(steps, 'Notes', 'below')
    expect(next.map(({ id }) => id)).toEqual(['select', 'Centre', 'Gare', 'new', 'order'])
    expect(uses(next)[3]?.use).toMatchObject({ as: 'below', on: true })
  })

  test('a doubtful pair: yes completes the row, no adds it and is not asked again', () => {
    const pair = replay({ version: 1, model: 'essai', steps }, sources, { model }).applied.find(
      ({ id }) => id === 'Gare',
    )!.questions[0]!.pair!
    const counts = (same: boolean) => {
      const use = uses(performed(steps, decidePair(steps, 'Gare', pair, same)))[2]!.use
      return use.as === 'merged' ? use.outcome : undefined
    }
    expect(counts(true)).toMatchObject({ matched: 1, doubtful: 0, onlyThere: 0 })
    expect(counts(false)).toMatchObject({ matched: 0, doubtful: 0, onlyThere: 1 })
  })
})
