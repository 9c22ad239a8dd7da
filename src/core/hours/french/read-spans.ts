import { crossesMidnight } from '../broken.ts'
import { type Group, isMark, isSmall, problem, skipSmall, type Tokens } from './cursor.ts'
import type { ItemBody, Span } from './items.ts'
import type { Half, Token } from './tokens.ts'
import { clockInWords } from './words.ts'

/** « de 9h à 12h et de 14h à 18h », « 9-12h/14-18h », « le matin de 9h à 12h, l'après-midi … », or one hour alone. */
export function readSpans(tokens: Tokens, start: number): Group | undefined {
  const spans: NamedSpan[] = []
  let next = start
  for (;;) {
    const name = halfBefore(tokens, next, spans.length > 0)
    const found = pairAt(tokens, betweenPairs(tokens, name?.next ?? next, spans.length > 0))
    if (!found) break
    const after = name ? undefined : halfAfter(tokens, found)
    const half = name?.body ?? after?.body
    spans.push(half ? { ...found.body, half } : found.body)
    next = after?.next ?? found.next
  }
  if (spans.length === 0) return oneHour(tokens, start)
  return { body: problemOf(spans) ?? { is: 'spans', spans: wrapped(spans) }, next }
}

type NamedSpan = Span & { readonly half?: Half }

/** Place after what may stand between two spans of one day. */
function betweenPairs(tokens: Tokens, start: number, inside: boolean): number {
  let at = start
  if (inside)
    while (isMark(tokens[at], ',', '/', '-', '&', '+') || isSmall(tokens[at], 'and', 'to') || tokens[at]?.is === 'also')
      at++
  return tokens[at]?.is === 'between' ? at : skipSmall(tokens, at, 'of', 'from')
}

/** « le matin : » before a span. */
function halfBefore(tokens: Tokens, start: number, inside: boolean): Group<Half> | undefined {
  let at = start
  if (inside) while (isMark(tokens[at], ',', '/', '-', ';', '\n', '.') || isSmall(tokens[at], 'and')) at++
  at = skipSmall(tokens, at, 'the')
  const token = tokens[at]
  if (token?.is !== 'half' || (token.every && !inside)) return undefined
  if (!isMark(tokens[at + 1], ',')) return { body: token.half, next: isMark(tokens[at + 1], ':') ? at + 2 : at + 1 }
  const pair = pairAt(tokens, skipSmall(tokens, at + 2, 'of', 'from'))
  return pair && inHalf(pair.body, token.half) ? { body: token.half, next: at + 2 } : undefined
}

/** « de 9h à 12h le matin », « 9h-12h (matin) »: only when it is true of that span, else it names the next one. */
function halfAfter(tokens: Tokens, { body, next }: Group<Span>): Group<Half> | undefined {
  const bracket = isMark(tokens[next], '(') ? 1 : 0
  const at = skipSmall(tokens, next + bracket, 'the')
  const token = tokens[at]
  if (token?.is !== 'half' || (bracket && !isMark(tokens[at + 1], ')')) || !inHalf(body, token.half)) return undefined
  return { body: token.half, next: at + 1 + bracket }
}

function pairAt(tokens: Tokens, start: number): Group<Span> | undefined {
  const between = tokens[start]?.is === 'between'
  const at = between ? start + 1 : start
  const from = hourAt(tokens, at)
  if (from === undefined) return undefined
  const mark = rangeMark(tokens, at + 1, between)
  const to = hourAt(tokens, mark)
  if (to === undefined || isDate(tokens, mark) || tooBare(tokens, at, mark)) return undefined
  return { body: { from: from === 1440 ? 0 : from, to }, next: mark + 1 }
}

/** Place of the second hour of a span. */
function rangeMark(tokens: Tokens, start: number, between: boolean): number {
  if (between) return isSmall(tokens[start], 'and') ? start + 1 : start
  const at = isMark(tokens[start], '-', '/') ? start + 1 : start
  return skipSmall(tokens, tokens[at]?.is === 'until' ? at + 1 : at, 'to')
}

const hourAt = (tokens: Tokens, at: number): number | undefined => {
  const token = tokens[at]
  if (token?.is === 'clock') return token.minutes
  return token?.is === 'number' && token.value <= 24 ? token.value * 60 : undefined
}

const isDate = (tokens: Tokens, at: number): boolean => tokens[at + 1]?.is === 'month'

/** Two bare numbers side by side are no hours; « 14 18 h » are. */
const tooBare = (tokens: Tokens, first: number, second: number): boolean =>
  second === first + 1 && (tokens[second] as Token).is === 'number'

function oneHour(tokens: Tokens, start: number): Group | undefined {
  const until = tokens[start]?.is === 'until'
  const at = skipSmall(tokens, until || tokens[start]?.is === 'from-then' ? start + 1 : start, 'to', 'of', 'from', 'in')
  const from = !until && tokens.slice(start, at).some(one => one.is === 'from-then' || isSmall(one, 'of', 'from'))
  const token = tokens[at]
  if (token?.is !== 'clock') return undefined
  if (from)
    return {
      body: problem(
        `l’heure de fin manque après « ${clockInWords(token.minutes)} »`,
        'Jusqu’à quelle heure est-ce ouvert ?',
      ),
      next: at + 1,
    }
  return { body: { is: 'one-hour', minutes: token.minutes, until }, next: at + 1 }
}

const NOON = 12 * 60
/** Before 13:30 an end is still « the morning », from 11:30 a start may be « the afternoon ». */
export const inHalf = ({ from, to }: Span, half: Half): boolean =>
  half === 'morning' ? from < NOON && to <= NOON + 90 : from >= NOON - 30

const wrapped = (spans: readonly Span[]): Span[] =>
  spans.map(({ from, to }) => ({ from, to: to <= from ? to + 1440 : to }))

function problemOf(spans: readonly NamedSpan[]): ItemBody | undefined {
  const backwards = spans.find(({ from, to }) => from === to || (to < from && !crossesMidnight(from, to)))
  if (backwards) return odd(backwards, 'la fin est avant le début')
  const small = spans.find(({ from }) => from >= 60 && from < 240)
  if (small) return odd(small, 'l’ouverture serait en pleine nuit')
  const misnamed = spans.find(span => span.half && !inHalf(span, span.half))
  if (misnamed) return odd(misnamed, `ce n’est pas ${misnamed.half === 'morning' ? 'le matin' : 'l’après-midi'}`)
  const ordered = wrapped(spans)
  const overlap = ordered.find((span, i) => i > 0 && span.from < ordered[i - 1]!.to)
  if (overlap) return odd(overlap, 'ces heures ne suivent pas les précédentes')
  const late = ordered.find(({ to }) => to - 1440 > ordered[0]!.from)
  return late && odd(late, 'ces heures se chevauchent')
}

const odd = ({ from, to }: Span, why: string): ItemBody =>
  problem(`« de ${clockInWords(from)} à ${clockInWords(to)} » : ${why}`, 'Quelles sont les heures exactes ?')
