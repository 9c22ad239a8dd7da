import { describe, expect, test } from 'vitest'
import { tableFromRows } from '../table/table.ts'
import { checkRows, errorCodes, errors } from './for-tests.ts'

describe('primary key', () => {
  const fields = [{ name: 'n', type: 'integer' }, { name: 'y' }]
  test('one column: met once, filled, compared after conversion', () => {
    const report = checkRows({ fields, primaryKey: 'n' }, [
      ['n', 'y'],
      ['1', 'a'],
      ['01', 'b'],
      ['', 'c'],
      ['2', 'd'],
      ['x', 'e'],
    ])
    expect(errorCodes(report)).toEqual(['primary-key@3', 'primary-key@4', 'type-error@6', 'primary-key@6'])
    expect(errors(report)[0]?.message).toBe(
      "L'identifiant « 01 » (« n ») est déjà celui de la ligne 2 : il doit être unique.",
    )
  })
  test('several columns: an error only when all are empty, no confusion between them', () => {
    const rows = [
      ['a', 'b', 'c'],
      ['x', 'yz', '1'],
      ['xy', 'z', '2'],
      ['x', '', '3'],
      ['', '', '4'],
      ['x', 'yz', '5'],
    ]
    const report = checkRows({ fields: [{ name: 'a' }, { name: 'b' }, { name: 'c' }], primaryKey: ['a', 'b'] }, rows)
    expect(errorCodes(report)).toEqual(['primary-key@5', 'primary-key@6'])
  })
})

describe('unique keys (Table Schema v2)', () => {
  const fields = [{ name: 'voie' }, { name: 'n', type: 'integer' }, { name: 'nom' }]
  test('met once together, compared after conversion; a missing value is not compared', () => {
    const report = checkRows({ fields, uniqueKeys: [['voie', 'n'], ['nom']] }, [
      ['voie', 'n', 'nom'],
      ['rue A', '1', 'x'],
      ['rue A', '2', 'y'],
      ['rue A', '01', 'z'],
      ['rue A', '', 'w'],
      ['rue A', '', ''],
      ['rue B', '3', 'x'],
    ])
    expect(errorCodes(report)).toEqual(['unique-key@4', 'unique-key@7'])
    expect(errors(report).map(({ column, value, message }) => [column, value, message])).toEqual([
      [
        'voie',
        'rue A',
        '« rue A, 01 » (« voie » et « n ») est déjà à la ligne 2 : ces valeurs ensemble doivent être uniques.',
      ],
      ['nom', 'x', '« x » (« nom ») est déjà à la ligne 2 : chaque valeur de cette colonne doit être unique.'],
    ])
  })
  test('a key whose column the file lacks is told', () => {
    const { findings } = checkRows({ fields, primaryKey: 'nom', uniqueKeys: [['voie', 'n']] }, [['voie'], ['rue A']])
    expect(findings.filter(({ code }) => code === 'carnet/unchecked-rule').map(({ message }) => message)).toEqual([
      "Le modèle veut que « nom » ne se répète pas d'une ligne à l'autre ; ce n'est pas vérifié : il manque la colonne « nom ».",
      "Le modèle veut que « voie » et « n » ne se répètent pas d'une ligne à l'autre ; ce n'est pas vérifié : il manque la colonne « n ».",
    ])
  })
})

describe('foreign keys', () => {
  const key = (resource: string, fields: string | string[], referenced: string | string[]) => ({
    foreignKeys: [{ fields, reference: { resource, fields: referenced } }],
  })
  test('on the table itself, whatever the order of the rows', () => {
    const fields = [
      { name: 'id', type: 'integer' },
      { name: 'parent', type: 'integer' },
    ]
    const rows = [
      ['id', 'parent'],
      ['1', ''],
      ['2', '3'],
      ['3', '01'],
      ['4', '9'],
    ]
    const report = checkRows({ fields, ...key('', 'parent', 'id') }, rows)
    expect(errorCodes(report)).toEqual(['foreign-key@5'])
    expect(errors(report)[0]?.message).toBe(
      "« 9 » n'existe pas dans ce tableau, colonne « id » : écrivez une valeur qui s'y trouve.",
    )
    expect(report.conformity).toBe(87.5)
  })
  test('on a table that is given', () => {
    const communes = tableFromRows(
      ['code', 'nom'],
      [
        ['1', 'Épône'],
        ['2', 'Nézel'],
      ],
    )
    const fields = [{ name: 'commune', type: 'integer' }, { name: 'nom' }]
    const schema = { fields, ...key('communes', ['commune', 'nom'], ['code', 'nom']) }
    const rows = [
      ['commune', 'nom'],
      ['01', 'Épône'],
      ['2', 'Épône'],
      ['2', ''],
    ]
    expect(errorCodes(checkRows(schema, rows, { resources: { communes } }))).toEqual(['foreign-key@3', 'foreign-key@4'])
  })
  test('not checkable: said so', () => {
    const fields = [{ name: 'a' }, { name: 'b' }]
    for (const schema of [key('communes', 'a', 'code'), key('', 'c', 'a'), key('constructor', 'a', 'b')]) {
      const report = checkRows({ fields, ...schema }, [
        ['a', 'b'],
        ['1', '2'],
      ])
      expect(report.valid).toBe(true)
      expect(report.counts).toEqual({ 'carnet/unchecked-rule': 1 })
    }
  })
})
