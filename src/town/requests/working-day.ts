import { daysAfter, parisDay } from '../calendar/days.ts'

/** Reminders arrive in the morning of a working day. */
const HOUR = 'T07:30:00.000Z'

/** When the next reminder is due: so many days after, not while she is away nor on the day she comes back, never on a closed day. */
export function nextReminder(from: string, everyDays: number, absentUntil?: string | null): string {
  const days = [daysAfter(parisDay(from), everyDays), ...(absentUntil ? [daysAfter(absentUntil, 2)] : [])]
  return workingDay(days.sort().at(-1)!) + HOUR
}

/** This day, or the next one on which a town hall is open. */
export function workingDay(day: string): string {
  let open = day
  while (isClosed(open)) open = daysAfter(open, 1)
  return open
}

function isClosed(day: string): boolean {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6 || FIXED.has(day.slice(5)) || movable(Number(day.slice(0, 4))).has(day)
}

/** Article L. 3133-1 of the labour code. */
const FIXED = new Set(['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'])

/** Easter Monday, Ascension, Whit Monday. */
const movable = (year: number): Set<string> => new Set([1, 39, 50].map(days => daysAfter(easter(year), days)))

/** Easter Sunday, by the rule of Meeus, Jones and Butcher. */
function easter(year: number): string {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const f = Math.floor((b + 8) / 25)
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - f + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const [month, day] = [Math.floor((h + l - 7 * m + 114) / 31), ((h + l - 7 * m + 114) % 31) + 1]
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
