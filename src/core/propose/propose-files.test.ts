import { describe, expect, test } from 'vitest'
import { checkTable } from '../check/index.ts'
import { exampleOf, meaningOf } from '../models/collection.ts'
import { replay } from '../recipe/replay.ts'
import { type Sources, sourceOf } from '../recipe/sources.ts'
import type { Recipe } from '../recipe/step.ts'
import { findColumn, tableFromRows } from '../table/table.ts'
import { openQuestions, propose } from './index.ts'
import { cells, MODEL, reasons, TOWN, table } from './places-for-tests.ts'

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
