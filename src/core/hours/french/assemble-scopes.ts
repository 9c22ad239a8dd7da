import { monthLength } from '../../values/calendar.ts'
import { nextMeaning, nextSaid, type Reader, say } from './assembly.ts'
import type { DateRange, DayOfYear, ItemBody } from './items.ts'
import { ANY_YEAR } from './read-dates.ts'
import { type Scope, scopeKey } from './schedule.ts'

type ScopeItem = Extract<ItemBody, { is: 'dates' | 'parity' | 'school' | 'all-year' }>

/** « du 1er avril au 30 septembre », « en période scolaire », « semaine paire »: of what follows, or of the hours just said. */
export function readScope(reader: Reader, item: ScopeItem): void {
  if (item.is === 'all-year') reader.allYear = true
  if (reader.days) {
    reader.days = { ...reader.days, scope: narrowed(reader, reader.days.scope ?? reader.scope, item) }
    return
  }
  const leads = reader.statements.length === 0 && !reader.hours
  if (leads) reader.scopesLead = true
  const headsHours = (reader.scopesLead || reader.items[reader.at + 1]?.is === 'colon') && hoursFollow(reader)
  if (leads || startsSegment(reader) || (headsHours && !reader.bracket)) {
    reader.scope = item.is === 'all-year' ? {} : narrowed(reader, item.is === 'dates' ? {} : reader.scope, item)
    return
  }
  trail(reader, item)
}

function narrowed(reader: Reader, scope: Scope, item: ScopeItem): Scope {
  const next = with_(scope, item)
  const unused = item.is === 'dates' && reader.scope.dates && reader.statements.every(one => one.scope !== reader.scope)
  if (unused)
    say(reader, 'deux périodes se suivent sans horaires', 'De quelle date à quelle date, et à quelles heures ?')
  if (item.is === 'dates' && item.ranges.some(isShort))
    say(
      reader,
      'une période aussi courte est peut-être celle d’une seule année',
      'Ces horaires valent-ils tous les ans ?',
    )
  if (next.dates && next.school)
    say(reader, 'des dates et des vacances se mêlent', 'Quels sont les horaires de chaque période ?')
  return next
}

/** Hours of one dated week are those of one year; a season has a month at least. */
const isShort = ({ from, to }: DateRange): boolean =>
  from.day !== undefined && to.day !== undefined && (to.month - from.month + 12) % 12 < 2 && daysBetween(from, to) < 27

const daysBetween = (from: DayOfYear, to: DayOfYear): number =>
  (from.month === to.month ? 0 : monthLength(ANY_YEAR, from.month)) + to.day! - from.day!

function with_(scope: Scope, item: ScopeItem): Scope {
  switch (item.is) {
    case 'dates':
      return { ...scope, dates: item.ranges }
    case 'parity':
      return { ...scope, odd: item.odd }
    case 'school':
      return { ...scope, school: item.holidays ? 'holidays' : 'time' }
    case 'all-year':
      return scope
  }
}

/** Nothing was said yet in this sentence or line. */
const startsSegment = (reader: Reader): boolean =>
  !reader.hours && reader.statements.every(statement => statement.segment !== reader.segment) && hoursFollow(reader)

const hoursFollow = (reader: Reader): boolean => {
  const next = isHeading(reader) ? nextMeaning(reader, reader.at + 1) : nextSaid(reader, reader.at + 1)
  return (
    next?.is === 'days' ||
    next?.is === 'spans' ||
    next?.is === 'half' ||
    next?.is === 'appointment' ||
    next?.is === 'always' ||
    isScope(next?.is)
  )
}

/** « Vacances scolaires : » alone on its line: of the lines that follow. */
function isHeading({ items, at }: Reader): boolean {
  const [mark, end] = [items[at + 1], items[at + 2]]
  return mark?.is === 'colon' && end?.is === 'separator' && end.mark === '\n'
}

const isScope = (is: string | undefined): boolean => is === 'parity' || is === 'school' || is === 'dates'

/** « … de 10h à 18h, d'avril à octobre »: of the last hours; of all those of the sentence would be another reading. */
function trail(reader: Reader, item: ScopeItem): void {
  const last = reader.statements.at(-1)
  if (reader.hours || !last) {
    say(reader, 'une période n’a pas d’horaires', 'Quels sont les horaires de cette période ?')
    return
  }
  if (isAlready(last.scope, item))
    say(reader, 'une période suit une autre', 'Quels sont les horaires de chaque période ?')
  const others = reader.statements.slice(0, -1)
  const unclear = others.some(
    one => scopeKey(one.scope) === scopeKey({}) && (one.segment === last.segment || !reader.bracket),
  )
  const late = item.is === 'dates' && last.segment !== reader.segment && !reader.bracket
  const bare = item.is === 'school' && item.bare && !reader.bracket
  const opensMore = reader.bracket && !closesNext(reader)
  if (unclear || late || bare || opensMore)
    say(
      reader,
      'une période suit plusieurs horaires',
      'Cette période vaut-elle pour tous les horaires ou seulement pour les derniers ?',
    )
  const scope = narrowed(reader, last.scope, item)
  reader.statements.splice(-1, 1, { ...last, scope, ...(!reader.bracket && { trailed: true as const }) })
}

const closesNext = ({ items, at }: Reader): boolean =>
  items.slice(at + 1).find(({ is }) => is !== 'only')?.is === 'close-bracket'

/** « Pendant les vacances scolaires : fermé le samedi. Mardi au samedi … »: are these hours those of the holidays? */
export function checkClosedScope({ scope, statements, doubts }: Reader): void {
  if (scopeKey(scope) !== scopeKey({}) && statements.every(one => one.scope !== scope))
    doubts.push({ why: 'une période ne dit que ce qui est fermé', ask: 'Quels sont les horaires de chaque période ?' })
}

/** « 9h-17h, en juillet 8h-14h »: the dates said after some hours are not those of the next ones, unless these have their own. */
export function checkTrails(reader: Reader): void {
  const unclear = reader.statements.some(
    (one, i) =>
      one.trailed &&
      reader.statements
        .slice(i + 1)
        .some(other => other.segment === one.segment && scopeKey(other.scope) === scopeKey({})),
  )
  if (unclear) say(reader, 'une période est au milieu des horaires', 'Quels sont les horaires de cette période ?')
}

const isAlready = (scope: Scope, { is }: ScopeItem): boolean =>
  (is === 'dates' && scope.dates !== undefined) ||
  (is === 'school' && scope.school !== undefined) ||
  (is === 'parity' && scope.odd !== undefined)
