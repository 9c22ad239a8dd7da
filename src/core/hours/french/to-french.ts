import type { OsmRule } from './from-osm.ts'
import type { DateRange, DayEntry } from './items.ts'
import { type Scope, scopeKey } from './schedule.ts'
import type { Weekday } from './tokens.ts'
import { datesInWords } from './understood.ts'
import { clockInWords, daysInWords, inList, nthInWords } from './words.ts'

type Hours = readonly { readonly from: number; readonly to: number; readonly appointment: boolean }[]
/** Hours of a day; none with `appointment` alone: at an hour that is agreed. */
interface Said {
  readonly hours: Hours
  readonly off: boolean
  readonly appointment: boolean
}

interface Week {
  readonly scope: Scope
  readonly days: Map<Weekday | 'PH', Said>
  readonly monthly: Map<string, { readonly entry: DayEntry; readonly said: Said }>
}

/** Rules as one French text; undefined when a rule changes others in a way that a simple sentence cannot say. */
export function rulesInFrench(rules: readonly OsmRule[]): string | undefined {
  const text = new Text()
  for (const rule of rules) if (!text.take(rule)) return undefined
  return text.whole()
}

/** What is said so far, one week a scope: a later rule replaces the days of an earlier one. */
class Text {
  readonly #weeks = new Map<string, Week>()
  readonly #closed: DateRange[] = []
  readonly #closedMonthly: DayEntry[] = []
  #schoolOff = false
  #schoolOffDays: Weekday[] = []
  #holidaysOff = false
  #elsewhen = false

  take(rule: OsmRule): boolean {
    if (this.#elsewhen) return false
    if (rule.joined === '||') return this.#fallback(rule)
    if (rule.state === 'off') return this.#close(rule)
    const entries = rule.entries.length > 0 || rule.publicHolidays ? rule.entries : ALL
    const week = this.#week(rule.scope)
    for (const entry of entries) if (!this.#put(week, entry, rule)) return false
    if (rule.publicHolidays) put(week.days, 'PH', rule)
    return true
  }

  #week(scope: Scope): Week {
    const key = scopeKey(scope)
    const week = this.#weeks.get(key) ?? { scope, days: new Map(), monthly: new Map() }
    this.#weeks.set(key, week)
    return week
  }

  #put(week: Week, entry: DayEntry, rule: OsmRule): boolean {
    if (!entry.nth) put(week.days, entry.day, rule)
    else if (week.days.has(entry.day)) return false
    else week.monthly.set(JSON.stringify(entry), { entry, said: saidBy(rule) })
    return true
  }

