import type { Frequency } from '../../core/fiche/fiche.ts'
import { daysAfter, daysBetween, monthsAfter } from '../calendar/days.ts'

/** How far apart two updates are, as the fiche says it; how many days before, the letter is to be read. */
const RHYTHM: Readonly<
  Record<Frequency, { readonly days?: number; readonly months?: number; readonly ahead: number }>
> = {
  daily: { days: 1, ahead: 0 },
  weekly: { days: 7, ahead: 2 },
  monthly: { months: 1, ahead: 7 },
  quarterly: { months: 3, ahead: 14 },
  semiannual: { months: 6, ahead: 14 },
  annual: { months: 12, ahead: 14 },
  irregular: { ahead: 0 },
  never: { ahead: 0 },
}

/** The day when the next update is awaited; none when the fiche promises none. */
export function nextUpdate(frequency: Frequency, last: string): string | undefined {
  const { days, months } = RHYTHM[frequency]
  if (days !== undefined) return daysAfter(last, days)
  return months === undefined ? undefined : monthsAfter(last, months)
}

/** From this day on, its letter is ready to be read. */
export const toldFrom = (frequency: Frequency, due: string): string => daysAfter(due, -RHYTHM[frequency].ahead)

export type Urgency = 'late' | 'soon' | 'later'
export const urgencyOf = (due: string, today: string): Urgency =>
  due < today ? 'late' : daysBetween(today, due) <= 30 ? 'soon' : 'later'
