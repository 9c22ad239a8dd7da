import { dayNumber, dayOfNumber } from '../../../core/values/calendar.ts'

/**
 * Excel's serial dates, read as whole days: no JavaScript Date, no time zone. In the 1900 system 1 is 01/01/1900 and 60 is the
 * 29/02/1900 that never existed (ECMA-376 Part 1, 18.17.4.1; kept from Lotus 1-2-3), which is what the person saw; 0 shows as 00/01/1900.
 * In the 1904 system 0 is 01/01/1904.
 */
export interface Moment {
  readonly year: number
  readonly month: number
  readonly day: number
  /** Seconds since midnight, rounded to one second. */
  readonly seconds: number
}

/** 31/12/9999, the last day that a spreadsheet shows; beyond it or before zero, a spreadsheet shows only ####. */
const LAST_SERIAL = 2_958_465
const DAYS_1904 = 1462
/** The calendar's number of 30/12/1899, from which serials after the day that never existed count. */
const DAY_0 = dayNumber({ year: 1899, month: 12, day: 30 })

export function momentOf(serial: number, date1904: boolean): Moment | undefined {
  const shifted = date1904 ? serial + DAYS_1904 : serial
  if (!(serial >= 0 && shifted < LAST_SERIAL + 1)) return undefined
  const total = Math.round(shifted * 86_400)
  const days = Math.floor(total / 86_400)
  if (days > LAST_SERIAL) return undefined
  return calendarDay(days, total - days * 86_400)
}

function calendarDay(days: number, seconds: number): Moment {
  if (days === 60) return { year: 1900, month: 2, day: 29, seconds }
  if (days === 0) return { year: 1900, month: 1, day: 0, seconds }
  return { ...dayOfNumber(days + (days < 60 ? 1 : 0) + DAY_0), seconds }
}

/** The serial (1900 system) of a calendar day and seconds: what Excel would have stored. */
export function serialOf(year: number, month: number, day: number, seconds = 0): number {
  const days = Date.UTC(year, month - 1, day) / 86_400_000 + 25_569
  return (days < 61 ? days - 1 : days) + seconds / 86_400
}

export const two = (n: number): string => (n < 10 ? `0${n}` : String(n))
export const isoDay = ({ year, month, day }: Moment): string =>
  `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
export const isoTime = (seconds: number): string =>
  `${two(Math.floor(seconds / 3600))}:${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`
