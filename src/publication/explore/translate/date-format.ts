import type { FunctionName } from '../../query/query.ts'
import { impossible } from '../odsql/problem.ts'

/** A pattern of `date_format` taken apart: parts of a date, and what is written as it is. */
export type Piece = { readonly letters: string } | { readonly free: string }

/** What a part of a date is made from; absent: a part that only a whole day tells. */
export const PARTS: Readonly<Record<string, FunctionName | undefined>> = {
  yy: 'year',
  yyyy: 'year',
  M: 'month',
  MM: 'month',
  d: 'day',
  dd: 'day',
  H: 'hour',
  HH: 'hour',
  m: 'minute',
  mm: 'minute',
  s: 'second',
  ss: 'second',
}
const WHOLE = new Set(['xx', 'xxxx', 'w', 'ww', 'e', 'E', 'EEEE', 'D', 'DDD'])

export function piecesOf(pattern: string): Piece[] {
  const pieces: Piece[] = []
  const piece = /'((?:[^']|'')*)'|([A-Za-z])\2*|([?,.:/\s-]+)/gy
  while (piece.lastIndex < pattern.length) {
    const at = piece.lastIndex
    const [all, quoted, letter, free] = piece.exec(pattern) ?? []
    if (all === undefined) throw wrongPattern(pattern.slice(at))
    if (letter === undefined) pieces.push({ free: quoted?.replaceAll("''", "'") ?? free ?? '' })
    else {
      const letters = /^Y+$/.test(all) ? all.toLowerCase() : all
      if (!(letters in PARTS) && !WHOLE.has(letters)) throw wrongPattern(all)
      pieces.push({ letters })
    }
  }
  return pieces
}
const wrongPattern = (read: string) =>
  impossible(`j’ai lu « ${read.slice(0, 20)} » dans date_format ; j’attendais par exemple 'dd/MM/yyyy'.`)

/** A date, written by a pattern. Null: the text is no date. */
export function formatDate(text: string, pieces: readonly Piece[], lang: string): string | null {
  const date = new Date(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00Z` : text.replace(/(\d) (\d)/, '$1T$2'))
  if (Number.isNaN(date.getTime())) return null
  return pieces.map(piece => ('free' in piece ? piece.free : partOf(piece.letters, date, lang))).join('')
}

function partOf(letters: string, date: Date, lang: string): string {
  const number = { y: date.getUTCFullYear(), M: date.getUTCMonth() + 1, d: date.getUTCDate(), D: dayOfYear(date) }
  const clock = { H: date.getUTCHours(), m: date.getUTCMinutes(), s: date.getUTCSeconds() }
  const [weekYear, week] = isoWeek(date)
  const weekly = { x: weekYear, w: week, e: date.getUTCDay() || 7 }
  if (letters[0] === 'E')
    return date.toLocaleDateString(lang, { weekday: letters === 'E' ? 'short' : 'long', timeZone: 'UTC' })
  const value = { ...number, ...clock, ...weekly }[letters[0] as 'y'] ?? 0
  return letters === 'yy' || letters === 'xx' ? padded(value % 100, 2) : padded(value, letters.length)
}

/** Parts of a date that are known, written by the pattern: what a group of dates has. */
export const formatParts = (pieces: readonly Piece[], parts: Readonly<Record<string, number>>): string =>
  pieces
    .map(piece => {
      if ('free' in piece) return piece.free
      const value = parts[PARTS[piece.letters]!] ?? 0
      return piece.letters === 'yy' ? padded(value % 100, 2) : padded(value, piece.letters.length)
    })
    .join('')

const padded = (value: number, length: number): string => String(value).padStart(length, '0')
const DAY = 86_400_000
const dayOfYear = (date: Date): number => Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / DAY) + 1

/** ISO 8601: the week of the year that has its Thursday. */
function isoWeek(date: Date): readonly [number, number] {
  const thursday = new Date(Math.floor(date.getTime() / DAY) * DAY + (4 - (date.getUTCDay() || 7)) * DAY)
  return [thursday.getUTCFullYear(), Math.ceil(dayOfYear(thursday) / 7)]
}
