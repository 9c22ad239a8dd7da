import OpeningHours from 'opening_hours'
import { SCHOOL_CALENDAR, withSchoolDates } from './school-holidays.ts'

/** Place of the evaluation: sunrise, regional public holidays and school zone depend on it. `region` exactly as the State writes it. */
export interface HoursPlace {
  readonly latitude: number
  readonly longitude: number
  readonly region: string
}

export const EPONE: HoursPlace = { latitude: 48.95, longitude: 1.81, region: 'Île-de-France' }
/** Points in time and intervals alike, as values of real models hold both. */
const BOTH = 2
/** A year without surprise for « does it evaluate »: school and public holidays are known. */
export const REFERENCE_YEAR = 2026

/** `from` and `to` in the clock of the machine: the library has no zone of its own. */
export interface OpenInterval {
  readonly from: Date
  readonly to: Date
  /** Open or not only a person knows (« sur rendez-vous »). */
  readonly unknown: boolean
  readonly comment: string
}

/** The library throws on what it cannot read: undefined here. */
function read(value: string, place: HoursPlace): InstanceType<typeof OpeningHours> | undefined {
  try {
    const address = { country_code: 'fr', state: place.region }
    const conf = { mode: BOTH, locale: 'fr' } as unknown as ConstructorParameters<typeof OpeningHours>[2]
    return new OpeningHours(value, { lat: place.latitude, lon: place.longitude, address }, conf)
  } catch {
    return undefined
  }
}

/**
 * Intervals open (or unknown) over the year, clipped to it; undefined when the value cannot be read or evaluated.
 * The library throws while it evaluates (school holidays beyond its calendar): our own calendar is then used.
 */
export function openIntervals(
  value: string,
  year: number = REFERENCE_YEAR,
  place: HoursPlace = EPONE,
): OpenInterval[] | undefined {
  const direct = evaluate(value, year, place)
  if (direct || !/\bSH\b/.test(value) || String(year) > SCHOOL_CALENDAR.until.slice(0, 4)) return direct
  const dated = withSchoolDates(value, place.region)
  return dated === undefined ? undefined : evaluate(dated, year, place)
}

function evaluate(value: string, year: number, place: HoursPlace): OpenInterval[] | undefined {
  try {
    const found = read(value, place)?.getOpenIntervals(new Date(year, 0, 1), new Date(year + 1, 0, 1))
    return found?.map(([from, to, unknown, comment]) => ({ from, to, unknown, comment: comment ?? '' }))
  } catch {
    return undefined
  }
}

/** Whether the value uses school holidays on a date beyond our calendar: « calendrier scolaire à mettre à jour ». */
export const needsSchoolCalendar = (value: string, year: number): boolean =>
  /\bSH\b/.test(value.replace(/"[^"]*"/g, '')) && `${year}-12-31` > SCHOOL_CALENDAR.until

/** The library's words about a value; empty when it has none, or cannot read it. */
export function warningsOf(value: string): string[] {
  try {
    return (read(value, EPONE)?.getStructuredWarnings() ?? []).map(({ type }) => type)
  } catch {
    return []
  }
}

/** The value as the library writes it; undefined when it cannot be read. */
export function canonicalHours(value: string): string | undefined {
  try {
    const pretty = read(value, EPONE)?.prettifyValue()
    return typeof pretty === 'string' ? pretty : undefined
  } catch {
    return undefined
  }
}
