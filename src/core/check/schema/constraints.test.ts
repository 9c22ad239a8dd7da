import { describe, expect, test } from 'vitest'
import { checkColumn, checkRows, errorCodes } from '../for-tests.ts'

const codes = (field: object, values: readonly string[], schema: object = {}) =>
  errorCodes(checkColumn(field, values, schema)).map(code => code.replace('constraint-error/', ''))

describe('required, unique and missing values', () => {
  test('required looks at missing values, nothing else does', () => {
    const field = { type: 'integer', constraints: { required: true, minimum: 3 } }
    expect(codes({ ...field, name: 'x' }, ['3', '2'])).toEqual(['minimum@3'])
    const report = checkRows({ fields: [{ name: 'x', ...field }, { name: 'y' }] }, [
      ['x', 'y'],
      ['', 'a'],
      ['4', 'b'],
    ])
    expect(errorCodes(report)).toEqual(['constraint-error/required@2'])
  })
  test('of the schema, of the field, and v2’s objects', () => {
    const rows = [
      ['x', 'y'],
      ['NC', 'a'],
      ['-', 'b'],
      ['', 'c'],
    ]
    const check = (schema: object, field: object) =>
      errorCodes(checkRows({ ...schema, fields: [{ name: 'x', type: 'integer', ...field }, { name: 'y' }] }, rows))
    expect(check({ missingValues: ['', 'NC', '-'] }, {})).toEqual([])
    expect(check({ missingValues: ['', 'NC'] }, {})).toEqual(['type-error@3'])
    expect(check({ missingValues: ['', 'NC'] }, { missingValues: ['-'] })).toEqual(['type-error@2', 'type-error@4'])
    const labelled = [{ value: '', label: 'vide' }, { value: 'NC', label: 'non connu' }, '-']
    expect(check({ missingValues: labelled }, {})).toEqual([])
    expect(check({}, { missingValues: labelled })).toEqual([])
  })
  test('unique compares converted values, empty ones aside', () => {
    expect(codes({ type: 'integer', constraints: { unique: true } }, ['1', '01', '2', '1'])).toEqual([
      'unique@3',
      'unique@5',
    ])
    expect(codes({ constraints: { unique: true } }, ['a', 'A', 'a'])).toEqual(['unique@4'])
  })
})

describe('lengths', () => {
  test('characters as Python counts them', () => {
    expect(codes({ constraints: { minLength: 2, maxLength: 3 } }, ['a', 'ab', 'abc', 'abcd', '🌳🌳🌳', 'éé'])).toEqual([
      'minLength@2',
      'maxLength@5',
    ])
  })
  test('items of a list', () => {
    expect(codes({ type: 'array', constraints: { minLength: 2 } }, ['["a"]', '["a","b"]'])).toEqual(['minLength@2'])
    expect(codes({ type: 'list', constraints: { maxLength: 1 } }, ['a', 'a,b'])).toEqual(['maxLength@3'])
  })
  test('on a number: said to be unchecked', () => {
    const report = checkColumn({ type: 'integer', constraints: { minLength: 2 } }, ['1'])
    expect(report.valid).toBe(true)
    expect(report.findings.map(({ code, level }) => `${level} ${code}`)).toEqual(['advice carnet/unchecked-rule'])
  })
})

describe('bounds', () => {
  test.each([
    [
      { type: 'number', constraints: { minimum: 0, maximum: '2.5' } },
      ['-0.1', '0', '2.5', '2.51', 'nan', 'inf'],
      ['minimum@2', 'maximum@5', 'minimum@6', 'maximum@6', 'maximum@7'],
    ],
    [
      { type: 'integer', constraints: { exclusiveMinimum: 0, exclusiveMaximum: 3 } },
      ['0', '1', '2', '3'],
      ['exclusiveMinimum@2', 'exclusiveMaximum@5'],
    ],
    [{ type: 'date', constraints: { minimum: '2020-01-01' } }, ['2019-12-31', '2020-1-1'], ['minimum@2']],
    [
      { type: 'date', format: '%d/%m/%Y', constraints: { maximum: '2020-01-31' } },
      ['31/01/2020', '01/02/2020'],
      ['maximum@3'],
    ],
    [
      { type: 'datetime', constraints: { maximum: '2020-01-01T00:00:00Z' } },
      ['2020-01-01T00:30:00+01:00', '2020-01-01T00:30:00Z'],
      ['maximum@3'],
    ],
    [{ type: 'time', constraints: { minimum: '08:00:00' } }, ['07:59:59', '08:00:00'], ['minimum@2']],
    [
      { type: 'year', constraints: { minimum: 2000, maximum: 2030 } },
      ['1999', '2030', '2031'],
      ['minimum@2', 'maximum@4'],
    ],
    [{ type: 'yearmonth', constraints: { maximum: '2026-02' } }, ['2026-2', '2026-10'], ['maximum@3']],
    [{ type: 'duration', constraints: { maximum: 'P9D' } }, ['P2D', 'P10D', 'PT24H'], ['maximum@3']],
  ])('%j', (field, values, expected) => {
    expect(codes(field, values)).toEqual(expected)
  })
  test('a bound that is none of the type, or of a type without order: unchecked', () => {
    for (const field of [
      { type: 'integer', constraints: { minimum: 'zéro' } },
      { type: 'string', constraints: { minimum: 1 } },
    ]) {
      const report = checkColumn(field, ['1'])
      expect(report.valid).toBe(true)
      expect(report.counts).toEqual({ 'carnet/unchecked-rule': 1 })
    }
  })
})

