import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnNames, rowCells, type Table, tableFromRows } from '../table/table.ts'
import { rowIdentity } from './identity.ts'
import { field, modelOf } from './model-for-tests.ts'
import { rememberIds, replay } from './replay.ts'
import { type SourceTable, sourceOf } from './sources.ts'
import type { Recipe, RecipeStep, Step } from './step.ts'

const model = modelOf([field('nom', { role: 'name' }), field('adresse', { role: 'address' }), field('horaires')])
const shops = tableFromRows(
  ['Nom', 'Adresse', 'Activité'],
  [
    ['Boulangerie Martin', '3 rue Haute', 'commerce'],
    ['Garage du Pont', '1 rue Basse', 'service'],
    ['Fonderie Petit', 'ZI Nord', 'industrie'],
    ['Fleurs de Lise', '5 rue Haute', 'commerce'],
  ],
  { source: 'commerces.csv' },
)
const recipe = (...steps: Step[]): Recipe => ({
  version: 1,
  model: model.id,
  steps: steps.map((step, n): RecipeStep => ({ id: `s${n + 1}`, step, reason: '' })),
})
const rows = (table: Table) => table.rows.map((_, row) => rowCells(table, row))
const run = (table: Table, ...steps: Step[]) => replay(recipe(...steps), sourceOf(table), { model })

const filter: Step = { type: 'filter', column: 'Activité', keep: { type: 'in', values: ['commerce'] } }

describe('columns', () => {
  it('exchanges two names at once, and keeps aside the column whose name is taken', () => {
    const table = tableFromRows(['a', 'b', 'c'], [['1', '2', '3']])
    const exchanged = run(table, {
      type: 'map',
      columns: [
        { from: 'a', to: 'b' },
        { from: 'b', to: 'a' },
      ],
    })
    expect(columnNames(exchanged.table)).toEqual(['b', 'a', 'c'])
    const taken = run(table, { type: 'rename', from: 'a', to: 'c' })
    expect(columnNames(taken.table)).toEqual(['c', 'b', 'c (origine)'])
    expect(rows(taken.table)).toEqual([['1', '2', '3']])
  })

  it('finds next year’s header in spite of its case and accents, and says so', () => {
    const done = run(shops, { type: 'map', columns: [{ from: 'ACTIVITE', to: 'type' }] })
    expect(columnNames(done.table)).toEqual(['Nom', 'Adresse', 'type'])
    expect(done.remarks.join()).toContain('« Activité » est prise pour « ACTIVITE »')
  })

  it('splits, joins, arranges and drops without losing the original', () => {
    const table = tableFromRows(['lieu'], [['48.95, 1.81'], ['']])
    const split = run(table, { type: 'split', column: 'lieu', separator: ',', into: ['lat', 'lon'] })
    expect(rows(split.table)).toEqual([
      ['48.95, 1.81', '48.95', '1.81'],
      ['', '', ''],
    ])
    const done = run(
      shops,
      { type: 'join', columns: ['Nom', 'Adresse'], separator: ' — ', into: 'titre' },
      { type: 'drop', columns: ['Nom'] },
      { type: 'arrange', columns: ['titre', 'vide'] },
    )
    expect(columnNames(done.table)).toEqual(['titre', 'vide', 'Adresse', 'Activité'])
    expect(done.table.columns[0]!.cells[0]).toBe('Boulangerie Martin — 3 rue Haute')
    expect(done.applied[1]!.dropped[0]!.cells).toEqual(shops.columns[0]!.cells)
  })

  it('splits two coordinates in one cell, decimal commas included, and asks about the others', () => {
    const table = tableFromRows(
      ['xy'],
      [['48.95, 1.81'], ['48,95 ; 1,81'], ['[48.95,1.81]'], ['devant la mairie'], ['']],
    )
    const done = run(table, { type: 'split-lonlat', column: 'xy', longitude: 'lon', latitude: 'lat' })
    expect(done.table.columns[2]!.cells).toEqual(['48.95', '48.95', '48.95', '', ''])
    expect(done.table.columns[1]!.cells).toEqual(['1.81', '1.81', '1.81', '', ''])
    expect(done.questions.map(question => question.line)).toEqual([5])
  })

  it('turns years in columns into rows, each still knowing its line', () => {
    const table = tableFromRows(
      ['prénom', '2021', '2022'],
      [
        ['Zoé', '3', '1'],
        ['Léo', '', '2'],
        ['Ana', '', ''],
      ],
    )
    const done = run(table, { type: 'pivot-long', columns: ['2021', '2022'], names: 'année', values: 'nombre' })
    expect(rows(done.table)).toEqual([
      ['Zoé', '2021', '3'],
      ['Zoé', '2022', '1'],
      ['Léo', '2022', '2'],
      ['Ana', '', ''],
    ])
    expect(done.table.rows.map(ref => ref.line)).toEqual([2, 2, 3, 4])
  })
})

