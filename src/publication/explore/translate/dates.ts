import { impossible } from '../odsql/problem.ts'

/** What a date of a query covers: `2020` is the whole year. `end` is the first moment after; an instant covers itself only. */
export interface Span {
  readonly start: string
  readonly end?: string
}

/** `2020`, `2020/12`, `2020-12-01`, `2020-12-01T08:30`: days and instants as the engine reads them. */
export function spanOf(text: string): Span {
  const [, year, month, day, time] = /^(\d{4})(?:[-/](\d\d?)(?:[-/](\d\d?)(?:[T ](.+))?)?)?$/.exec(text) ?? []
  if (year === undefined) throw impossible(`j’ai lu « ${text.slice(0, 40)} » ; j’attendais une date, comme 2021-10-17.`)
  if (month === undefined) return { start: dayOf(year, '1', '1'), end: dayOf(String(Number(year) + 1), '1', '1') }
  if (day === undefined) return { start: dayOf(year, month, '1'), end: monthAfter(Number(year), Number(month)) }
  const start = dayOf(year, month, day)
  if (time !== undefined) return { start: `${start}T${time}` }
  const next = new Date(`${start}T00:00:00Z`)
  if (Number.isNaN(next.getTime())) throw impossible(`le jour « ${text} » n’existe pas.`)
  next.setUTCDate(next.getUTCDate() + 1)
  return { start, end: next.toISOString().slice(0, 10) }
}

const dayOf = (year: string, month: string, day: string): string =>
  `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
const monthAfter = (year: number, month: number): string =>
  month >= 12 ? dayOf(String(year + 1), '1', '1') : dayOf(String(year), String(month + 1), '1')

/** An instant in a time zone, with its offset; a day, and an instant that tells no offset, stay as they are. */
export function inZone(text: string, zone: string): string {
  if (text.length > 40 || !/T.*(?:Z|[+-]\d\d:?\d\d)$/.test(text.replace(' ', 'T'))) return text
  const instant = new Date(text.replace(' ', 'T'))
  if (Number.isNaN(instant.getTime())) return text
  const parts = Object.fromEntries(
    formatterOf(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  )
  const offset = (parts.timeZoneName ?? '').replace(/^GMT/, '') || '+00:00'
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}:${parts.second}${offset}`
}

const formatters = new Map<string, Intl.DateTimeFormat>()
export function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone)
  if (known) return known
  try {
    const made = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      timeZoneName: 'longOffset',
      hourCycle: 'h23',
      ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' },
    })
    // The zones of the world are some six hundred.
    if (formatters.size < 1000) formatters.set(zone, made)
    return made
  } catch {
    throw impossible(`je ne connais pas le fuseau « ${zone.slice(0, 40)} » ; j’attendais par exemple Europe/Paris.`)
  }
}
