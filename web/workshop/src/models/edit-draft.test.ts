import { expect, test } from 'vitest'
import { addField, changeField, EMPTY, type KeyedDraft, keyed, moveField, removeField, unkeyed } from './edit-draft.ts'

const draft = (...keys: string[]): KeyedDraft =>
  keys.reduce((one, key) => changeField(addField(one, key), key, { title: key }), EMPTY)
const titles = ({ fields }: KeyedDraft) => fields.map(({ title }) => title).join('')

test('columns are added, moved and taken out; at the ends they stay', () => {
  const abc = draft('A', 'B', 'C')
  expect(titles(moveField(abc, 'C', -1))).toBe('ACB')
  expect(titles(moveField(abc, 'A', 1))).toBe('BAC')
  expect(moveField(abc, 'A', -1)).toBe(abc)
  expect(titles(removeField(abc, 'B'))).toBe('AC')
})

test('the published name follows the title, each its own', () => {
  const two = draft('Nom du lieu', 'Autre')
  const again = changeField(two, 'Autre', { title: 'Nom du lieu' })
  expect(again.fields.map(({ name }) => name)).toEqual(['nom_du_lieu', 'nom_du_lieu_2'])
})

test('the name of a column that came from a model does not change with its title', () => {
  const [field] = draft('A').fields
  const opened: KeyedDraft = { ...EMPTY, fields: [{ ...field!, name: 'nom_insee', from: {} as never }] }
  expect(changeField(opened, 'A', { title: 'Code' }).fields[0]).toMatchObject({ name: 'nom_insee', title: 'Code' })
})

test('another type brings its own words, and leaves those of the person', () => {
  const typed = changeField(draft('A'), 'A', { type: 'date' })
  expect(typed.fields[0]).toMatchObject({ meaning: 'Un jour, un mois et une année.', example: '2026-03-15' })
  const own = changeField(changeField(typed, 'A', { meaning: 'Le jour de la pose.' }), 'A', { type: 'year' })
  expect(own.fields[0]).toMatchObject({ meaning: 'Le jour de la pose.', example: '2026' })
  const text = changeField(draft('A'), 'A', { example: 'Le Lavoir' })
  expect(changeField(text, 'A', { type: 'name' }).fields[0]!.example).toBe('Le Lavoir')
  expect(changeField(text, 'A', { type: 'integer' }).fields[0]!.example).toBe('12')
})

test('keys are of the page alone', () => {
  let n = 0
  const one = keyed(unkeyed(draft('A', 'B')), () => `k${n++}`)
  expect(one.fields.map(({ key }) => key)).toEqual(['k0', 'k1'])
  expect(unkeyed(one).fields[0]).not.toHaveProperty('key')
})
