import { quoted } from '../values/quoted.ts'
import { tidyText } from '../values/text.ts'
import { brokenHours } from './broken.ts'
import { assemble } from './french/assemble.ts'
import { chunk, type LeftOver } from './french/chunk.ts'
import { scopeDoubts } from './french/consistent.ts'
import type { Doubt } from './french/schedule.ts'
import { settle } from './french/settle.ts'
import { toOsm } from './french/to-osm.ts'
import { tokenise } from './french/tokenise.ts'
import { understoodInWords } from './french/understood.ts'
import { canonicalHours, openIntervals } from './intervals.ts'
import { nearlyOsm } from './nearly-osm.ts'
import { isOpeningHours } from './syntax.ts'

/** What a cell of hours says. A `Reading` that also tells what was understood and what was not. */
export type HoursReading =
  | { readonly status: 'empty' }
  | { readonly status: 'certain'; readonly value: string; readonly note?: string }
  | {
      readonly status: 'doubtful'
      readonly candidates: readonly { readonly value: string; readonly reason: string }[]
      readonly question: string
      /** French: why there is no value. */
      readonly reason: string
      /** French, empty when nothing was. */
      readonly understood: string
      /** Pieces of the text, as they are written. */
      readonly leftOver: readonly string[]
    }

/** Longer cells are not hours; the longest real phrase known has 388 characters. */
const LONGEST = 2000

/** French text, or a value that OpenStreetMap already understands, as OpenStreetMap hours. What is not understood whole has no value. */
export function readHours(text: string): HoursReading {
  const tidy = tidyText(text)
  if (tidy === '') return { status: 'empty' }
  if (tidy.length > LONGEST)
    return doubtful(tidy, '', [], {
      why: 'ce texte est trop long',
      ask: 'Quels sont les horaires, en quelques lignes ?',
    })
  const french = readFrench(tidy)
  const mended = nearlyOsm(tidy)
  const osm = alreadyOsm(tidy) ?? (mended === undefined ? undefined : alreadyOsm(mended))
  if (osm === undefined) return french
  if (french.status === 'certain' && french.value !== osm)
    return doubtful(tidy, '', [], {
      why: 'ce texte se lit de deux façons',
      ask: `Est-ce « ${osm} » ou « ${french.value} » ?`,
    })
  return certain(tidy, osm)
}

const certain = (text: string, value: string): HoursReading =>
  value === text
    ? { status: 'certain', value }
    : { status: 'certain', value, note: `${quoted(text)} écrit pour OpenStreetMap.` }

/** « Mar 10:00-12:00 » is March there, Tuesday in French: both readings are compared. */
function alreadyOsm(text: string): string | undefined {
  if (!isOpeningHours(text) || brokenHours(text) !== undefined) return undefined
  return canonicalHours(text)
}

function readFrench(text: string): HoursReading {
  const { items, leftOver } = chunk(tokenise(text))
  const schedule = assemble(items)
  const settled = settle(schedule)
  const understood = understoodInWords(schedule)
  const doubts = [...schedule.doubts, ...settled.doubts, ...scopeDoubts(settled.weeks, schedule)]
  const pieces = piecesOf(text, leftOver)
  if (pieces.length > 0 || doubts.length > 0) return doubtful(text, understood, pieces, doubts[0])
  const value = toOsm(settled, schedule)
  if (!schedule.statements.some(({ closed }) => !closed) && !schedule.elseByAppointment)
    return doubtful(text, understood, [], {
      why: 'aucune heure d’ouverture n’est dite',
      ask: 'Quels jours et à quelles heures est-ce ouvert ?',
    })
  const why = wrongValue(value)
  return why
    ? doubtful(text, understood, [], { why, ask: 'Quels sont les horaires, jour par jour ?' })
    : certain(text, value)
}

/** The library has the last word on what we wrote ourselves; it is never given French. */
function wrongValue(value: string): string | undefined {
  if (!isOpeningHours(value)) return 'ces horaires ne s’écrivent pas pour OpenStreetMap'
  if (brokenHours(value)) return brokenHours(value)
  return openIntervals(value)?.length === 0 ? 'avec ces horaires, ce ne serait jamais ouvert' : undefined
}

function piecesOf(text: string, leftOver: readonly LeftOver[]): string[] {
  const joined: LeftOver[] = []
  for (const piece of leftOver) {
    const last = joined.at(-1)
    if (last && /^\s*$/.test(text.slice(last.end, piece.start)))
      joined.splice(-1, 1, { start: last.start, end: piece.end })
    else joined.push(piece)
  }
  return joined.map(({ start, end }) => text.slice(start, end))
}

function doubtful(
  text: string,
  understood: string,
  leftOver: readonly string[],
  doubt: Doubt | undefined,
): HoursReading {
  const said = understood === '' ? `J’ai lu ${quoted(text)}` : `J’ai compris « ${understood} »`
  const missing = leftOver
    .map(piece => quoted(piece))
    .slice(0, 3)
    .join(', ')
  const why = doubt?.why ?? `je ne comprends pas ${missing}`
  return {
    status: 'doubtful',
    candidates: [],
    question: `${said} ; ${why}. ${doubt?.ask ?? `Que veut dire ${missing} pour les horaires ?`}`,
    reason: `${why.charAt(0).toUpperCase()}${why.slice(1)}.`,
    understood,
    leftOver,
  }
}
