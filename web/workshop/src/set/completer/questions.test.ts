import { describe, expect, test } from 'vitest'
import { checkTable } from '../../../../../src/core/check/index.ts'
import { countAsked } from '../../../../../src/core/propose/asked.ts'
import { field, modelOf } from '../../../../../src/core/recipe/model-for-tests.ts'
import { replay } from '../../../../../src/core/recipe/replay.ts'
import type { RecipeStep } from '../../../../../src/core/recipe/step.ts'
import { tableFromRows } from '../../../../../src/core/table/table.ts'
import { performed } from '../shared/acts-for-tests.ts'
import { tabView } from '../shared/tab-view.ts'
import { answerCells, answerYesNo } from './answers.ts'
import { questionAt, questionGroups } from './question-groups.ts'
import type { AskedQuestion } from './questions.ts'

const model = modelOf([
  field('nom', { role: 'name', constraints: { required: true } }),
  field('adresse', { role: 'address' }),
  field('debut', { type: 'date', role: 'date' }),
])
const sources = {
  tables: [
    {
      source: 'a.csv',
      table: tableFromRows(
        ['nom', 'adresse', 'debut'],
        [
          ['Bar', '1 quai', '2021-02-30'],
          ['Salon', '2 rue Haute', '03/04/2021'],
          ['Fleurs', '', 'au printemps'],
        ],
        { source: 'a.csv' },
      ),
    },
    {
      source: 'b.csv',
      table: tableFromRows(['nom', 'adresse'], [['Atelier Salon Coiffure', '2 rue Haute']], { source: 'b.csv' }),
    },
  ],
}
const steps: RecipeStep[] = [
  { id: 'select', step: { type: 'select-table' }, reason: '' },
  { id: 'merge', step: { type: 'merge', source: 'b.csv', key: 'auto', prefer: 'left', keep: 'both' }, reason: '' },
  {
    id: 'dates',
    step: { type: 'normalise', column: 'debut', kind: 'date', options: { order: 'unknown' } },
    reason: '',
  },
  {
    id: 'dedup',
    step: { type: 'deduplicate', columns: ['nom'] },
    reason: 'Faut-il garder une seule ligne ?',
    off: true,
  },
]
const asked = (recipe: readonly RecipeStep[]) => tabView({ model, sources }, recipe).questions
const cellOf = (questions: readonly AskedQuestion[], name: string) => {
  const found = questions.find(one => one.type === 'cell' && one.place.name === name)
  if (found?.type !== 'cell') throw new Error(`nothing is asked of ${name}`)
  return found
}

describe('questions that only a person knows', () => {
  const questions = asked(steps)

  test('the server counts what this page asks', () => {
    const result = replay({ version: 1, model: model.id, steps }, sources, { model })
    const { findings } = checkTable(result.table, model)
    expect(countAsked(result, steps, findings, result.table.rows[0]!.line)).toBe(questions.length)
    expect(questions.length).toBeGreaterThan(3)
  })

  test('a cell is asked with its row, what else the row says, and the values between which to choose', () => {
    expect(cellOf(questions, 'Salon')).toMatchObject({
      column: 'debut',
      now: '03/04/2021',
      candidates: ['2021-04-03', '2021-03-04'],
      place: { row: { key: { nom: 'Salon' } }, line: 3, context: [{ column: 'adresse', value: '2 rue Haute' }] },
    })
    expect(questions.filter(one => one.type === 'cell')).toHaveLength(3)
  })

  test('proposals and doubtful pairs come first', () => {
    expect(questionGroups(questions, model.fields).map(({ title, questions: of }) => `${title} ${of.length}`)).toEqual([
      'Propositions de Carnet 1',
      'Les mêmes, ou pas ? 1',
      'debut 3',
    ])
    const group = questionGroups(questions, model.fields).at(-1)!
    expect(questionAt(group, 3)).toBe(questionAt(group, 0))
  })

  test('yes and no are acts; once done, they are not asked again', () => {
    for (const type of ['step', 'pair'] as const)
      for (const yes of [true, false]) {
        const question = questions.find(one => one.type === type)
        if (!question || question.type === 'cell') throw new Error(`no ${type}`)
        const next = asked(performed(steps, answerYesNo(steps, question, yes)))
        expect(next.some(one => one.id === question.id)).toBe(false)
      }
  })

  test('a cell answered is no longer asked, also when the answer is that it was right', () => {
    const question = cellOf(questions, 'Fleurs')
    for (const to of ['2021-03-20', question.now]) {
      const [act] = answerCells('hand', [question], to)
      if (act?.type !== 'cells') throw new Error('no cells')
      const corrections = act.cells.map(({ row, column, seen, to: now }) => ({ row, column, was: seen, to: now }))
      const hand: RecipeStep = {
        id: 'hand',
        step: { type: 'by-hand', corrections, deleted: [], added: [] },
        reason: '',
      }
      const left = asked([...steps, hand]).filter(one => one.type === 'cell' && one.question === question.question)
      expect(left).toEqual([])
    }
  })
})
