import type { Native } from '../table/table.ts'
import { type CalendarDay, longDay, MONTHS } from './calendar.ts'
import { cellLine } from './cell-line.ts'
import { type Clock, splitDayAndClock, spokenClock } from './clock.ts'
import { guessDate } from './date-guess.ts'
import type { DateContext, DateGuess, Possible } from './date-possible.ts'
import { dateShape } from './date-shape.ts'
import { daysWithin } from './date-within.ts'
import { isUsualYear, monthTakenForDay, questionYear } from './date-year-check.ts'
import { crossesMidnight } from './midnight.ts'
import { refuseNullWord } from './null-word.ts'
import { quoted } from './quoted.ts'
import { certain, doubtful, EMPTY, type Reading, refused } from './reading.ts'
import { writeDay } from './write-moment.ts'

export interface DateOptions extends DateContext {
  readonly native?: Native
  /** A strptime format (`%d/%m/%Y`) for the value; anything else writes `2021-10-17`. */
  readonly format?: string
}

/**
 * A calendar day. French order unless the column proves another; day and month are never swapped in silence, a date whose year is not the
 * file's is asked, and a day that does not exist is refused with the reason.
 */
export function readDate(text: string, options: DateOptions = {}): Reading {
  const line = cellLine(text)
  if (line === '') return EMPTY
  const { day: dayText, clock } = splitDayAndClock(line)
  const shape = dateShape(dayText)
  if (!shape) return refuseNullWord(line) ?? withMore(line, options) ?? refusal(line)
  const answer = answerOf(guessDate(shape, options), line, options, writer(options))
  if (answer.type === 'reading') return answer.reading
  if (options.swapped && options.native?.type === 'date' && answer.day.day !== answer.day.month) {
    const { day } = answer
    return question(
      line,
      SWAPPED,
      [{ day: { ...day, month: day.day, day: day.month }, why: 'jour et mois remis en place' }, answer],
      writer(options),
    )
  }
  return settle(text, answer, clock, options)
}

/** Day and reason of one sure reading, for the other readers of moments. */
export type DayAnswer =
  | { readonly type: 'day'; readonly day: CalendarDay; readonly why: string }
  | { readonly type: 'reading'; readonly reading: Reading }

const SWAPPED =
  'le tableur semble avoir inversé le jour et le mois : les dates de cette colonne n’ont jamais de jour au-delà du 12, sauf celles restées en texte. Quelle est la bonne date ?'

/** How a day is written in the cell: alone, or with its hour for a moment. */
export type WriteDay = (day: CalendarDay) => string

const writer =
  (options: DateOptions): WriteDay =>
  day =>
    writeDay(day, options.format)

/** From a guess to a day, or to the question or refusal that the person reads. Years are checked against the file's. */
export function answerOf(guess: DateGuess, line: string, options: DateOptions, write: WriteDay): DayAnswer {
  const reading = (value: Reading): DayAnswer => ({ type: 'reading', reading: value })
  if (guess.type === 'impossible')
    return reading(refused(`${quoted(line)} n'est pas une date possible : ${guess.why}.`))
  if (guess.type === 'incomplete') return incomplete(guess, line, options)
  if (guess.type === 'ask') return reading(question(line, guess.question, bestFirst(guess.possible, options), write))
  if (!isUsualYear(guess.day.year)) return reading(oddYear(line, guess, write))
  const otherYears = questionYear(guess.day, options.yearOfFile, isSpreadsheets(line, options))
  if (!otherYears) return { type: 'day', day: guess.day, why: guess.why }
  const month = monthTakenForDay(guess.day, options.yearOfFile)
  const sentence = [`les autres dates sont de ${options.yearOfFile} :`, month, 'quelle est la bonne date ?']
    .filter(part => part !== undefined)
    .join(' ')
  return reading(question(line, sentence, otherYears, write))
}

/** A spreadsheet's own date, or one written as it exports them. */
const isSpreadsheets = (line: string, { native }: DateOptions): boolean =>
  native?.type === 'date' || /^\d{4}-/.test(line)

