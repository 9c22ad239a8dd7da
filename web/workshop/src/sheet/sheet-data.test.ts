import { describe, expect, test } from 'vitest'
import { parseModel } from '../../../../src/core/models/parse-model.ts'
import { sourceOf } from '../../../../src/core/recipe/sources.ts'
import type { RecipeStep } from '../../../../src/core/recipe/step.ts'
import { tableFromRows } from '../../../../src/core/table/table.ts'
import { SetEngine } from '../worker/set-engine.ts'
import { cellPlace, SheetData, therePlace } from './sheet-data.ts'
import { rowLike } from './use-follow.ts'
import { compareTexts, rowsInView, valuesOf, WHOLE } from './view.ts'

const model = parseModel({
  fields: [
    { name: 'nom', type: 'string' },
    { name: 'n', type: 'integer' },
  ],
  primaryKey: 'nom',
})
const rows = [
  ['Été', '10'],
  ['abri', '9'],
  ['Zoo', ''],
  ['eau', '9'],
]
const open = (steps: readonly RecipeStep[] = []) =>
  new SheetData(new SetEngine({ model, sources: sourceOf(tableFromRows(['nom', 'n'], rows)) }, steps).open())
const without = (value: string): RecipeStep => ({
  id: 'e1',
  reason: '',
  step: { type: 'filter', column: 'nom', keep: { type: 'not-in', values: [value] } },
})

describe('what is shown', () => {
  test('numbers by their size, texts as a dictionary, nothing last in both directions', () => {
    const data = open()
    const sorted = (column: number, direction: 'up' | 'down') =>
      rowsInView(data, { ...WHOLE, sort: { column, direction } }).map(row => data.text(row, 0))
    expect(sorted(0, 'up')).toEqual(['abri', 'eau', 'Été', 'Zoo'])
    expect(sorted(1, 'up')).toEqual(['abri', 'eau', 'Été', 'Zoo'])
    expect(sorted(1, 'down')).toEqual(['Été', 'abri', 'eau', 'Zoo'])
    expect(compareTexts('1 200,5', '900')).toBeGreaterThan(0)
  })

  test('only some values, and only rows about which something is said', () => {
    const data = open()
    expect(rowsInView(data, { ...WHOLE, values: new Map([[1, new Set(['9'])]]) })).toEqual([1, 3])
    data.setFindings([[2, [{ level: 'error', code: 'x', column: 1, message: 'y' }]]])
    expect(rowsInView(data, { ...WHOLE, problemsOnly: true })).toEqual([2])
    expect(valuesOf(data, 1, '9')).toEqual([{ value: '9', count: 2 }])
  })

  test('each change is told, and only the rows touched change their stamp', () => {
    const data = open()
    let told = 0
    data.watch(() => told++)
    data.layers.write('k', cellPlace(1, 1), '12')
    expect(data.changed([cellPlace(1, 1)])).toEqual({
      cells: [{ row: 1, column: 1, to: '12' }],
      added: [],
      gone: [],
      back: [],
    })
    expect([told, data.stampOf(1), data.stampOf(0)]).toEqual([1, 1, 0])
    expect([data.text(1, 1), data.base(1, 1), data.isEdited(1, 1)]).toEqual(['12', '9', true])
  })

  test('an added row is last, under its own number', () => {
    const data = open()
    const row = data.rowOfAdded('n1')
    data.layers.write('k', therePlace(row), '1')
    expect(data.changed([therePlace(row)]).added).toEqual([{ id: 'n1', row: 4 }])
    expect([data.order.at(-1), data.lineOf(4)]).toEqual([4, 6])
  })
})

test('a row is followed into another table, by what names it', () => {
  const [was, now] = [open(), open([without('abri')])]
  expect(rowLike(was, 0, now)).toBe(0)
  expect(rowLike(was, 3, now)).toBe(2)
  expect(rowLike(was, 1, now)).toBeUndefined()
})
