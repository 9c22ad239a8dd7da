import { describe, expect, test } from 'vitest'
import { checkTable } from '../check/index.ts'
import { parseModel } from '../models/parse-model.ts'
import { replay } from '../recipe/replay.ts'
import { sourceOf } from '../recipe/sources.ts'
import type { RecipeStep } from '../recipe/step.ts'
import { columnNames, type Table } from '../table/table.ts'
import { openQuestions, propose } from './index.ts'
import { cells, MODEL, reasons, TOWN, table } from './places-for-tests.ts'

const messy = table(
  ['Intitulé du lieu', 'SITUATION', 'État', 'Gratuit ?', 'Nb de places', 'Tél.', 'Date MAJ', 'Gardien'],
  ['Parc  du Château', '1 rue Haute', 'en service', 'oui', '12', '01 99 00 12 34', '17/10/2021', 'matin'],
  ['Square Neuf', '3 rue Haute', 'HORS SERVICE', 'x', '1 200', '01.99.00.12.35', '3 novembre 2021', ''],
  ['Jardin des Lilas', 'NC', 'En service', 'non', '7', '', '25/12/2021', 'soir'],
)

describe('from a messy table to the model', () => {
  const made = propose(sourceOf(messy), MODEL, { town: TOWN })

  test('columns take the names and the order of the model; what it does not know follows', () => {
    expect(columnNames(made.result.table)).toEqual([
      'id',
      'nom',
      'insee',
      'adresse',
      'etat',
      'gratuit',
      'places',
      'telephone',
      'date_maj',
      'Gardien',
    ])
  })

  test('what is certain is written as the model wants it', () => {
    expect(cells(made, 'nom')).toEqual(['Parc du Château', 'Square Neuf', 'Jardin des Lilas'])
    expect(cells(made, 'etat')).toEqual(['En service', 'Hors service', 'En service'])
    expect(cells(made, 'gratuit')).toEqual(['true', 'true', 'false'])
    expect(cells(made, 'places')).toEqual(['12', '1200', '7'])
    expect(cells(made, 'telephone')).toEqual(['+33199001234', '+33199001235', ''])
    expect(cells(made, 'date_maj')).toEqual(['2021-10-17', '2021-11-03', '2021-12-25'])
    expect(cells(made, 'adresse')).toEqual(['1 rue Haute', '3 rue Haute', ''])
  })

  test('what the town knows is filled, identifiers follow the rule of the model', () => {
    expect(cells(made, 'insee')).toEqual(['78217', '78217', '78217'])
    expect(cells(made, 'id')).toEqual(['78217-L-001', '78217-L-002', '78217-L-003'])
    expect(checkTable(made.result.table, MODEL).valid).toBe(true)
  })

  test('every step says why, and how much it mends', () => {
    for (const { reason } of made.recipe.steps) expect(reason).toMatch(/^[A-ZÀÉ«].*[.?)]$/su)
    const dates = made.certain.find(({ step }) => step.type === 'normalise' && step.column === 'date_maj')
    expect(dates).toMatchObject({ before: 3, after: 0 })
  })

  test('a column that the model does not know is kept, and asked about', () => {
    expect(cells(made, 'Gardien')).toEqual(['matin', '', 'soir'])
    expect(made.toDecide.map(({ step }) => step)).toContainEqual({ type: 'drop', columns: ['Gardien'] })
  })

  test('the recipe replays to the same table, and steps to decide change nothing until they are switched on', () => {
    expect(replay(made.recipe, sourceOf(messy), { model: MODEL, town: TOWN }).table).toEqual(made.result.table)
  })
})

