/**
 * Dates and times by a format of Python's `strptime`, as frictionless 4.38 reads them: digits may lack their leading zero (`2019-9-3`), month and day must exist.
 * The answer is a canonical text whose order is the order of time: `2019-09-03`, `2019-09-03T08:30:00`; undefined when the text is not of the format.
 */
export interface Moment {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

const PARTS: Record<string, { pattern: string; field?: keyof Moment | 'shortYear' }> = {
  Y: { pattern: '(\\d{4})', field: 'year' },
  y: { pattern: '(\\d{2})', field: 'shortYear' },
  m: { pattern: '(1[0-2]|0?[1-9])', field: 'month' },
  d: { pattern: '(3[01]|[12]\\d|0?[1-9])', field: 'day' },
  H: { pattern: '(2[0-3]|[01]?\\d)', field: 'hour' },
  M: { pattern: '([0-5]?\\d)', field: 'minute' },
  S: { pattern: '(6[01]|[0-5]?\\d)', field: 'second' },
  f: { pattern: '\\d{1,6}' },
  z: { pattern: '(?:[+-]\\d{2}:?\\d{2}(?::?\\d{2}(?:\\.\\d{1,6})?)?|Z)' },
  Z: { pattern: '(?:UTC|GMT|[A-Z]{3,4})?' },
  '%': { pattern: '%' },
}

/** A reader for one format; undefined when the format holds a directive that Carnet does not know. */
export function strptime(format: string): ((text: string) => Moment | undefined) | undefined {
  const fields: (keyof Moment | 'shortYear')[] = []
  let pattern = ''
  for (let at = 0; at < format.length; at++) {
    if (format[at] !== '%') {
      pattern += /\s/.test(format[at]!) ? '\\s+' : format[at]!.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
      continue
    }
    const part = PARTS[format[++at] ?? '']
    if (!part) return undefined
    pattern += part.pattern
    if (part.field) fields.push(part.field)
  }
  const whole = new RegExp(`^${pattern}$`)
  return text => {
    const found = whole.exec(text)
    return found ? moment(fields, found) : undefined
  }
}

function moment(fields: readonly (keyof Moment | 'shortYear')[], found: readonly string[]): Moment | undefined {
  const read = { year: 1900, month: 1, day: 1, hour: 0, minute: 0, second: 0 }
  fields.forEach((field, index) => {
    const number = Number(found[index + 1])
    if (field === 'shortYear') read.year = number + (number < 69 ? 2000 : 1900)
    else read[field] = number
  })
  return exists(read) ? read : undefined
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

export const exists = ({ year, month, day }: Pick<Moment, 'year' | 'month' | 'day'>): boolean =>
  year >= 1 &&
  month >= 1 &&
  month <= 12 &&
  day >= 1 &&
  day <= (DAYS[month - 1] ?? 0) + (month === 2 && isLeap(year) ? 1 : 0)

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

const pad = (number: number, width = 2): string => String(number).padStart(width, '0')
export const dateText = ({ year, month, day }: Moment): string => `${pad(year, 4)}-${pad(month)}-${pad(day)}`
export const timeText = ({ hour, minute, second }: Moment): string => `${pad(hour)}:${pad(minute)}:${pad(second)}`
export const datetimeText = (read: Moment): string => `${dateText(read)}T${timeText(read)}`
