import { openIntervals, warningsOf } from './intervals.ts'
import { isOpeningHours } from './syntax.ts'

/**
 * What is wrong with a value that a lax pattern let through, as a French sentence; undefined when these are real hours.
 * More than the syntax: an end before its start, two spans that overlap, an hour 25, a value never open, a warning of the library.
 */
export function brokenHours(value: string): string | undefined {
  const text = value.trim()
  if (text === '') return undefined
  const said = `J’ai lu « ${shorten(text)} »`
  const clock = wrongClock(text)
  if (clock) return `${said} ; ${clock}`
  if (!isOpeningHours(text))
    return `${said} ; j’attendais des horaires comme « Mo-Fr 09:00-12:00,14:00-17:00 » ou « 24/7 ».`
  const span = wrongSpan(text)
  if (span) return `${said} ; ${span}`
  if (openIntervals(text) === undefined)
    return `${said} : ces horaires ne se laissent pas calculer (une date ou une règle n’existe pas).`
  const warnings = warningsOf(text)
  if (warnings.includes('vague')) return `${said} : les jours sont là, les heures manquent.`
  if (warnings.some(type => DOUBTS.has(type)))
    return `${said} : un passage n’est pas écrit comme attendu, et peut être compris autrement que vous ne le pensez.`
  return undefined
}

const shorten = (text: string): string => (text.length > 120 ? `${text.slice(0, 119)}…` : text)

/** Warnings that mean « guessed »; the others are about taste (order of rules, a default state). */
const DOUBTS = new Set([
  'adding_0',
  'ambiguous_word',
  'hour_min_separator',
  'interpreted_as_year',
  'nothing_useful',
  'switched',
  'value_ends_with_token',
  'without_minutes',
  'word_error_correction',
  'zero_calculation',
])

const bare = (text: string): string => text.replace(/"[^"]*"/g, '')

/** Hours and minutes that no clock shows: said before the syntax, since they explain it. */
function wrongClock(text: string): string | undefined {
  for (const [clock, hour, minute] of bare(text).matchAll(/(?<!\d)(\d{1,2}):(\d{2})(?!\d)/g)) {
    if (Number(minute) > 59) return `« ${clock} » n’est pas une heure : les minutes vont de 00 à 59.`
    if (Number(hour) * 60 + Number(minute) > 1440)
      return `« ${clock} » n’est pas une heure : après minuit, on écrit 01:00, 02:00…`
  }
  return undefined
}

/** One list of spans, of one rule: « 09:00-12:00,14:00-17:00 ». */
const SPANS = /\d{1,2}:\d\d-\d{1,2}:\d\d(?:, ?\d{1,2}:\d\d-\d{1,2}:\d\d)*/g

function wrongSpan(text: string): string | undefined {
  for (const [list] of bare(text).matchAll(SPANS)) {
    const spans = list.split(/, ?/).map(span => ({ span, ...minutesOf(span) }))
    for (const { span, from, to } of spans) {
      if (from === to) return `« ${span} » commence et finit à la même heure.`
      if (to < from && !crossesMidnight(from, to)) return `dans « ${span} », la fin est avant le début.`
    }
    const overlap = overlapping(spans)
    if (overlap) return `« ${overlap[0]} » et « ${overlap[1]} » se chevauchent.`
  }
  return undefined
}

function minutesOf(span: string): { from: number; to: number } {
  const [from = 0, to = 0] = span.split('-').map(clock => {
    const [hour, minute] = clock.split(':')
    return Number(hour) * 60 + Number(minute)
  })
  return { from, to }
}

/** Meant so: it ends in the small hours, or before dawn within 17 hours, or begins in the evening and ends in the morning. */
export const crossesMidnight = (from: number, to: number): boolean =>
  to <= 3 * 60 || (to <= 6 * 60 && to + 1440 - from < 17 * 60) || (from >= 17 * 60 && to <= 12 * 60)

function overlapping(spans: readonly { span: string; from: number; to: number }[]): [string, string] | undefined {
  const sorted = spans
    .map(one => ({ ...one, to: one.to < one.from ? one.to + 1440 : one.to }))
    .sort((a, b) => a.from - b.from)
  for (const [i, one] of sorted.entries()) {
    const next = sorted[i + 1]
    if (next && next.from < one.to) return [one.span, next.span]
  }
  return undefined
}
