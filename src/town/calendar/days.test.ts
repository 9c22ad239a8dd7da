import { expect, test } from 'vitest'
import { dayInWords, daysAfter, daysBetween, isDay, monthsAfter, parisDay, weekdayInWords } from './days.ts'

test('the day is the town’s: midnight is in Paris', () => {
  expect(parisDay('2026-03-01T22:59:59.999Z')).toBe('2026-03-01')
  expect(parisDay('2026-03-01T23:00:00.000Z')).toBe('2026-03-02')
  expect(parisDay('2026-07-01T22:00:00.000Z')).toBe('2026-07-02')
})

test('months are calendar months, a short one ends on its last day', () => {
  expect(monthsAfter('2026-01-31', 1)).toBe('2026-02-28')
  expect(monthsAfter('2027-01-31', 13)).toBe('2028-02-29')
  expect(monthsAfter('2026-11-30', 3)).toBe('2027-02-28')
  expect(monthsAfter('2026-03-02', 12)).toBe('2027-03-02')
})

test('days are counted across changes of hour, and said in French', () => {
  expect(daysAfter('2026-03-28', 2)).toBe('2026-03-30')
  expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2)
  expect(weekdayInWords('2026-03-01')).toBe('dimanche 1er mars 2026')
  expect(dayInWords('2026-03-01')).toBe('1er mars 2026')
})

test.each(['2026-02-30', '2026-13-01', 'demain', '2026-2-3', ''])('« %s » is no day', text => {
  expect(isDay(text)).toBe(false)
})
