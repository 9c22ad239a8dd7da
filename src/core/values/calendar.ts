/** A calendar day: no hour, no zone, never shifted (Gregorian calendar, also before 1582 as ISO 8601 does). */
export interface CalendarDay {
  readonly year: number
  readonly month: number
  readonly day: number
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

export const MONTHS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ')
export const WEEKDAYS = 'lundi mardi mercredi jeudi vendredi samedi dimanche'.split(' ')

export const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

export const monthLength = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (LENGTHS[month - 1] ?? 0)

export const exists = ({ year, month, day }: CalendarDay): boolean =>
  year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month)

const pad = (number: number, width: number): string => String(number).padStart(width, '0')

export const isoDay = ({ year, month, day }: CalendarDay): string => `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`

/** « 1er octobre 2021 », as the sentences say it. */
export const longDay = ({ year, month, day }: CalendarDay): string =>
  `${day === 1 ? '1er' : day} ${MONTHS[month - 1]} ${year}`

/** Whole days since 01/03/0000: a leap day then ends its year (the usual days-from-civil method). */
export function dayNumber({ year, month, day }: CalendarDay): number {
  const y = month <= 2 ? year - 1 : year
  const shifted = month > 2 ? month - 3 : month + 9
  return (
    365 * y +
    Math.floor(y / 4) -
    Math.floor(y / 100) +
    Math.floor(y / 400) +
    Math.floor((153 * shifted + 2) / 5) +
    day -
    1
  )
}

/** The reverse of `dayNumber`. */
export function dayOfNumber(number: number): CalendarDay {
  const era = Math.floor(number / 146_097)
  const ofEra = number - era * 146_097
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  )
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * ofYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  const day = ofYear - Math.floor((153 * shifted + 2) / 5) + 1
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day }
}

/** 0 for Monday. 01/03/0000 was a Wednesday. */
export const weekdayOf = (day: CalendarDay): number => (dayNumber(day) + 2) % 7

/** Why a day does not exist, as the end of a French sentence. */
export function whyImpossible({ year, month, day }: CalendarDay): string {
  if (month < 1 || month > 12) return `il n'y a pas de mois ${month}`
  if (day < 1) return `il n'y a pas de jour ${day}`
  if (year < 1 || year > 9999) return `l'année ${year} n'est pas possible`
  if (month === 2 && day === 29) return `${year} n'est pas une année bissextile, février n'y a que 28 jours`
  return `${MONTHS[month - 1]} n'a que ${monthLength(year, month)} jours`
}
