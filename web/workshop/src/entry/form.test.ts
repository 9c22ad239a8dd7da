import { describe, expect, test } from 'vitest'
import shopsExtra from '../../../../models/carnet-commerces/carnet.json'
import shopsSchema from '../../../../models/carnet-commerces/schema.json'
import parksExtra from '../../../../models/carnet-espaces-verts/carnet.json'
import parksSchema from '../../../../models/carnet-espaces-verts/schema.json'
import daeExtra from '../../../../models/schema-dae/carnet.json'
import daeSchema from '../../../../models/schema-dae/schema.json'
import grantsExtra from '../../../../models/subventions/carnet.json'
import grantsSchema from '../../../../models/subventions/schema.json'
import { createChecker } from '../../../../src/core/check/index.ts'
import type { Model, Town } from '../../../../src/core/models/model.ts'
import { parseModel } from '../../../../src/core/models/parse-model.ts'
import { readRow } from './check-row.ts'
import { type Reader, readerOf } from './feedback.ts'
import { fieldsOf, formOf } from './form.ts'
import { inputOf } from './input.ts'
import { nextId } from './next-id.ts'

const SHOPS = parseModel(shopsSchema, shopsExtra, 'carnet-commerces')
const DAE = parseModel(daeSchema, daeExtra, 'schema-dae')
const GRANTS = parseModel(grantsSchema, grantsExtra, 'subventions')
const PARKS = parseModel(parksSchema, parksExtra, 'carnet-espaces-verts')
const TOWN: Town = { insee: '78217', name: 'Épône', postcodes: ['78680'], department: '78', siret: '21780217200015' }
const field = (name: string, of = SHOPS) => of.fields.find(one => one.name === name)!
const world = { town: TOWN, today: '2026-03-15' }
const readers = (of: Model): Map<string, Reader> =>
  new Map(of.fields.map(one => [one.name, readerOf(one, of, { town: TOWN })]))

describe('the form of a model', () => {
  test.each([SHOPS, DAE, GRANTS, PARKS])('$id: every column is asked once or given, none is lost', of => {
    const { sections, given } = formOf(of.fields, world)
    const asked = sections.flatMap(({ items }) => items.flatMap(fieldsOf))
    const names = [...asked, ...given.map(one => one.field)].map(({ name }) => name)
    expect([...names].sort()).toEqual(of.fields.map(({ name }) => name).sort())
  })

  test('groups are short, and say where they are in a long form', () => {
    const { sections } = formOf(DAE.fields, world)
    expect(sections.every(({ items }) => items.length <= 7)).toBe(true)
    expect(new Set(sections.map(({ id }) => id)).size).toBe(sections.length)
    expect(sections[0]).toMatchObject({ title: expect.stringContaining('L’essentiel'), open: true })
  })

  test('groups with something mandatory are unfolded', () => {
    for (const { items, open } of formOf(DAE.fields, world).sections)
      if (items.some(item => fieldsOf(item).some(one => one.constraints.required))) expect(open).toBe(true)
  })

  test('what the town and the calendar know is given, with its reason', () => {
    const { given } = formOf(SHOPS.fields, { ...world, nextId: { field: 'id', value: '78217-COM-004' } })
    expect(given.map(one => [one.field.name, one.value])).toEqual([
      ['id', '78217-COM-004'],
      ['code_postal', '78680'],
      ['commune', 'Épône'],
      ['insee', '78217'],
      ['date_maj', '2026-03-15'],
    ])
  })

  test('the day is given whichever way a model says that it is one', () => {
    const [day] = SHOPS.fields.filter(({ name }) => name === 'date_maj')
    for (const format of ['default', '%Y-%m-%d'])
      expect(formOf([{ ...day!, format }], world).given.map(({ value }) => value)).toEqual(['2026-03-15'])
  })

  test('the number of a shop is not the town’s', () => {
    expect(formOf(SHOPS.fields, world).given.map(one => one.field.name)).not.toContain('siret')
  })

  test('two coordinates are one question; a few columns are one group', () => {
    const asked = SHOPS.fields.filter(({ name }) => ['nom', 'longitude', 'latitude'].includes(name))
    const { sections, point } = formOf(asked, { today: '2026-03-15' })
    expect(sections).toHaveLength(1)
    expect(sections[0]!.items.map(({ type }) => type)).toEqual(['field', 'point'])
    expect(point).toMatchObject({ type: 'two', latitude: { name: 'latitude' } })
  })

  test('a longitude alone is an ordinary field', () => {
    expect(formOf([field('longitude')], { today: '2026-03-15' }).point).toBeUndefined()
  })
})

