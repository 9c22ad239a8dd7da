import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DateOptions } from './date.ts'
import { readDateTime } from './datetime.ts'

const value = (text: string, options?: DateOptions) => {
  const reading = readDateTime(text, options)
  return reading.status === 'certain' ? reading.value : reading
}
const two = (number: number) => String(number).padStart(2, '0')

describe('readDateTime', () => {
  it('reads back a moment written in any accepted way', () => {
    const number = (min: number, max: number) => fc.integer({ min, max })
    fc.assert(
      fc.property(
        number(1900, 2099),
        number(1, 12),
        number(1, 28),
        number(0, 23),
        number(0, 59),
        (year, month, day, h, m) => {
          const iso = `${year}-${two(month)}-${two(day)}T${two(h)}:${two(m)}:00`
          const french = `${two(day)}/${two(month)}/${year}`
          const ways = [
            iso,
            iso.replace('T', ' '),
            iso.slice(0, 16),
            `${french} ${h}h${two(m)}`,
            `le ${french} à ${two(h)}:${two(m)}:00`,
          ]
          for (const way of ways) expect(value(way)).toBe(iso)
          expect(value(iso, { format: '%d/%m/%Y %H:%M' })).toBe(`${french} ${two(h)}:${two(m)}`)
        },
      ),
    )
  })

  it('keeps offsets and fractions as they are', () => {
    for (const text of ['2021-07-15T20:12:05.255000', '2021-10-17T08:30:00Z', '2021-10-17T08:30:00+02:00']) {
      expect(readDateTime(text)).toEqual({ status: 'certain', value: text })
    }
    expect(value('2021-10-17T08:30:00+0200')).toBe('2021-10-17T08:30:00+02:00')
    expect(value('17 octobre 2021 à midi')).toBe('2021-10-17T12:00:00')
    expect(value('17/10/2021 24:00')).toBe('2021-10-18T00:00:00')
    expect(value('44486.354166667', { serials: '1900' })).toBe('2021-10-17T08:30:00')
  })

  it('asks for the hour, and asks what the day’s own reader asks', () => {
    expect(readDateTime('2021-10-17')).toMatchObject({
      status: 'doubtful',
      candidates: [{ value: '2021-10-17T00:00:00' }],
    })
    expect(readDateTime('10/13/2021 10:00')).toMatchObject({ candidates: [{ value: '2021-10-13T10:00:00' }] })
    expect(readDateTime('2021-10-17 10:00', { yearOfFile: 2017 })).toMatchObject({
      candidates: [
        { value: '2017-10-21T10:00:00' },
        { value: '2017-10-17T10:00:00' },
        { value: '2021-10-17T10:00:00' },
      ],
    })
    expect(readDateTime('31/04/2021 10:00')).toMatchObject({
      status: 'refused',
      reason: expect.stringContaining('30 jours'),
    })
    expect(readDateTime('demain').status).toBe('refused')
    expect(readDateTime(' ').status).toBe('empty')
  })

  it('never throws and never changes without a note', () => {
    const piece = fc.constantFrom(...'0123456789:/-. T'.split(''), '2021-10-17', ' 08:30', '8h', '+02:00', 'Z', 'oct')
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 8 }).map(parts => parts.join('')),
    )
    fc.assert(
      fc.property(text, t => {
        const reading = readDateTime(t)
        if (reading.status === 'certain' && reading.value !== t) expect(reading.note).toBeTruthy()
      }),
      { numRuns: 1000 },
    )
  })
})
