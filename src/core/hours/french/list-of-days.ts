import { problem } from './cursor.ts'
import type { DayEntry, DaysItem, ItemBody } from './items.ts'
import type { Half, Weekday } from './tokens.ts'
import { daysInWords } from './words.ts'

/** One member of a list of days. `mark`: what joined it to the one before. */
export interface Unit {
  readonly entries: readonly DayEntry[]
  readonly ranged: boolean
  readonly publicHolidays: boolean
  readonly half: Half | undefined
  readonly plural: boolean
  /** Begins with « du ». */
  readonly from: boolean
  readonly mark: string
}

/** A list of days as one item, or why it cannot be told what it names. `elsewhere`: days that the rest of the text names. */
export function listOfDays(units: readonly Unit[], elsewhere: ReadonlySet<Weekday>): ItemBody {
  const whyNot = unclear(units, elsewhere)
  if (whyNot) return whyNot
  const list = chains(units).flatMap(chain => rangeOf(chain, elsewhere) ?? chain)
  const shared = list.at(-1)!.half
  const onlyLast = shared !== undefined && list.length > 1 && list.slice(0, -1).every(unit => unit.half === undefined)
  const spread = onlyLast && list[0]!.plural && list.every(unit => !unit.ranged)
  const entries = list.flatMap(unit => {
    const half = spread ? shared : unit.half
    return unit.entries.map(entry => (half ? { ...entry, half } : entry))
  })
  return {
    is: 'days',
    entries: unique(entries),
    named: list.some(unit => unit.ranged) ? 'range' : 'one-by-one',
    publicHolidays: list.some(unit => unit.publicHolidays),
    unclearHalf: (onlyLast && !spread) || (shared !== undefined && list.at(-1)!.entries.length > 1),
  } satisfies DaysItem
}

const unique = (entries: readonly DayEntry[]): DayEntry[] => [
  ...new Map(entries.map(entry => [JSON.stringify(entry), entry])).values(),
]

/** Units joined by dashes, one chain each: « lundi-mardi-jeudi », « mardi-jeudi et vendredi » is two. */
function chains(units: readonly Unit[]): Unit[][] {
  const found: Unit[][] = []
  for (const unit of units) {
    if (unit.mark === '-' && found.length > 0) found.at(-1)!.push(unit)
    else found.push([unit])
  }
  return found
}

const isDay = ({ ranged, entries }: Unit): boolean => !ranged && entries.length === 1 && !entries[0]!.nth

/** Two days and a dash are a range, unless all days between them are named elsewhere; more days are a list. */
function rangeOf(chain: readonly Unit[], elsewhere: ReadonlySet<Weekday>): Unit[] | undefined {
  const [from, to] = chain
  if (chain.length !== 2 || !chain.every(isDay) || from!.half) return undefined
  const days = between(from!, to!)
  if (days.slice(1, -1).every(day => elsewhere.has(day))) return undefined
  return [{ ...to!, entries: entriesOf(days), ranged: true, plural: true }]
}

const between = (from: Unit, to: Unit): Weekday[] => upTo(from.entries[0]!.day, to.entries[0]!.day)

function unclear(units: readonly Unit[], elsewhere: ReadonlySet<Weekday>): ItemBody | undefined {
  const besides = units.some((unit, i) => i > 0 && unit.mark === '' && (unit.ranged || units[i - 1]!.ranged))
  if (besides) return problem('des jours se suivent sans « et »', 'Quels sont les horaires, jour par jour ?')
  if (units.length > 1 && units.some(unit => unit.from && !unit.ranged) && units.every(unit => unit.mark === ''))
    return problem('« du » n’a pas son « au »', 'De quel jour à quel jour, exactement ?')
  const [from, to] = units
  if (units.length !== 2 || !units.every(isDay) || !['/', ''].includes(to!.mark)) return undefined
  if (
    between(from!, to!)
      .slice(1, -1)
      .every(day => elsewhere.has(day))
  )
    return undefined
  const [first, last] = [from!, to!].map(unit => daysInWords([unit.entries[0]!.day]))
  return problem(
    `« ${first}${to!.mark || ' '}${last} » se lit de deux façons`,
    `Est-ce « ${first} et ${last} » ou « du ${first} au ${last} » ?`,
  )
}

export const entriesOf = (days: readonly Weekday[]): DayEntry[] => days.map(day => ({ day }))

/** Days from one to the other, over Sunday when it must: « du samedi au lundi ». */
export function upTo(from: Weekday, to: Weekday): Weekday[] {
  const count = ((to - from + 7) % 7) + 1
  return Array.from({ length: count }, (_, i) => ((from + i) % 7) as Weekday)
}
