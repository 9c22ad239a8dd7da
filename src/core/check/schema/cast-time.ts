import type { Cast } from './cast.ts'
import { dateText, datetimeText, exists, type Moment, strptime, timeText } from './strptime.ts'

/** A format of strptime that Carnet does not know refuses nothing: it cannot be checked. */
const by = (format: string, write: (read: Moment) => string): Cast => {
  const read = strptime(format)
  if (!read) return text => text
  return text => {
    const found = read(text)
    return found && write(found)
  }
}

const anyDate = strptimeOneOf(['%Y-%m-%d', '%d/%m/%Y', '%Y/%m/%d', '%d-%m-%Y', '%d.%m.%Y', '%Y%m%d'])
function strptimeOneOf(formats: readonly string[]): (text: string) => Moment | undefined {
  const readers = formats.flatMap(format => strptime(format) ?? [])
  return text => {
    for (const read of readers) {
      const found = read(text)
      if (found) return found
    }
    return undefined
  }
}

export function castDate(format: string): Cast {
  if (format === 'any') return text => (anyDate(text) ?? isoDatetime(text)) && text
  return by(format === 'default' ? '%Y-%m-%d' : format, dateText)
}

export function castTime(format: string): Cast {
  if (format === 'any') return text => (/^([01]?\d|2[0-3])[:h][0-5]\d(?:[:m][0-5]\d)?$/.test(text) ? text : undefined)
  if (format !== 'default') return by(format, timeText)
  return text =>
    /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?$/.test(text) ? text.slice(0, 8) : undefined
}

/** The default is `dateutil.isoparse` with seconds required: any sign between date and time, any ISO offset (`+0000` too). */
export function castDatetime(format: string): Cast {
  if (format === 'any') return text => isoDatetime(text) ?? (anyDate(text) && text)
  if (format !== 'default') return by(format, datetimeText)
  return isoDatetime
}

const ISO = /^(\d{4})-(\d{2})-(\d{2}).(\d{2}):(\d{2}):(\d{2})(?:[.,]\d{1,6})?(Z|[+-]\d{2}(?::?\d{2})?)?$/
function isoDatetime(text: string): string | undefined {
  const found = ISO.exec(text)
  if (!found) return undefined
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  if (!exists({ year, month, day }) || hour > 24 || minute > 59 || second > 59) return undefined
  return datetimeText({ year, month, day, hour, minute, second })
}

/** Four digits; Table Schema v2 lets a year be negative or longer, Validata does not. */
export const castYear: Cast = text => (/^\d{4}$/.test(text) ? Number(text) : undefined)

export const castYearmonth: Cast = text => (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(text) ? text : undefined)

/** ISO 8601, as XML Schema's duration. */
export const castDuration: Cast = text =>
  /^[+-]?P(?!$)(?:\d+(?:[.,]\d+)?W|(?:\d+(?:[.,]\d+)?Y)?(?:\d+(?:[.,]\d+)?M)?(?:\d+(?:[.,]\d+)?D)?(?:T(?!$)(?:\d+(?:[.,]\d+)?H)?(?:\d+(?:[.,]\d+)?M)?(?:\d+(?:[.,]\d+)?S)?)?)$/.test(
    text,
  )
    ? text
    : undefined