describe('what is not certain is asked', () => {
  test('a header that only looks like a field is a question, the column keeps its name', () => {
    const made = propose(sourceOf(table(['nom', 'places assises du bar'], ['a', '4'], ['b', '5'])), MODEL)
    expect(columnNames(made.result.table)).toContain('places assises du bar')
  })

  test('a day that does not exist, a number in words: the cell stays, the question names its line', () => {
    const made = propose(
      sourceOf(table(['nom', 'date_maj', 'places'], ['a', '31/02/2021', 'beaucoup'], ['b', '01/03/2021', '3'])),
      MODEL,
    )
    expect(cells(made, 'date_maj')).toEqual(['31/02/2021', '2021-03-01'])
    const report = checkTable(made.result.table, MODEL)
    const questions = openQuestions(made.result, made.toDecide, report)
    expect(questions).toContainEqual(expect.objectContaining({ line: 2, column: 'date_maj', value: '31/02/2021' }))
    expect(questions).toContainEqual(expect.objectContaining({ line: 2, column: 'places', value: 'beaucoup' }))
  })

  test('an empty mandatory column is one question, not one a row', () => {
    const made = propose(sourceOf(table(['nom'], ...Array.from({ length: 40 }, (_, n) => [`lieu ${n}`]))), MODEL)
    const questions = openQuestions(made.result, made.toDecide, checkTable(made.result.table, MODEL))
    expect(questions.filter(({ column }) => column === 'insee')).toHaveLength(1)
  })

  test('identical rows are not dropped by themselves; they are asked about once', () => {
    const made = propose(sourceOf(table(['nom', 'adresse'], ['Banc', 'rue Haute'], ['Banc', 'rue Haute'])), MODEL)
    expect(made.result.table.rows).toHaveLength(2)
    expect(reasons(made.toDecide)).toContain('Une ligne en répète une autre à l’identique (ligne 3)')
    const questions = openQuestions(made.result, made.toDecide, checkTable(made.result.table, MODEL))
    expect(questions.filter(({ question }) => question.includes('répète'))).toHaveLength(1)
  })

  test('a column that a step to decide would fill is not asked about again', () => {
    const ask = { id: 'e9', off: true, reason: 'Est-ce la même partout ?' } as const
    const made = propose(sourceOf(table(['nom'], ['Banc'], ['Halle'])), MODEL)
    const report = checkTable(made.result.table, MODEL)
    const about = (...toDecide: RecipeStep[]) =>
      openQuestions(made.result, toDecide, report).filter(({ column }) => column === 'insee').length
    expect(about()).toBe(1)
    expect(about({ ...ask, step: { type: 'add-constant', column: 'insee', value: '78217' } })).toBe(1)
    expect(about({ ...ask, step: { type: 'fill-down', column: 'insee' } })).toBe(1)
  })
})

test('points written the other way round are put right, and the reason says so', () => {
  const POINTS = parseModel({ name: 'points', fields: [{ name: 'point', type: 'geopoint', format: 'array' }] })
  const made = propose(sourceOf(table(['point'], ['[48.95,1.81]'], ['[1.82,48.96]'])), POINTS)
  expect(cells(made, 'point')).toEqual(['[1.81, 48.95]', '[1.82, 48.96]'])
  expect(reasons(made.certain)).toContain('dans une cellule, la latitude était écrite en premier')
})

test('a column that bears the field’s own name keeps it, whatever another is called and holds', () => {
  const made = propose(
    sourceOf(table(['Identifiant', 'id', 'nom'], ['78217-L-001', 'x', 'a'], ['78217-L-002', 'x', 'b'])),
    MODEL,
  )
  expect(cells(made, 'id')).toEqual(['x', 'x'])
  expect(cells(made, 'Identifiant')).toEqual(['78217-L-001', '78217-L-002'])
})

describe('what the whole column tells', () => {
  const asDates = (cells: { text: string; serial?: number }[]): Table => ({
    columns: [
      { name: 'nom', cells: cells.map((_, n) => `lieu ${n}`) },
      {
        name: 'date_maj',
        cells: cells.map(({ text }) => text),
        natives: cells.map(({ serial, text }) =>
          serial === undefined ? undefined : { type: 'date' as const, serial, shown: text },
        ),
      },
    ],
    rows: cells.map((_, n) => ({ source: 'dates.xlsx', line: n + 2 })),
  })

  test('days and months that the spreadsheet has exchanged are asked, never put back in silence', () => {
    const made = propose(
      sourceOf(
        asDates([
          { text: '2021-03-01', serial: 44256 },
          { text: '2021-05-02', serial: 44318 },
          { text: '2021-07-11', serial: 44388 },
          { text: '2021-12-06', serial: 44536 },
          { text: '2021-09-10', serial: 44449 },
          { text: '13/01/2021' },
          { text: '25/03/2021' },
          { text: '30/06/2021' },
        ]),
      ),
      MODEL,
    )
    expect(cells(made, 'date_maj')!.slice(0, 5)).toEqual([
      '2021-03-01',
      '2021-05-02',
      '2021-07-11',
      '2021-12-06',
      '2021-09-10',
    ])
    const questions = made.result.questions.filter(({ column }) => column === 'date_maj')
    expect(questions.map(({ question }) => question).join()).toContain('inversé le jour et le mois')
  })
})

