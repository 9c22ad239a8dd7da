import { describe, expect, test } from 'vitest'
import { checkTable } from '../check/index.ts'
import { exampleOf, meaningOf } from '../models/collection.ts'
import { parseModel } from '../models/parse-model.ts'
import { replay } from '../recipe/replay.ts'
import { type Sources, sourceOf } from '../recipe/sources.ts'
import type { Recipe, RecipeStep } from '../recipe/step.ts'
import { columnNames, findColumn, type Table, tableFromRows } from '../table/table.ts'
import { openQuestions, type Proposal, propose } from './index.ts'

const MODEL = parseModel(
  {
    name: 'lieux',
    fields: [
      { name: 'id', type: 'string', constraints: { required: true, pattern: '^\\d{5}-L-\\d{3}$' } },
      { name: 'nom', type: 'string', constraints: { required: true } },
      { name: 'insee', type: 'string', constraints: { required: true, pattern: '^\\d{5}$' } },
      { name: 'adresse', type: 'string' },
      { name: 'etat', type: 'string', constraints: { enum: ['En service', 'Hors service'] } },
      { name: 'gratuit', type: 'boolean', trueValues: ['true'], falseValues: ['false'] },
      { name: 'places', type: 'integer' },
      { name: 'telephone', type: 'string', constraints: { pattern: '^\\+33\\d{9}$' } },
      { name: 'date_maj', type: 'date' },
    ],
  },
  {
    kind: 'carnet',
    idRule: { field: 'id', pattern: '{insee}-L-{number:3}' },
    fields: {
      id: { role: 'id', meaning: 'Un code qui ne change pas.', examples: ['78217-L-001'] },
      nom: { role: 'name', meaning: 'Le nom du lieu.', examples: ['Parc du Château'], synonyms: ['intitulé du lieu'] },
      insee: { role: 'insee', meaning: 'Le code de la commune.', examples: ['78217'] },
      adresse: { role: 'address', meaning: 'Le numéro et la rue.', examples: ['1 rue Haute'], synonyms: ['situation'] },
      telephone: { role: 'phone', meaning: 'Le numéro de l’accueil.', examples: ['+33199001234'] },
    },
  },
)
const TOWN = { insee: '78217', name: 'Épône', postcodes: ['78680'], department: '78' }
const table = (names: string[], ...rows: string[][]): Table => tableFromRows(names, rows, { source: 'lieux.xlsx' })
const cells = ({ result }: Pick<Proposal, 'result'>, name: string) => findColumn(result.table, name)?.cells
const reasons = (steps: Proposal['certain']) => steps.map(({ reason }) => reason).join('\n')

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

test('« idem » is the line above, in any column', () => {
  const made = propose(sourceOf(table(['nom', 'adresse'], ['a', '1 rue A'], ['b', 'idem'], ['c', 'Idem'])), MODEL)
  expect(cells(made, 'adresse')).toEqual(['1 rue A', '1 rue A', '1 rue A'])
})

