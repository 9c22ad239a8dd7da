import { expect, test } from 'vitest'
import { nextReminder, workingDay } from './working-day.ts'

test.each([
  ['2026-03-04', '2026-03-04', 'a Wednesday'],
  ['2026-03-07', '2026-03-09', 'a Saturday'],
  ['2026-05-01', '2026-05-04', 'Labour day, a Friday'],
  ['2026-04-04', '2026-04-07', 'the Saturday of Easter: Monday is closed too'],
  ['2026-05-14', '2026-05-15', 'Ascension'],
  ['2027-05-17', '2027-05-18', 'Whit Monday'],
  ['2026-12-25', '2026-12-28', 'Christmas, a Friday'],
])('%s becomes %s: %s', (day, open) => {
  expect(workingDay(day)).toBe(open)
})

test('a reminder comes so many days later, in the morning, and not before somebody is back at work', () => {
  expect(nextReminder('2026-03-02T16:00:00.000Z', 7)).toBe('2026-03-09T07:30:00.000Z')
  expect(nextReminder('2026-03-02T16:00:00.000Z', 7, '2026-03-15')).toBe('2026-03-17T07:30:00.000Z')
  expect(nextReminder('2026-03-02T16:00:00.000Z', 7, '2026-03-04')).toBe('2026-03-09T07:30:00.000Z')
  // Late in the evening of the server, it is already the next day in the town.
  expect(nextReminder('2026-03-02T23:30:00.000Z', 2)).toBe('2026-03-05T07:30:00.000Z')
})
