import { expect, test } from 'vitest'
import { freeName, safeName } from './names.ts'

test.each([
  ['Liste été 2020.xlsx', 'Liste été 2020.xlsx'],
  ['../../etc/passwd', '_.._etc_passwd'],
  ['C:\\Users\\a.csv', 'C__Users_a.csv'],
  ['nul.txt', '_nul.txt'],
  ['...', '_'],
  ['', '_'],
  [`${'x'.repeat(300)}.csv`, `${'x'.repeat(100)}.csv`],
])('%s is written %s', (name, safe) => {
  expect(safeName(name)).toBe(safe)
})

test('two files of one name have two names', () => {
  const taken = new Set<string>()
  expect(['liste.xlsx', 'liste.xlsx', 'LISTE.xlsx', 'sans fin', 'sans fin'].map(name => freeName(name, taken))).toEqual(
    ['liste.xlsx', 'liste (2).xlsx', 'LISTE (3).xlsx', 'sans fin', 'sans fin (2)'],
  )
})
