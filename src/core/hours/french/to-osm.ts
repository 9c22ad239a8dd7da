import type { DateRange, DayOfYear } from './items.ts'
import type { Schedule, Scope } from './schedule.ts'
import type { Day, DaySpan, Settled, Week } from './week.ts'

const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
export const BY_APPOINTMENT = '"sur rendez-vous"'

/** Settled weeks as an OpenStreetMap value; the order of the rules counts, since a later one replaces the day of an earlier one. */
export function toOsm({ weeks, closedNth }: Settled, schedule: Schedule): string {
  const [always, dated] = partition(weeks, ({ scope }) => !scope.dates)
  const [ordinary, holidays] = partition(always, ({ scope }) => scope.school !== 'holidays')
  // Closings come after the periods, whose hours would open again what they close; holidays with hours of their own come last.
  const rules = [
    ...ordinary.flatMap(weekRules),
    ...dated.flatMap(weekRules),
    ...closedNth.map(({ day, nth }) => `${DAYS[day]}[${nth!.join(',')}] off`),
    ...schoolOff(ordinary, holidays, schedule),
    ...holidays.flatMap(weekRules),
  ]
  if (schedule.closedDates.length > 0) rules.push(`${schedule.closedDates.map(datesOf).join(',')} off`)
  if (schedule.publicHolidaysOff) rules.push('PH off')
  const value = allWeekAllDay(rules.join('; '))
  if (!schedule.elseByAppointment) return value
  return value === '' ? BY_APPOINTMENT : `${value} || ${BY_APPOINTMENT}`
}

const partition = <T>(list: readonly T[], is: (one: T) => boolean): [T[], T[]] => [
  list.filter(is),
  list.filter(one => !is(one)),
]

const allWeekAllDay = (value: string): string => value.replace(/^Mo-Su 00:00-24:00/, '24/7')

/** « hors vacances scolaires »: of all the hours, or of the days of one week when others are also open in the holidays. */
function schoolOff(ordinary: readonly Week[], holidays: readonly Week[], schedule: Schedule): string[] {
  const [term, rest] = partition(ordinary, ({ scope }) => scope.school === 'time')
  if (schedule.schoolHolidaysOff || (term.length > 0 && rest.length === 0)) return ['SH off']
  const days = term.flatMap(week => week.days.map(({ day }) => day))
  return days.length > 0 ? [`SH ${daysOf(days)} off`] : holidays.length > 0 && rest.length === 0 ? ['SH off'] : []
}

function weekRules(week: Week): string[] {
  const prefix = prefixOf(week.scope)
  const holiday = week.publicHolidays
  const groups = grouped(week.days.filter(({ nth }) => !nth))
  const shared = holiday && groups.find(group => hoursOf(group[0]!) === hoursOf(holiday))
  const ordered = shared ? [...groups.filter(group => group !== shared), shared] : groups
  const rules = ordered.flatMap(group =>
    rulesOf(`${prefix}${daysOf(group.map(({ day }) => day))}${group === shared ? ',PH' : ''}`, group[0]!),
  )
  const monthly = grouped(week.days.filter(({ nth }) => nth)).flatMap(group =>
    group.flatMap(day => rulesOf(`${prefix}${DAYS[day.day]}[${day.nth!.join(',')}]`, day)),
  )
  return [...rules, ...monthly, ...(holiday && !shared ? rulesOf(`${prefix}PH`, holiday) : [])]
}

/** Days with the same hours, in the order of their first one. */
function grouped(days: readonly Day[]): Day[][] {
  const groups = new Map<string, Day[]>()
  for (const day of [...days].sort((a, b) => a.day - b.day)) {
    const key = hoursOf(day)
    groups.set(key, [...(groups.get(key) ?? []), day])
  }
  return [...groups.values()]
}

const hoursOf = (day: Day): string => JSON.stringify([day.closed, day.appointmentOnly, day.spans])

function rulesOf(selector: string, { spans, closed, appointmentOnly }: Day): string[] {
  if (closed) return [`${selector} off`]
  if (appointmentOnly) return [`${selector} ${BY_APPOINTMENT}`]
  const runs: DaySpan[][] = []
  for (const span of spans) {
    const last = runs.at(-1)
    if (last && last[0]!.appointment === span.appointment) last.push(span)
    else runs.push([span])
  }
  return [
    runs
      .map(run => `${selector} ${run.map(spanOf).join(',')}${run[0]!.appointment ? ` ${BY_APPOINTMENT}` : ''}`)
      .join(', '),
  ]
}

const spanOf = ({ from, to }: DaySpan): string => `${clock(from)}-${clock(to > 1440 ? to - 1440 : to)}`
const clock = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
const two = (number: number): string => String(number).padStart(2, '0')

function daysOf(days: readonly number[]): string {
  const sorted = [...new Set(days)].sort((a, b) => a - b)
  const parts: string[] = []
  for (let i = 0; i < sorted.length; ) {
    let end = i
    while (sorted[end + 1] === sorted[end]! + 1) end++
    if (end - i >= 2) parts.push(`${DAYS[sorted[i]!]}-${DAYS[sorted[end]!]}`)
    else for (let at = i; at <= end; at++) parts.push(DAYS[sorted[at]!]!)
    i = end + 1
  }
  return parts.join(',')
}

/** Odd weeks go to 53: after week 53 comes week 1, odd too. */
function prefixOf({ dates, school, odd }: Scope): string {
  const when = dates ? `${dates.map(datesOf).join(',')} ` : ''
  const week = odd === undefined ? '' : odd ? 'week 01-53/2 ' : 'week 02-52/2 '
  return `${when}${week}${school === 'holidays' ? 'SH ' : ''}`
}

function datesOf({ from, to }: DateRange): string {
  const start = dayOf(from)
  const end = dayOf(to)
  if (start === end) return start
  const oneMonth = from.day !== undefined && to.day !== undefined && from.month === to.month && to.day > from.day
  if (oneMonth && !endsFebruary(to)) return `${start}-${two(to.day!)}`
  return `${start}-${end}`
}

/** The library finds nothing in « Feb 10-28 »; « Feb 10-Feb 28 » is well. */
const endsFebruary = ({ month, day = 0 }: DayOfYear): boolean => month === 2 && day >= 28

const dayOf = ({ month, day }: DayOfYear): string =>
  day === undefined ? MONTHS[month - 1]! : `${MONTHS[month - 1]} ${two(day)}`
