import { describe, expect, test } from 'vitest'
import { parseModel } from '../models/parse-model.ts'
import { tableFromRows } from '../table/table.ts'
import { checkRows, errorCodes, errors } from './for-tests.ts'
import { checkTable, createChecker } from './index.ts'

const FIELDS = [{ name: 'id', constraints: { required: true } }, { name: 'n', type: 'integer' }, { name: 'note' }]
const HEADER = ['id', 'n', 'note']

describe('rows that are not as wide as the header', () => {
  test('extra and missing cells are told one by one; a missing mandatory one is empty too', () => {
    const report = checkRows({ fields: FIELDS }, [HEADER, ['a', '1', 'x', 'y', ''], ['b'], []])
    expect(errorCodes(report)).toEqual([
      'extra-cell@2',
      'extra-cell@2',
      'missing-cell@3',
      'missing-cell@3',
      'blank-row@4',
    ])
    expect(errors(report)[0]).toMatchObject({
      value: 'y',
      message: 'Cette ligne a 5 cellules pour 3 colonnes : « y » est en trop.',
    })
    expect(errors(report)[2]).toMatchObject({ column: 'n', value: null })
  })
  test('a missing cell is empty whatever the missing values are', () => {
    const fields = [{ name: 'y' }, { name: 'x', constraints: { required: true } }]
    const report = checkRows({ fields, missingValues: ['-'] }, [['y', 'x'], ['a']])
    expect(errorCodes(report)).toEqual(['constraint-error/required@2', 'missing-cell@2'])
  })
  test('a blank row is told once, alone', () => {
    const rows = [HEADER, ['', '', ''], ['a', '1', ''], ['', '', '', '']]
    expect(errorCodes(checkRows({ fields: FIELDS }, rows))).toEqual(['blank-row@2', 'blank-row@4'])
    expect(errorCodes(checkRows({ fields: FIELDS, missingValues: ['', 'NC'] }, [HEADER, ['NC', '', 'NC']]))).toEqual([
      'blank-row@2',
    ])
  })
  test('a value beyond the last column is never taken for a blank row', () => {
    expect(errorCodes(checkRows({ fields: FIELDS }, [HEADER, ['', '', '', 'perdu']]))).toEqual([
      'constraint-error/required@2',
      'extra-cell@2',
    ])
  })
})

describe('the report', () => {
  test('counts what it does not keep', () => {
    const rows = [HEADER, ...Array.from({ length: 50 }, (_, n) => [`i${n}`, 'x', ''])]
    const report = checkRows({ fields: FIELDS }, rows, { maxOfOneKind: 5 })
    expect(report.findings).toHaveLength(5)
    expect(report.counts).toEqual({ 'type-error': 50 })
    expect(report.rows).toBe(50)
    const all = checkRows({ fields: FIELDS }, rows, { maxFindings: 7 })
    expect(all.findings).toHaveLength(7)
  })
  test('is the same from a table and from rows, with the lines of the sheet', () => {
    const model = parseModel({ fields: FIELDS })
    const table = tableFromRows(
      HEADER,
      [
        ['a', 'x', ''],
        ['', '2', ''],
      ],
      { firstLine: 7 },
    )
    expect(errorCodes(checkTable(table, model))).toEqual(['type-error@7', 'constraint-error/required@8'])
    const checker = createChecker(model, HEADER)
    checker.pushRow(['a', 'x', ''], 7)
    checker.pushRow(['', '2', ''], 8)
    expect(checker.end()).toEqual(checkTable(table, model))
  })
})

describe('conformity can always be computed', () => {
  const conformity = (header: string[], ...rows: string[][]) =>
    checkRows({ fields: FIELDS }, [header, ...rows]).conformity

  test('the share of expected cells that conform, rounded down', () => {
    expect(conformity(HEADER, ['a', '1', ''])).toBe(100)
    expect(conformity(HEADER, ['a', 'x', ''], ['b', '1', ''])).toBe(83.3)
    expect(conformity(HEADER, ['', 'x', 'y'])).toBe(33.3)
  })
  test('a missing mandatory column counts for a column of wrong cells', () => {
    expect(conformity(['n', 'note'], ['1', 'x'], ['2', 'y'])).toBe(66.6)
  })
  test('no row, no known column, more errors than cells', () => {
    expect(conformity(HEADER)).toBe(100)
    expect(conformity(['n'])).toBe(0)
    expect(conformity(['autre'], ['x'])).toBe(50)
    expect(conformity(HEADER, ['a', 'x', '', 'b', 'c', 'd', 'e'])).toBe(0)
  })
  test('never 100 with an error', () => {
    const rows = Array.from({ length: 9_000 }, (_, n) => [`i${n}`, n === 0 ? 'x' : '1', ''])
    expect(conformity(HEADER, ...rows)).toBe(99.9)
  })
})
