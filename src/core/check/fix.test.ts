import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkRows, errors } from './for-tests.ts'

const check = (field: object, text: string) => {
  const named = { name: 'v', ...field }
  return errors(checkRows({ fields: [named] }, [[named.name], [text]]))
}

/** What the fix of the first error writes instead of `text`; undefined without a fix. */
function fixed(field: object, text: string): string | undefined {
  const fix = check(field, text)[0]?.fix
  return fix?.type === 'replace-values' ? fix.values[0]?.to : undefined
}

describe('a certain fix', () => {
  test.each([
    [{ type: 'date' }, '17/10/2021', '2021-10-17'],
    [{ type: 'date' }, '2021-10-17T00:00:00', '2021-10-17'],
    [{ type: 'number' }, '12,5', '12.5'],
    [{ type: 'number' }, '1 250,50 €', '1250.50'],
    [{ type: 'integer' }, '12 ', undefined],
    [{ type: 'integer' }, '1 250', '1250'],
    [{ constraints: { enum: ['aide en numéraire', 'aide en nature'] } }, 'Aide en numéraire', 'aide en numéraire'],
    [{ constraints: { enum: ['ROUE', 'CADRE'] } }, ' roue', 'ROUE'],
    [{ type: 'boolean', trueValues: ['oui'], falseValues: ['non'] }, 'Oui', 'oui'],
    [{ type: 'boolean' }, 'VRAI', 'true'],
    [{ name: 'tel', constraints: { pattern: '^(\\+33)\\d{9}$' } }, '02 61 91 13 45', '+33261911345'],
    [
      { name: 'periode', constraints: { pattern: '^\\d{4}-\\d\\d-\\d\\d/\\d{4}-\\d\\d-\\d\\d$' } },
      '2017-01-01_2017-12-31',
      '2017-01-01/2017-12-31',
    ],
    [{ name: 'code_insee', constraints: { pattern: '^([013-9]\\d|2[AB1-9])\\d{3}$' } }, '1004', '01004'],
    [{ name: 'siret', constraints: { pattern: '^\\d{14}$' } }, '830 141 321 00026', '83014132100026'],
    [{ type: 'geopoint', format: 'array' }, '1.81 , 48.95', '[1.81, 48.95]'],
    [{ constraints: { pattern: '^\\S.*\\S$' } }, ' Mairie ', 'Mairie'],
  ])('%j: « %s » becomes « %s »', (field, text, expected) => {
    expect(fixed(field, text)).toBe(expected)
  })
  test('no fix where several meanings remain, or none', () => {
    expect(fixed({ type: 'date' }, '31/02/2021')).toBeUndefined()
    expect(fixed({ type: 'number' }, 'beaucoup')).toBeUndefined()
    expect(fixed({ constraints: { enum: ['a', 'b'] } }, 'c')).toBeUndefined()
    expect(fixed({ constraints: { pattern: '^\\d{14}$' } }, '8301413210002')).toBeUndefined()
  })
  test('the fix is a step on that column', () => {
    expect(check({ type: 'date' }, '17/10/2021')[0]?.fix).toEqual({
      type: 'replace-values',
      column: 'v',
      values: [{ from: '17/10/2021', to: '2021-10-17' }],
    })
  })
})

test('a fix always makes the cell conform', () => {
  const fields = [
    { type: 'date' },
    { type: 'date', format: '%d/%m/%Y' },
    { type: 'number', constraints: { minimum: 0 } },
    { type: 'integer', constraints: { maximum: 100 } },
    { type: 'boolean', trueValues: ['oui'], falseValues: ['non'] },
    { type: 'datetime' },
    { type: 'year' },
    { type: 'geopoint', format: 'array' },
    { constraints: { enum: ['Oui', 'Peut-être', 'ROUE'] } },
    { name: 'telephone', constraints: { pattern: '^\\+33\\d{9}$' } },
    { name: 'siret', constraints: { pattern: '^\\d{14}$' } },
    { name: 'code_postal', constraints: { pattern: '^\\d{5}$' } },
    { name: 'courriel', format: 'email' },
    { constraints: { maxLength: 5, pattern: '[^ ].*' } },
  ]
  const piece = fc.constantFrom(
    ...[
      '12',
      '1',
      '/',
      '-',
      '.',
      ',',
      ' ',
      '2021',
      '10',
      'oui',
      'Non',
      'É',
      'roue',
      'peut-etre',
      '€',
      '06 12 34 56 78',
      ':',
      'h',
      '78680',
      '@epone.fr',
      'mairie',
      '\u00a0',
      '830 141 321 00026',
      '[',
      ']',
      '48.95',
      '1.81',
    ],
  )
  const text = fc.array(piece, { minLength: 1, maxLength: 6 }).map(parts => parts.join(''))
  fc.assert(
    fc.property(fc.constantFrom(...fields), text, (field, text) => {
      for (const { fix } of check(field, text)) {
        if (fix?.type !== 'replace-values') continue
        const { to } = fix.values[0]!
        expect(to).not.toBe(text)
        expect(check(field, to)).toEqual([])
      }
    }),
    { numRuns: 2_000 },
  )
})