describe('cells', () => {
  it('fills constants, holes and group cells without overwriting', () => {
    const table = tableFromRows(
      ['groupe', 'insee'],
      [
        ['A', ''],
        ['', '78000'],
        ['B', ''],
      ],
    )
    const done = run(
      table,
      { type: 'fill-down', column: 'groupe' },
      { type: 'add-constant', column: 'insee', value: '78217' },
    )
    expect(rows(done.table)).toEqual([
      ['A', '78217'],
      ['A', '78000'],
      ['B', '78217'],
    ])
    expect(done.remarks.join()).toContain('1 case dit autre chose')
  })

  it('replaces whole values and declared twins', () => {
    const table = tableFromRows(['v'], [['Bld Renoir'], ['bd Renoir '], ['oui']])
    const done = run(
      table,
      { type: 'cluster', column: 'v', groups: [{ to: 'Boulevard Renoir', from: ['Bld Renoir', 'bd Renoir'] }] },
      { type: 'replace-values', column: 'v', values: [{ from: 'oui', to: 'true' }] },
    )
    expect(done.table.columns[0]!.cells).toEqual(['Boulevard Renoir', 'Boulevard Renoir', 'true'])
  })

  it('numbers the new rows after the highest id ever given, and changes no existing one', () => {
    const table = tableFromRows(
      ['id', 'nom'],
      [
        ['', 'a'],
        ['78217-P-007', 'b'],
        ['P12', 'c'],
        ['', 'd'],
      ],
    )
    const done = run(table, { type: 'generate-ids', column: 'id', pattern: '{insee}-P-{number:3}', insee: '78217' })
    expect(done.table.columns[0]!.cells).toEqual(['78217-P-008', '78217-P-007', 'P12', '78217-P-009'])
    expect(done.generated).toEqual(['id'])
  })

  it('gives back the ids of last year to the rows that had them', () => {
    const assigned = [{ row: { key: { nom: 'b' } }, id: '78217-P-001' }]
    const table = tableFromRows(
      ['id', 'nom'],
      [
        ['', 'nouveau'],
        ['', 'b'],
      ],
    )
    const done = run(table, {
      type: 'generate-ids',
      column: 'id',
      pattern: '{insee}-P-{number:3}',
      insee: '78217',
      assigned,
    })
    expect(done.table.columns[0]!.cells).toEqual(['78217-P-002', '78217-P-001'])
  })

  it('remembers the ids that it gave: next year each row finds its own, and the number of a row that has gone is not given again', () => {
    const give: Step = { type: 'generate-ids', column: 'id', pattern: 'P{number:2}' }
    const names = (...of: string[]) =>
      tableFromRows(
        ['nom'],
        [...of].map(name => [name]),
      )
    const thisYear = names('a', 'b', 'c')
    const remembered = rememberIds(recipe(give), run(thisYear, give))
    expect(replay(remembered, sourceOf(thisYear), { model }).table.columns[1]!.cells).toEqual(['P01', 'P02', 'P03'])
    const nextYear = replay(remembered, sourceOf(names('nouveau', 'c', 'a')), { model })
    expect(nextYear.table.columns[1]!.cells).toEqual(['P04', 'P03', 'P01'])
    const later = replay(rememberIds(remembered, nextYear), sourceOf(names('b', 'encore')), { model })
    expect(later.table.columns[1]!.cells).toEqual(['P02', 'P05'])
  })
})

