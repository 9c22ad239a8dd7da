/** What digits say at their place in the text: an hour of the day, a bare number, or something that reads two ways. */
export type Digits =
  | { readonly is: 'clock'; readonly minutes: number; readonly end: number }
  | { readonly is: 'number'; readonly value: number; readonly end: number }
  | { readonly is: 'odd'; readonly end: number }

const HOUR_MARK = /\s?(?:[Hh]eures?|HEURES?|[Hh]rs?|[Hh])(?=$|\P{L}|\p{Lu}\p{Ll}|(?:à|a|et|au)(?!\p{L}))/uy
const MINUTE_MARK = /\s?(?:minutes?|min|mn)(?!\p{L})/iuy
const DIGITS = /\d+/y
const COLON_MINUTES = /:(\d\d)(?::00)?(?!\d)(?::?[hH](?![\p{L}\d]))?/uy
const POINT_MINUTES = /\.(\d\d)(?!\d|\.\d)(?:[hH](?![\p{L}\d]))?/uy
const SPACED_DIGITS = /(\s?)(\d+)/y

/** « 12h 14-18h »: what follows is the beginning of a range. */
const RANGE_MARK = /\s?[-–à/]/uy

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | undefined => {
  pattern.lastIndex = at
  return pattern.exec(text) ?? undefined
}

/** « 9h », « 9 h 30 », « 9:30 », « 9.30 », « 9h30h », « 12h3019h » (its first hour), « 9 heures », or « 9 » alone. */
export function digitsAt(text: string, start: number): Digits {
  const digits = matchAt(DIGITS, text, start)![0]
  const end = start + digits.length
  if (digits.length > 2) return { is: 'number', value: Number(digits), end }
  const hour = Number(digits)
  const written = matchAt(COLON_MINUTES, text, end) ?? matchAt(POINT_MINUTES, text, end)
  if (written && hour <= 24) return clock(hour, Number(written[1]), end + written[0].length)
  const mark = matchAt(HOUR_MARK, text, end)
  return mark
    ? afterHour(text, hour, end + mark[0].length, mark[0].startsWith(' '))
    : { is: 'number', value: hour, end }
}

function clock(hour: number, minute: number, end: number): Digits {
  const minutes = hour * 60 + minute
  return minute < 60 && minutes <= 1440 ? { is: 'clock', minutes, end } : { is: 'odd', end }
}

/** The digits after « h » are minutes, or the next hour whose separator was forgotten (« 15h18h »), or cannot be told apart. */
function afterHour(text: string, hour: number, afterMark: number, spacedMark: boolean): Digits {
  const found = matchAt(SPACED_DIGITS, text, afterMark)
  const alone = clock(hour, 0, afterMark)
  if (!found) return alone
  const [, space, digits = ''] = found
  const value = Number(digits.slice(0, 2))
  const end = afterMark + found[0].length
  if (digits.length > 2) return gluedHour(text, hour, digits, end)
  if (matchAt(/:\d\d/y, text, end)) return alone
  const next = matchAt(HOUR_MARK, text, end)
  if (next) return beforeNextHour(text, alone, clock(hour, value, end + next[0].length), value, space !== '')
  if (digits.length === 1) return { is: 'odd', end }
  if (looksLikeNextHour(hour, value, space !== '' && !spacedMark))
    return space !== '' && value % 5 !== 0 && matchAt(RANGE_MARK, text, end) ? alone : { is: 'odd', end }
  return clock(hour, value, end + (matchAt(MINUTE_MARK, text, end)?.[0].length ?? 0))
}

/** « 12h3019h »: minutes, then the next hour. */
const gluedHour = (text: string, hour: number, digits: string, end: number): Digits =>
  digits.length <= 4 && matchAt(HOUR_MARK, text, end)
    ? clock(hour, Number(digits.slice(0, 2)), end - digits.length + 2)
    : { is: 'odd', end }

function beforeNextHour(text: string, alone: Digits, whole: Digits, value: number, spaced: boolean): Digits {
  if (value > 24) return matchAt(/\d/y, text, whole.end) ? { is: 'odd', end: whole.end } : whole
  const sureOfHour = spaced || value % 5 !== 0 || matchAt(/\s?\d\d(?!\d)/y, text, whole.end)
  return sureOfHour ? alone : { is: 'odd', end: whole.end }
}

/** « 9h12 » and « 14h 20 » may be hours whose dash or « h » is missing; « 9h15 » and « 9 h 20 » are not. */
const looksLikeNextHour = (hour: number, value: number, oddlySpaced: boolean): boolean =>
  value > hour && value <= 24 && (value % 5 !== 0 || oddlySpaced)
