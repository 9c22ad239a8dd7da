import { endPrefix, readAppointment, readOtherTimes } from './assemble-appointments.ts'
import { readClosed } from './assemble-closed.ts'
import { endOfDays, readDaysItem, readHalf, readNth, readOneHour, readSpansItem } from './assemble-days.ts'
import { checkExceptions, readException } from './assemble-exceptions.ts'
import { checkColon, checkJoint, checkMark } from './assemble-lost-words.ts'
import { checkClosedScope, checkTrails, readScope } from './assemble-scopes.ts'
import { nextMeaning, nextSaid, ordinaryReader, type Reader, say } from './assembly.ts'
import type { Item } from './items.ts'
import type { Schedule } from './schedule.ts'

/** Groups of words, in the order of the text, as statements: which hours go with which days. */
export function assemble(items: readonly Item[]): Schedule {
  const reader = ordinaryReader(items)
  for (; reader.at < items.length; reader.at++) readItem(reader, items[reader.at]!)
  endSegment(reader)
  endOfText(reader)
  return reader
}

function readItem(reader: Reader, item: Item): void {
  if (readException(reader, item)) return
  switch (item.is) {
    case 'days':
      readDaysItem(reader, item)
      return
    case 'spans':
      readSpansItem(reader, item.spans)
      return
    case 'always':
      readSpansItem(reader, [{ from: 0, to: 1440 }], true)
      return
    case 'one-hour':
      readOneHour(reader, item)
      return
    case 'half':
      readHalf(reader, item)
      return
    case 'nth':
      readNth(reader, item.nth)
      return
    case 'dates':
    case 'parity':
    case 'school':
    case 'all-year':
      readScope(reader, item)
      return
    case 'appointment':
    case 'no-appointment':
      readAppointment(reader, item)
      return
    case 'appointment-else':
      readOtherTimes(reader)
      return
    case 'closed':
      readClosed(reader)
      return
    case 'including':
      if (isAfterDays(reader)) return
      reader.taking = { word: item.is, given: false, comma: false }
      return
    case 'except':
      reader.taking = { word: item.is, given: false, comma: false }
      return
    case 'separator':
      if (item.strong) endSegment(reader)
      else checkMark(reader, item.mark)
      return
    case 'open-bracket':
      reader.bracket = true
      return
    case 'close-bracket':
      reader.bracket = false
      return
    case 'problem':
      say(reader, item.why, item.ask)
      return
    case 'also':
      checkJoint(reader)
      return
    case 'colon':
      checkColon(reader)
      return
    case 'open':
    case 'only':
    case 'place':
    case 'season':
      return
  }
}

/** « du lundi au samedi inclus »: of the days before it. */
const isAfterDays = (reader: Reader): boolean =>
  reader.items[reader.at - 1]?.is === 'days' && nextSaid(reader, reader.at + 1)?.is === 'spans'

const EVERY_DAY = {
  is: 'days' as const,
  entries: ([0, 1, 2, 3, 4, 5, 6] as const).map(day => ({ day })),
  named: 'range' as const,
  publicHolidays: false,
  unclearHalf: false,
}

/** A sentence or a line ends: what it left open is a doubt, unless the hours come on the next line. */
function endSegment(reader: Reader): void {
  reader.segment++
  reader.half = undefined
  reader.soft = undefined
  if (reader.taking && !reader.taking.given)
    say(reader, 'on ne sait pas ce qui est fermé', 'Quand est-ce fermé, exactement ?')
  if (reader.taking?.given) checkClosedScope(reader)
  reader.taking = undefined
  const next = nextMeaning(reader, reader.at + 1)
  if (next?.is !== 'spans' && next?.is !== 'closed' && next?.is !== 'half') endOfDays(reader)
  endPrefix(reader)
}

function endOfText(reader: Reader): void {
  checkTrails(reader)
  checkExceptions(reader)
  const silent = reader.statements.length === 0 && !reader.exceptions.length
  if (silent && reader.prefix?.access === 'appointment') reader.elseByAppointment = true
  if (silent && reader.hours?.always) readDaysItem(reader, EVERY_DAY)
  if (reader.hours)
    say(reader, 'les jours ne sont pas nommés', 'Quels jours de la semaine est-ce ouvert à ces heures ?')
  if (reader.hour !== undefined)
    say(reader, 'une heure est seule', 'Quelles sont l’heure d’ouverture et l’heure de fermeture ?')
}
