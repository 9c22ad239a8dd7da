import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readYear, type YearOptions } from './year.ts'

const value = (text: string, options?: YearOptions) => {
  const reading = readYear(text, options)
  return reading.status === 'certain' ? reading.value : reading
}
const candidates = (text: string, options?: YearOptions) => {
  const reading = readYear(text, options)
  return reading.status === 'doubtful' ? reading.candidates.map(one => one.value) : reading
}

describe('readYear', () => {
  it('reads back a year written alone, with words, or inside a date', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 2100 }), year => {
        const ways = [`${year}`, `${year}.0`, `exercice ${year}`, `17/10/${year}`, `octobre ${year}`, `${year}-10-17`]
        for (const way of ways) expect(value(way)).toBe(String(year))
        expect(candidates(`vers ${year}`)).toEqual([String(year)])
      }),
    )
  })

  it('asks between several years, and for the century of two digits', () => {
    expect(candidates('2017-2018')).toEqual(['2017', '2018'])
    expect(candidates('2017/18')).toEqual(['2017', '2018'])
    expect(candidates('21')).toEqual(['2021'])
    expect(candidates('45')).toEqual(['2045', '1945'])
    expect(candidates('45', { yearOfFile: 1950 })).toEqual(['1945'])
    expect(candidates('987')).toEqual(['0987'])
  })

  it('finds the year that a spreadsheet showed as 13/07/1905', () => {
    expect(candidates('1905-07-13', { native: { type: 'date', serial: 2021, shown: '13/07/1905' } })).toEqual([
      '2021',
      '1905',
    ])
    expect(value('2021-01-01', { native: { type: 'date', serial: 44197, shown: '2021' } })).toBe('2021')
  })

  it('refuses the rest with a sentence', () => {
    expect(readYear('XIXe siècle')).toMatchObject({ status: 'refused', reason: expect.stringContaining('Un siècle') })
    for (const text of ['3000', '20211', 'NC', 'ancien', '44486']) expect(readYear(text).status).toBe('refused')
  })

  it('never throws and never changes without a note', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[0-9/ .-]{0,10}$/)), t => {
        const reading = readYear(t)
        if (reading.status !== 'certain') return
        expect(reading.value).toMatch(/^\d{4}$/)
        if (reading.value !== t) expect(reading.note).toBeTruthy()
      }),
      { numRuns: 1000 },
    )
  })
})