describe('several sheets and files', () => {
  const sheet = (name: string, ...rows: string[][]) => ({
    source: 'lieux.xlsx',
    sheet: name,
    headerRow: 1,
    table: tableFromRows(['Nom', 'Adresse', 'Téléphone'], rows, { source: 'lieux.xlsx', sheet: name }),
  })

  test('sheets with the same columns are put together, and the sheet of each row is kept', () => {
    const sources: Sources = {
      tables: [
        sheet('Centre', ['a', '1 rue A', ''], ['b', '2 rue A', '']),
        sheet('Gare', ['c', '3 rue B', ''], ['d', '4 rue B', '']),
      ],
    }
    const made = propose(sources, MODEL)
    expect(cells(made, 'nom')).toEqual(['a', 'b', 'c', 'd'])
    expect(cells(made, 'feuille')).toEqual(['Centre', 'Centre', 'Gare', 'Gare'])
  })

  test('tables side by side under the same titles are each taken once', () => {
    const [left, right] = [
      sheet('2022', ['a', '1 rue A', ''], ['b', '2 rue A', '']),
      sheet('2022', ['c', '3 rue B', '']),
    ]
    const made = propose({ tables: [left, { ...right, rank: 1 }] }, MODEL)
    expect(cells(made, 'nom')).toEqual(['a', 'b', 'c'])
  })

  test('next year, the file has another name and its titles are a line lower', () => {
    const year = (file: string, headerRow: number, ...names: string[]) => ({
      tables: names.map(name => ({
        ...sheet(name, [`${name} a`, '1 rue A', ''], [`${name} b`, '2 rue A', '']),
        source: file,
        headerRow,
      })),
    })
    const { recipe } = propose(year('lieux 2021.xlsx', 1, 'Centre', 'Gare'), MODEL)
    const next = replay(recipe, year('lieux 2022.xlsx', 2, 'Centre', 'Gare'), { model: MODEL })
    expect(findColumn(next.table, 'nom')?.cells).toEqual(['Centre a', 'Centre b', 'Gare a', 'Gare b'])
    expect(next.remarks).toEqual([])
  })

  test('a true row that says what the example of its only known column says is kept', () => {
    const made = propose(sourceOf(table(['nom', 'couleur'], ['Parc du Château', 'vert'], ['Halle', 'gris'])), MODEL)
    expect(cells(made, 'nom')).toEqual(['Parc du Château', 'Halle'])
  })

  test('a table of which nothing is recognised keeps its first lines', () => {
    const made = propose(sourceOf(table(['colonne 2', 'colonne 3'], ['12', 'bleu'], ['14', 'vert'])), MODEL)
    expect(made.result.table.rows).toHaveLength(2)
  })

  test('a sheet that repeats the first one is asked about, not counted twice', () => {
    const rows = [
      ['a', '1 rue A', ''],
      ['b', '2 rue A', ''],
    ]
    const made = propose({ tables: [sheet('Liste', ...rows), sheet('Copie', ...rows)] }, MODEL)
    expect(made.result.table.rows).toHaveLength(2)
    expect(reasons(made.toDecide)).toContain('La feuille « Copie » répète des lignes')
  })

  test('two files that disagree are asked about, even when the cell is written otherwise since; not once a person has answered', () => {
    const later = {
      source: 'tardif.csv',
      table: tableFromRows(['nom', 'adresse', 'telephone'], [['Parc A', '1 rue Haute', '01 99 00 12 99']], {
        source: 'tardif.csv',
      }),
    }
    const first = sourceOf(table(['nom', 'adresse', 'telephone'], ['Parc A', '1 rue Haute', '01 99 00 12 34']))
    const sources = { tables: [...first.tables, later] }
    const { recipe, result } = propose(sources, MODEL)
    expect(findColumn(result.table, 'telephone')?.cells).toEqual(['+33199001234'])
    expect(result.questions.map(({ column }) => column)).toEqual(['telephone'])
    const row = { key: { nom: 'Parc A', adresse: '1 rue Haute' } }
    const step = { type: 'correct-cell', row, column: 'telephone', was: '+33199001234', to: '+33199001299' } as const
    const answered = { ...recipe, steps: [...recipe.steps, { id: 'c1', step, reason: 'Demandé à la mairie.' }] }
    expect(replay(answered, sources, { model: MODEL }).questions).toEqual([])
  })

  test('sheets of several months are put together, though the kinds and the small counts are the same', () => {
    const month = (name: string, ...counts: string[]) => ({
      source: 'actes.xlsx',
      sheet: name,
      headerRow: 1,
      table: tableFromRows(
        ['Année', 'Intitulé du lieu', 'Nb de places'],
        counts.map((count, n) => ['2023', n % 2 === 0 ? 'décès' : 'naissance', count]),
        { source: 'actes.xlsx', sheet: name },
      ),
    })
    const made = propose({ tables: [month('Janv', '3', '2', '4'), month('Févr', '4', '3', '1')] }, MODEL)
    expect(cells(made, 'places')).toEqual(['3', '2', '4', '4', '3', '1'])
  })

  test('a later file completes the first one; its new rows are added, nothing is lost', () => {
    const later = {
      source: 'tardif.csv',
      table: tableFromRows(
        ['intitulé du lieu', 'situation', 'telephone'],
        [
          ['PARC A', '1 r. Haute', '01 99 00 12 34'],
          ['Parc neuf', '9 rue Basse', ''],
        ],
        { source: 'tardif.csv' },
      ),
    }
    const first = sourceOf(table(['nom', 'adresse'], ['Parc A', '1 rue Haute'], ['Parc B', '2 rue Haute']))
    const made = propose({ tables: [...first.tables, later] }, MODEL)
    expect(cells(made, 'nom')).toEqual(['Parc A', 'Parc B', 'Parc neuf'])
    expect(cells(made, 'telephone')).toEqual(['+33199001234', '', ''])
  })
})

test('a collection sheet that comes back loses its two lines of help, and keeps them aside', () => {
  const names = MODEL.fields.map(({ name }) => name)
  const made = propose(
    sourceOf(
      table(names, MODEL.fields.map(meaningOf), MODEL.fields.map(exampleOf), [
        '',
        'Parc',
        '78217',
        '',
        '',
        '',
        '',
        '',
        '',
      ]),
    ),
    MODEL,
    { town: TOWN },
  )
  expect(cells(made, 'nom')).toEqual(['Parc'])
  expect(made.result.setAside).toHaveLength(2)
})

describe('next year', () => {
  const lastYear: Recipe = {
    version: 1,
    model: 'lieux',
    steps: [
      { id: 'a', step: { type: 'map', columns: [{ from: 'Zone bleue', to: 'adresse' }] }, reason: '' },
      {
        id: 'b',
        step: { type: 'correct-cell', row: { key: { nom: 'Parc A' } }, column: 'places', was: '1', to: '100' },
        reason: '',
      },
      {
        id: 'c',
        step: { type: 'correct-cell', row: { key: { nom: 'Parc fermé' } }, column: 'places', was: '1', to: '2' },
        reason: '',
      },
    ],
  }
  const made = propose(
    sourceOf(table(['Zone bleue', 'nom', 'places'], ['1 rue B', 'Parc B', '5'], ['2 rue B', 'Parc A', '1'])),
    MODEL,
    { earlier: lastYear },
  )

  test('a column is recognised because it was last year', () => {
    expect(cells(made, 'adresse')).toEqual(['1 rue B', '2 rue B'])
  })

  test('hand corrections find their row, wherever it is now; those that lost it are listed', () => {
    expect(cells(made, 'places')).toEqual(['5', '100'])
    expect(made.result.lost).toMatchObject([{ row: { key: { nom: 'Parc fermé' } } }])
    const questions = openQuestions(made.result, made.toDecide, checkTable(made.result.table, MODEL))
    expect(questions.some(({ question }) => question.includes('Parc fermé'))).toBe(true)
  })
})

test('no table at all gives an empty recipe, not an error', () => {
  expect(propose({ tables: [] }, MODEL).recipe.steps).toEqual([])
})