describe('a unit in the header', () => {
  const TREES = parseModel({
    name: 'arbres',
    fields: [{ name: 'hauteur', title: 'Hauteur en centimètres', type: 'number' }],
  })

  test('another one than the model’s is a question, and its answer a step', () => {
    const sources = sourceOf(table(['Hauteur (m)'], ['12,5'], ['8'], ['9']))
    const made = propose(sources, TREES)
    expect(reasons(made.toDecide)).toContain('semble être en m')
    const yes = made.recipe.steps.map(({ off, ...one }) => one)
    expect(cells({ result: replay({ ...made.recipe, steps: yes }, sources, { model: TREES }) }, 'hauteur')).toEqual([
      '1250',
      '800',
      '900',
    ])
  })

  test('the model’s own unit beside each number is taken off', () => {
    const made = propose(sourceOf(table(['hauteur'], ['1250 cm'], ['800'])), TREES)
    expect(cells(made, 'hauteur')).toEqual(['1250', '800'])
  })
})

describe('an address in several columns', () => {
  const rows = [
    ['a', '3', 'bis', 'rue', 'des Lilas'],
    ['b', '12', '', 'avenue', 'Haute'],
  ]

  test('number, suffix, kind and name of the street side by side make one address', () => {
    const made = propose(sourceOf(table(['Nom', 'N°', 'bis/ter', 'Type de voie', 'Nom de la voie'], ...rows)), MODEL)
    expect(cells(made, 'adresse')).toEqual(['3 bis rue des Lilas', '12 avenue Haute'])
    expect(reasons(made.toDecide)).not.toContain('voie')
  })

  test('« N° » elsewhere, or filled with other things than house numbers, is no part of it', () => {
    const far = propose(
      sourceOf(table(['N°', 'Nom', 'Situation'], ['3', 'a', 'rue Haute'], ['4', 'b', 'rue Basse'])),
      MODEL,
    )
    expect(cells(far, 'adresse')).toEqual(['rue Haute', 'rue Basse'])
  })
})

test('a column that sorts the rows into the model’s own and others is a filter to decide; no row goes by itself', () => {
  const sorts = [
    'Lieu',
    'Service',
    'Lieu',
    'Industrie',
    'Lieu',
    'Service',
    'Lieu',
    'Industrie',
    'Lieu',
    'Service',
    'Lieu',
    'Lieu',
  ]
  const made = propose(sourceOf(table(['nom', 'L/S/I'], ...sorts.map((sort, n) => [`lieu ${n}`, sort]))), MODEL)
  expect(made.result.table.rows).toHaveLength(12)
  expect(made.toDecide.map(({ step }) => step)).toContainEqual({
    type: 'filter',
    column: 'L/S/I',
    keep: { type: 'in', values: ['Lieu', ''] },
  })
})

test('« idem » is asked; the answer is the line above', () => {
  const sources = sourceOf(table(['nom', 'adresse'], ['a', '1 rue A'], ['b', 'idem'], ['c', 'Idem'], ['d', '2 rue B']))
  const made = propose(sources, MODEL)
  expect(reasons(made.toDecide)).toContain('2 cellules disent « idem »')
  expect(cells(made, 'adresse')).toEqual(['1 rue A', 'idem', 'Idem', '2 rue B'])
  const yes = made.recipe.steps.map(one => (one.step.type === 'ditto' ? { ...one, off: undefined } : one))
  const steps = yes.map(({ off, ...one }) => (off ? { ...one, off } : one))
  expect(cells({ result: replay({ ...made.recipe, steps }, sources, { model: MODEL }) }, 'adresse')).toEqual([
    '1 rue A',
    '1 rue A',
    '1 rue A',
    '2 rue B',
  ])
})
