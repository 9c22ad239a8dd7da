import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseModel } from '../models/parse-model.ts'
import { boxOf } from '../places/address-index.ts'
import { INDEX, TOWN } from '../places/town-for-tests.ts'
import { rowCells, type Table, tableFromRows } from '../table/table.ts'
import { ACROSS_ROWS, checkTable, createRowChecker } from './index.ts'

const model = parseModel(
  {
    name: 'lieux',
    primaryKey: 'id',
    fields: [
      { name: 'id', type: 'string', constraints: { required: true, unique: true } },
      { name: 'date', type: 'date' },
      { name: 'fin', type: 'date' },
      { name: 'nombre', type: 'integer', constraints: { maximum: 100 } },
      { name: 'choix', type: 'string', constraints: { enum: ['OUI', 'NON'] } },
      { name: 'adresse', type: 'string' },
      { name: 'longitude', type: 'number' },
      { name: 'latitude', type: 'number' },
    ],
    foreignKeys: [{ fields: 'choix', reference: { resource: '', fields: 'id' } }],
    custom_checks: [
      { name: 'compare-columns-value', params: { column: 'date', op: '<=', column2: 'fin' } },
      { name: 'one-of-required', params: { column1: 'nombre', column2: 'choix' } },
      { name: 'cohesive-columns-value', params: { column: 'longitude', othercolumns: ['latitude'] } },
    ],
  },
  { kind: 'carnet', fields: { adresse: { role: 'address' } } },
)
const options = { addresses: INDEX, town: { ...TOWN, box: boxOf(INDEX)! } }
const everything = { ...options, maxOfOneKind: 1e9, maxFindings: 1e9 }

/** What the check of the whole table says of each row alone. */
const alone = (table: Table) =>
  table.rows.map(({ line }) =>
    checkTable(table, model, everything).findings.filter(({ row, code }) => row === line && !ACROSS_ROWS.has(code)),
  )

describe('one row alone', () => {
  it('is told its own faults, with their repairs, as the check of the table does', () => {
    const header = ['id', 'date', 'fin', 'adresse', 'longitude', 'latitude']
    const checker = createRowChecker(model, header, options)
    const codes = (...cells: string[]) => checker.check(cells, 7).map(({ code, row, column }) => [code, row, column])
    expect(codes('a', '17/10/2021', '', '', '', '')).toEqual([['type-error', 7, 'date']])
    expect(checker.check(['a', '17/10/2021', '', '', '', ''], 7)[0]!.fix).toMatchObject({ column: 'date' })
    expect(codes('a', '2021-10-17', '2021-10-16', '', '', '')).toEqual([['compare-columns-value', 7, 'date']])
    expect(codes('a', '', '', '99 rue Absente', '2', '48')).toEqual([['carnet/unknown-address', 7, 'adresse']])
    expect(codes('a', '', '', '', '48', '2')).toEqual([['carnet/swapped-coordinates', 7, 'latitude']])
    expect(codes('', '', '', '', '', '')).toEqual([['blank-row', 7, null]])
    expect(codes('a', '')).toHaveLength(4)
    expect(codes('a', '', '', '', '', '', 'trop')).toEqual([['extra-cell', 7, null]])
  })

  it('is not held against the rows checked before it', () => {
    const checker = createRowChecker(model, ['id', 'nombre'], options)
    expect(checker.check(['a', '1'], 2)).toEqual([])
    expect(checker.check(['a', '1'], 3)).toEqual([])
  })

  it('says the same as the check of the table without what is across rows, in any order', () => {
    const cell = fc.constantFrom(
      ...['', ' ', 'a', 'A', 'OUI', 'oui', '12', '200', '1,5', '17/10/2021', '2021-10-17', '2020-01-31', '48', '2'],
      ...['48.001', '6000000', '12 rue des Lilas', '99 rue Absente', 'Ã©cole', '=A1+2'],
    )
    const names = fc.shuffledSubarray([...model.fields.map(({ name }) => name), 'autre', 'id '], { minLength: 1 })
    const table = names.chain(header =>
      fc
        .array(fc.array(cell, { minLength: header.length, maxLength: header.length }), { maxLength: 8 })
        .map(rows => tableFromRows(header, rows)),
    )
    fc.assert(
      fc.property(table, one => {
        const checker = createRowChecker(
          model,
          one.columns.map(({ name }) => name),
          options,
        )
        const rows = one.rows.map(({ line }, row) => ({ line, cells: rowCells(one, row) }))
        const backwards = rows.toReversed().map(({ cells, line }) => checker.check(cells, line))
        expect(backwards.toReversed()).toEqual(alone(one))
      }),
      { numRuns: 150 },
    )
  })
})