  #fallback(rule: OsmRule): boolean {
    this.#elsewhen = rule.state === 'appointment' && rule.entries.length === 0 && rule.spans.length === 0
    return this.#elsewhen
  }

  #close(rule: OsmRule): boolean {
    const { dates, school, odd } = rule.scope
    if (rule.spans.length > 0) return false
    const monthly = rule.entries.filter(({ nth }) => nth)
    if (monthly.length > 0) return this.#closeMonthly(monthly, rule)
    if (rule.entries.length > 0 && school && !dates) this.#schoolOffDays.push(...rule.entries.map(({ day }) => day))
    else if (rule.entries.length > 0) {
      const week = this.#week(rule.scope)
      return rule.entries.every(entry => this.#put(week, entry, rule))
    } else if (school) this.#schoolOff = true
    else if (dates && odd === undefined) this.#closed.push(...dates)
    if (rule.publicHolidays) this.#holidaysOff = true
    return odd === undefined && !(dates && (school || rule.publicHolidays))
  }

  /** « Mo[1] off »: of ordinary weeks only. */
  #closeMonthly(entries: readonly DayEntry[], { scope, publicHolidays, entries: all }: OsmRule): boolean {
    this.#closedMonthly.push(...entries)
    return all.length === entries.length && !publicHolidays && scopeKey(scope) === scopeKey({})
  }

  whole(): string | undefined {
    const weeks = this.#termWeeks()
    if (weeks === undefined) return undefined
    const several = weeks.length > 1
    const parts = weeks.flatMap(week => weekInFrench(week, several))
    for (const entry of this.#closedMonthly) parts.push(`fermé le ${nthInWords(entry)}`)
    if (this.#closed.length > 0) parts.push(`fermé ${inList(this.#closed.map(datesInWords))}`)
    if (this.#schoolOff && !weeks.some(({ scope }) => scope.school)) parts.push('fermé pendant les vacances scolaires')
    if (this.#holidaysOff) parts.push('fermé les jours fériés')
    if (this.#elsewhen) parts.push(parts.length > 0 ? 'et sur rendez-vous' : 'sur rendez-vous')
    return parts.join(' ; ')
  }

  /** « SH off » beside other hours of the holidays, or of some days only, is said « en période scolaire ». */
  #termWeeks(): readonly Week[] | undefined {
    const weeks = [...this.#weeks.values()]
    const always = weeks.find(({ scope }) => scopeKey(scope) === scopeKey({}))
    if (this.#schoolOffDays.length > 0)
      return this.#schoolOff || !always ? undefined : splitTerm(weeks, always, this.#schoolOffDays)
    if (!this.#schoolOff || !weeks.some(({ scope }) => scope.school)) return weeks
    return weeks.map(week => (week === always ? { ...week, scope: { school: 'time' as const } } : week))
  }
}

const ALL: DayEntry[] = [0, 1, 2, 3, 4, 5, 6].map(day => ({ day: day as Weekday }))

const saidBy = ({ spans, state }: OsmRule): Said => ({
  hours: spans.map(span => ({ ...span, appointment: state === 'appointment' })),
  off: state === 'off',
  appointment: state === 'appointment',
})

function put(days: Week['days'], day: Weekday | 'PH', rule: OsmRule): void {
  const before = days.get(day)
  const said = saidBy(rule)
  const adds = rule.joined === ',' && before && !before.off
  days.set(day, adds ? { ...said, hours: [...before.hours, ...said.hours].sort((a, b) => a.from - b.from) } : said)
}

function splitTerm(weeks: readonly Week[], always: Week, days: readonly Weekday[]): readonly Week[] {
  const isTerm = (day: Weekday | 'PH') => day !== 'PH' && days.includes(day)
  const [term, rest] = [true, false].map(of => new Map([...always.days].filter(([day]) => isTerm(day) === of)))
  const split = [
    { ...always, days: rest! },
    { scope: { school: 'time' as const }, days: term!, monthly: new Map() },
  ]
  return [...split, ...weeks.filter(week => week !== always)].filter(week => week.days.size + week.monthly.size > 0)
}

function weekInFrench({ scope, days, monthly }: Week, several: boolean): string[] {
  const groups = new Map<string, (Weekday | 'PH')[]>()
  for (const [day, said] of [...days].sort(([a], [b]) => order(a) - order(b)))
    groups.set(JSON.stringify(said), [...(groups.get(JSON.stringify(said)) ?? []), day])
  const parts = [...groups].map(([said, names]) => sentence(daysAndHolidays(names), JSON.parse(said) as Said))
  for (const { entry, said } of monthly.values()) parts.push(sentence(nthInWords(entry), said))
  const prefix = scopeInFrench(scope)
  const header = prefix !== '' ? `${prefix} : ` : several ? 'toute l’année : ' : ''
  return parts.map((part, i) => (i === 0 ? `${header}${part}` : part))
}

const order = (day: Weekday | 'PH'): number => (day === 'PH' ? 7 : day)

function daysAndHolidays(names: readonly (Weekday | 'PH')[]): string {
  const days = names.filter(name => name !== 'PH')
  return inList([
    ...(days.length > 0 ? [daysInWords(days)] : []),
    ...(names.includes('PH') ? ['les jours fériés'] : []),
  ])
}

function scopeInFrench({ dates, school, odd }: Scope): string {
  const parts = [
    ...(dates ? [inList(dates.map(datesInWords))] : []),
    ...(school ? [school === 'time' ? 'en période scolaire' : 'pendant les vacances scolaires'] : []),
    ...(odd === undefined ? [] : [`les semaines ${odd ? 'impaires' : 'paires'}`]),
  ]
  return parts.join(', ')
}

function sentence(days: string, { hours, off, appointment }: Said): string {
  if (off) return `${days} fermé`
  if (hours.length === 0) return `${days} sur rendez-vous`
  const all = hours.every(hour => hour.appointment)
  const mixed = !all && hours.some(hour => hour.appointment)
  const spans = hours.map(
    hour => `${spanInWords(hour)}${mixed ? ` ${hour.appointment ? 'sur' : 'sans'} rendez-vous` : ''}`,
  )
  return `${days} ${inList(spans)}${all && appointment ? ', sur rendez-vous' : ''}`
}

const spanInWords = ({ from, to }: { from: number; to: number }): string =>
  from === 0 && to === 1440 ? '24 h/24' : `de ${clockInWords(from)} à ${clockInWords(to)}`
