import type { CampaignDay } from '../../../../src/contract/coach.ts'

/** A day as it is typed: what is not said is an empty text. */
export interface DraftDay {
  readonly key: number
  readonly day: string
  readonly title: string
  readonly from: string
  readonly to: string
}

const FIVE = ['Diagnostic', 'Identification', 'Préparation', 'Publication', 'Valorisation'] as const

/** From the Monday that comes: one day for each of the five steps. */
export function fiveDays(today: Date): DraftDay[] {
  const monday = new Date(Date.UTC(today.getFullYear(), today.getMonth(), today.getDate(), 12))
  monday.setUTCDate(monday.getUTCDate() + ((8 - monday.getUTCDay()) % 7 || 7))
  return FIVE.map((title, at) => ({ key: at, day: later(isoDay(monday), at), title, from: '', to: '' }))
}

/** One more, the day after the last. */
export function dayAfter(days: readonly DraftDay[]): DraftDay {
  const key = Math.max(...days.map(day => day.key)) + 1
  const last =
    days
      .map(({ day }) => day)
      .sort()
      .at(-1) ?? ''
  return { key, day: last === '' ? '' : later(last, 1), title: '', from: '', to: '' }
}

export const sentDays = (days: readonly DraftDay[]): CampaignDay[] =>
  days.map(({ day, title, from, to }) => ({ day, title: title.trim(), ...(from && { from }), ...(to && { to }) }))

const isoDay = (date: Date): string => date.toISOString().slice(0, 10)
const later = (day: string, days: number): string =>
  isoDay(new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000))
