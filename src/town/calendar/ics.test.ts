import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { type CalendarEvent, foldLine, icsOf } from './ics.ts'

const STAMP = '2026-03-02T08:00:00.000Z'
const DAY: CalendarEvent = { uid: 'un@carnet', title: 'Mettre à jour', day: '2026-12-31' }

/** As another program reads it. */
function read(ics: string) {
  const calendar = new ICAL.Component(ICAL.parse(ics))
  return { events: calendar.getAllSubcomponents('vevent').map(one => new ICAL.Event(one)) }
}

describe('calendars', () => {
  test('a whole day ends the day after, even at the end of a year', () => {
    const [event] = read(icsOf('Rappels', [DAY], STAMP)).events
    expect(event).toMatchObject({ uid: 'un@carnet', summary: 'Mettre à jour' })
    expect([event!.startDate.isDate, event!.startDate.toString(), event!.endDate.toString()]).toEqual([
      true,
      '2026-12-31',
      '2027-01-01',
    ])
  })

  test.each([
    ['2026-03-02', '2026-03-02T08:30:00.000Z'],
    ['2026-03-30', '2026-03-30T07:30:00.000Z'],
    ['2026-10-24', '2026-10-24T07:30:00.000Z'],
    ['2026-10-26', '2026-10-26T08:30:00.000Z'],
  ])('9:30 on %s is the town’s, in summer and in winter', (day, instant) => {
    const [event] = read(icsOf('Semaine', [{ ...DAY, day, from: '09:30', to: '12:00' }], STAMP)).events
    expect(event!.startDate.zone.tzid).toBe('Europe/Paris')
    expect(event!.startDate.toJSDate()).toEqual(new Date(instant))
    expect(event!.duration.toSeconds()).toBe(2.5 * 3600)
  })

  test('whatever is written is read back, in lines of 75 octets ended by CRLF', () => {
    const text = fc.string({ unit: 'binary', maxLength: 100 })
    fc.assert(
      fc.property(text, text, fc.constantFrom('', '; , \\ \\n é « 🚲 »\n\n2e ligne'), (title, words, more) => {
        const ics = icsOf('Rappels', [{ ...DAY, title: title + more, words: more + words }], STAMP)
        const lines = ics.split('\r\n')
        expect(lines.filter(line => Buffer.byteLength(line) > 75 || /[\r\n]/.test(line))).toEqual([])
        const [event] = read(ics).events
        expect(event!.summary).toBe(sayable(title + more))
        expect(event!.description).toBe(sayable(more + words))
      }),
      { numRuns: 40 },
    )
  })

  test('folding cuts no letter in two and adds nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), line => {
        const folded = foldLine(line)
        fc.pre(!line.includes('\r\n '))
        expect(folded.replaceAll('\r\n ', '')).toBe(line)
      }),
    )
  })
})

/** What RFC 5545 lets a text hold. */
const sayable = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/[\p{Cc}\p{Cs}]/gu, sign => (sign === '\n' || sign === '\t' ? sign : ''))
