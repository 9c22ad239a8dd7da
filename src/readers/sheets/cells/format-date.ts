import type { FormatToken } from './format.ts'
import { type Moment, two } from './serial.ts'

const MONTHS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ')
/** As a French Excel writes `mmm`. */
const SHORT_MONTHS = 'janv févr mars avr mai juin juil août sept oct nov déc'.split(' ')
const DAYS = 'dimanche lundi mardi mercredi jeudi vendredi samedi'.split(' ')

/** What a date or time format shows. `serial` serves elapsed hours, which go past a day. */
export function formatMoment(moment: Moment, serial: number, tokens: readonly FormatToken[]): string {
  const halfDay = tokens.some(token => token.text === 'am')
  return tokens
    .map((token, i) => {
      if (token.type === 'literal') return token.text
      if (token.type === 'elapsed') return elapsed(token.text, serial)
      if (token.type === 'mark') return token.text === '@' || token.text === 'General' ? '' : token.text
      return letters(token.text, moment, isMinute(tokens, i), halfDay)
    })
    .join('')
    .trim()
}

function letters(text: string, moment: Moment, minute: boolean, halfDay: boolean): string {
  const hour = Math.floor(moment.seconds / 3600)
  switch (text[0]) {
    case 'y':
    case 'e':
      return text.length > 2 ? String(moment.year).padStart(4, '0') : two(moment.year % 100)
    case 'm':
      return minute ? pad(text, Math.floor((moment.seconds % 3600) / 60)) : month(text.length, moment.month)
    case 'd':
      return text.length > 2 ? weekday(text.length, moment) : pad(text, moment.day)
    case 'h':
      return pad(text, halfDay ? hour % 12 || 12 : hour)
    case 's':
      return pad(text, moment.seconds % 60)
    case 'a':
      return hour < 12 ? 'AM' : 'PM'
    default:
      return ''
  }
}

const pad = (letters: string, n: number): string => (letters.length > 1 ? two(n) : String(n))

const month = (length: number, month: number): string =>
  length === 1
    ? String(month)
    : length === 2
      ? two(month)
      : length === 3
        ? SHORT_MONTHS[month - 1]!
        : length === 5
          ? MONTHS[month - 1]![0]!.toUpperCase()
          : MONTHS[month - 1]!

/** Day 1 of the 1900 system is shown as a Sunday by spreadsheets. */
function weekday(length: number, { year, month, day }: Moment): string {
  const name = DAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()]!
  return length === 3 ? `${name.slice(0, 3)}.` : name
}

/** `m` is minutes just after hours or just before seconds. */
function isMinute(tokens: readonly FormatToken[], i: number): boolean {
  if (tokens[i]!.text.length > 2) return false
  return neighbour(tokens, i, -1) === 'h' || neighbour(tokens, i, 1) === 's'
}

function neighbour(tokens: readonly FormatToken[], i: number, step: number): string | undefined {
  for (let at = i + step; at >= 0 && at < tokens.length; at += step)
    if (tokens[at]!.type === 'letters' || tokens[at]!.type === 'elapsed') return tokens[at]!.text[0]
  return undefined
}

function elapsed(text: string, serial: number): string {
  const seconds = Math.round(serial * 86_400)
  const unit = text[0] === 'h' ? 3600 : text[0] === 'm' ? 60 : 1
  return String(Math.floor(seconds / unit)).padStart(text.length, '0')
}
