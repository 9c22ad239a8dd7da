import { describe, expect, test } from 'vitest'
import { InvalidModel, parseModel } from './parse-model.ts'
import { toTableSchema } from './to-table-schema.ts'

const field = (raw: object) => parseModel({ fields: [{ name: 'x', ...raw }] }).fields[0]!

describe('the door of Table Schemas', () => {
  test('a version with or without its v', () => {
    const version = (raw: unknown) => parseModel({ version: raw, fields: [{ name: 'x' }] }).version
    expect(['v2.3.0', '2.1.5', 3, null, 'vite'].map(version)).toEqual(['2.3.0', '2.1.5', '3', '', 'vite'])
  })
  test('defaults', () => {
    expect(field({})).toMatchObject({
      type: 'string',
      format: 'default',
      decimalChar: '.',
      groupChar: '',
      bareNumber: true,
    })
    expect(field({ type: 'boolean' }).trueValues).toEqual(['true', 'True', 'TRUE', '1'])
    expect(parseModel({ fields: [{ name: 'x' }] })).toMatchObject({
      missingValues: [''],
      fieldsMatch: 'sync',
      primaryKey: [],
    })
  })
  test('`example`, `exemple`, `examples`, of any kind', () => {
    expect(
      [field({ example: 1 }), field({ exemple: 'a' }), field({ examples: ['a', true] }), field({ example: null })].map(
        one => one.examples,
      ),
    ).toEqual([['1'], ['a'], ['a', 'true'], []])
  })
  test('rules that the schema misspells or misplaces are read, and marked so', () => {
    expect(field({ contraints: { minimum: 3, required: true } })).toMatchObject({
      constraints: { minimum: '3' },
      misplaced: ['minimum'],
    })
    expect(field({ enum: ['a'], constraints: { pattern: 'b' } })).toMatchObject({
      constraints: { enum: ['a'], pattern: 'b' },
      misplaced: ['enum'],
    })
    expect(field({ constraints: { required: 'true', minLength: '2' } })).toMatchObject({
      constraints: { required: true, minLength: 2 },
    })
    expect(field({ constraints: { required: true } }).misplaced).toBeUndefined()
  })
  test('what is not understood is told, never skipped in silence', () => {
    const { remarks, fields } = parseModel({
      fields: [
        { name: 'x', type: 'couleur' },
        { name: 'y', constraints: { enum: 'a', minLength: -1 } },
        { name: 'z', arrayItem: 3 },
      ],
      custom_checks: ['french-siren-value'],
    })
    expect(fields[0]?.type).toBe('any')
    expect(remarks).toHaveLength(4)
    for (const remark of remarks) expect(remark).toMatch(/(?:vérifiée?s?)\.$/)
  })
  test('keys: a name or a list; fieldsMatch: a text or a list of one', () => {
    const model = parseModel({
      fields: [{ name: 'x' }],
      primaryKey: 'x',
      foreignKeys: [{ fields: 'x', reference: { fields: 'y' } }],
      fieldsMatch: ['subset'],
    })
    expect(model).toMatchObject({
      primaryKey: ['x'],
      foreignKeys: [{ fields: ['x'], resource: '', referenceFields: ['y'] }],
      fieldsMatch: 'subset',
    })
  })
  test('a name of an object’s own prototype is a name as another', () => {
    expect(
      parseModel({ fields: [{ name: 'constructor' }, { name: '__proto__' }] }, { fields: {} }).fields.map(
        ({ name }) => name,
      ),
    ).toEqual(['constructor', '__proto__'])
  })
  test.each([
    [null, 'Table Schema'],
    ['texte', 'Table Schema'],
    [[], 'Table Schema'],
    [{}, 'fields'],
    [{ fields: [] }, 'aucune colonne'],
    [{ fields: [{}] }, 'n° 1'],
    [{ resources: [] }, 'data package'],
    [{ properties: {} }, 'JSON Schema'],
    [{ $ref: 'x' }, 'renvoie'],
  ])('%j is no model: one French sentence', (raw, said) => {
    expect(() => parseModel(raw)).toThrow(InvalidModel)
    expect(() => parseModel(raw)).toThrow(said)
  })
  test('what the door does not understand is told, not dropped', () => {
    const { remarks } = parseModel({
      fields: [
        { name: 'a', constraints: 'required', missingValues: 'NC', categories: 'rouge' },
        { name: 'b', type: ['string'], constraints: { required: true } },
      ],
      foreignKeys: { fields: 'a' },
      uniqueKeys: 'a',
      fieldsMatch: 'identique',
    })
    expect(remarks.map(remark => /« [^»]+ »(?: de la colonne « . »)?/.exec(remark)?.[0])).toEqual([
      '« foreignKeys »',
      '« uniqueKeys »',
      '« constraints » de la colonne « a »',
      '« missingValues » de la colonne « a »',
      '« categories » de la colonne « a »',
      '« type » de la colonne « b »',
      '« fieldsMatch »',
    ])
  })
  test('a column described twice is told', () => {
    expect(parseModel({ fields: [{ name: 'a' }, { name: 'a', type: 'integer' }] }).remarks).toEqual([
      'Le modèle décrit plusieurs fois la colonne « a » : seule la dernière description est appliquée.',
    ])
  })
  test('written again as a Table Schema, it reads the same', () => {
    const raw = {
      name: 'bancs',
      title: 'Bancs',
      version: '1.0',
      fields: [
        { name: 'id', type: 'string', constraints: { required: true, pattern: 'B\\d+' } },
        { name: 'n', type: 'integer', constraints: { minimum: 1, maximum: 9 }, missingValues: ['NC'] },
        { name: 'ok', type: 'boolean', trueValues: ['oui'], falseValues: ['non'] },
        { name: 'prix', type: 'number', decimalChar: ',', groupChar: ' ', bareNumber: false },
        { name: 'mots', type: 'array', arrayItem: { type: 'string', constraints: { enum: ['a'] } } },
      ],
      missingValues: ['', '-'],
      primaryKey: ['id'],
      uniqueKeys: [['n', 'ok']],
      custom_checks: [{ name: 'french-siren-value', params: { column: 'id' } }],
    }
    const once = parseModel(raw)
    expect(parseModel(toTableSchema(once))).toEqual(once)
  })
})
