import { expect, test } from 'vitest'
import type { Act } from '../../../../src/contract/sets.ts'
import { addedIdentity } from '../../../../src/core/recipe/added.ts'
import type { RecipeStep } from '../../../../src/core/recipe/step.ts'
import { changedCells, givenIds, rowsOf } from './set-rows.ts'

const identity = (nom: string) => ({ key: { nom } })
const base = (...names: string[]) => names.map(nom => ({ identity: identity(nom), cells: { nom, ville: 'Épône' } }))
const hand: RecipeStep = {
  id: 'main',
  reason: '',
  step: {
    type: 'by-hand',
    corrections: [{ row: identity('B'), column: 'ville', was: 'Épône', to: 'Mézières' }],
    deleted: [identity('C')],
    added: [{ id: 'r1', cells: { nom: 'D', id: 'X-004' } }],
  },
}
const state = { hand: 'main', steps: [hand] }
const kept = (...acts: Act[]) => acts.map((act, n) => ({ key: `k${n}`, page: 'p', act }))
const names = (rows: readonly { cells: Readonly<Record<string, string>> }[]) =>
  rows.map(({ cells }) => `${cells.nom} ${cells.ville ?? ''}`.trim())

test('rows of the table, what hands made of them, then the rows typed', () => {
  const rows = rowsOf(state, base('A', 'B', 'C'), [])
  expect(names(rows)).toEqual(['A Épône', 'B Mézières', 'D'])
  expect(rows.map(({ typed }) => typed)).toEqual([false, false, true])
})

test('what waits on this computer is shown, and said to wait', () => {
  const rows = rowsOf(
    state,
    base('A', 'C'),
    kept(
      { type: 'add-row', hand: 'main', row: 'r2', cells: { nom: 'E' } },
      { type: 'cells', hand: 'main', cells: [{ row: addedIdentity('r1'), column: 'ville', seen: '', to: 'Lens' }] },
      { type: 'delete-rows', hand: 'main', rows: [identity('A')] },
      { type: 'restore-rows', hand: 'main', rows: [identity('C')] },
    ),
  )
  expect(names(rows)).toEqual(['C Épône', 'D Lens', 'E'])
  expect(rows.map(({ waiting }) => waiting)).toEqual([false, true, true])
})

test('the same row, kept here and already on the server, is one row', () => {
  const again = kept({ type: 'add-row', hand: 'main', row: 'r1', cells: { nom: 'D' } })
  expect(rowsOf(state, [], again)).toHaveLength(1)
})

test('what was written for another batch, or refused, is not shown here', () => {
  const other: Act = { type: 'add-row', hand: 'autre', row: 'r9', cells: { nom: 'Z' } }
  const refused = kept({ type: 'add-row', hand: 'main', row: 'r8', cells: { nom: 'Y' } }).map(one => ({
    ...one,
    refused: 'non',
  }))
  expect(rowsOf(state, [], [...kept(other), ...refused])).toHaveLength(1)
})

test('only the cells that differ are written, an emptied one too', () => {
  const [row] = rowsOf(state, base('A'), [])
  expect(changedCells(row!, { nom: 'A', tel: '1' })).toEqual([
    { column: 'ville', seen: 'Épône', to: '' },
    { column: 'tel', seen: '', to: '1' },
  ])
})

test('identifiers given: by the recipe, by hands, in the rows', () => {
  const ids: RecipeStep = {
    id: 'e1',
    reason: '',
    step: {
      type: 'generate-ids',
      column: 'id',
      pattern: 'X-{number:3}',
      assigned: [{ row: identity('A'), id: 'X-002' }],
    },
  }
  expect(
    givenIds('id', { steps: [ids, hand] }, rowsOf(state, [{ identity: identity('A'), cells: { id: 'X-001' } }], [])),
  ).toEqual(['X-002', 'X-004', 'X-001', 'X-004'])
})
