import { describe, expect, test } from 'vitest'
import { loadCommunes } from '../../../adapters/communes/load.ts'
import { checkRows, ownCodes } from '../for-tests.ts'

/** Carnet's own findings on a column of this name. */
const own = (
  field: { readonly name: string; readonly [key: string]: unknown },
  values: readonly string[],
  options = {},
) =>
  ownCodes(
    checkRows(
      { fields: [{ name: 'autre' }, field] },
      [['autre', field.name], ...values.map((value, n) => [`r${n}`, value])],
      options,
    ),
  )

describe('SIRET and SIREN', () => {
  test('the last digits that a spreadsheet replaced by zeros', () => {
    const values = [
      '21860194600000',
      '2.18601946E+13',
      '21860194600000.0',
      '83014132100026',
      '21780217200000',
      '35600000000048',
    ]
    expect(own({ name: 'SIRET' }, values)).toEqual([
      'broken-siret@2',
      'broken-siret@3',
      'broken-siret@4',
      'broken-siret@6',
    ])
  })
  test('the number of another commune', () => {
    const communes = loadCommunes()
    const epone = communes.byInsee('78217')!
    const nezel = communes.byInsee('78451')!
    const town = { insee: epone.code, name: epone.name, postcodes: epone.postcodes, siren: epone.siren! }
    const values = [epone.siren!, nezel.siren!, '529173189', 'x']
    expect(own({ name: 'siren_mairie' }, values, { town, communes })).toEqual(['foreign-siren@3'])
    expect(own({ name: 'siren_mairie' }, values, { communes })).toEqual([])
    const { findings } = checkRows({ fields: [{ name: 'siren_mairie' }] }, [['siren_mairie'], [nezel.siren!]], {
      town,
      communes,
    })
    expect(findings[0]?.message).toContain('« Nézel », pas celui de « Épône »')
  })
})

describe('codes that lost their zero', () => {
  const communes = loadCommunes()
  test('told where the model lets them through, with the zero back', () => {
    const rows = [['code_postal'], ['1250'], ['01250'], ['78680'], ['999']]
    const report = checkRows({ fields: [{ name: 'code_postal' }] }, rows, { communes })
    expect(ownCodes(report)).toEqual(['lost-zeros@2'])
    expect(report.findings[0]?.fix).toEqual({
      type: 'replace-values',
      column: 'code_postal',
      values: [{ from: '1250', to: '01250' }],
    })
  })
  test('where the model refuses them, its error carries the fix', () => {
    const field = { name: 'insee', constraints: { pattern: '^([013-9]\\d|2[AB1-9])\\d{3}$' } }
    const { findings } = checkRows({ fields: [field] }, [['insee'], ['1004']], { communes })
    expect(findings.map(({ code }) => code)).toEqual(['constraint-error/pattern'])
    expect(findings[0]?.fix).toBeDefined()
  })
})

describe('hours that a pattern lets through', () => {
  const field = { name: 'horaires', constraints: { pattern: '^[A-Za-z0-9:,;/ -]+$' } }
  test('broken ones are told, real ones are not', () => {
    const broken = ['Mo 08:00-20:00, We 08:00-20', 'Su 0:00', 'Th 08:00-20:008:00-20:00', 'Mo-Fr 25:00-26:00']
    const real = ['24/7', 'Mo-Fr 09:00-12:00,14:00-17:30', 'Mo-Fr 08:00-12:00; Sa 09:00-12:00', 'Tu,Th 18:00-02:00']
    expect(own(field, [...broken, ...real])).toEqual(broken.map((_, n) => `broken-hours@${n + 2}`))
  })
  test('an error of the model is not told twice', () => {
    expect(own(field, ['lundi à dimanche ?'])).toEqual([])
  })
})

