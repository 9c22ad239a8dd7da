import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { type Case, readCase } from './case-file.ts'
import { differences, holds } from './compare.ts'
import { runCase } from './outcome.ts'

const place = mkdtempSync(join(tmpdir(), 'carnet-cases-'))
afterAll(() => rmSync(place, { recursive: true, force: true }))

/** A case with other expectations than its own. */
function changed(expected: unknown): string {
  const folder = join(place, 'hidden')
  cpSync(join(import.meta.dirname, '../cases/hidden-rows-and-sheets'), folder, { recursive: true })
  const one = JSON.parse(readFileSync(join(folder, 'case.json'), 'utf8')) as Case
  writeFileSync(join(folder, 'case.json'), JSON.stringify({ ...one, expect: expected }))
  return folder
}

test('what is not as expected is told', async () => {
  const folder = changed({ exit: 1, doesNotSay: ['Le Saule', 'Vu'], counts: { tables: 2 }, rows: 3 })
  const one = readCase(folder)
  const told = differences(folder, one, await runCase(folder, one))
  expect(told.map(line => line.split(' : ')[0])).toEqual([
    'Code de sortie',
    'La réponse dit « Vu »',
    '« tables »',
    'Aucun tableau (table.csv) n’a été écrit.',
  ])
})

test('a misspelt expectation is refused', () => {
  expect(() => readCase(changed({ exit: 0, row: 3 }))).toThrow(/row/)
})

test('a part of an answer: keys named, elements in order', () => {
  const answer = { a: [1, { b: 2, c: 3 }, 4], d: 'x' }
  expect(holds(answer, { a: [{ b: 2 }, 4] })).toBe(true)
  expect(holds(answer, { a: [4, { b: 2 }] })).toBe(false)
  expect(holds(answer, { a: [1, 1] })).toBe(false)
  expect(holds(answer, { e: undefined })).toBe(true)
  expect(holds(answer, { d: 'X' })).toBe(false)
})
