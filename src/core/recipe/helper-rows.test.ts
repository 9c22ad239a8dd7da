import { expect, test } from 'vitest'
import { exampleOf, meaningOf } from '../models/collection.ts'
import { parseModel } from '../models/parse-model.ts'
import { rowCells, tableFromRows } from '../table/table.ts'
import { helperRows, withoutHelp } from './helper-rows.ts'
import { replay } from './replay.ts'
import type { Step } from './step.ts'

const model = parseModel({
  name: 'lieux',
  fields: ['nom', 'adresse', 'ville'].map(name => ({
    name,
    type: 'string',
    description: `Ce qu’il faut écrire dans ${name}, en quelques mots.`,
    example: `exemple de ${name}`,
    constraints: { required: name === 'nom' },
  })),
})
const help = [model.fields.map(meaningOf), model.fields.map(exampleOf)]
const sheet = (source: string, ...rows: string[][]) => ({
  source,
  table: tableFromRows(
    model.fields.map(({ name }) => name),
    [...help, ...rows],
    { source },
  ),
})

const MAIRIE = ['Mairie', '1 place de la Mairie', 'Épône']
const [first, second] = [sheet('a', MAIRIE), sheet('b', ['Gymnase', '3 rue du Stade', 'Épône'])]

const run = (step: Step) =>
  replay(
    {
      version: 1,
      model: model.id,
      steps: [
        { id: 's', step: { type: 'select-table' }, reason: '' },
        { id: 't', step, reason: '' },
      ],
    },
    { tables: [first, second] },
    { model },
  )

test('the two lines of help are known, whoever sends the sheet back', () => {
  expect([...helperRows(first.table, model)]).toEqual([
    [0, 'meanings'],
    [1, 'example'],
  ])
  const { table, setAside } = withoutHelp(second.table, model)
  expect(table.rows).toHaveLength(1)
  expect(setAside.map(({ cells }) => cells.nom)).toEqual(help.map(([nom]) => nom))
})

test.each<Step>([
  { type: 'append', source: 'b' },
  { type: 'merge', source: 'b', key: 'auto', prefer: 'left', keep: 'both' },
])('a second sheet brings its rows, and sets its help aside: $type', step => {
  const { table, setAside } = run(step)
  expect(table.rows.map((_, row) => rowCells(table, row)[0])).toEqual([
    ...help.map(([nom]) => nom),
    'Mairie',
    'Gymnase',
  ])
  expect(setAside.map(({ reason }) => reason)).toEqual([
    expect.stringContaining('Ligne d’aide'),
    expect.stringContaining('Ligne d’aide'),
  ])
})