describe('the control of a field', () => {
  test.each([
    ['telephone', { control: 'line', type: 'tel', keyboard: 'tel' }],
    ['courriel', { control: 'line', type: 'email', keyboard: 'email' }],
    ['site_web', { control: 'line', type: 'url', keyboard: 'url' }],
    ['siret', { control: 'line', type: 'text', keyboard: 'numeric' }],
    ['longitude', { control: 'line', type: 'text', keyboard: 'decimal' }],
    ['nom', { control: 'line', type: 'text', keyboard: 'text' }],
    ['observations', { control: 'long' }],
    ['date_maj', { control: 'date' }],
    ['horaires', { control: 'hours' }],
  ])('%s', (name, input) => expect(inputOf(field(name))).toEqual(input))

  test('a few values are seen at once, many are unrolled; yes and no are said so', () => {
    expect(inputOf(field('statut'))).toMatchObject({ control: 'radio', choices: { length: 3 } })
    expect(inputOf(field('categorie'))).toMatchObject({ control: 'select' })
    const yes = inputOf(field('livraison'))
    expect(yes).toEqual({
      control: 'radio',
      choices: [
        { value: 'oui', label: 'Oui' },
        { value: 'non', label: 'Non' },
      ],
    })
  })
})

describe('what is said while typing', () => {
  const say = (name: string, text: string) => readerOf(field(name), SHOPS, { town: TOWN })(text)

  test('hours in French are read back', () => {
    expect(say('horaires', 'Du lundi au vendredi de 9 h à 12 h')).toMatchObject({
      tone: 'read',
      value: 'Mo-Fr 09:00-12:00',
      message: expect.stringContaining('lundi au vendredi'),
    })
  })
  test('hours not understood are asked, and kept as they are', () => {
    const { tone, value, message } = say('horaires', 'quand il fait beau')
    expect([tone, value]).toEqual(['ask', 'quand il fait beau'])
    expect(message).toContain('quand il fait beau')
  })
  test('a phone is written as the model wants, and it is said', () => {
    expect(say('telephone', '01 30 95 00 00')).toMatchObject({ tone: 'read', value: '+33130950000' })
  })
  test('a number that cannot be is told with what is expected', () => {
    const { tone, message } = say('siret', '1234')
    expect(tone).toBe('wrong')
    expect(message).toContain('1234')
  })
  test('nothing typed: nothing said', () => expect(say('siret', '  ')).toEqual({ tone: 'empty', value: '', fixes: [] }))
  test('what fits is left as it is', () =>
    expect(say('nom', 'Au Bon Pain')).toEqual({ tone: 'good', value: 'Au Bon Pain', fixes: [] }))
})

describe('the row that is kept', () => {
  const form = formOf(SHOPS.fields, { ...world, nextId: { field: 'id', value: '78217-COM-001' } })
  const read = (values: Record<string, string>) => readRow(form, readers(SHOPS), values, SHOPS, TOWN)

  test('is written as the model wants, with what was given, and is valid', () => {
    const { cells, problems } = read({
      nom: 'Au Bon Pain ',
      horaires: 'tous les jours 9h-12h',
      livraison: 'oui',
      siret: '',
    })
    expect(problems).toEqual([])
    expect(cells).toMatchObject({ id: '78217-COM-001', insee: '78217', nom: 'Au Bon Pain', livraison: 'oui' })
    expect(cells).not.toHaveProperty('siret')
    const names = SHOPS.fields.map(({ name }) => name)
    const checker = createChecker(SHOPS, names)
    checker.pushRow(
      names.map(name => cells[name] ?? ''),
      2,
    )
    expect(checker.end().valid).toBe(true)
  })

  test('says what is mandatory, and what does not go together', () => {
    expect(read({ siret: '' }).problems).toEqual([{ field: 'nom', message: '« Enseigne » est obligatoire.' }])
    expect(read({ nom: 'A', longitude: '1.8' }).problems).toHaveLength(1)
  })

  test('says that a point is far from the town', () => {
    const { problems } = read({ nom: 'A', longitude: '-0.57', latitude: '44.84' })
    expect(problems.map(({ message }) => message).join()).toMatch(/loin du département/)
  })

  test('is empty when only given values are there', () => {
    expect(read({}).empty).toBe(true)
    expect(read({ nom: 'A' }).empty).toBe(false)
  })
})

describe('the next identifier', () => {
  test('follows the highest ever given', () => {
    expect(nextId(SHOPS, '78217', ['78217-COM-007', '', 'autre'])).toBe('78217-COM-008')
    expect(nextId(SHOPS, '78217', [])).toBe('78217-COM-001')
  })
  test('is the person’s own when the model has no rule', () => expect(nextId(DAE, '78217', [])).toBeUndefined())
})
