import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tableFromRows } from '../../table/table.ts'
import { field, modelOf } from '../model-for-tests.ts'
import { mergeTables } from './merge-tables.ts'

const model = modelOf([
  field('nom', { role: 'name' }),
  field('adresse', { role: 'address' }),
  field('siret', { role: 'siret' }),
  field('telephone', { role: 'phone' }),
])
const options = { key: 'auto', prefer: 'left', keep: 'both', model } as const
const table = (names: string[], ...rows: string[][]) => tableFromRows(names, rows)

describe('merge by an identifier', () => {
  const left = table(['nom', 'siret'], ['Boulangerie Martin', '11100011100011'], ['Fleurs', ''])
  const right = table(
    ['nom', 'siret', 'telephone'],
    ['MARTIN (boulangerie)', '111 000 111 00011', '+33100000000'],
    ['Garage Neuf', '22200022200022', ''],
  )

  test('spaces in a SIRET do not matter; the missing phone is filled, the new shop is added', () => {
    const merged = mergeTables(left, right, { ...options, key: { type: 'columns', columns: ['siret'] } })
    expect(merged.matched).toHaveLength(1)
    expect(merged.table.columns.find(column => column.name === 'telephone')!.cells).toEqual(['+33100000000', '', ''])
    expect(merged.table.columns[0]!.cells).toEqual(['Boulangerie Martin', 'Fleurs', 'Garage Neuf'])
    expect(merged.conflicts).toMatchObject([{ column: 'nom', rightValue: 'MARTIN (boulangerie)' }])
  })

  test('a key that two rows bear is not decided alone', () => {
    const twins = table(['nom', 'siret'], ['Martin 1', '11100011100011'], ['Martin 2', '11100011100011'])
    const merged = mergeTables(left, twins, { ...options, key: { type: 'columns', columns: ['siret'] } })
    expect(merged.matched).toHaveLength(0)
    expect(merged.doubtful).toHaveLength(2)
  })
})

describe('merge by name and address', () => {
  const left = table(
    ['nom', 'adresse'],
    ['Boulangerie Martin', '3 rue Haute'],
    ['Café de la Gare', '1 place de la Gare'],
    ['Pressing Net', '12 av. Foch'],
    ['Pharmacie', '8 rue Basse'],
    ['Pharmacie', '40 rue Haute'],
  )

  test('writings of the same place meet; another address is asked', () => {
    const right = table(
      ['nom', 'adresse'],
      ['BOULANGERIE MARTIN SARL', '3, r. Haute 78680 Épône'],
      ['Cafe de la gare', '1 PL DE LA GARE'],
      ['Pressing Nett', '12 avenue Foch'],
      ['Pharmacie', '40 rue haute'],
      ['Librairie Page', '5 rue Haute'],
    )
    const merged = mergeTables(left, right, options)
    expect(merged.matched.map(pair => [pair.left, pair.right])).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
      [4, 3],
    ])
    expect(merged.onlyRight).toEqual([4])
    expect(merged.table.rows).toHaveLength(6)
  })

  test('same address under another name is a question, and nothing is lost', () => {
    const right = table(['nom', 'adresse'], ['Martin pains', '3 rue Haute'])
    const merged = mergeTables(left, right, options)
    expect(merged.matched).toHaveLength(0)
    expect(merged.doubtful).toMatchObject([{ left: 0, right: 0 }])
    expect(merged.table.rows).toHaveLength(6)
  })

  test('a doubtful pair that a person refused is not asked again, nor made', () => {
    const right = table(['nom', 'adresse'], ['Martin pains', '3 rue Haute'])
    const pair = {
      left: { key: { nom: left.columns[0]!.cells[0]!, adresse: left.columns[1]!.cells[0]! } },
      right: { key: { nom: 'Martin pains', adresse: '3 rue Haute' } },
    }
    expect(mergeTables(left, right, { ...options, refused: [pair] })).toMatchObject({ matched: [], doubtful: [] })
    expect(mergeTables(left, right, { ...options, confirmed: [pair] })).toMatchObject({
      matched: [{ left: 0, right: 0 }],
      doubtful: [],
    })
  })

  test('few rows in common: said', () => {
    const right = table(
      ['nom', 'adresse'],
      ...[1, 2, 3, 4, 5, 6].map(n => [`Entreprise ${'abcdefgh'[n]}zerty`, `${n} rue Loin`]),
    )
    expect(mergeTables(left, right, options).advice[0]).toMatch(
      /^Aucune des 6 lignes ne se retrouve .* mieux vaut ne pas fusionner/,
    )
  })
})

test('nothing in common to compare by: said, and both tables are whole', () => {
  const merged = mergeTables(table(['a'], ['1']), table(['b'], ['2']), options)
  expect(merged.key).toBeUndefined()
  expect(merged.table.rows).toHaveLength(2)
  expect(merged.advice[0]).toMatch(/aucune colonne commune/)
})

test('every row of both tables is found in the result, matched once at most', () => {
  const row = fc.tuple(
    fc.constantFrom('Martin', 'Café Gare', 'Pharmacie', 'Fleurs', ''),
    fc.constantFrom('1 rue A', '2 rue A', ''),
  )
  fc.assert(
    fc.property(fc.array(row, { maxLength: 8 }), fc.array(row, { maxLength: 8 }), (a, b) => {
      const merged = mergeTables(table(['nom', 'adresse'], ...a), table(['nom', 'adresse'], ...b), options)
      expect(merged.matched.length + merged.onlyLeft.length).toBe(a.length)
      expect(merged.matched.length + merged.onlyRight.length).toBe(b.length)
      expect(new Set(merged.matched.map(pair => pair.right)).size).toBe(merged.matched.length)
      expect(merged.table.rows.length).toBe(a.length + merged.onlyRight.length)
    }),
  )
})
