import calendar from './school-holidays.json' with { type: 'json' }

/** The last day that our school calendar knows, and its first: `YYYY-MM-DD`. */
export const SCHOOL_CALENDAR = { from: '2025-01-01', until: calendar.until } as const

type Zone = 'A' | 'B' | 'C'

/** Zone of a region by its exact name; C, that of Île-de-France, for those the calendar does not name. */
export function schoolZone(region: string): Zone {
  const zones = Object.entries(calendar.zones) as [Zone, string[]][]
  return zones.find(([, regions]) => regions.includes(region))?.[0] ?? 'C'
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const osmDate = (iso: string): string => `${iso.slice(0, 4)} ${MONTHS[Number(iso.slice(5, 7)) - 1]} ${iso.slice(8)}`

/**
 * The same hours with `SH` written as the dates of our calendar, since the library throws beyond the dates that it holds.
 * Only rules where SH comes first (« SH off », « SH Mo-Fr 10:00-19:00 »); undefined when SH stands elsewhere.
 */
export function withSchoolDates(value: string, region: string): string | undefined {
  const dates = [...calendar.common, ...calendar[schoolZone(region)]]
    .sort((a, b) => (a[0]! < b[0]! ? -1 : 1))
    .map(([from, to]) => `${osmDate(from!)}-${osmDate(to!)}`)
    .join(',')
  const rules = value.split(/; ?/).map(rule => rule.replace(/^SH\b(?!,)/, dates))
  const text = rules.join('; ')
  return /\bSH\b/.test(text.replace(/"[^"]*"/g, '')) ? undefined : text
}