export const question = (line: string, sentence: string, possible: readonly Possible[], write: WriteDay): Reading =>
  doubtful(
    `${quoted(line)} : ${sentence}`,
    possible.map(({ day, why }) => ({ value: write(day), reason: `${longDay(day)} (${why})` })),
  )

const bestFirst = (possible: readonly Possible[], { yearOfFile }: DateOptions): readonly Possible[] =>
  [...possible].sort((a, b) => Number(b.day.year === yearOfFile) - Number(a.day.year === yearOfFile))

/** « 0021 » is 2021 short of its century; 9999 usually says « no end »: both are asked. */
function oddYear(line: string, { day, why }: Possible, write: WriteDay): Reading {
  const slip = day.year < 100 ? [{ day: { ...day, year: day.year + 2000 }, why: 'siècle ajouté' }] : []
  return question(line, `l'année ${day.year} est-elle la bonne ?`, [...slip, { day, why }], write)
}

/** A model that only keeps the month or the year (`%Y`) has all that it needs. */
function incomplete(guess: Extract<DateGuess, { type: 'incomplete' }>, line: string, options: DateOptions): DayAnswer {
  const { year, month } = guess.known
  const format = options.format?.includes('%') ? options.format : undefined
  const enough = format !== undefined && !format.includes('%d') && (month !== undefined || !format.includes('%m'))
  if (enough && year !== undefined && isUsualYear(year)) {
    return { type: 'day', day: { year, month: month ?? 1, day: 1 }, why: 'précision suffisante pour ce champ' }
  }
  const name = MONTHS[(month ?? 0) - 1]
  const said = name !== undefined && year !== undefined ? ` (${name} ${year})` : ''
  const sentence = `Dans ${quoted(line)}${said}, il manque ${guess.missing} : quelle est la date entière ?`
  return { type: 'reading', reading: doubtful(sentence) }
}

function settle(text: string, answer: Possible, clock: Clock | undefined, options: DateOptions): Reading {
  const { day, why } = answer
  const value = writeDay(day, options.format)
  if (value === text) return certain(value)
  if (clock && crossesMidnight(day, clock)) return askMidnight(text, day, clock, options)
  const hour =
    clock && clock.hour + clock.minute + clock.second > 0 ? ` ; l'heure (${spokenClock(clock)}) est laissée` : ''
  return certain(value, `${quoted(text)} lu ${longDay(day)} (${why})${hour}.`)
}

function askMidnight(text: string, day: CalendarDay, clock: Clock, options: DateOptions): Reading {
  const other = crossesMidnight(day, clock)!
  const sentence = 'cette heure n’est pas celle de Paris, où l’on est déjà le lendemain : quel jour garder ?'
  return question(
    cellLine(text),
    sentence,
    [
      { day: other, why: 'à l’heure de Paris' },
      { day, why: 'tel qu’il est écrit' },
    ],
    writer(options),
  )
}

/** A date among other words, or several dates: the rest would be lost, so it is asked. */
function withMore(line: string, options: DateOptions): Reading | undefined {
  const found = daysWithin(line, options)
  if (found.length === 0) return onlyYear(line)
  const sentence =
    found.length > 1 ? 'plusieurs dates dans la cellule, laquelle garder ?' : 'faut-il garder seulement cette date ?'
  return question(line, sentence, found, writer(options))
}

/** « printemps 2021 », « 2e trimestre 2021 », « avant 1950 »: something of a date, never a day. */
const onlyYear = (line: string): Reading | undefined =>
  line.length <= 40 && /(?<![\d/.-])(?:1[89]|20)\d{2}(?![\d/.-])/.test(line) && !/\d{5}|[_@]/.test(line)
    ? doubtful(`${quoted(line)} ne dit pas le jour : quelle est la date entière ?`)
    : undefined

const refusal = (line: string): Reading =>
  refused(`J'ai lu ${quoted(line)} ; j'attendais une date, par exemple 17/10/2021 ou 2021-10-17.`)
