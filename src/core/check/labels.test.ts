import { describe, expect, test } from 'vitest'
import { checkRows } from './for-tests.ts'

const FIELDS = [{ name: 'id', constraints: { required: true } }, { name: 'nom' }, { name: 'note' }]

/** « level code column » of each finding about a label. */
const labels = (header: string[], schema: object = {}) =>
  checkRows({ fields: FIELDS, ...schema }, [header]).findings.map(({ level, code, column }) =>
    [level, code, column ?? ''].join(' ').trim(),
  )

describe('as Validata (schema_sync) when the schema does not say', () => {
  test('any order; a mandatory column must be there; the rest is told', () => {
    expect(labels(['id', 'nom', 'note'])).toEqual([])
    expect(labels(['note', 'nom', 'id'])).toEqual(['warning incorrect-label-order'])
    expect(labels(['nom', 'note'])).toEqual(['error missing-label id'])
    expect(labels(['id', 'nom', 'autre'])).toEqual(['warning missing-label note', 'warning extra-label autre'])
    expect(labels(['id'])).toEqual(['warning missing-label nom', 'warning missing-label note'])
  })
  test('blank and repeated names are errors', () => {
    expect(labels(['id', '', 'nom', 'note'])).toEqual(['error blank-label'])
    expect(labels(['id', 'nom', 'nom', 'note', 'nom'])).toEqual(['error duplicate-label nom'])
  })
  test('a name with another case, an accent or a space: the fix renames it', () => {
    const { findings } = checkRows({ fields: FIELDS }, [['ID', 'nom', 'note']])
    const [missing, extra] = findings
    expect(missing).toMatchObject({ level: 'error', code: 'missing-label', column: 'id', row: null })
    expect(missing?.fix).toEqual({ type: 'rename', from: 'ID', to: 'id' })
    expect(missing?.message).toBe(
      'Il manque la colonne « id », obligatoire. La colonne « ID » lui ressemble : renommez-la.',
    )
    expect(extra).toMatchObject({ level: 'warning', code: 'extra-label', column: 'ID' })
  })
  test('a name with a letter too few is asked, without a fix; another digit is another column', () => {
    const fields = [
      { name: 'NOMBRE_OCCURRENCES', constraints: { required: true } },
      { name: 'tarif_2h', title: 'Deux heures…' },
    ]
    const { findings } = checkRows({ fields }, [['NOMBRE_OCCURENCES', 'tarif_3h']])
    expect(findings.slice(0, 2).map(({ message, fix }) => [message, fix])).toEqual([
      [
        "Il manque la colonne « NOMBRE_OCCURRENCES », obligatoire. La colonne « NOMBRE_OCCURENCES » a presque ce nom : si c'est elle, renommez-la.",
        undefined,
      ],
      ['Il manque la colonne « tarif_2h ». On y écrit : Deux heures…', undefined],
    ])
  })
  test('two look-alikes: no fix', () => {
    const { findings } = checkRows({ fields: FIELDS }, [['ID', 'Id', 'nom', 'note']])
    expect(findings.some(({ fix }) => fix)).toBe(false)
  })
})

describe('fieldsMatch of Table Schema v2', () => {
  test.each([
    ['exact', ['id', 'nom', 'note'], []],
    ['exact', ['nom', 'id', 'note'], ['error incorrect-label-order']],
    ['exact', ['id', 'nom'], ['error missing-label note']],
    ['exact', ['id', 'nom', 'note', 'x'], ['error extra-label x']],
    ['equal', ['note', 'nom', 'id'], []],
    ['equal', ['id', 'nom', 'note', 'x'], ['error extra-label x']],
    ['equal', ['id', 'nom'], ['error missing-label note']],
    ['subset', ['id', 'nom', 'note', 'x'], ['warning extra-label x']],
    ['subset', ['id', 'nom'], ['error missing-label note']],
    ['superset', ['nom'], ['warning missing-label id', 'warning missing-label note']],
    ['superset', ['nom', 'x'], ['warning missing-label id', 'warning missing-label note', 'error extra-label x']],
    ['partial', ['nom', 'x'], ['warning missing-label id', 'warning missing-label note', 'warning extra-label x']],
    [
      'partial',
      ['x'],
      ['error missing-label id', 'error missing-label nom', 'error missing-label note', 'warning extra-label x'],
    ],
  ])('%s of %j', (fieldsMatch, header, expected) => {
    expect(labels(header, { fieldsMatch })).toEqual(expected)
    expect(labels(header, { fieldsMatch: [fieldsMatch] })).toEqual(expected)
  })
})
