import { longDay, WEEKDAYS, weekdayOf } from './calendar.ts'
import { compact, short, yearFirst, yearLast } from './date-from-numbers.ts'
import { serial } from './date-from-serial.ts'
import { dayMonth, monthOnly, named, twoNumbers } from './date-from-words.ts'
import { ask, type DateContext, type DateGuess } from './date-possible.ts'
import type { DateShape } from './date-shape.ts'

/** Decides which number is the day. Nothing is swapped: an order that the column does not use is a question. */
export function guessDate(shape: DateShape, context: DateContext): DateGuess {
  const guess = guessShape(shape, context)
  return shape.weekday === undefined ? guess : checkWeekday(guess, shape.weekday)
}

function guessShape(shape: DateShape, context: DateContext): DateGuess {
  switch (shape.type) {
    case 'year-first':
      return yearFirst(shape.year, shape.second, shape.third)
    case 'year-last':
      return yearLast(shape.first, shape.second, shape.year, context.order)
    case 'short':
      return short(shape.parts, shape.dashed, context)
    case 'named':
      return named(shape, context)
    case 'compact':
      return compact(shape.digits, context)
    case 'serial':
      return serial(shape.serial, context)
    case 'month':
      return monthOnly(shape, context)
    case 'day-month':
      return dayMonth(shape.day, shape.month.months, context)
    case 'two-numbers':
      return twoNumbers(shape.first, shape.second, context)
    case 'year':
      return { type: 'incomplete', missing: 'le jour et le mois', known: { year: shape.year } }
  }
}

/** A day of the week settles between several dates, or contradicts the only one. */
function checkWeekday(guess: DateGuess, weekday: number): DateGuess {
  if (guess.type !== 'sure' && guess.type !== 'ask') return guess
  const possible = guess.type === 'sure' ? [guess] : guess.possible
  const fitting = possible.filter(({ day }) => weekdayOf(day) === weekday)
  if (fitting.length > 0) return guess.type === 'sure' ? guess : { ...guess, possible: fitting }
  const { day } = possible[0]!
  const said = `le ${longDay(day)} est un ${WEEKDAYS[weekdayOf(day)]}, pas un ${WEEKDAYS[weekday]}`
  return ask(
    possible.map(({ day, why }) => ({ day, why })),
    `${said} : quelle est la bonne date ?`,
  )
}
