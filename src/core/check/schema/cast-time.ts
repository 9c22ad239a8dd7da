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

/** The default is `dateutil.isoparse` with seconds required: any sign between date and time, any ISO offset (`+0000` too). With an offset, the value is in UTC. */
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
  if (hour === 24 && minute + second > 0) return undefined
  const minutes = offsetMinutes(found[7])
  if (minutes === 0 && hour < 24) return datetimeText({ year, month, day, hour, minute, second })
  const moment = new Date(0)
  moment.setUTCFullYear(year, month - 1, day)
  moment.setUTCHours(hour, minute - minutes, second)
  return moment.toISOString().slice(0, 19)
}

function offsetMinutes(offset: string | undefined): number {
  const found = /^([+-])(\d{2}):?(\d{2})?$/.exec(offset ?? '')
  if (!found) return 0
  const minutes = Number(found[2]) * 60 + Number(found[3] ?? 0)
  return found[1] === '-' ? -minutes : minutes
}

/** Four digits; Table Schema v2 lets a year be negative or longer, Validata does not. */
export const castYear: Cast = text => (/^\d{4}$/.test(text) ? Number(text) : undefined)

/** A month of one digit is read too, as frictionless does. */
export const castYearmonth: Cast = text => {
  const found = /^(\d{4})-(0?[1-9]|1[0-2])$/.exec(text)
  return found ? `${found[1]}-${found[2]!.padStart(2, '0')}` : undefined
}

const DURATION =
  /^([+-]?)P(?!$)(?:([\d.,]+)Y)?(?:([\d.,]+)M)?(?:([\d.,]+)W)?(?:([\d.,]+)D)?(?:T(?!$)(?:([\d.,]+)H)?(?:([\d.,]+)M)?(?:([\d.,]+)S)?)?$/
/** Of a year (of the Gregorian mean), a month, a week, a day, an hour, a minute, a second. */
const SECONDS = [31_556_952, 2_629_746, 604_800, 86_400, 3_600, 60, 1] as const

/** ISO 8601, in seconds: durations are compared by their length. */
export const castDuration: Cast = text => {
  const found = DURATION.exec(text)
  if (!found) return undefined
  const seconds = SECONDS.reduce((sum, unit, index) => sum + unit * amount(found[index + 2]), 0)
  if (Number.isNaN(seconds)) return undefined
  return found[1] === '-' ? -seconds : seconds
}

const amount = (text: string | undefined): number =>
  text === undefined ? 0 : /^\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN
