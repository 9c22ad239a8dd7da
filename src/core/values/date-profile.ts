import type { Native } from '../table/table.ts'
import { splitDayAndClock } from './clock.ts'
import type { DateOrder } from './date-possible.ts'
import { type DateShape, dateShape } from './date-shape.ts'
import { swappedBySpreadsheet } from './date-swapped.ts'
import { oneLine } from './text.ts'

/** What a whole column of dates tells about each of them. */
export interface DateProfile {
  /**
   * Proven by days above 12; the French order when nothing proves anything; `unknown` when the column mixes both orders, or is written
   * « 21-10-17 » without any proof of which end is the year.
   */
  readonly order: DateOrder
  /** True when at least one day above 12 proves the order. */
  readonly proven: boolean
  /** The year of most of the dates, when one dominates. */
  readonly yearOfFile?: number
  /** True when a spreadsheet seems to have taken day and month for each other in its own dates. */
  readonly swapped?: true
}

/** At most one date in ten may contradict the order of the others: it is then a slip, asked alone. */
const SLIPS = 0.1

/** Looks at the cells of one column, with what the spreadsheet held in them. Empty cells and cells that hold no date count for nothing. */
export function profileDates(values: readonly string[], natives?: readonly (Native | undefined)[]): DateProfile {
  const years = new Map<number, number>()
  const reversed = new Reversals()
  let [dates, dayFirst, monthFirst, dashed] = [0, 0, 0, 0]
  for (const value of values) {
    const shape = value.length > 140 ? undefined : dateShape(splitDayAndClock(oneLine(value)).day)
    if (!shape) continue
    const order = provenOrder(shape)
    if (shape.type === 'short' && shape.dashed) dashed++
    if (order === 'day-first') dayFirst++
    if (order === 'month-first') monthFirst++
    const year = wholeYear(shape)
    if (year === undefined) continue
    dates++
    years.set(year, (years.get(year) ?? 0) + 1)
    if (shape.type === 'year-first') reversed.add(year, shape.second, shape.third)
  }
  const yearOfFile = reversed.year(dates) ?? dominant(years, dates)
  return {
    order: dayFirst + monthFirst === 0 && dashed > 0 ? 'unknown' : settledOrder(dayFirst, monthFirst),
    proven: dayFirst + monthFirst > 0,
    ...(yearOfFile === undefined ? {} : { yearOfFile }),
    ...(natives && swappedBySpreadsheet(values, natives) ? { swapped: true } : {}),
  }
}

function provenOrder(shape: DateShape): DateOrder | undefined {
  if (shape.type !== 'year-last' && shape.type !== 'short') return undefined
  // « 21-10-17 » proves nothing: its first number may be the year.
  if (shape.type === 'short' && shape.dashed && shape.parts[2] <= 31) return undefined
  const [first, second] = shape.type === 'short' ? shape.parts : [shape.first, shape.second]
  if (first > 12 && first <= 31 && second <= 12) return 'day-first'
  return second > 12 && second <= 31 && first <= 12 ? 'month-first' : undefined
}

function settledOrder(dayFirst: number, monthFirst: number): DateOrder {
  const all = dayFirst + monthFirst
  if (monthFirst <= all * SLIPS) return 'day-first'
  return dayFirst <= all * SLIPS ? 'month-first' : 'unknown'
}

const wholeYear = (shape: DateShape): number | undefined => {
  if (shape.type === 'year-first' || shape.type === 'year-last' || shape.type === 'month') return shape.year
  return shape.type === 'named' && !shape.shortYear ? shape.year : undefined
}

/**
 * The year of at least three dates and of two thirds of them, when the years that are not its neighbours are a quarter at most: a column of
 * dates of birth has no such year.
 */
function dominant(years: ReadonlyMap<number, number>, dates: number): number | undefined {
  const [best] = [...years].sort((a, b) => b[1] - a[1])
  if (!best || best[1] < 3 || best[1] < (dates * 2) / 3) return undefined
  const far = [...years].reduce((sum, [year, count]) => sum + (Math.abs(year - best[0]) > 1 ? count : 0), 0)
  return far <= dates / 4 ? best[0] : undefined
}

/**
 * A column that a spreadsheet turned round as a whole: « 21/10/17, 05/03/17, 30/06/17 » became 2021-10-17, 2005-03-17, 2030-06-17. The « day »
 * never changes while years and months do; the usual days of real columns (1st, 15th, end of month) are left alone.
 */
class Reversals {
  private readonly days = new Set<number>()
  private readonly months = new Set<number>()
  private readonly years = new Set<number>()

  add(year: number, month: number, day: number): void {
    this.days.add(day)
    this.months.add(month)
    this.years.add(year)
  }

  year(dates: number): number | undefined {
    const [day] = this.days
    if (this.days.size !== 1 || day === undefined || dates < 4) return undefined
    const usual = day === 1 || day === 15 || day > 27
    // « 05-16, 11-16, 03-16 » typed in 2021 became 2021-05-16, 2021-11-16, 2021-03-16: one day, one later year, the months alone are true.
    const [only, ...others] = this.years
    if (!usual && only !== undefined && others.length === 0 && only > 2000 + day && this.months.size >= 3)
      return 2000 + day
    const inTwoThousands = [...this.years].every(year => year > 2000 && year <= 2031)
    return !usual && inTwoThousands && this.years.size >= 4 && this.months.size >= 3 ? 2000 + day : undefined
  }
}
