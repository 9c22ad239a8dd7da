import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTime } from './time.ts'

const value = (text: string, format?: string) => {
  const reading = readTime(text, format === undefined ? {} : { format })
  return reading.status === 'certain' ? reading.value : reading
}
const candidates = (text: string) => {
  const reading = readTime(text)
  return reading.status === 'doubtful' ? reading.candidates.map(one => one.value) : reading
}
const two = (number: number) => String(number).padStart(2, '0')

describe('readTime', () => {
  it('reads back an hour written in any accepted way', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (h, m) => {
        const expected = `${two(h)}:${two(m)}:00`
        const half = `${h % 12 === 0 ? 12 : h % 12}:${two(m)} ${h < 12 ? 'AM' : 'pm'}`
        const ways = [
          `${h}h${two(m)}`,
          `${two(h)} H ${two(m)}`,
          `${h}:${two(m)}`,
          expected,
          `à ${h}h${two(m)}`,
          `${h} h ${m} min`,
          half,
        ]
        for (const way of ways) expect(value(way)).toBe(expected)
        expect(value(`${h}h${two(m)}`, '%H:%M')).toBe(`${two(h)}:${two(m)}`)
      }),
    )
    expect(value('8h')).toBe('08:00:00')
    expect(value('midi')).toBe('12:00:00')
    expect(value('minuit')).toBe('00:00:00')
  })

  it('keeps the hour of a whole moment and says so', () => {
    expect(readTime('17/10/2021 à 8h30')).toMatchObject({
      value: '08:30:00',
      note: expect.stringContaining('17/10/2021'),
    })
  })

  it('asks about bare numbers, several hours, words around', () => {
    expect(candidates('0830')).toEqual(['08:30:00'])
    expect(candidates('8')).toEqual(['08:00:00'])
    expect(candidates('0,354166666666667')).toEqual(['08:30:00'])
    expect(candidates('0.30')).toEqual(['00:30:00', '07:12:00'])
    expect(candidates('8h-12h')).toEqual(['08:00:00', '12:00:00'])
    expect(candidates('8h30 le matin')).toEqual(['08:30:00'])
    expect(candidates('24:00')).toContain('00:00:00')
  })

  it('refuses durations, impossible hours and anything else', () => {
    expect(readTime('26:30:00')).toMatchObject({ status: 'refused', reason: expect.stringContaining('une durée') })
    for (const text of ['8:60', '13 PM', 'bientôt', 'NC', '12:3']) expect(readTime(text).status).toBe('refused')
  })

  it('never throws and never changes without a note', () => {
    const piece = fc.constantFrom(...'0123456789:h. -'.split(''), 'midi', ' PM', '+02:00', 'Z')
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 10 }).map(parts => parts.join('')),
    )
    fc.assert(
      fc.property(text, t => {
        const reading = readTime(t)
        if (reading.status !== 'certain') return
        expect(reading.value).toMatch(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d/)
        if (reading.value !== t) expect(reading.note).toBeTruthy()
      }),
      { numRuns: 1000 },
    )
  })
})
