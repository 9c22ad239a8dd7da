import { MONTHS } from './calendar.ts'
import { ask, type DateContext, type DateGuess, impossible, real } from './date-possible.ts'
import type { DateShape } from './date-shape.ts'
import { pivotNote, yearsOf } from './short-year.ts'

export function named(shape: Extract<DateShape, { type: 'named' }>, context: DateContext): DateGuess {
  const years = shape.shortYear ? yearsOf(shape.year, context.yearOfFile) : [shape.year]
  const all = years.flatMap(year =>
    shape.month.months.map(month => {
      const day = { year, month, day: shape.day }
      return { day, why: `${MONTHS[month - 1]} écrit en lettres${shape.shortYear ? `, ${pivotNote(year)}` : ''}` }
    }),
  )
  const possible = real(all)
  if (possible.length === 0) return impossible(all[0]!.day)
  if (!shape.month.sure) return ask(possible, 'le nom du mois est-il bien lu ?')
  return possible.length === 1 ? { type: 'sure', ...possible[0]! } : ask(possible)
}

export function monthOnly(shape: Extract<DateShape, { type: 'month' }>, { yearOfFile }: DateContext): DateGuess {
  const month = shape.month.months[0]!
  if (month < 1 || month > 12) return { type: 'impossible', why: `il n'y a pas de mois ${month}` }
  const years = shape.shortYear ? yearsOf(shape.year, yearOfFile) : [shape.year]
  const known = shape.month.sure && years.length === 1 ? { year: years[0]!, month } : {}
  return { type: 'incomplete', missing: 'le jour', known }
}

/** « 25/12 » is a day and a month; « 04-15 » is April 2015 in a file of 2015, and may be 15 April in another. */
export function twoNumbers(first: number, second: number, context: DateContext): DateGuess {
  if (first > 12 && second <= 12) return dayMonth(first, [second], context)
  const isYear = second > 31 || (context.yearOfFile !== undefined && second === context.yearOfFile % 100)
  if (first >= 1 && first <= 12 && second > 12 && isYear) {
    const years = yearsOf(second, context.yearOfFile)
    return {
      type: 'incomplete',
      missing: 'le jour',
      known: years.length === 1 ? { year: years[0]!, month: first } : {},
    }
  }
  return { type: 'incomplete', missing: 'une partie de la date', known: {} }
}

export function dayMonth(day: number, months: readonly number[], { yearOfFile }: DateContext): DateGuess {
  if (yearOfFile !== undefined) {
    const possible = real(
      months.map(month => ({ day: { year: yearOfFile, month, day }, why: `année des autres dates : ${yearOfFile}` })),
    )
    if (possible.length > 0) return ask(possible, 'il manque l’année : est-ce celle des autres dates ?')
  }
  return { type: 'incomplete', missing: 'l’année', known: {} }
}
