import { expect, test } from 'vitest'
import {
  columnName,
  draftOfModel,
  draftProblems,
  type FieldDraft,
  freeName,
  type ModelDraft,
  modelFiles,
} from './draft.ts'
import { parseModel } from './parse-model.ts'
import { PLAIN_MEANINGS, PLAIN_TYPES, plainTypeOf } from './plain-types.ts'

const field = (own: Partial<FieldDraft> = {}): FieldDraft => ({
  name: 'nom',
  title: 'Nom',
  meaning: 'Le nom du lieu.',
  example: 'Lavoir du Bas',
  type: 'name',
  required: true,
  choices: [],
  synonyms: [],
  ...own,
})
const draft = (...fields: FieldDraft[]): ModelDraft => ({ title: 'Lavoirs', description: 'Les lavoirs.', fields })
const parsed = (one: ModelDraft) => {
  const { schema, extra } = modelFiles(one)
  return parseModel(JSON.parse(JSON.stringify(schema)), JSON.parse(JSON.stringify(extra)), 'essai')
}

test.each(PLAIN_TYPES)('%s: written as a model and read back, it is the same plain type', type => {
  const choices = type === 'choice' ? ['bon', 'moyen'] : []
  const model = parsed(draft(field({ type, choices })))
  expect(model.remarks).toEqual([])
  expect(plainTypeOf(model.fields[0]!)).toBe(type)
})

test('what the person wrote is in the model', () => {
  const model = parsed(
    draft(
      field({ synonyms: ['NOM DU LIEU'] }),
      field({ name: 'etat', title: 'État', type: 'choice', choices: ['bon', 'ruiné'], required: false }),
    ),
  )
  expect(model).toMatchObject({ id: 'essai', title: 'Lavoirs', description: 'Les lavoirs.', kind: 'foreign' })
  expect(model.fields[0]).toMatchObject({
    title: 'Nom',
    meaning: 'Le nom du lieu.',
    examples: ['Lavoir du Bas'],
    role: 'name',
    synonyms: ['NOM DU LIEU'],
  })
  expect(model.fields[0]!.constraints.required).toBe(true)
  expect(model.fields[1]!.constraints).toEqual({ required: false, enum: ['bon', 'ruiné'] })
})

test('an identifier is the key of the model and met once', () => {
  const model = parsed(draft(field({ name: 'code', type: 'id' }), field()))
  expect(model.primaryKey).toEqual(['code'])
  expect(model.fields[0]!.constraints.unique).toBe(true)
})

test('a model that is opened and kept says the same rules', () => {
  const opened = parseModel({
    name: 'x',
    title: 'X',
    fields: [
      { name: 'n', type: 'integer', constraints: { minimum: 3, required: true } },
      { name: 'b', type: 'boolean', trueValues: ['1'], falseValues: ['0'] },
      { name: 'c', type: 'string', constraints: { pattern: '^a', enum: ['a', 'ab'] } },
    ],
  })
  const again = parsed(draftOfModel(opened))
  expect(again.fields[0]!.constraints).toMatchObject({ minimum: '3', required: true })
  expect(again.fields[1]).toMatchObject({ trueValues: ['1'], falseValues: ['0'] })
  expect(again.fields[2]!.constraints).toMatchObject({ pattern: '^a', enum: ['a', 'ab'] })
})

test('given another type, a field forgets the rules of the old one', () => {
  const opened = parseModel({ name: 'x', fields: [{ name: 'n', type: 'integer', constraints: { minimum: 3 } }] })
  const [one] = draftOfModel(opened).fields
  expect(parsed(draft({ ...one!, type: 'text' })).fields[0]!.constraints).toEqual({ required: false })
})

test('names of columns: no accent, no sign, no capital, each its own', () => {
  expect(columnName('Nb. de places (PMR)')).toBe('nb_de_places_pmr')
  expect(columnName('N° d’arrêté')).toBe('numero_d_arrete')
  expect(columnName('   ')).toBe('')
  expect(freeName('Nom', ['nom', 'nom_2'])).toBe('nom_3')
  expect(freeName('?', [])).toBe('colonne')
})

test('what is missing is said with its place', () => {
  expect(draftProblems({ title: ' ', description: '', fields: [] })).toHaveLength(2)
  expect(draftProblems(draft(field(), field({ title: '' }), field({ type: 'choice' })))).toEqual([
    { field: 1, message: 'Donnez un titre à la colonne n° 2.' },
    { field: 2, message: 'Écrivez les valeurs possibles de « Nom ».' },
  ])
})

test('each plain type has its words', () => {
  for (const type of PLAIN_TYPES) expect(PLAIN_MEANINGS[type].label.length).toBeGreaterThan(2)
  expect(new Set(PLAIN_TYPES.map(type => PLAIN_MEANINGS[type].label)).size).toBe(PLAIN_TYPES.length)
})