describe('pattern, enum, categories, jsonSchema', () => {
  test('a pattern judges texts alone, and what is not checkable is told', () => {
    expect(codes({ constraints: { pattern: '[A-Z]{2}' } }, ['AB', 'ABC', 'ab'])).toEqual(['pattern@3', 'pattern@4'])
    const number = checkColumn({ type: 'integer', constraints: { pattern: '\\d' } }, ['12'])
    expect(number.counts).toEqual({ 'carnet/unchecked-rule': 1 })
    const hanging = checkColumn({ constraints: { pattern: '((a+)+)\\1' } }, ['b'])
    expect(hanging.valid).toBe(true)
    expect(hanging.findings[0]?.message).toContain('temps sans fin')
  })
  test('one text too long for its pattern is told, and is no error', () => {
    const report = checkColumn({ constraints: { pattern: '(?!b).*a.*' } }, ['a', 'a'.repeat(50_000)])
    expect(report.valid).toBe(true)
    expect(report.findings.map(({ code, row }) => `${code}@${row}`)).toEqual(['carnet/unchecked-rule@3'])
  })
  test('enum after conversion', () => {
    expect(codes({ constraints: { enum: ['oui', 'non'] } }, ['oui', 'Oui', ' oui'])).toEqual(['enum@3', 'enum@4'])
    expect(codes({ type: 'integer', constraints: { enum: [1, '2'] } }, ['01', '2', '3'])).toEqual(['enum@4'])
    expect(codes({ type: 'number', constraints: { enum: ['1.0'] } }, ['1', '1.00', '1.1'])).toEqual(['enum@4'])
    expect(
      codes({ type: 'boolean', trueValues: ['oui'], falseValues: ['non'], constraints: { enum: [true] } }, [
        'oui',
        'non',
      ]),
    ).toEqual(['enum@3'])
    expect(codes({ type: 'array', constraints: { enum: ['["a"]'] } }, ['[ "a" ]', '["b"]'])).toEqual(['enum@3'])
  })
  test('v2’s categories are permitted values', () => {
    expect(codes({ categories: ['pomme', { value: 'poire', label: 'Poire' }] }, ['pomme', 'poire', 'prune'])).toEqual([
      'enum@4',
    ])
    expect(codes({ type: 'integer', categories: [{ value: 1, label: 'un' }] }, ['1', '2'])).toEqual(['enum@3'])
  })
  test('jsonSchema is told to be unchecked', () => {
    const report = checkColumn({ type: 'object', constraints: { jsonSchema: { type: 'object' } } }, ['{}'])
    expect(report.valid).toBe(true)
    expect(report.findings[0]?.message).toContain('jsonSchema')
  })
  test('a wrong type silences the constraints; several constraints are all told', () => {
    expect(codes({ type: 'integer', constraints: { minimum: 3, enum: ['5'] } }, ['x', '2'])).toEqual([
      'type-error@2',
      'minimum@3',
      'enum@3',
    ])
  })
})

describe('arrayItem', () => {
  test('each item follows its own rules, told once a code', () => {
    const field = { type: 'array', arrayItem: { type: 'string', constraints: { enum: ['a', 'b'] } } }
    expect(codes(field, ['["a","b"]', '["a","c","d"]', '["c"]', '[1]', '[]'])).toEqual([
      'enum@3',
      'enum@4',
      'type-error@5',
    ])
    expect(codes({ type: 'array', arrayItem: { type: 'integer' } }, ['[1,2]', '[1,"x"]'])).toEqual(['type-error@3'])
  })
})

describe('traps of real schemas', () => {
  test('`contraints`, rules beside `constraints`, unknown keys', () => {
    for (const field of [
      { contraints: { pattern: '\\d+' } },
      { enum: ['a'], pattern: '\\d+' },
      { type: 'array', arrayItem: { type: 'string', enum: ['b'] } },
      { type: 'integer', contraints: { maximum: 3, required: true } },
    ]) {
      const { valid, findings } = checkColumn(field, [field.type === 'array' ? '["a"]' : field.type ? '4' : 'a'])
      expect(valid).toBe(true)
      expect(findings.map(({ level, code }) => `${level} ${code.replace(/pattern|enum|maximum/, '…')}`)).toEqual([
        'warning constraint-error/…',
      ])
    }
    expect(codes({ contraints: { pattern: 'x' }, constraints: { pattern: 'b' } }, ['a'])).toEqual(['pattern@2'])
    expect(codes({ constraints: { nullable: true, maxProperties: 3 }, floatNumber: true }, ['a'])).toEqual([])
  })
})
