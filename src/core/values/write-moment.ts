import { type CalendarDay, isoDay } from './calendar.ts'
import { type Clock, clockText } from './clock.ts'

const pad = (number: number, width = 2): string => String(number).padStart(width, '0')

const DIRECTIVES: Record<string, (day: CalendarDay, clock: Clock) => string> = {
  Y: day => pad(day.year, 4),
  y: day => pad(day.year % 100),
  m: day => pad(day.month),
  d: day => pad(day.day),
  H: (_, clock) => pad(clock.hour),
  M: (_, clock) => pad(clock.minute),
  S: (_, clock) => pad(clock.second),
  f: (_, clock) => (clock.fraction ?? '').slice(0, 6).padEnd(6, '0'),
  z: (_, clock) => clock.offset ?? '',
  '%': () => '%',
}

const MIDNIGHT = { hour: 0, minute: 0, second: 0 }
const ANY_DAY = { year: 2000, month: 1, day: 1 }

/** Writes by a strptime format (`%d/%m/%Y`); undefined when the format is no such format (`default`, `any`) or holds a directive unknown here. */
export function byFormat(
  format: string | undefined,
  day: CalendarDay = ANY_DAY,
  clock: Clock = MIDNIGHT,
): string | undefined {
  if (format === undefined || !format.includes('%')) return undefined
  let unknown = false
  const text = format.replace(/%(.?)/gs, (_, letter: string) => {
    const write = DIRECTIVES[letter]
    if (!write) unknown = true
    return write?.(day, clock) ?? ''
  })
  return unknown ? undefined : text
}

/** A day, in the model's format when it has one, else `2021-10-17`. */
export const writeDay = (day: CalendarDay, format?: string): string => byFormat(format, day) ?? isoDay(day)

/** `08:30:00` or the model's format; a fraction and an offset are kept. */
export const writeClock = (clock: Clock, format?: string): string =>
  byFormat(format, ANY_DAY, clock) ??
  `${clockText(clock)}${clock.fraction === undefined ? '' : `.${clock.fraction}`}${clock.offset ?? ''}`

/** `2021-10-17T08:30:00`, with its own offset when it has one, or the model's format. */
export const writeMoment = (day: CalendarDay, clock: Clock, format?: string): string =>
  byFormat(format, day, clock) ?? `${isoDay(day)}T${writeClock(clock)}`
