import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sameHours } from '../src/core/hours/evaluate.ts'
import { readHours } from '../src/core/hours/read-hours.ts'

/** Real phrases of inventories, kept outside the project since their licences differ; src/core/hours/phrases-for-tests.ts proves the same on our own. */
const DATA = new URL('../../shared/data/', import.meta.url)
const isHere = existsSync(new URL('hours-fr.tsv', DATA))
const rows = (file: string): string[][] =>
  isHere
    ? readFileSync(new URL(file, DATA), 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map(line => line.split('\t'))
    : []
const certainOf = (phrase: string): string | undefined => {
  const reading = readHours(phrase)
  return reading.status === 'certain' ? reading.value : undefined
}

describe.skipIf(!isHere)('real phrases (skipped: ../shared/data/hours-fr.tsv is not there)', () => {
  test('none is read wrong, 95 % are read', () => {
    const known = rows('hours-fr.tsv')
    const read = known.map(([phrase = '', value = '']) => ({ phrase, value, read: certainOf(phrase) }))
    expect(read.filter(one => one.read !== undefined && !sameHours(one.read, one.value))).toEqual([])
    expect(read.filter(one => one.read !== undefined).length).toBeGreaterThanOrEqual(known.length * 0.95)
  })
  test('what must be asked is never guessed', () => {
    expect(rows('hours-fr-refuse.tsv').filter(([phrase = '']) => certainOf(phrase) !== undefined)).toEqual([])
  })
})
