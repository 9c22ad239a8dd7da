import { readHours } from './read-hours.ts'

const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const

/**
 * The days of the week that a French text names, Monday being 0 (« du mardi au samedi », « 7 jours sur 7 », « tous les jours sauf le dimanche »);
 * undefined when it says anything else. The reader of hours does it: the days are given an hour to be open.
 */
export function daysOf(text: string): readonly number[] | undefined {
  const reading = readHours(`${text} : 8h-9h`)
  if (reading.status !== 'certain') return undefined
  const days = /^(?:((?:Mo|Tu|We|Th|Fr|Sa|Su)(?:[-,](?:Mo|Tu|We|Th|Fr|Sa|Su))*) )08:00-09:00$/.exec(reading.value)?.[1]
  return days === undefined ? undefined : days.split(',').flatMap(expand)
}

function expand(part: string): number[] {
  const [from, to = from] = part.split('-').map(day => DAYS.indexOf(day as (typeof DAYS)[number])) as [number, number?]
  const length = ((to! - from + 7) % 7) + 1
  return Array.from({ length }, (_, n) => (from + n) % 7)
}

/** « 24h/24 », « jour et nuit », « en permanence »: always, whatever the words. */
export function isAlways(text: string): boolean {
  if (/^\s*(?:h\s?24|en permanence|jour et nuit|à toute heure)\s*$/i.test(text)) return true
  const reading = readHours(text)
  return reading.status === 'certain' && reading.value === '24/7'
}
