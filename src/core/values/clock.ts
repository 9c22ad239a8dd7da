/** An hour of the day as it was written: the fraction keeps its digits and the offset its own writing, nothing is shifted. */
export interface Clock {
  readonly hour: number
  readonly minute: number
  readonly second: number
  /** Digits after the second, as written, without the point. */
  readonly fraction?: string
  /** `Z` or `+02:00`. */
  readonly offset?: string
}

const COLON = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(.*)$/
const FRENCH =
  /^(\d{1,2})\s?h(?:eures?|rs?)?(?:\s?(\d{1,2})\s?(?:m(?:in(?:utes?)?|n)?)?(?:\s?(\d{1,2})\s?s(?:ec)?)?)?(.*)$/i
const HALF_DAY = /^(\d{1,2})()()()(\s?[ap]\.?m\.?)$/i
const REST = /^\s?([ap]\.?m\.?)?\s?(?:(Z|UTC|GMT)?([+-]\d{2}:?\d{2}|[+-]\d{2})?)(?:\s?\([^()]{1,60}\))?$/i

/** Reads « 8h », « 8 h 30 », « 08:30:15.25+02:00 », « 8:30 PM ». Undefined when it is not an hour of the day; 24:00 is kept as hour 24. */
export function parseClock(text: string): Clock | undefined {
  const found = HALF_DAY.exec(text) ?? COLON.exec(text) ?? french(text)
  const rest = found && REST.exec((found[5] ?? '').trim())
  if (!found || !rest) return undefined
  const hour = halfDay(Number(found[1]), rest[1])
  const clock = { hour, minute: Number(found[2] || 0), second: Number(found[3] || 0) }
  if (hour === undefined || !inDay({ ...clock, hour })) return undefined
  const offset = offsetOf(rest[2], rest[3])
  return { ...clock, hour, ...(found[4] ? { fraction: found[4] } : {}), ...(offset === undefined ? {} : { offset }) }
}

/** Same groups as COLON: hour, minute, second, no fraction, rest. */
function french(text: string): (string | undefined)[] | undefined {
  const word = /^(midi|minuit)$/i.exec(text)
  if (word) return [text, word[1]!.toLowerCase() === 'midi' ? '12' : '0', '', '', '', '']
  const found = FRENCH.exec(text)
  return found ? [found[0], found[1], found[2], found[3], '', found[4]] : undefined
}

function halfDay(hour: number, mark: string | undefined): number | undefined {
  if (!mark) return hour
  if (hour < 1 || hour > 12) return undefined
  return (hour % 12) + (mark.toLowerCase().startsWith('p') ? 12 : 0)
}

const inDay = ({ hour, minute, second }: Clock): boolean =>
  (hour < 24 && minute < 60 && second < 60) || (hour === 24 && minute === 0 && second === 0)

function offsetOf(zone: string | undefined, shift: string | undefined): string | undefined {
  if (shift === undefined) return zone === undefined ? undefined : 'Z'
  const digits = shift.replace(':', '').padEnd(5, '0')
  return `${digits.slice(0, 3)}:${digits.slice(3)}`
}

const two = (number: number): string => String(number).padStart(2, '0')

/** `08:30:00`, without fraction nor offset. */
export const clockText = ({ hour, minute, second }: Clock): string => `${two(hour)}:${two(minute)}:${two(second)}`

/** « 8 h 30 », as the sentences say it. */
export const spokenClock = ({ hour, minute, second }: Clock): string =>
  `${hour} h${minute + second > 0 ? ` ${two(minute)}` : ''}${second > 0 ? ` ${two(second)} s` : ''}`

const CLOCK =
  '(?:\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?(?:\\s?[ap]\\.?m\\.?)?|\\d{1,2}\\s?h(?:\\s?\\d{2})?(?:\\s?min)?|\\d{1,2}\\s?[ap]m|midi|minuit)'
const ZONE = '(?:\\s?(?:(?:Z|UTC|GMT)?(?:[+-]\\d{2}:?\\d{2}|[+-]\\d{2})|Z|UTC|GMT))?(?:\\s?\\([^()]{1,60}\\))?'
const TAIL = new RegExp(`^(.{4,60}?)(?:T|,?\\s?(?:à|a|at)\\s|,?\\s|\\s?-\\s)(${CLOCK}${ZONE})$`, 'i')

/** Parts « 17/10/2021 à 8h30 » in its day and its hour. */
export function splitDayAndClock(line: string): { readonly day: string; readonly clock?: Clock } {
  const found = line.length > 140 ? null : TAIL.exec(line)
  const clock = found ? parseClock(found[2]!) : undefined
  return clock ? { day: found![1]!.trim(), clock } : { day: line }
}
