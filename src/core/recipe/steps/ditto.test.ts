import { expect, test } from 'vitest'
import { tableFromRows } from '../../table/table.ts'
import { fillDitto } from './ditto.ts'

test('takes the value above, however many times; holes stay; without anything above, asks', () => {
  const table = tableFromRows(['rue'], [['idem'], ['rue Haute'], ['Idem'], ['"'], [''], ['id.'], ['rue Basse'], ['-']])
  const { table: filled, questions } = fillDitto(table, { type: 'ditto', column: 'rue' })
  expect(filled.columns[0]!.cells).toEqual(['idem', 'rue Haute', 'rue Haute', 'rue Haute', '', 'id.', 'rue Basse', '-'])
  expect(questions!.map(({ line }) => line)).toEqual([2, 7])
})
