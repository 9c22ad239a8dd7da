import type { DateRange, DayOfYear } from './items.ts'
import { type Doubt, type Schedule, scopeKey } from './schedule.ts'
import type { Week } from './week.ts'

/** Doubts about how the weeks of several scopes go together. */
export function scopeDoubts(weeks: readonly Week[], schedule: Schedule): Doubt[] {
  const always = weeks.find(({ scope }) => scopeKey(scope) === scopeKey({}))
  const special = weeks.filter(week => week !== always)
  return [
    ...special.flatMap(week => (always ? partly(always, week, schedule.allYear) : [])),
    ...overlappingDates(weeks),
    ...crossedScopes(special),
    ...(clash(schedule.closedDates)
      ? [doubt('des dates de fermeture se répètent', 'Quelles sont les dates de fermeture ?')]
      : []),
    ...(schedule.schoolHolidaysOff && weeks.some(({ scope }) => scope.school === 'holidays')
      ? [
          {
            why: 'les vacances scolaires sont dites fermées et ouvertes',
            ask: 'Quels sont les horaires pendant les vacances scolaires ?',
          },
        ]
      : []),
  ]
}

/** Special hours that name fewer days than the ordinary ones: are the other days as usual, or closed? */
function partly(always: Week, week: Week, allYear: boolean): Doubt[] {
  const { scope } = week
  const isOpen = (one: Week, day: number) => one.days.some(other => other.day === day && !other.closed)
  const both = always.days.filter(({ day, closed }) => !closed && isOpen(week, day))
  if (scope.school === 'time' || scope.odd !== undefined)
    return both.length > 0
      ? [doubt('deux horaires valent pour le même jour', 'Quels sont les horaires de chaque période ?')]
      : []
  const missing = always.days.filter(({ day, closed }) => !closed && !week.days.some(other => other.day === day))
  if (missing.length === 0 || allYear) return []
  const name = scope.school ? 'pendant les vacances scolaires' : 'pendant cette période'
  return [
    doubt(`${name}, certains jours ne sont pas dits`, `Les autres jours, ${name}, est-ce fermé ou comme d’habitude ?`),
  ]
}

const doubt = (why: string, ask: string): Doubt => ({ why, ask })

const clash = (ranges: readonly DateRange[]): boolean =>
  ranges.some((a, i) => ranges.slice(i + 1).some(b => overlap(a, b)))

function overlappingDates(weeks: readonly Week[]): Doubt[] {
  const dated = weeks.filter(({ scope }) => scope.dates)
  const both = dated.some((a, i) =>
    dated
      .slice(i + 1)
      .some(b => a.scope.odd === b.scope.odd && a.scope.dates!.some(x => b.scope.dates!.some(y => overlap(x, y)))),
  )
  return both ? [doubt('deux périodes se chevauchent', 'De quelle date à quelle date va chaque période ?')] : []
}

/** Parity beside school time or dates of another week: which one wins is not said. */
function crossedScopes(special: readonly Week[]): Doubt[] {
  const kinds = new Set(
    special.map(({ scope }) =>
      [scope.dates && 'd', scope.school && 's', scope.odd !== undefined && 'w'].filter(Boolean).join(),
    ),
  )
  return kinds.size > 1
    ? [doubt('plusieurs sortes de périodes se mêlent', 'Quels sont les horaires de chaque période ?')]
    : []
}

/** Day of a year of 31-day months: only the order counts. */
const position = ({ month, day }: DayOfYear, last: boolean): number => month * 32 + (day ?? (last ? 31 : 1))

function overlap(a: DateRange, b: DateRange): boolean {
  return pieces(a).some(x => pieces(b).some(y => x[0] <= y[1] && y[0] <= x[1]))
}

function pieces({ from, to }: DateRange): [number, number][] {
  const [start, end] = [position(from, false), position(to, true)]
  return start <= end
    ? [[start, end]]
    : [
        [start, 32 * 13],
        [0, end],
      ]
}
