import type { Native } from '../table/table.ts'
import { cellLine } from './cell-line.ts'
import { type Clock, clockText, parseClock, splitDayAndClock, spokenClock } from './clock.ts'
import { dateShape } from './date-shape.ts'
import { refuseNullWord } from './null-word.ts'
import { quoted } from './quoted.ts'
import { type Candidate, certain, doubtful, EMPTY, type Reading, refused } from './reading.ts'
import { writeClock } from './write-moment.ts'

export interface TimeOptions {
  readonly native?: Native
  /** A strptime format (`%H:%M`) for the value; anything else writes `08:30:00`. */
  readonly format?: string
}

/** An hour of the day: « 8h30 », « 08:30 », « 8:30 PM », « midi ». A duration, two hours or a bare number is asked or refused. */
export function readTime(text: string, options: TimeOptions = {}): Reading {
  const line = cellLine(text)
  if (line === '') return EMPTY
  const written = line.normalize('NFKC').replace(/^(?:à|a)\s/i, '')
  const clock = parseClock(written)
  if (clock) return settle(text, clock, options)
  return (
    withDay(text, line, options) ??
    refuseNullWord(line) ??
    bareNumber(line, options) ??
    severalHours(line, options) ??
    refusal(line)
  )
}

function settle(text: string, clock: Clock, options: TimeOptions, more = ''): Reading {
  if (clock.hour === 24) return midnight(text, options)
  const value = writeClock(clock, options.format)
  return value === text ? certain(value) : certain(value, `${quoted(text)} lu ${spokenClock(clock)}${more}.`)
}

const candidate = (clock: Clock, reason: string, { format }: TimeOptions): Candidate => ({
  value: writeClock(clock, format),
  reason: `${spokenClock(clock)} : ${reason}`,
})

/** 24:00 is the end of a day, which no format of this kind can write. */
const midnight = (text: string, options: TimeOptions): Reading =>
  doubtful(`${quoted(text)} : est-ce minuit, à la fin de la journée ?`, [
    candidate({ hour: 0, minute: 0, second: 0 }, 'minuit, écrit comme le début du jour suivant', options),
    candidate({ hour: 23, minute: 59, second: 0 }, 'dernière minute de la journée', options),
  ])

/** A whole moment: the hour is the only part that this column holds. */
function withDay(text: string, line: string, options: TimeOptions): Reading | undefined {
  const { day, clock } = splitDayAndClock(line)
  if (!clock || !dateShape(day)) return undefined
  return settle(text, clock, options, ` ; la date (${day}) est laissée`)
}

/** « 0830 », « 8.30 », « 8 », or a fraction of a day that a spreadsheet no longer shows as an hour. */
function bareNumber(line: string, options: TimeOptions): Reading | undefined {
  const found = /^(\d{1,2})[.,]?(\d{2})$/.exec(line) ?? /^(\d{1,2})()$/.exec(line)
  const clock = found && parseClock(`${found[1]}:${found[2] || '00'}`)
  const candidates = clock ? [candidate(clock, 'les chiffres lus comme heures et minutes', options)] : []
  if (/^0[.,]\d{2,20}$/.test(line))
    candidates.push(candidate(fraction(line), 'part de la journée comptée par le tableur', options))
  return candidates.length > 0 ? doubtful(`${quoted(line)} : de quelle heure s'agit-il ?`, candidates) : undefined
}

function fraction(line: string): Clock {
  const seconds = Math.min(Math.round(Number(line.replace(',', '.')) * 86_400), 86_399)
  return { hour: Math.floor(seconds / 3600), minute: Math.floor((seconds % 3600) / 60), second: seconds % 60 }
}

const HOURS = /(?<![\d:h])\d{1,2}(?::\d{2}(?::\d{2})?|\s?h(?:\s?\d{2})?)(?![\d:])/gi

function severalHours(line: string, options: TimeOptions): Reading | undefined {
  const clocks = (line.match(HOURS) ?? []).flatMap(piece => parseClock(piece) ?? [])
  const once = [...new Map(clocks.map(clock => [clockText(clock), clock])).values()]
  if (once.length === 0 || once.length > 10) return undefined
  const sentence =
    once.length > 1 ? 'plusieurs heures dans la cellule, laquelle garder ?' : 'faut-il garder seulement cette heure ?'
  return doubtful(
    `${quoted(line)} : ${sentence}`,
    once.map(clock => candidate(clock, 'trouvée dans la cellule', options)),
  )
}

function refusal(line: string): Reading {
  const [, hour] = /^(\d{1,4})\s?[:h]\s?\d{2}/.exec(line) ?? []
  const why = hour !== undefined && Number(hour) > 23 ? ' Au-delà de 24 h, c’est une durée et non une heure.' : ''
  return refused(`J'ai lu ${quoted(line)} ; j'attendais une heure, par exemple 08:30.${why}`)
}
