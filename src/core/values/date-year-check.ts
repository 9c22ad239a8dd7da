import { type CalendarDay, exists, longDay, MONTHS } from './calendar.ts'
import type { Possible } from './date-possible.ts'

/**
 * A day whose year is not the file's: « 2021-10-17 » in a file of 2017 is most likely « 21/10/17 » read the wrong way round by a spreadsheet,
 * so 21 October 2017. A neighbouring year is usual (a vote in December for next year's grant) and only asked when the reversal falls in the
 * file's year. `bySpreadsheet`: the date is a spreadsheet's own, or written as it exports them; « 20/11/2019 » that a person typed cannot be
 * turned round. Undefined when there is nothing to ask.
 */
export function questionYear(
  day: CalendarDay,
  yearOfFile: number | undefined,
  bySpreadsheet: boolean,
): readonly Possible[] | undefined {
  if (yearOfFile === undefined || day.year === yearOfFile) return undefined
  const reversed = reverse(day)
  const fits = bySpreadsheet && reversed?.year === yearOfFile
  const far = Math.abs(day.year - yearOfFile) > 1
  if (!fits && !far) return undefined
  const asWritten = { day, why: 'la date telle qu’elle est écrite' }
  const candidates: Possible[] = []
  if (fits) candidates.push({ day: reversed, why: `« ${shortFrench(reversed)} » lu à l’envers : ${longDay(reversed)}` })
  const sameDay = { ...day, year: yearOfFile }
  if (exists(sameDay)) candidates.push({ day: sameDay, why: `même jour en ${yearOfFile}, si seule l’année est fausse` })
  return far && fits ? [...candidates, asWritten] : [asWritten, ...candidates]
}

/**
 * « 10-17 », October 2017, typed in 2021: a spreadsheet makes 17 October 2021 of it. The day then is the year of the file, and the true day
 * was never written: the month can be told, not the date. Undefined when the day is not the file's year, or when it is before it: a
 * spreadsheet gives the year of the day when it was typed.
 */
export function monthTakenForDay(
  { year, month, day }: CalendarDay,
  yearOfFile: number | undefined,
): string | undefined {
  if (yearOfFile === undefined || day !== yearOfFile % 100 || year < yearOfFile) return undefined
  const name = MONTHS[month - 1]!
  const of = /^[ao]/.test(name) ? 'd’' : 'de '
  return `s’agit-il ${of}${name} ${yearOfFile}, écrit « ${two(month)}-${two(day)} » et pris par le tableur pour le ${day} ${name} ?`
}

/** Day and last two digits of the year exchanged, as when « 21/10/17 » became 2021-10-17. */
function reverse({ year, month, day }: CalendarDay): CalendarDay | undefined {
  const century = year - (year % 100)
  const reversed = { year: century + day, month, day: year % 100 }
  return exists(reversed) ? reversed : undefined
}

const two = (number: number): string => String(number).padStart(2, '0')
const shortFrench = ({ year, month, day }: CalendarDay): string => `${two(day)}/${two(month)}/${two(year % 100)}`

/** Years that a town's file may hold without a question; outside, it is a slip (0021, 2201) or « no end » (9999). */
export const isUsualYear = (year: number): boolean => year >= 1000 && year <= 2100
