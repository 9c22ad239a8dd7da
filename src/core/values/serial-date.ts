import { type CalendarDay, dayNumber, dayOfNumber } from './calendar.ts'

/** Where a spreadsheet starts to count its days: 1 is 01/01/1900 (with a 29/02/1900 that never existed), or 0 is 01/01/1904 (old Macs). */
export type SerialSystem = '1900' | '1904'

const ORIGINS = {
  // 30/12/1899: exact from 01/03/1900 on (serial 61), the only part read here.
  '1900': dayNumber({ year: 1899, month: 12, day: 30 }),
  '1904': dayNumber({ year: 1904, month: 1, day: 1 }),
} as const

/** The day of a serial number, hours dropped. Right from serial 61. */
export const dayOfSerial = (serial: number, system: SerialSystem): CalendarDay =>
  dayOfNumber(ORIGINS[system] + Math.floor(serial))
