import { describe, expect, it } from 'vitest'
import { readCentury } from './century.ts'
import { readDate } from './date.ts'
import { readDateTime } from './datetime.ts'
import { readInteger, readNumber } from './number.ts'
import { readTime } from './time.ts'
import { readYear } from './year.ts'

const READERS = { readDate, readDateTime, readTime, readYear, readNumber, readInteger, readCentury }
const GOOD: Record<keyof typeof READERS, string> = {
  readDate: '17/10/2021',
  readDateTime: '2021-10-17T08:30:00',
  readTime: '08:30:00',
  readYear: '2021',
  readNumber: '12.5',
  readInteger: '12',
  readCentury: 'XVIe siècle',
}

describe('very long cells', () => {
  for (const [name, reader] of Object.entries(READERS)) {
    const good = GOOD[name as keyof typeof READERS]

    it(`${name} never takes a beginning for the whole`, () => {
      for (const spaces of [1, 500, 20_000]) {
        expect(reader(`${good}${' '.repeat(spaces)}@@@`).status).not.toBe('certain')
        expect(reader(`${' '.repeat(spaces)}@@@`).status).toBe('refused')
      }
      expect(reader(`${' '.repeat(500)}${good}`).status).toBe('certain')
    })

    it(`${name} refuses a megabyte of anything`, () => {
      for (const piece of [good, '1', '(1', 'oct ', '1 ', 'XV', ' ']) {
        const reading = reader(`${piece.repeat(Math.ceil(1_000_000 / piece.length))}!`)
        expect(reading.status).not.toBe('certain')
        if (reading.status === 'refused') expect(reading.reason.length).toBeLessThan(400)
      }
    })
  }
})
