import { type Group, isMark, isSmall, problem, skipSmall, type Tokens } from './cursor.ts'
import { entriesOf, listOfDays, type Unit, upTo } from './list-of-days.ts'
import type { Half, Weekday } from './tokens.ts'

/** « du lundi au vendredi », « les mardi, jeudi et samedi matin », « 1er et 3e mercredis du mois », « week-end et jours fériés ». */
export function readDays(tokens: Tokens, start: number): Group | undefined {
  const first = unitAt(tokens, start, '')
  if (!first) return undefined
  const units = [first.body]
  let next = first.next
  for (;;) {
    const mark = listMark(tokens, next)
    const more = mark && unitAt(tokens, mark.next, mark.body)
    if (!more) break
    units.push(more.body)
    next = more.next
  }
  if (losesHours(tokens, start, next))
    return { body: problem('il manque des heures entre deux jours', 'Quels sont les horaires, jour par jour ?'), next }
  return { body: listOfDays(units, daysOutside(tokens, start, next)), next }
}

const daysOutside = (tokens: Tokens, start: number, end: number): ReadonlySet<Weekday> =>
  new Set(tokens.flatMap((token, at) => (token.is === 'day' && (at < start || at >= end) ? [token.day] : [])))

/** « mardi / vendredi 9h-12h » in a text whose « / » otherwise ends the hours of a day. */
function losesHours(tokens: Tokens, start: number, end: number): boolean {
  const isSpaced = (at: number) => isMark(tokens[at], '/') && tokens[at]!.start > tokens[at - 1]!.end
  const endsHours = (at: number) =>
    tokens[at - 1]?.is === 'clock' && tokens[skipSmall(tokens, at + 1, 'the', 'all')]?.is === 'day'
  const inside = tokens.slice(start, end).some((_, i) => i > 0 && isSpaced(start + i))
  return inside && tokens.some((_, at) => isMark(tokens[at], '/') && endsHours(at))
}

/** What joins two days of a list; nothing at all does too (« Lundi Mardi »). */
function listMark(tokens: Tokens, start: number): Group<string> | undefined {
  let at = start
  let mark = ''
  for (;;) {
    const token = tokens[at]
    const glue = isMark(token, ',', '/', '-', '&', '+') || isSmall(token, 'and') || token?.is === 'also'
    if (!glue) return { body: mark, next: at }
    mark = token?.is === 'mark' ? token.mark : mark || 'et'
    at++
  }
}

function unitAt(tokens: Tokens, start: number, mark: string): Group<Unit> | undefined {
  const each = tokens[start]?.is === 'each'
  const at = skipSmall(tokens, each ? start + 1 : start, 'the', 'all', 'from', 'of', 'in')
  const plural = each || tokens.slice(start, at).some(token => isSmall(token, 'all'))
  const from = tokens.slice(start, at).some(token => isSmall(token, 'from'))
  const nth = nthAt(tokens, at)
  if (nth) return nthUnit(tokens, nth, mark, plural)
  const unit = plainUnit(tokens, at)
  if (!unit) return undefined
  const half = halfAt(tokens, unit.next)
  return {
    body: { ...unit.body, half: half?.body, plural: plural || unit.body.plural, from, mark },
    next: half?.next ?? unit.next,
  }
}

type Plain = Omit<Unit, 'half' | 'mark' | 'from'>

function plainUnit(tokens: Tokens, at: number): Group<Plain> | undefined {
  const token = tokens[at]
  if (token?.is === 'public-holidays')
    return { body: { entries: [], ranged: false, publicHolidays: true, plural: false }, next: at + 1 }
  if (token?.is === 'days')
    return { body: { entries: entriesOf(token.days), ranged: true, publicHolidays: false, plural: true }, next: at + 1 }
  if (token?.is !== 'day') return undefined
  const to = rangeEnd(tokens, at + 1)
  if (!to)
    return {
      body: { entries: entriesOf([token.day]), ranged: false, publicHolidays: false, plural: token.several },
      next: at + 1,
    }
  return {
    body: { entries: entriesOf(upTo(token.day, to.body)), ranged: true, publicHolidays: false, plural: true },
    next: to.next,
  }
}

/** « au vendredi », « à vendredi », « jusqu'au vendredi »; « - » is settled once the list is whole. */
function rangeEnd(tokens: Tokens, at: number): Group<Weekday> | undefined {
  const joined = isSmall(tokens[at], 'to') || tokens[at]?.is === 'until'
  const next = skipSmall(tokens, at + 1, 'the', 'to')
  const token = tokens[next]
  return joined && token?.is === 'day' ? { body: token.day, next: next + 1 } : undefined
}

function halfAt(tokens: Tokens, start: number): Group<Half> | undefined {
  const at = isSmall(tokens[start], 'the') ? start + 1 : start
  const token = tokens[at]
  return token?.is === 'half' && !token.every ? { body: token.half, next: at + 1 } : undefined
}

/** « 1er et 3e », « deuxième », « 2 premiers ». */
export function nthAt(tokens: Tokens, start: number): Group<readonly number[]> | undefined {
  const count = tokens[start]
  const word = tokens[start + 1]
  if (
    (count?.is === 'number' || count?.is === 'count') &&
    word?.is === 'nth' &&
    word.nth === 1 &&
    count.value >= 2 &&
    count.value <= 4
  )
    return { body: Array.from({ length: count.value }, (_, i) => i + 1), next: start + 2 }
  const nths: number[] = []
  for (let at = start; ; at++) {
    const token = tokens[at]
    if (token?.is === 'nth') nths.push(token.nth)
    else if (token?.is === 'ordinal' && token.value >= 1 && token.value <= 5) nths.push(token.value)
    else return nths.length > 0 ? { body: nths, next: at } : undefined
    const glued = skipGlue(tokens, at + 1)
    if (!isNth(tokens, glued)) return { body: nths, next: at + 1 }
    at = glued - 1
  }
}

function skipGlue(tokens: Tokens, start: number): number {
  let at = start
  while (isMark(tokens[at], ',', '/', '&') || isSmall(tokens[at], 'and', 'the', 'all')) at++
  return at
}

const isNth = (tokens: Tokens, at: number): boolean => {
  const token = tokens[at]
  return token?.is === 'nth' || (token?.is === 'ordinal' && token.value <= 5)
}

function nthUnit(
  tokens: Tokens,
  { body: nth, next: at }: Group<readonly number[]>,
  mark: string,
  plural: boolean,
): Group<Unit> | undefined {
  const token = tokens[at]
  if (token?.is !== 'day') return undefined
  let next = at + 1
  const half = halfAt(tokens, next)
  if (half) next = half.next
  if (tokens[next]?.is === 'of-month') next++
  const body = {
    entries: [{ day: token.day, nth }],
    ranged: false,
    publicHolidays: false,
    half: half?.body,
    plural,
    from: false,
    mark,
  }
  return { body, next }
}
