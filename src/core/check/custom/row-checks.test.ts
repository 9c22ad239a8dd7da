import { describe, expect, test } from 'vitest'
import { checkRows, errorCodes, errors } from '../for-tests.ts'

const check = (name: string, params: object, fields: object[], rows: string[][]) =>
  checkRows({ fields, custom_checks: [{ name, params }] }, rows)

describe('compare-columns-value', () => {
  const run = (type: string | [string, string], op: string, a: string, b: string) => {
    const [left, right] = typeof type === 'string' ? [type, type] : type
    const fields = [
      { name: 'a', type: left },
      { name: 'b', type: right },
    ]
    const params = { column: 'a', op, column2: 'b' }
    return errorCodes(
      check('compare-columns-value', params, fields, [
        ['a', 'b'],
        [a, b],
      ]),
    )
  }
  const WRONG = ['compare-columns-value@2']

  test('every order, on numbers', () => {
    const holds = ['>', '>=', '==', '<=', '<'].map(op =>
      ['1', '2', '10'].map(a => run('integer', op, a, '2').length === 0),
    )
    expect(holds).toEqual([
      [false, false, true],
      [false, true, true],
      [false, true, false],
      [true, true, false],
      [true, false, false],
    ])
  })
  test('texts that are numbers by size, other texts by their letters', () => {
    expect(run('string', '<', '9', '10')).toEqual([])
    expect(run('string', '<', ' 9.5 ', '1e1')).toEqual([])
    expect(run('string', '<', 'abc', 'abd')).toEqual([])
    expect(run('string', '<', '9', '10 ans')).toEqual(WRONG)
    expect(run(['integer', 'string'], '<', '9', '10')).toEqual([])
  })
  test('dates by their day; what is not of one nature cannot be compared', () => {
    expect(run('date', '>=', '2026-03-10', '2026-3-9')).toEqual([])
    expect(run('date', '>=', '2026-03-09', '2026-03-10')).toEqual(WRONG)
    expect(run(['date', 'string'], '>=', '2026-03-09', '2026-03-09')).toEqual(WRONG)
    expect(run(['integer', 'string'], '>=', '2', 'x')).toEqual(WRONG)
    expect(run(['year', 'integer'], '>=', '2026', '2026')).toEqual([])
    expect(run(['boolean', 'integer'], '>=', '1', '1')).toEqual(WRONG)
  })
  test('not when one is empty or of another type', () => {
    expect(run('integer', '>', '', '2')).toEqual([])
    expect(run('integer', '>', 'x', '2')).toEqual(['type-error@2'])
  })
  test('the sentence says the two values and the order', () => {
    const fields = [
      { name: 'pref', type: 'date' },
      { name: 'delib', type: 'date' },
    ]
    const params = { column: 'pref', op: '>=', column2: 'delib' }
    const report = check('compare-columns-value', params, fields, [
      ['pref', 'delib'],
      ['2026-03-09', '2026-03-10'],
    ])
    expect(errors(report)[0]).toMatchObject({
      column: 'pref',
      value: '2026-03-09',
      message: '« 2026-03-09 » (pref) devrait être le même jour ou après « 2026-03-10 » (delib).',
    })
  })
  test('one of the columns is missing: the check cannot be made; both: nothing is said', () => {
    const fields = [{ name: 'a' }, { name: 'b' }, { name: 'c' }]
    const params = { column: 'a', op: '>', column2: 'b' }
    expect(
      errorCodes(
        check('compare-columns-value', params, fields, [
          ['a', 'c'],
          ['1', '2'],
        ]),
      ),
    ).toEqual(['check-error@'])
    expect(errorCodes(check('compare-columns-value', params, fields, [['c'], ['1']]))).toEqual([])
  })
  test('an order that is none is told', () => {
    const report = check(
      'compare-columns-value',
      { column: 'a', op: '=>', column2: 'b' },
      [{ name: 'a' }, { name: 'b' }],
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    )
    expect(report.valid).toBe(true)
    expect(report.counts).toEqual({ 'carnet/unchecked-rule': 1 })
  })
})

test('sum-columns-value: whole numbers, when all are there', () => {
  const fields = ['total', 'a', 'b'].map(name => ({ name, type: 'number' }))
  const rows = [
    ['total', 'a', 'b'],
    ['3', '1', '2'],
    ['4', '1', '2'],
    ['3.9', '1', '2.5'],
    ['4', '', '2'],
    ['x', '1', '2'],
  ]
  const params = { column: 'total', columns: ['a', 'b'] }
  expect(errorCodes(check('sum-columns-value', params, fields, rows))).toEqual(['sum-columns-value@3', 'type-error@6'])
  expect(errorCodes(check('sum-columns-value', params, fields, [['total'], ['1']]))).toEqual([
    'check-error@',
    'check-error@',
  ])
})

test('cohesive-columns-value: all filled or all empty; a cell of another type is empty', () => {
  const fields = [{ name: 'a' }, { name: 'b' }, { name: 'n', type: 'integer' }, { name: 'z' }]
  const rows = [
    ['a', 'b', 'n', 'z'],
    ['1', '2', '3', 'z'],
    ['', '', '', 'z'],
    ['1', '', '3', 'z'],
    ['1', '2', 'x', 'z'],
  ]
  const report = check('cohesive-columns-value', { column: 'a', othercolumns: ['b', 'n'] }, fields, rows)
  expect(errorCodes(report)).toEqual(['cohesive-columns-value@4', 'type-error@5', 'cohesive-columns-value@5'])
  expect(errors(report)[0]?.message).toBe(
    'Les colonnes « a », « b », « n » doivent être toutes remplies ou toutes vides : il manque « b ».',
  )
  expect(errors(report)[2]?.message).toMatch(/toutes vides : « n » ne se lit pas\.$/)
})

describe('one-of-required', () => {
  const fields = [{ name: 'rna' }, { name: 'siret' }, { name: 'nom' }]
  const run = (rows: string[][], params: object = { column1: 'rna', column2: 'siret' }) =>
    errorCodes(check('one-of-required', params, fields, rows))
  test('at least one is filled', () => {
    const rows = [
      ['rna', 'siret', 'nom'],
      ['W1', '', 'a'],
      ['', '2', 'b'],
      ['W1', '2', 'c'],
      ['', '', 'd'],
    ]
    expect(run(rows)).toEqual(['one-of-required@5'])
    expect(run(rows, { column: 'rna', column2: 'siret' })).toEqual(['one-of-required@5'])
  })
  test('one column is missing: the other must be filled; both: one error on the structure', () => {
    expect(
      run([
        ['rna', 'nom'],
        ['W1', 'a'],
        ['', 'b'],
      ]),
    ).toEqual(['one-of-required@3'])
    expect(run([['nom'], ['a'], ['b']])).toEqual(['one-of-required@'])
  })
})
