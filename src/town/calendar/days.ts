/** The town's day of an instant: « 2026-03-02 » in Paris, whatever the clock of the server. */
export const parisDay = (instant: string): string => DAY.format(new Date(instant))
const DAY = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Paris' })

export const daysAfter = (day: string, days: number): string => {
  const date = noon(day)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** Calendar months: 31 January and one month is the last day of February. */
export function monthsAfter(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0, 12))
  return new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date, last.getUTCDate()), 12))
    .toISOString()
    .slice(0, 10)
}

export const daysBetween = (from: string, to: string): number =>
  Math.round((noon(to).getTime() - noon(from).getTime()) / 86_400_000)

/** A day that the calendar has: 30 February is not one. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(noon(text).getTime()) && noon(text).toISOString().startsWith(text)

/** « lundi 2 mars 2026 », « dimanche 1er mars 2026 ». */
export const weekdayInWords = (day: string): string => WEEKDAY.format(noon(day)).replace(/ 1 /, ' 1er ')
/** « 2 mars 2026 », « 1er mars 2026 ». */
export const dayInWords = (day: string): string => LONG.format(noon(day)).replace(/^1 /, '1er ')

const LONG = new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const WEEKDAY = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'full', timeZone: 'UTC' })

const noon = (day: string): Date => new Date(`${day}T12:00:00Z`)
