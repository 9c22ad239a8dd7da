import { type CalendarDay, dayNumber, dayOfNumber, weekdayOf } from './calendar.ts'
import type { Clock } from './clock.ts'

/**
 * The next day, when a moment in UTC falls on it in Paris: « 2021-10-16T22:00:00Z » is how software writes midnight of 17 October 2021.
 * Only UTC (`Z`, `+00:00`) is looked at; another offset is somebody's own hour. Undefined when the day is the same.
 */
export function crossesMidnight(day: CalendarDay, clock: Clock): CalendarDay | undefined {
  if (clock.offset !== 'Z' && clock.offset !== '+00:00' && clock.offset !== '-00:00') return undefined
  const shift = isSummer(day) ? 2 : 1
  return clock.hour + shift >= 24 ? dayOfNumber(dayNumber(day) + 1) : undefined
}

/** Summer time in the European Union since 1996: last Sunday of March to last Sunday of October (directive 2000/84/CE). */
function isSummer(day: CalendarDay): boolean {
  const { year, month } = day
  if (month < 3 || month > 10) return false
  if (month > 3 && month < 10) return true
  const lastDay = { year, month, day: 31 }
  const lastSunday = 31 - ((weekdayOf(lastDay) + 1) % 7)
  return month === 3 ? day.day >= lastSunday : day.day < lastSunday
}