describe('rows', () => {
  it('sets aside with a reason what a filter leaves out', () => {
    const done = run(shops, filter)
    expect(rows(done.table).map(row => row[0])).toEqual(['Boulangerie Martin', 'Fleurs de Lise'])
    expect(done.setAside.map(({ ref, reason }) => [ref.line, reason])).toEqual([
      [3, '« Activité » vaut « service »'],
      [4, '« Activité » vaut « industrie »'],
    ])
  })

  it('brings back a row as if it had never left: the steps between apply to it too', () => {
    const out = run(shops, filter).setAside[0]!
    const between: Step = { type: 'replace-values', column: 'Nom', values: [{ from: 'Garage du Pont', to: 'GARAGE' }] }
    const done = run(shops, filter, between, { type: 'restore-row', row: out.identity })
    expect(rows(done.table).map(row => row[0])).toEqual(['Boulangerie Martin', 'GARAGE', 'Fleurs de Lise'])
    expect(done.lost).toEqual([])
  })

  it('keeps the first of the doubles and says of which line', () => {
    const done = run(
      tableFromRows(
        ['a', 'b'],
        [
          ['1', 'x'],
          ['', ''],
          ['1', 'y'],
          ['', ''],
        ],
      ),
      { type: 'deduplicate', columns: ['a'] },
    )
    expect(done.setAside.map(row => row.reason)).toEqual(['doublon de la ligne 2'])
    expect(done.table.rows).toHaveLength(3)
  })

  it('puts the sheets one under the other, whatever the case of their headers', () => {
    const second = tableFromRows(['ADRESSE', 'Téléphone'], [['2 rue Haute', '0130']], {
      source: 'commerces.csv',
      sheet: 'Services',
    })
    const tables: SourceTable[] = [
      { source: 'commerces.csv', sheet: 'Commerces', table: shops },
      { source: 'commerces.csv', sheet: 'Services', table: second },
    ]
    const done = replay(
      recipe({ type: 'append', source: '', sheet: 'Services', sheetColumn: 'feuille' }),
      { tables },
      { model },
    )
    expect(columnNames(done.table)).toEqual(['Nom', 'Adresse', 'Activité', 'feuille', 'Téléphone'])
    expect(rows(done.table)[4]).toEqual(['', '2 rue Haute', '', 'Services', '0130'])
  })
})

describe('hand corrections', () => {
  const mapped: Step = {
    type: 'map',
    columns: [
      { from: 'Nom', to: 'nom' },
      { from: 'Adresse', to: 'adresse' },
    ],
  }
  const correct: Step = {
    type: 'correct-cell',
    row: { key: { nom: 'Fleurs de Lise', adresse: '5 rue Haute' } },
    column: 'Activité',
    was: 'commerce',
    to: 'fleuriste',
  }

  it('survive in next year’s file, where the rows have moved', () => {
    const next = tableFromRows(
      ['nom', 'ADRESSE', 'Activité'],
      [
        ['Nouveau', '9 rue Neuve', 'commerce'],
        ['FLEURS DE LISE', '5 rue haute', 'commerce'],
      ],
    )
    const done = run(next, mapped, correct)
    expect(done.table.columns[2]!.cells).toEqual(['commerce', 'fleuriste'])
    expect(done.lost).toEqual([])
  })

  it('are listed when their row has gone, with what they said', () => {
    const done = run(tableFromRows(['Nom', 'Adresse', 'Activité'], [['Autre', 'x', 'commerce']]), mapped, correct)
    expect(done.lost).toEqual([
      {
        step: 's2',
        row: { key: { nom: 'Fleurs de Lise', adresse: '5 rue Haute' } },
        column: 'Activité',
        to: 'fleuriste',
        reason: 'La ligne « Fleurs de Lise, 5 rue Haute » n’est pas dans ce fichier.',
      },
    ])
  })

  it('stay, with a question, when the source now says something else', () => {
    const done = run(
      tableFromRows(['Nom', 'Adresse', 'Activité'], [['Fleurs de Lise', '5 rue Haute', 'décoration']]),
      mapped,
      correct,
    )
    expect(done.table.columns[2]!.cells).toEqual(['fleuriste'])
    expect(done.questions[0]!.question).toContain('La source dit maintenant « décoration »')
  })

  it('tell twins apart by their order', () => {
    const twins = tableFromRows(['nom'], [['Banc'], ['Banc'], ['Puits']])
    expect(rowIdentity(twins, modelOf([field('nom')], { primaryKey: ['nom'] }), 1)).toHaveProperty('key.#')
    const done = run(twins, { type: 'delete-row', row: { key: { nom: 'Banc' }, twin: 1 } })
    expect(done.setAside.map(row => row.ref.line)).toEqual([3])
  })
})

