import { describe, expect, test } from 'vitest'
import { parseModel } from '../../../../src/core/models/parse-model.ts'
import { addedIdentity } from '../../../../src/core/recipe/added.ts'
import { sourceOf } from '../../../../src/core/recipe/sources.ts'
import type { RecipeStep } from '../../../../src/core/recipe/step.ts'
import { tableFromRows } from '../../../../src/core/table/table.ts'
import { unpackIdentity } from './identities.ts'
import { packedCell } from './packed.ts'
import { SetEngine } from './set-engine.ts'
import { previewStep } from './step-preview.ts'

const model = parseModel({
  fields: [
    { name: 'id', type: 'string', constraints: { required: true, unique: true } },
    { name: 'ouverture', type: 'date' },
    { name: 'etat', type: 'string', constraints: { enum: ['ouvert', 'fermé'] } },
  ],
  primaryKey: 'id',
})
const table = tableFromRows(
  ['id', 'ouverture', 'etat'],
  [
    ['a', '2021-03-01', 'ouvert'],
    ['b', '2021-03-02', 'OUVERT'],
    ['b', 'hier', 'fermé'],
    ['d', '', 'fermé'],
  ],
)
const material = { model, sources: sourceOf(table, 'liste.csv') }
const hand = (step: Partial<Extract<RecipeStep['step'], { type: 'by-hand' }>>): RecipeStep => ({
  id: 'main',
  reason: '',
  step: { type: 'by-hand', corrections: [], deleted: [], added: [], ...step },
})

function checked(engine: SetEngine) {
  const run = engine.check(1)
  for (;;) {
    const { done, value } = run.next()
    if (done) return value
  }
}
const codes = (findings: readonly (readonly [number, readonly { code: string }[]])[]) =>
  Object.fromEntries(findings.map(([row, found]) => [row, found.map(({ code }) => code)]))
const nothing = { cells: [], added: [], gone: [], back: [] }

describe('a set in the worker', () => {
  test('shows the base table, and what hands did apart from it', () => {
    const opened = new SetEngine(material, [
      hand({
        corrections: [
          { row: { key: { id: 'a' } }, column: 'etat', was: 'ouvert', to: 'fermé' },
          { row: { key: { id: 'z' } }, column: 'etat', was: '', to: 'fermé' },
        ],
        deleted: [{ key: { id: 'd' } }],
        added: [{ id: 'n1', cells: { id: 'e' } }],
      }),
    ]).open()
    expect(packedCell(opened.columns[2]!, 0)).toBe('ouvert')
    expect(opened.hand).toMatchObject({ cells: [{ row: 0, column: 2, to: 'fermé' }], gone: [3] })
    expect(opened.lost).toMatchObject([{ row: { key: { id: 'z' } }, to: 'fermé' }])
    expect(opened.height).toBe(4)
  })

  test('names each row by its identity, twins by their order, and finds it again', () => {
    const engine = new SetEngine(material, [])
    const { identities, columns } = engine.open()
    const cell = (row: number) => (name: string) => packedCell(columns.find(one => one.name === name)!, row)
    const all = [0, 1, 2, 3].map(row => unpackIdentity(identities, row, cell(row)))
    expect(all.map(one => engine.locate(one))).toEqual([0, 1, 2, 3])
    engine.change({ ...nothing, added: [{ id: 'n1', row: 4 }] })
    expect(engine.locate(addedIdentity('n1'))).toBe(4)
  })

  test('checks the whole table, then tells only of the rows about which something else is said', () => {
    const engine = new SetEngine(material, [])
    const first = checked(engine)
    expect(codes(first.findings)).toMatchObject({ 1: ['constraint-error/enum'] })
    expect(codes(first.findings)[2]).toEqual(expect.arrayContaining(['type-error', 'constraint-error/unique']))
    expect(checked(engine).findings).toEqual([])
    engine.change({ ...nothing, cells: [{ row: 2, column: 0, to: 'c' }] })
    expect(checked(engine).findings).toEqual([])
    expect(checked(engine).table.groups.map(({ code, rows }) => [code, rows])).toEqual([
      ['constraint-error/enum', [1]],
      ['type-error', [2]],
    ])
  })

  test('judges the row of a cell at once, without the other rows', () => {
    const engine = new SetEngine(material, [])
    checked(engine)
    expect(codes(engine.change({ ...nothing, cells: [{ row: 3, column: 1, to: '31/02/2021' }] }))).toEqual({
      3: ['type-error'],
    })
    // What was said across rows of a cell that did not change stays until the whole check.
    const row2 = codes(engine.change({ ...nothing, cells: [{ row: 2, column: 1, to: '2021-03-05' }] }))[2]
    expect(row2).toContain('constraint-error/unique')
    expect(row2).not.toContain('type-error')
  })

  test('judges a draft without writing it', () => {
    const engine = new SetEngine(material, [])
    expect(engine.draft(0, 2, 'peut-être').map(({ code }) => code)).toEqual(['constraint-error/enum'])
    expect(engine.draft(0, 2, 'fermé')).toEqual([])
    expect(engine.search({ text: 'peut-être', exact: false, whole: false })).toEqual([])
  })

  test('a row taken out is not checked any more, brought back it is', () => {
    const engine = new SetEngine(material, [])
    checked(engine)
    expect(engine.change({ ...nothing, gone: [1] })).toEqual([[1, []]])
    expect(checked(engine).table.rows).toBe(3)
    engine.change({ ...nothing, back: [1] })
    expect(checked(engine).table.rows).toBe(4)
  })

  test('the fix of a kind is one step for all its rows', () => {
    const [group] = checked(new SetEngine(material, [])).table.groups
    expect(group).toMatchObject({ code: 'constraint-error/enum', count: 1, rows: [1] })
    expect(group?.fix).toEqual({
      count: 1,
      steps: [{ type: 'replace-values', column: 'etat', values: [{ from: 'OUVERT', to: 'ouvert' }] }],
    })
  })

  test('a set that starts from nothing shows the columns of its model', () => {
    const opened = new SetEngine({ model, sources: { tables: [] } }, []).open()
    expect(opened.columns.map(({ name }) => name)).toEqual(['id', 'ouverture', 'etat'])
    expect(opened.height).toBe(0)
  })

  test('finds and replaces, capitals and accents aside or not', () => {
    const engine = new SetEngine(material, [])
    const find = (text: string, more = {}) => engine.search({ text, exact: false, whole: false, ...more })
    expect(find('FERME').map(({ row }) => row)).toEqual([2, 3])
    expect(find('ferme', { exact: true })).toEqual([])
    expect(find('ouvert', { replacement: 'clos' }).map(({ to }) => to)).toEqual(['clos', 'clos'])
    expect(find('b', { whole: true, column: 0 })).toEqual([
      { row: 1, column: 0 },
      { row: 2, column: 0 },
    ])
  })

  test('shows what a step changes, also when it is switched off', () => {
    const step: RecipeStep = {
      id: 's1',
      reason: '',
      off: true,
      step: { type: 'replace-values', column: 'etat', values: [{ from: 'OUVERT', to: 'ouvert' }] },
    }
    expect(previewStep(step, [step], material)).toMatchObject({
      changed: 1,
      rowsBefore: 4,
      rowsAfter: 4,
      rows: [{ name: '3 · ouvert', cells: [{ column: 'etat', was: 'OUVERT', now: 'ouvert' }] }],
    })
  })
})
