import { type Group, isMark, isSmall, problem, skipSmall, type Tokens } from './cursor.ts'
import type { Item, ItemBody } from './items.ts'
import { readDates } from './read-dates.ts'
import { nthAt, readDays } from './read-days.ts'
import { readSpans } from './read-spans.ts'
import type { Token } from './tokens.ts'

/** A piece of the text that was not understood. */
export interface LeftOver {
  readonly start: number
  readonly end: number
}

export interface Chunks {
  readonly items: readonly Item[]
  readonly leftOver: readonly LeftOver[]
}

/** Tokens as groups that say one thing. Each token is in a group, is a known filler, or is left over. */
export function chunk(tokens: Tokens): Chunks {
  const items: Item[] = []
  const leftOver: LeftOver[] = []
  for (let at = 0; at < tokens.length; ) {
    const found = groupAt(tokens, at, items)
    const next = found?.next ?? at + 1
    const place = { start: tokens[at]!.start, end: tokens[next - 1]!.end }
    if (found) items.push({ ...found.body, ...place })
    else if (!meansNothing(tokens, at)) leftOver.push(place)
    at = next
  }
  return { items: datedSeasons(items), leftOver }
}

function groupAt(tokens: Tokens, at: number, before: readonly Item[]): Group | undefined {
  return (
    readDates(tokens, at) ??
    readDays(tokens, at) ??
    readSpans(tokens, at) ??
    lonelyNth(tokens, at) ??
    appointment(tokens, at) ??
    choice(tokens, at) ??
    place(tokens, at, before) ??
    oneToken(tokens, at)
  )
}

function meansNothing(tokens: Tokens, at: number): boolean {
  const token = tokens[at]!
  if (token.is === 'small') return !isDangling(tokens, at)
  return token.is === 'filler' || isMark(token, "'", '"', '*', '«', '»', '“', '”')
}

/** « au » without its beginning, « les » without its days: a word was lost. */
function isDangling(tokens: Tokens, at: number): boolean {
  if (isSmall(tokens[at], 'to')) return true
  const next = tokens[at + 1]
  if (next === undefined || next.is === 'mark') return !isMark(next, "'", '"', '«', '“')
  return (
    isSmall(tokens[at], 'the', 'all') &&
    (isSmall(next, 'and', 'of', 'to') || next.is === 'month' || next.is === 'clock' || next.is === 'number')
  )
}

/** « (2e et 4e du mois) », of the day said before. */
function lonelyNth(tokens: Tokens, start: number): Group | undefined {
  const nth = nthAt(tokens, skipSmall(tokens, start, 'the', 'all'))
  return nth && tokens[nth.next]?.is === 'of-month'
    ? { body: { is: 'nth', nth: nth.body }, next: nth.next + 1 }
    : undefined
}

function appointment(tokens: Tokens, at: number): Group | undefined {
  if (tokens[at]?.is === 'other-times') {
    const after = isMark(tokens[at + 1], ',', ':') ? at + 2 : at + 1
    return tokens[after]?.is === 'appointment' ? { body: { is: 'appointment-else' }, next: after + 1 } : undefined
  }
  const before = tokens[at]?.is === 'only' ? 1 : 0
  if (tokens[at + before]?.is !== 'appointment') return undefined
  const next = at + before + 1
  if (tokens[next]?.is === 'other-times') return { body: { is: 'appointment-else' }, next: next + 1 }
  const after = tokens[next]?.is === 'only' ? 1 : 0
  return { body: { is: 'appointment', only: before + after > 0 }, next: next + after }
}

/** « 9h-12h ou 14h-17h » leaves a choice; « ou sur rendez-vous » does not. */
function choice(tokens: Tokens, at: number): Group | undefined {
  if (!isSmall(tokens[at], 'or')) return undefined
  const body: ItemBody = appointment(tokens, at + 1)
    ? { is: 'also' }
    : problem('« ou » laisse un choix', 'Quels sont les horaires, jour par jour ?')
  return { body, next: at + 1 }
}

/** « Antenne d'Épône », « Mairie de Saint-Jean »: what the hours are of, said first. Said later, it is another service. */
function place(tokens: Tokens, at: number, before: readonly Item[]): Group | undefined {
  if (tokens[at]?.is !== 'place') return undefined
  const first = before.every(
    item => item.is === 'place' || item.is === 'separator' || item.is === 'colon' || item.is === 'also',
  )
  if (!first)
    return {
      body: problem(
        'plusieurs lieux ou services',
        'Pour quel lieu voulez-vous les horaires ? Donnez-les à part pour chacun.',
      ),
      next: at + 1,
    }
  let next = at + 1
  while (isNamePart(tokens, next)) next++
  return { body: { is: 'place' }, next }
}

function isNamePart(tokens: Tokens, at: number): boolean {
  const token = tokens[at]
  if (token?.is === 'unknown') return /^\p{Lu}/u.test(token.text) || isMark(tokens[at - 1], '-')
  const joins =
    isSmall(token, 'of', 'from', 'the', 'all') ||
    isMark(token, '-', "'") ||
    token?.is === 'place' ||
    token?.is === 'filler'
  return joins && isNamePart(tokens, at + 1)
}

function oneToken(tokens: Tokens, at: number): Group | undefined {
  const token = tokens[at]!
  const body = bodyOf(token, tokens[at - 1])
  return body && { body, next: at + 1 }
}

function bodyOf(token: Token, before: Token | undefined): ItemBody | undefined {
  switch (token.is) {
    case 'half':
      return { is: 'half', half: token.half, every: token.every }
    case 'parity':
      return { is: 'parity', odd: token.odd }
    case 'school-holidays':
      return { is: 'school', holidays: true, bare: !isSmall(before, 'in', 'the', 'all') }
    case 'school-time':
      return { is: 'school', holidays: false, bare: false }
    case 'no-appointment':
    case 'closed':
    case 'except':
    case 'including':
    case 'open':
    case 'also':
    case 'all-year':
    case 'only':
    case 'season':
    case 'always':
      return { is: token.is }
    case 'small':
      return token.word === 'and' ? { is: 'also' } : undefined
    case 'mark':
      return markBody(token.mark)
    case 'blocker':
      return problem(token.why, token.ask)
    default:
      return undefined
  }
}

function markBody(mark: string): ItemBody | undefined {
  if (mark === '(') return { is: 'open-bracket' }
  if (mark === ')') return { is: 'close-bracket' }
  if (mark === ':' || mark === '=') return { is: 'colon' }
  if (';.!\n'.includes(mark) || mark === '--') return { is: 'separator', strong: true, mark }
  return ',/-&+'.includes(mark) ? { is: 'separator', strong: false, mark } : undefined
}

/** « Été (du 1er avril au 30 septembre) » is its dates; « Été » alone says none. */
function datedSeasons(items: readonly Item[]): Item[] {
  const isBridge = (item: Item | undefined) =>
    item?.is === 'open-bracket' ||
    item?.is === 'close-bracket' ||
    item?.is === 'colon' ||
    (item?.is === 'separator' && !item.strong)
  const reaches = (at: number, step: 1 | -1): boolean => {
    let to = at + step
    while (isBridge(items[to])) to += step
    return items[to]?.is === 'dates'
  }
  return items.flatMap((item, at) => {
    if (item.is !== 'season') return [item]
    if (reaches(at, 1) || reaches(at, -1)) return []
    const body = problem('la saison n’a pas de dates', 'De quelle date à quelle date va cette saison ?')
    return [{ ...body, start: item.start, end: item.end }]
  })
}
