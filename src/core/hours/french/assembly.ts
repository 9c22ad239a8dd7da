import type { DateRange, DaysItem, Item, Span } from './items.ts'
import type { Doubt, Exception, Scope, Statement } from './schedule.ts'
import type { Half } from './tokens.ts'

/** The state of the reading: what was said so far, and what waits for its other half. */
export interface Reader {
  readonly items: readonly Item[]
  at: number
  readonly statements: Statement[]
  readonly exceptions: Exception[]
  readonly closedDates: DateRange[]
  publicHolidaysOff: boolean
  schoolHolidaysOff: boolean
  elseByAppointment: boolean
  allYear: boolean
  readonly doubts: Doubt[]

  /** Days that wait for their hours, and what was said of them since. */
  days:
    | (Pick<DaysItem, 'entries' | 'named' | 'publicHolidays' | 'unclearHalf'> & {
        scope?: Scope
        appointment?: boolean
        closedHalf?: Half
        adds: boolean
      })
    | undefined
  /** Days of which a half was closed: hours that follow are theirs, none are needed. */
  soft: Reader['days']
  /** Hours that wait for their days: « 9h-12h du lundi au vendredi ». */
  hours: { spans: readonly Span[]; always: boolean; adds: boolean } | undefined
  /** An hour alone in brackets that waits for its days: « (17h30 le mercredi) ». */
  hour: number | undefined
  /** The last statement still takes more hours: « lundi 9h-12h … 14h-18h ». */
  takesMore: boolean
  /** After « fermé », « sauf », « y compris »: what follows is what it takes. */
  taking: { word: 'closed' | 'except' | 'including'; given: boolean; comma: boolean } | undefined
  scope: Scope
  /** Scopes come before their hours in this text. */
  scopesLead: boolean
  prefix: Prefix | undefined
  half: Half | undefined
  bracket: boolean
  segment: number
}

/** « sur rendez-vous » said before its hours: of the next ones, of a list after a colon, of the whole text. */
export interface Prefix {
  readonly access: 'appointment' | 'free'
  readonly reach: 'one' | 'list' | 'all' | 'ended'
  readonly unsure: boolean
  readonly used: boolean
}

export const ordinaryReader = (items: readonly Item[]): Reader => ({
  items,
  at: 0,
  statements: [],
  exceptions: [],
  closedDates: [],
  publicHolidaysOff: false,
  schoolHolidaysOff: false,
  elseByAppointment: false,
  allYear: false,
  doubts: [],
  days: undefined,
  soft: undefined,
  hours: undefined,
  hour: undefined,
  takesMore: false,
  taking: undefined,
  scope: {},
  scopesLead: false,
  prefix: undefined,
  half: undefined,
  bracket: false,
  segment: 0,
})

/** Whether what is closed here is so whatever the period, see `Exception`. */
export function isGeneral({ items, at, statements, segment, days }: Reader): boolean {
  if (days || statements.some(one => one.segment === segment)) return false
  return statements.length === 0 || items.slice(at + 1).every(({ is }) => is !== 'spans' && is !== 'always')
}

export const say = (reader: Reader, why: string, ask: string): void => void reader.doubts.push({ why, ask })

const QUIET: ReadonlySet<Item['is']> = new Set([
  'colon',
  'open-bracket',
  'close-bracket',
  'only',
  'open',
  'place',
  'season',
])

/** The next item that says something; a strong separator is `undefined`, like the end of the text. */
export function nextSaid(reader: Reader, at: number): Item | undefined {
  for (let i = at; i < reader.items.length; i++) {
    const item = reader.items[i]!
    if (item.is === 'separator' && item.strong) return undefined
    if (!QUIET.has(item.is) && item.is !== 'separator') return item
  }
  return undefined
}

/** « et », « ainsi que », « & » just before this place. */
export function isLinked({ items, at }: Reader): boolean {
  for (let i = at - 1; i >= 0; i--) {
    const item = items[i]!
    if (item.is === 'also' || (item.is === 'separator' && '&+'.includes(item.mark))) return true
    if (item.is !== 'open' && item.is !== 'only') return false
  }
  return false
}

/** The next item that says something, over the ends of sentences. */
export const nextMeaning = (reader: Reader, at: number): Item | undefined =>
  reader.items.slice(at).find(item => !QUIET.has(item.is) && item.is !== 'separator' && item.is !== 'also')
