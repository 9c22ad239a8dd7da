import { type CalendarDay, dayNumber, dayOfNumber, longDay } from './calendar.ts'
import { cellLine } from './cell-line.ts'
import { type Clock, splitDayAndClock, spokenClock } from './clock.ts'
import { answerOf, type DateOptions, question } from './date.ts'
import { guessDate } from './date-guess.ts'
import { dateShape } from './date-shape.ts'
import { refuseNullWord } from './null-word.ts'
import { quoted } from './quoted.ts'
import { certain, EMPTY, type Reading, refused } from './reading.ts'
import { writeMoment } from './write-moment.ts'

const MIDNIGHT: Clock = { hour: 0, minute: 0, second: 0 }

/**
 * A day and an hour, `2021-10-17T08:30:00`. The hour is never shifted: it keeps its own offset (`+02:00`, `Z`) when it has one, and none is
 * added. The day follows the rules of `readDate`; a day without an hour is asked.
 */
export function readDateTime(text: string, options: DateOptions = {}): Reading {
  const line = cellLine(text)
  if (line === '') return EMPTY
  const { day: dayText, clock } = withSerialClock(splitDayAndClock(line))
  const shape = dateShape(dayText)
  if (!shape) return refuseNullWord(line) ?? refusal(line)
  const write = (day: CalendarDay): string => momentText(day, clock ?? MIDNIGHT, options.format)
  const answer = answerOf(guessDate(shape, options), line, options, write)
  if (answer.type === 'reading') return answer.reading
  const { day, why } = answer
  if (!clock)
    return question(
      line,
      'il manque l’heure : quelle est-elle ?',
      [{ day, why: 'à minuit, si l’heure importe peu' }],
      write,
    )
  const value = write(day)
  return value === text
    ? certain(value)
    : certain(value, `${quoted(text)} lu ${longDay(day)} à ${spokenClock(clock)} (${why}).`)
}

/** 24:00 is 00:00 of the next day (ISO 8601-1:2019 writes it both ways). */
const momentText = (day: CalendarDay, clock: Clock, format: string | undefined): string =>
  clock.hour === 24
    ? writeMoment(dayOfNumber(dayNumber(day) + 1), { ...clock, hour: 0 }, format)
    : writeMoment(day, clock, format)

/** A spreadsheet's number keeps the hour after its point: 44486.354166667 is 8:30. */
function withSerialClock(parts: { day: string; clock?: Clock }): { day: string; clock?: Clock } {
  const found = /^(\d{5})[.,](\d{1,12})$/.exec(parts.day)
  if (!found || parts.clock) return parts
  const seconds = Math.round(Number(`0.${found[2]}`) * 86_400)
  return {
    day: found[1]!,
    clock: { hour: Math.floor(seconds / 3600), minute: Math.floor((seconds % 3600) / 60), second: seconds % 60 },
  }
}

const refusal = (line: string): Reading =>
  refused(`J'ai lu ${quoted(line)} ; j'attendais une date et une heure, par exemple 2021-10-17T08:30:00.`)
