import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Table, tableFromRows } from '../table/table.ts'
import { compareTables } from './compare.ts'
import { field, modelOf } from './model-for-tests.ts'

const model = modelOf([field('id', { role: 'id' }), field('nom', { role: 'name' }), field('ville')])
const of = (names: readonly string[], ...rows: string[][]): Table => tableFromRows(names, rows)
const columns = ['nom', 'ville']

describe('two states of a table', () => {
  it('are compared row by row, whatever their order', () => {
    const found = compareTables(
      of(columns, ['Chêne', 'Épône'], ['Orme', 'Aulnay'], ['Saule', 'Épône']),
      of(columns, ['Tilleul', 'Épône'], ['Orme', 'Épône'], ['Chêne', 'Épône']),
      model,
    )
    expect(found).toEqual({
      key: ['nom'],
      columns: { shared: columns, onlyBefore: [], onlyAfter: [] },
      added: [0],
      gone: [2],
      changed: [{ before: 1, after: 1, name: '« Orme »', cells: [{ column: 'ville', was: 'Aulnay', now: 'Épône' }] }],
      same: 1,
    })
  })

  it('meet by a near writing of the key, when nobody else has it', () => {
    const retyped = compareTables(
      of(columns, ['Le Chêne', 'x'], ['Orme', 'x']),
      of(columns, ['LE CHENE', 'x'], ['Orme', 'x']),
      model,
    )
    expect(retyped.changed.map(({ cells }) => cells)).toEqual([[{ column: 'nom', was: 'Le Chêne', now: 'LE CHENE' }]])
    const rows = Array.from({ length: 20 }, (_, n) => [`n${n}`, 'x'])
    const doubtful = compareTables(
      of(columns, ['Le Chêne', '1'], ...rows),
      of(columns, ['LE CHENE', '2'], ['le chene', '3'], ...rows),
      model,
    )
    expect([doubtful.gone, doubtful.added, doubtful.same]).toEqual([[0], [0, 1], 20])
  })

  it('keep twins apart: the one that goes is not taken for its twin', () => {
    const rows = Array.from({ length: 20 }, (_, n) => [`n${n}`, 'x'])
    const found = compareTables(
      of(columns, ['Banc', 'nord'], ['Banc', 'sud'], ...rows),
      of(columns, ['Banc', 'sud'], ...rows),
      model,
    )
    expect([found.key, found.gone, found.changed, found.same]).toEqual([['nom'], [0], [], 21])
  })

  it('with columns that only one has, say so, and compare the others', () => {
    const found = compareTables(of(['nom', 'a'], ['Chêne', '1']), of(['b', 'nom'], ['2', 'Chêne']), model)
    expect(found.columns).toEqual({ shared: ['nom'], onlyBefore: ['a'], onlyAfter: ['b'] })
    expect(found.same).toBe(1)
  })

  it('with no column in common have no row in common', () => {
    const found = compareTables(of(['a'], ['x'], ['y']), of(['b'], ['x']), model)
    expect([found.gone, found.added, found.same]).toEqual([[0, 1], [0], 0])
  })

  it('use a key that both have, and that nobody has numbered', () => {
    const before = of(['id', 'nom'], ['P1', 'Chêne'], ['P2', 'Orme'])
    const after = of(['id', 'nom'], ['P1', 'Orme'], ['P2', 'Chêne'])
    expect(compareTables(before, after, model).key).toEqual(['id'])
    const numbered = compareTables(before, after, model, { generatedAfter: ['id'] })
    expect(numbered.key).toEqual(['nom'])
    expect(numbered.changed.map(({ name, cells }) => [name, cells[0]!.column])).toEqual([
      ['« Orme »', 'id'],
      ['« Chêne »', 'id'],
    ])
  })

  it('without any key, only the same rows are the same; rows without a name are nobody’s', () => {
    const bare = modelOf([field('ville')])
    const found = compareTables(of(['ville'], ['a'], ['a'], ['b']), of(['ville'], ['a'], ['c']), bare)
    expect([found.key, found.same, found.gone, found.added]).toEqual([[], 1, [1, 2], [1]])
    const rows = Array.from({ length: 20 }, (_, n) => [`n${n}`, 'x'])
    const unnamed = compareTables(of(columns, ['', 'a'], ...rows), of(columns, ['', 'b'], ...rows), model)
    expect([unnamed.changed, unnamed.gone, unnamed.added]).toEqual([[], [0], [0]])
  })

  it('of which one is empty', () => {
    const some = of(columns, ['Chêne', 'x'])
    expect(compareTables(of([]), some, model)).toMatchObject({ added: [0], gone: [], same: 0 })
    expect(compareTables(some, of(columns), model)).toMatchObject({ added: [], gone: [0], same: 0 })
    expect(compareTables(of([]), of([]), model)).toMatchObject({ added: [], gone: [], changed: [], same: 0 })
  })
})

describe('properties', () => {
  const cell = fc.constantFrom('', 'a', 'A', 'á', 'b', 'c')
  const names = fc.constantFrom(['id', 'nom'], ['nom', 'ville'], ['ville', 'nom', 'id'], ['autre', 'ville'])
  const table = fc
    .tuple(names, fc.array(fc.tuple(fc.oneof(cell, fc.string()), cell, cell), { maxLength: 15 }))
    .map(([of, rows]) =>
      tableFromRows(
        of,
        rows.map(row => row.slice(0, of.length)),
      ),
    )

  it('a table is the same as itself', () => {
    fc.assert(
      fc.property(table, one => {
        expect(compareTables(one, one, model)).toMatchObject({
          added: [],
          gone: [],
          changed: [],
          same: one.rows.length,
        })
      }),
    )
  })

  it('every row is in one place, and both ways say the same', () => {
    fc.assert(
      fc.property(table, table, (before, after) => {
        const there = compareTables(before, after, model)
        expect(there.added.length + there.same + there.changed.length).toBe(after.rows.length)
        expect(there.gone.length + there.same + there.changed.length).toBe(before.rows.length)
        const back = compareTables(after, before, model)
        expect([back.added, back.gone, back.same]).toEqual([there.gone, there.added, there.same])
        const flat = (found: typeof there, turned: boolean) =>
          found.changed
            .flatMap(({ before, after, cells }) =>
              cells.map(({ column, was, now }) =>
                JSON.stringify(turned ? [after, before, column, now, was] : [before, after, column, was, now]),
              ),
            )
            .sort()
        expect(flat(back, true)).toEqual(flat(there, false))
      }),
    )
  })
})
