import { expect, test } from 'vitest'
import { tableFromRows } from '../../table/table.ts'
import { namedAsHere } from './other-columns.ts'

const table = tableFromRows(
  ['N°', 'Voie', 'Ville'],
  [
    ['12 bis', 'rue Haute', 'EPONE'],
    ['', 'quai', 'EPONE'],
  ],
)

test('columns take the names of the first table', () => {
  const named = namedAsHere(table, [{ from: 'Ville', to: 'commune' }])
  expect(named.columns.map(({ name }) => name)).toEqual(['N°', 'Voie', 'commune'])
})

test('several columns for one name are written one after the other, without stray space', () => {
  const named = namedAsHere(table, [
    { from: 'N°', to: 'adresse' },
    { from: 'Voie', to: 'adresse' },
  ])
  expect(named.columns.map(({ name, cells }) => [name, ...cells])).toEqual([
    ['adresse', '12 bis rue Haute', 'quai'],
    ['Ville', 'EPONE', 'EPONE'],
  ])
})

test('nothing told: the table as it is', () => {
  expect(namedAsHere(table)).toBe(table)
})
