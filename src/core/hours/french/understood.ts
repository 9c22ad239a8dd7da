import { MONTHS } from '../../values/calendar.ts'
import type { DateRange, DayOfYear } from './items.ts'
import type { Schedule, Statement } from './schedule.ts'
import { daysInWords, inList, nthInWords, spansInWords } from './words.ts'

/** What was understood, for the question: « du lundi au vendredi de 9 h à 12 h ; fermé les jours fériés ». Empty when nothing was. */
export function understoodInWords({ statements, closedDates, publicHolidaysOff, schoolHolidaysOff }: Schedule): string {
  const parts = statements.map(statementInWords)
  if (closedDates.length > 0) parts.push(`fermé ${inList(closedDates.map(datesInWords))}`)
  if (publicHolidaysOff) parts.push('fermé les jours fériés')
  if (schoolHolidaysOff) parts.push('fermé pendant les vacances scolaires')
  return parts.join(' ; ')
}

function statementInWords({ scope, entries, spans, closed, publicHolidays, access }: Statement): string {
  const when = [
    scope.dates && inList(scope.dates.map(datesInWords)),
    scope.school && (scope.school === 'time' ? 'en période scolaire' : 'pendant les vacances scolaires'),
    scope.odd !== undefined && `les semaines ${scope.odd ? 'impaires' : 'paires'}`,
  ].filter(Boolean)
  const days = entries.some(({ nth }) => nth)
    ? inList(entries.map(nthInWords))
    : daysInWords(entries.map(({ day }) => day))
  const names = [days, publicHolidays && 'jours fériés'].filter(Boolean).join(' et ')
  const hours = closed ? 'fermé' : spansInWords(spans)
  return [...when, names, hours, access === 'appointment' && 'sur rendez-vous'].filter(Boolean).join(' ')
}

export function datesInWords({ from, to }: DateRange): string {
  const [start, end] = [dayInWords(from), dayInWords(to)]
  if (start === end) return from.day === undefined ? `en ${start}` : `le ${start}`
  return from.day === undefined ? `${/^[ao]/.test(start) ? 'd’' : 'de '}${start} à ${end}` : `du ${start} au ${end}`
}

const dayInWords = ({ month, day }: DayOfYear): string => {
  const name = MONTHS[month - 1]!
  return day === undefined ? name : `${day === 1 ? '1er' : day} ${name}`
}
