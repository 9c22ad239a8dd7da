import { describe, expect, test } from 'vitest'
import { checkColumn, checkRows, errorCodes } from '../for-tests.ts'

/** The codes of the errors on each value, or '' when it passes. */
function judged(name: string, values: readonly string[], field: object = {}, params: object = {}): string[] {
  const report = checkColumn(field, values, { custom_checks: [{ name, params: { column: 'x', ...params } }] })
  return values.map((_, index) =>
    report.findings
      .filter(({ row, level }) => row === index + 2 && level === 'error')
      .map(({ code }) => code)
      .join(),
  )
}

const passing = (name: string, values: readonly string[], field?: object, params?: object) =>
  values.filter((_, index) => judged(name, values, field, params)[index] === '')

describe('french-siret-value, french-siren-value', () => {
  test('fourteen digits with their key, spaces allowed', () => {
    const values = [
      '83014132100026',
      '830 141 321 00026',
      '83014132100027',
      '8301413210002',
      '529173188',
      'x',
      '35600000049837',
    ]
    expect(passing('french-siret-value', values)).toEqual(['83014132100026', '830 141 321 00026', '35600000049837'])
  })
  test('nine digits with their key', () => {
    expect(passing('french-siren-value', ['529173189', '529 173 189', '529173188', '123456789', '52917318'])).toEqual([
      '529173189',
      '529 173 189',
    ])
  })
})

test('phone-number-value: French numbers, short ones, international ones', () => {
  const good = [
    '02 61 91 13 45',
    '0261911345',
    '  026  191  13  45  ',
    '+33 2 61 91 13 45',
    '115',
    '3949',
    '+32 2 555 12 12',
  ]
  expect(passing('phone-number-value', [...good, '619 13 45', '02 61 91 13', '00', 'mairie'])).toEqual(good)
})

test('opening-hours-value', () => {
  const good = ['24/7', 'Mo-Fr', 'Mo-Fr 09:00-12:00,14:00-17:30']
  expect(passing('opening-hours-value', [...good, 'Lu-Ve', 'lundi à dimanche', 'true'])).toEqual(good)
})

test('nomenclature-actes-value: a known subject, then « / » without spaces', () => {
  const good = [
    'Finances locales/Subventions',
    'finances LOCALES/x',
    'Domaines de competences par themes/Culture',
    'Urbanisme/a/b',
  ]
  const bad = ['Finances locales', 'Finances locales /x', 'Finances locales/ x', 'Urbanisme/a/ b', 'Sport/x', '/x']
  expect(passing('nomenclature-actes-value', [...good, ...bad])).toEqual(good)
})

test('year-interval-value', () => {
  const values = ['2025/2026', '2026', '2026/2025', '2026/2026', '2025-2026', '25/26', '2025/2026/2027']
  expect(passing('year-interval-value', values)).toEqual(['2025/2026'])
  expect(passing('year-interval-value', values, {}, { 'allow-year-only': 'yes' })).toEqual(['2025/2026', '2026'])
  expect(passing('year-interval-value', values, {}, { 'allow-year-only': 'true' })).toEqual(['2025/2026', '2026'])
  expect(passing('year-interval-value', values, {}, { 'allow-year-only': 'no' })).toEqual(['2025/2026'])
})

test('french-gps-coordinates: in one of six boxes, turned over, or elsewhere', () => {
  const values = ['[1.81, 48.95]', '[48.95, 1.81]', '[55.5, -21.1]', '[13.4, 52.5]', '[0, 0]', '[-63.05, 18.07]']
  expect(judged('french-gps-coordinates', values, { type: 'geopoint', format: 'array' })).toEqual([
    '',
    'reversed-french-gps-coordinates',
    '',
    'french-gps-coordinates',
    'french-gps-coordinates',
    'french-gps-coordinates',
  ])
})

describe('what every check looks away from', () => {
  const custom = { custom_checks: [{ name: 'french-siren-value', params: { column: 'x' } }] }
  test('an empty cell, a cell of another type, an absent column', () => {
    const fields = [{ name: 'x', type: 'integer' }, { name: 'y' }]
    expect(
      errorCodes(
        checkRows({ fields, ...custom }, [
          ['x', 'y'],
          ['', 'a'],
          ['abc', 'a'],
        ]),
      ),
    ).toEqual(['type-error@3'])
    expect(errorCodes(checkRows({ fields, ...custom }, [['y'], ['a']]))).toEqual([])
  })
  test('it is made beside the constraints, and on a column that the schema does not describe', () => {
    const field = { constraints: { pattern: '^\\d{14}$' } }
    expect(errorCodes(checkColumn(field, ['123'], custom))).toEqual([
      'constraint-error/pattern@2',
      'french-siren-value@2',
    ])
    expect(
      errorCodes(
        checkRows({ fields: [{ name: 'y' }], ...custom }, [
          ['y', 'x'],
          ['a', '123'],
        ]),
      ),
    ).toEqual(['french-siren-value@2'])
  })
  test('a check that is not known is told, and is not the town’s error', () => {
    const report = checkColumn({}, ['a'], {
      custom_checks: [{ name: 'french_gps_coordinates', params: { column: 'x' } }],
    })
    expect(report.valid).toBe(true)
    expect(report.findings.map(({ level, code }) => `${level} ${code}`)).toEqual(['warning check-error'])
  })
  test('a check without its column is told', () => {
    const report = checkColumn({}, ['a'], { custom_checks: [{ name: 'french-siren-value' }] })
    expect(report.counts).toEqual({ 'carnet/unchecked-rule': 1 })
  })
})
