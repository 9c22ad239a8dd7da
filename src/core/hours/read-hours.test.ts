import { describe, expect, test } from 'vitest'
import { brokenHours, sameHours } from './evaluate.ts'
import { canonicalHours } from './intervals.ts'
import { MORE_PHRASES, MORE_TO_ASK } from './more-phrases-for-tests.ts'
import { PHRASES, TO_ASK } from './phrases-for-tests.ts'
import { readHours } from './read-hours.ts'

const certainOf = (text: string): string | undefined => {
  const reading = readHours(text)
  return reading.status === 'certain' ? reading.value : undefined
}

describe('phrases of towns', () => {
  test.each([...PHRASES, ...MORE_PHRASES])('« %s »', (phrase, value) => {
    const read = certainOf(phrase)
    expect(read).toBeDefined()
    expect(sameHours(read!, value), `${read} is not ${value}`).toBe(true)
    expect(brokenHours(read!)).toBeUndefined()
    expect(canonicalHours(read!)).toBe(read)
  })

  test.each([...TO_ASK, ...MORE_TO_ASK])('« %s » is asked', phrase => {
    const reading = readHours(phrase)
    expect(reading.status).toBe('doubtful')
    if (reading.status !== 'doubtful') return
    expect(reading.question.match(/\?/g)?.length ?? 0).toBeGreaterThan(0)
    expect(reading.reason).toMatch(/\.$/)
  })
})

describe('what a question says', () => {
  const ask = (text: string) => {
    const reading = readHours(text)
    return reading.status === 'doubtful' ? reading : undefined
  }
  test('what was understood, what was not, and one thing to answer', () => {
    expect(ask('Du lundi au vendredi de 9h à 12h, tombola le soir')).toMatchObject({
      understood: 'du lundi au vendredi de 9 h à 12 h',
      leftOver: ['tombola', 'soir'],
      reason: 'Je ne comprends pas « tombola », « soir ».',
    })
  })
  test('a contradiction shows both readings', () => {
    expect(ask('lundi 9h-12h, lundi 10h-13h')?.question).toContain('de 9 h à 12 h, de 10 h à 13 h, ou les deux ?')
  })
  test('a day that does not exist is named', () => {
    expect(ask('du 31 avril au 15 mai : mardi 9h-12h')?.question).toContain('le 31 avril n’existe pas')
  })
  test('an empty cell is empty, a long one is asked', () => {
    expect(readHours('  \n ')).toEqual({ status: 'empty' })
    expect(readHours('lundi 9h-12h '.repeat(400)).status).toBe('doubtful')
  })
})

describe('values already written for OpenStreetMap', () => {
  test.each([
    ['Mo-Fr 09:00-12:00,14:00-17:00', 'Mo-Fr 09:00-12:00,14:00-17:00'],
    ['Mo-Fr 9:00-12:00, 14:00-17:00', 'Mo-Fr 09:00-12:00,14:00-17:00'],
    ['Apr 01-Sep 30 Mo-Sa 09:00-19:00; PH off', 'Apr 01-Sep 30 Mo-Sa 09:00-19:00; PH off'],
    ['24/7', '24/7'],
  ])('« %s » passes', (text, value) => expect(certainOf(text)).toBe(value))

  test('« Mar » is March there and Tuesday here: asked', () => {
    expect(certainOf('Mar 10:00-12:00')).toBeUndefined()
    expect(certainOf('Mar 10h-12h')).toBe('Tu 10:00-12:00')
  })
})