describe('rows and identifiers written twice', () => {
  const fields = [{ name: 'id', constraints: { unique: true } }, { name: 'nom' }]
  test('the same row', () => {
    const rows = [
      ['id', 'nom'],
      ['a', 'x'],
      ['b', 'x'],
      ['a', 'x'],
      ['x', 'a'],
      ['', 'ax'],
    ]
    expect(ownCodes(checkRows({ fields: [{ name: 'id' }, { name: 'nom' }] }, rows))).toEqual(['duplicate-row@4'])
  })
  test('nearly the same identifier', () => {
    const rows = [
      ['id', 'nom'],
      ['FR*A01', 'a'],
      ['fr a01', 'b'],
      ['FR*A02', 'c'],
      ['É1', 'd'],
      ['e-1', 'e'],
      ['', 'f'],
      ['-', 'g'],
    ]
    expect(ownCodes(checkRows({ fields }, rows))).toEqual(['near-duplicate-id@3', 'near-duplicate-id@6'])
    expect(ownCodes(checkRows({ fields: [{ name: 'nom' }] }, [['nom'], ['Épône'], ['EPONE']]))).toEqual([])
    expect(
      ownCodes(
        checkRows({ fields, primaryKey: 'nom' }, [
          ['id', 'nom'],
          ['1', 'A'],
          ['2', 'a'],
        ]),
      ),
    ).toEqual(['near-duplicate-id@3'])
  })
})

test('cells moved by one column', () => {
  const fields = [
    { name: 'nom' },
    { name: 'voie' },
    { name: 'cp', constraints: { pattern: '^\\d{5}$' } },
    { name: 'ville', constraints: { pattern: '^\\D+$' } },
    { name: 'places', type: 'integer' },
    { name: 'date', type: 'date' },
  ]
  const header = fields.map(field => field.name)
  const rows = [
    header,
    ['Gare', 'rue A', '78680', 'Épône', '12', '2026-01-02'],
    ['Gare', 'rue A', 'bât. B', '78680', 'Épône', '12'],
    ['Gare', 'rue A', 'x', '1', 'douze', 'hier'],
  ]
  expect(ownCodes(checkRows({ fields }, rows))).toEqual(['shifted-cells@3'])
})

describe('texts', () => {
  test('mojibake, undone when it is certain', () => {
    const rows = [
      ['nom'],
      ['notifiÃ©e Ã  l’Europe'],
      ['École'],
      ['Ville de GenÃ¨ve'],
      ['perdu\uFFFDe'],
      ['Ângela'],
      ['NÅRD'],
      ['ProvenchÃƒÆ’Ã‚Â¨res'],
    ]
    const report = checkRows({ fields: [{ name: 'nom' }] }, rows)
    expect(ownCodes(report)).toEqual(['mojibake@2', 'mojibake@4', 'mojibake@5', 'mojibake@8'])
    expect(report.findings[1]?.fix).toEqual({
      type: 'replace-values',
      column: 'nom',
      values: [{ from: 'Ville de GenÃ¨ve', to: 'Ville de Genève' }],
    })
    expect(report.findings[2]?.fix).toBeUndefined()
    for (const { fix } of report.findings)
      if (fix?.type === 'replace-values') expect(fix.values[0]?.to).not.toContain('Ã')
  })
  test('formulas and error messages of spreadsheets', () => {
    const values = ['=A1+B2', '=SOMME(A1:A3)', '#REF!', '#N/A', '#VALEUR!', '=', '= égal', '#1', 'a=b', '#sport']
    expect(own({ name: 'note' }, values)).toEqual([2, 3, 4, 5, 6].map(row => `formula-text@${row}`))
  })
})

describe('dates that do not go with the others', () => {
  const dates = (...values: string[]) => own({ name: 'quand', type: 'date' }, values)
  const spring = [
    '2026-03-13',
    '2026-03-20',
    '2026-03-27',
    '2026-04-14',
    '2026-04-21',
    '2026-04-28',
    '2026-05-15',
    '2026-05-22',
  ]
  test('day and month turned over', () => {
    expect(dates(...spring, '2026-11-04')).toEqual(['flipped-date@10'])
    expect(dates(...spring, '2026-04-11', '2026-05-05')).toEqual([])
    // A few weeks before or after the others is nothing to tell.
    expect(dates(...spring, '2026-02-04', '2026-06-05')).toEqual([])
  })
  test('nothing is said of a column that spreads, nor of a few dates', () => {
    expect(dates(...spring, '2024-01-20', '2026-11-04')).toEqual([])
    expect(dates('2026-03-13', '2026-11-04')).toEqual([])
  })
  test('a year apart from all the others', () => {
    expect(dates(...spring, '2026-03-14', '2026-03-15', '2006-03-14')).toEqual(['odd-year@12'])
    expect(dates(...spring, '2026-03-14', '2026-03-15', '2025-03-14')).toEqual([])
  })
})
