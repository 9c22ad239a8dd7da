import { expect, test } from 'vitest'
import { tableFromRows } from '../../table/table.ts'
import { field, modelOf } from '../model-for-tests.ts'
import { replay } from '../replay.ts'
import type { Step } from '../step.ts'

const model = modelOf([field('nom', { role: 'name' }), field('adresse', { role: 'address' })])
const rows = (words: string, count: number) =>
  Array.from({ length: count }, (_, at) => [`${words} ${'abcdefgh'[at]}zerty`, `${at + 1} rue ${words}`])
const table = (source: string, sheet: string | undefined, of: string[][]) => ({
  source,
  ...(sheet !== undefined && { sheet }),
  table: tableFromRows(['nom', 'adresse'], of, { source, ...(sheet !== undefined && { sheet }) }),
})
const merge = (source: string, sheet?: string): Step => ({
  type: 'merge',
  source,
  ...(sheet !== undefined && { sheet }),
  key: 'auto',
  prefer: 'left',
  keep: 'both',
})
const main = table('a.csv', undefined, rows('Commerce', 8))
const remarksOf = (tables: ReturnType<typeof table>[], ...steps: Step[]) =>
  replay(
    {
      version: 1,
      model: model.id,
      steps: [{ type: 'select-table' } as Step, ...steps].map((step, at) => ({ id: `e${at}`, step, reason: '' })),
    },
    { tables: [main, ...tables] },
    { model },
  ).remarks.filter(remark => /en commun|fusionner/.test(remark))

test('one list with nearly nothing in common: better not to merge', () => {
  expect(remarksOf([table('b.csv', undefined, rows('Entreprise', 6))], merge('b.csv'))).toEqual([
    expect.stringMatching(/^Aucune des 6 lignes ne se retrouve .* mieux vaut ne pas fusionner/),
  ])
})

test('a list of several sheets, each with a part of it: one sentence, the same for all', () => {
  const sheets = ['Nord', 'Sud'].map((sheet, at) => table('b.xlsx', sheet, rows(sheet, 5 + at)))
  const remarks = remarksOf(sheets, merge('b.xlsx', 'Nord'), merge('b.xlsx', 'Sud'))
  expect(remarks).toHaveLength(2)
  expect([...new Set(remarks)]).toEqual([
    expect.stringMatching(/^Des feuilles de « b.xlsx » ont peu de lignes en commun .* c’est normal/i),
  ])
})
