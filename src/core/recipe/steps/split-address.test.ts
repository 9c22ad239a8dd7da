import { expect, it } from 'vitest'
import { columnNames, rowCells, tableFromRows } from '../../table/table.ts'
import { splitAddress } from './split-address.ts'

const cut = {
  type: 'split-address',
  column: 'adresse',
  number: 'numero',
  street: 'voie',
  postcode: 'cp',
  town: 'commune',
} as const

it('puts each part in its column and keeps the whole address', () => {
  const table = tableFromRows(['adresse'], [['12 bis rue des Lilas 99100 Valbourg'], ['Place du Marché'], ['']])
  const { table: done, changed, questions } = splitAddress(table, cut)
  expect(columnNames(done)).toEqual(['adresse', 'numero', 'voie', 'cp', 'commune'])
  expect(done.rows.map((_, row) => rowCells(done, row).slice(1))).toEqual([
    ['12 bis', 'rue des Lilas', '99100', 'Valbourg'],
    ['', 'Place du Marché', '', ''],
    ['', '', '', ''],
  ])
  expect([changed, questions]).toEqual([5, []])
})

it('a filled cell is kept; one that says otherwise leaves its row as it was, and is asked', () => {
  const table = tableFromRows(
    ['adresse', 'numero', 'voie'],
    [
      ['12 rue Haute', '12', ''],
      ['14 rue Haute', '16', ''],
    ],
  )
  const { table: done, questions } = splitAddress(table, {
    type: 'split-address',
    column: 'adresse',
    number: 'numero',
    street: 'voie',
  })
  expect(done.rows.map((_, row) => rowCells(done, row))).toEqual([
    ['12 rue Haute', '12', 'rue Haute'],
    ['14 rue Haute', '16', ''],
  ])
  expect(questions).toMatchObject([{ row: 1, line: 3, question: expect.stringContaining('« numero » dit « 16 »') }])
})

it('in place, what has no column of its own stays with the street', () => {
  const table = tableFromRows(
    ['voie'],
    [['Mairie, 1 place Haute 99100 Valbourg'], ['12 rue Haute'], ['ZA de la Couronne']],
  )
  const { table: done } = splitAddress(table, {
    type: 'split-address',
    column: 'voie',
    number: 'numero',
    street: 'voie',
  })
  expect(done.rows.map((_, row) => rowCells(done, row))).toEqual([
    ['place Haute, Mairie, 99100 Valbourg', '1'],
    ['rue Haute', '12'],
    ['ZA de la Couronne', ''],
  ])
})

it('the same step twice changes nothing more', () => {
  const once = splitAddress(tableFromRows(['adresse'], [['12 rue Haute 99100 Valbourg']]), cut)
  expect(splitAddress(once.table, cut)).toMatchObject({ table: once.table, changed: 0, questions: [] })
})

it('says when the column is not there', () => {
  const table = tableFromRows(['nom'], [['a']])
  expect(splitAddress(table, cut)).toMatchObject({ table, changed: 0, notes: [expect.stringContaining('« adresse »')] })
})