describe('properties', () => {
  const cell = fc.constantFrom('', 'a', 'b', ' a ', 'é', '12')
  const table = fc
    .array(fc.tuple(cell, cell, cell), { maxLength: 12 })
    .map(lines => tableFromRows(['x', 'y', 'z'], lines))
  const name = fc.constantFrom('x', 'y', 'z', 'absent')
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({ type: fc.constant('rename' as const), from: name, to: name }),
    fc.record({ type: fc.constant('fill' as const), column: name, value: cell }),
    fc.record({ type: fc.constant('fill-down' as const), column: name }),
    fc.record({ type: fc.constant('drop' as const), columns: fc.array(name, { maxLength: 1 }) }),
    fc.record({
      type: fc.constant('filter' as const),
      column: name,
      keep: fc.record({ type: fc.constant('in' as const), values: fc.array(cell) }),
    }),
    fc.record({ type: fc.constant('deduplicate' as const), columns: fc.array(name, { minLength: 1, maxLength: 2 }) }),
    fc.record({ type: fc.constant('delete-row' as const), row: fc.record({ key: fc.record({ x: cell }) }) }),
    fc.record({
      type: fc.constant('pivot-long' as const),
      columns: fc.array(name, { minLength: 1, maxLength: 2 }),
      names: fc.constant('n'),
      values: fc.constant('v'),
    }),
    fc.record({ type: fc.constant('generate-ids' as const), column: name, pattern: fc.constant('P-{number:2}') }),
  )

  it('conserves rows: in + added = out + set aside', () => {
    fc.assert(
      fc.property(table, fc.array(step, { maxLength: 6 }), (start, steps) => {
        const done = run(start, ...steps)
        const added = done.applied.reduce((sum, outcome) => sum + outcome.rowsAdded, 0)
        expect(start.rows.length + added).toBe(done.table.rows.length + done.setAside.length)
        for (const column of done.table.columns) expect(column.cells).toHaveLength(done.table.rows.length)
      }),
    )
  })

  it('gives the same bytes twice, and undoing a step is never having had it', () => {
    fc.assert(
      fc.property(table, fc.array(step, { minLength: 1, maxLength: 6 }), fc.nat(), (start, steps, n) => {
        expect(JSON.stringify(run(start, ...steps))).toBe(JSON.stringify(run(start, ...steps)))
        const at = n % steps.length
        const all = recipe(...steps)
        const off = { ...all, steps: all.steps.map((one, i) => (i === at ? { ...one, off: true as const } : one)) }
        const without = { ...all, steps: all.steps.filter((_, i) => i !== at) }
        const replayed = (one: Recipe) => JSON.stringify(replay(one, sourceOf(start), { model }))
        expect(replayed(off)).toBe(replayed(without))
      }),
    )
  })
})
