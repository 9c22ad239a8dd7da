import type { DateRange, DayEntry, DayOfYear, Span } from './items.ts'
import type { Scope } from './schedule.ts'
import type { Weekday } from './tokens.ts'

/** One rule of a canonical OpenStreetMap value, of the part of the grammar that French sentences say simply. */
export interface OsmRule {
  readonly scope: Scope
  readonly entries: readonly DayEntry[]
  readonly publicHolidays: boolean
  readonly spans: readonly Span[]
  readonly state: 'open' | 'off' | 'appointment'
  /** After « , »: added to the rules before; after « || »: only where nothing else is said. */
  readonly joined: ';' | ',' | '||'
}

const DAY = 'Mo|Tu|We|Th|Fr|Sa|Su'
const MONTH = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec'
const DAYS = DAY.split('|')
const MONTHS = MONTH.split('|')
const DATE = `(?:${MONTH})(?: \\d\\d)?`
const RANGE = `${DATE}(?:-(?:${DATE}|\\d\\d))?`
const DAY_PART = `(?:${DAY})(?:-(?:${DAY})|\\[-?\\d(?:[,-]-?\\d)*\\])?|PH|SH`
const SPAN = '\\d\\d:\\d\\d-\\d\\d:\\d\\d'
const RULE = new RegExp(
  [
    `^(?<always>24/7)?(?:(?<dates>${RANGE}(?:,(?:${RANGE}))*):? ?)?`,
    '(?:week (?<week>01-53/2|02-52/2|1-53/2|2-52/2):? ?)?',
    `(?<days>(?:${DAY_PART})(?:[, ](?:${DAY_PART}))*)?`,
    ` ?(?<spans>${SPAN}(?:,${SPAN})*)?`,
    ' ?(?<state>off|closed|open)? ?(?:"(?<comment>[^"]*)")?$',
  ].join(''),
)

/** Rules of the value; undefined when one of them is beyond this part of the grammar. */
export function rulesOfOsm(value: string): OsmRule[] | undefined {
  const pieces = value.split(/(; | \|\| |, (?=[A-Z"]|week))/)
  const rules = pieces.filter((_, i) => i % 2 === 0).map((text, i) => readRule(text, pieces[2 * i - 1]))
  return rules.every(rule => rule !== undefined) ? rules : undefined
}

function readRule(text: string, joint: string | undefined): OsmRule | undefined {
  const found = RULE.exec(text)?.groups
  if (!found) return undefined
  const { always, dates, week, days, spans, state, comment } = found
  if (comment !== undefined && (comment !== 'sur rendez-vous' || state !== undefined)) return undefined
  const named = days?.split(/[, ](?![^[]*\])/) ?? []
  const school = named.includes('SH')
  const off = state === 'off' || state === 'closed'
  const hours = always ? [{ from: 0, to: 1440 }] : spansOf(spans)
  if (hours.length === 0 && !off && comment === undefined) return undefined
  return {
    scope: {
      ...(dates && { dates: dates.split(',').map(rangeOf) }),
      ...(week && { odd: /^0?1/.test(week) }),
      ...(school && { school: 'holidays' as const }),
    },
    entries: named.filter(name => name !== 'SH' && name !== 'PH').flatMap(entriesOf),
    publicHolidays: named.includes('PH'),
    spans: hours,
    state: off ? 'off' : comment === undefined ? 'open' : 'appointment',
    joined: joint?.trim() === ',' ? ',' : joint?.trim() === '||' ? '||' : ';',
  }
}

function spansOf(spans: string | undefined): Span[] {
  return (spans?.split(',') ?? []).map(span => {
    const [from = 0, to = 0] = span.split('-').map(clock => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3)))
    return { from, to: to <= from ? to + 1440 : to }
  })
}

function entriesOf(name: string): DayEntry[] {
  const day = DAYS.indexOf(name.slice(0, 2)) as Weekday
  const nth = /\[(.*)\]/.exec(name)?.[1]
  if (nth) return [{ day, nth: nth.split(',').flatMap(nthsOf) }]
  const to = name.length > 2 ? DAYS.indexOf(name.slice(3)) : day
  return Array.from({ length: ((to - day + 7) % 7) + 1 }, (_, i) => ({ day: ((day + i) % 7) as Weekday }))
}

function nthsOf(text: string): number[] {
  const range = /^(\d)-(\d)$/.exec(text)
  if (!range) return [Number(text)]
  const [from, to] = [Number(range[1]), Number(range[2])]
  return Array.from({ length: to - from + 1 }, (_, i) => from + i)
}

function rangeOf(text: string): DateRange {
  const [start = '', end] = text.split('-')
  const from = dayOf(start)
  if (end === undefined) return { from, to: from }
  return { from, to: /^\d/.test(end) ? { ...from, day: Number(end) } : dayOf(end) }
}

function dayOf(text: string): DayOfYear {
  const month = MONTHS.indexOf(text.slice(0, 3)) + 1
  return text.length > 3 ? { month, day: Number(text.slice(4)) } : { month }
}
