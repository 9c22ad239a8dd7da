import { cellLine } from './cell-line.ts'
import { type DateOptions, readDate } from './date.ts'
import { quoted } from './quoted.ts'
import { certain, doubtful, EMPTY, type Reading, refused } from './reading.ts'
import { oneLine, tidyText } from './text.ts'

/**
 * A day, or a period written `2017-01-01/2017-12-31` (ISO 8601, as the national schemas of subsidies want it). The words between two dates say
 * what they are: « du … au … », « A_B », « A/B » are a period; two dates with nothing but a line break or « et » may be two payments, and are asked.
 */
export function readPeriod(text: string, options: DateOptions = {}): Reading {
  const line = cellLine(text)
  if (line === '') return EMPTY
  const ends = twoEnds(tidyText(text))
  if (!ends) return wholeYear(line) ?? readDate(text, options)
  const days = ends.dates.map(date => readDate(date, withoutNative(options)))
  const [from, to] = days.map(day => (day.status === 'certain' ? day.value : undefined))
  if (from === undefined || to === undefined) return days.find(day => day.status !== 'certain') ?? unread(line)
  if (from > to) return refused(`Dans ${quoted(line)}, la fin (${to}) est avant le début (${from}).`)
  const value = `${from}/${to}`
  if (value === text) return certain(value)
  if (ends.sure) return certain(value, `${quoted(line)} lu comme une période, du ${from} au ${to}.`)
  return doubtful(`${quoted(line)} : est-ce une période, du ${from} au ${to}, ou deux dates séparées ?`, [
    { value, reason: 'si c’est une période' },
  ])
}

/** What Excel held is one date: it says nothing of two. */
const withoutNative = ({ native: _, ...options }: DateOptions): DateOptions => options

const DATE = String.raw`\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2\d{2,4}|\d{1,2}(?:er)? \p{L}{3,9}\.? \d{4}`
const DATES = new RegExp(`(?<!\\d)(?:${DATE})(?!\\d)`, 'giu')
const BEFORE = /^(?:(?:du|de|le|p[ée]riode|entre le|à partir du)[ :]*)*$/i
const PERIOD = /^\s*(?:au?|[_/]|-|–|—|>|→|jusqu['’]?au|et le|jusque)\s*$/i
const TWO = /^[\s;,]*(?:et|puis|,|;)?\s*$/i

/** Exactly two dates and nothing else but words of periods. */
function twoEnds(text: string): { dates: [string, string]; sure: boolean } | undefined {
  if (text.length > 200) return undefined
  const found = [...text.matchAll(DATES)]
  const [first, second] = found
  if (found.length !== 2 || !first || !second) return undefined
  const head = text.slice(0, first.index)
  const between = text.slice(first.index + first[0].length, second.index)
  const tail = text.slice(second.index + second[0].length)
  if (tail.trim() !== '' || !BEFORE.test(head)) return undefined
  const sure = PERIOD.test(between)
  if (!sure && !TWO.test(between)) return undefined
  return { dates: [first[0], second[0]], sure }
}

/** « 2017 »: the whole year, if a person says so. */
function wholeYear(line: string): Reading | undefined {
  const year = /^(?:année |exercice )?((?:19|20)\d{2})$/i.exec(line)?.[1]
  if (year === undefined) return undefined
  return doubtful(`${quoted(oneLine(line))} : est-ce toute l’année ${year} ?`, [
    { value: `${year}-01-01/${year}-12-31`, reason: 'toute l’année' },
  ])
}

const unread = (line: string): Reading =>
  refused(`J'ai lu ${quoted(line)} ; j'attendais une date ou une période, par exemple 2021-01-01/2021-12-31.`)
