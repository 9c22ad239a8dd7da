import { EPONE, type HoursPlace, type OpenInterval, openIntervals, REFERENCE_YEAR } from './intervals.ts'
import { isOpeningHours } from './syntax.ts'

export { brokenHours } from './broken.ts'
export { type HoursPlace, needsSchoolCalendar, type OpenInterval, openIntervals } from './intervals.ts'
export { isOpeningHours }

/** The library parses it, our grammar too, and it evaluates over a year. */
export const validHours = (value: string): boolean =>
  isOpeningHours(value) && openIntervals(value, REFERENCE_YEAR) !== undefined

/** Same open intervals, states and comments over the year, to the minute. False when one of them cannot be evaluated, unless they are the same text. */
export function sameHours(a: string, b: string, year: number = REFERENCE_YEAR, place: HoursPlace = EPONE): boolean {
  if (a === b) return true
  const [left, right] = [openIntervals(a, year, place), openIntervals(b, year, place)]
  if (!left || !right || left.length !== right.length) return false
  return left.every((interval, i) => sameInterval(interval, right[i]!) && said(a, interval) === said(b, right[i]!))
}

const sameInterval = (a: OpenInterval, b: OpenInterval): boolean =>
  a.from.getTime() === b.from.getTime() && a.to.getTime() === b.to.getTime() && a.unknown === b.unknown

/** The library also gives the name of a holiday as a comment, when a rule of holidays is why it is open. */
const said = (value: string, { comment }: OpenInterval): string => (value.includes(`"${comment}"`) ? comment : '')
