import { readScope } from './assemble-scopes.ts'
import { isGeneral, nextSaid, type Reader, say } from './assembly.ts'
import type { Item, Span } from './items.ts'
import { scopeKey } from './schedule.ts'

type Taking = NonNullable<Reader['taking']>

/** Items that « fermé », « sauf » or « y compris » take. False: the item is not for it. */
export function readException(reader: Reader, item: Item): boolean {
  const { taking } = reader
  if (!taking) return false
  switch (item.is) {
    case 'days':
      return takeDays(reader, taking, item)
    case 'school':
      return takeSchool(reader, taking, item)
    case 'dates':
      return takeDates(reader, taking, item)
    case 'spans':
      return takeSpans(reader, taking, item)
    case 'one-hour':
      return takeHour(reader, taking, item.minutes)
    case 'separator':
      if (item.strong) return false
      taking.comma = item.mark === ','
      return true
    case 'colon':
      taking.comma = true
      return true
    case 'also':
      return taking.given || stop(reader)
    case 'only':
      return true
    case 'problem':
      taking.given = true
      return false
    case 'open-bracket':
      return taking.given ? stop(reader) : true
    case 'close-bracket':
    case 'open':
      return stop(reader)
    case 'half':
    case 'parity':
    case 'nth':
    case 'always':
    case 'appointment':
      say(reader, 'on ne sait pas ce qui est fermé', 'Quand est-ce fermé, exactement ?')
      return true
    default:
      return stop(reader)
  }
}

function stop(reader: Reader): false {
  if (reader.taking && !reader.taking.given)
    say(reader, 'on ne sait pas ce qui est fermé', 'Quand est-ce fermé, exactement ?')
  reader.taking = undefined
  return false
}

function takeDays(reader: Reader, taking: Taking, item: Extract<Item, { is: 'days' }>): boolean {
  if (taking.word === 'including') return include(reader, item)
  if (taking.given && startsHours(reader)) return stop(reader)
  if (item.publicHolidays) {
    if (isMiddle(reader)) say(reader, 'des horaires suivent « jours fériés »', 'Les jours fériés, tout est-il fermé ?')
    reader.publicHolidaysOff = true
  }
  if (item.entries.length > 0)
    reader.exceptions.push({
      entries: item.entries,
      word: taking.word,
      unclearHalf: item.unclearHalf,
      comma: false,
      before: taking.word === 'closed' ? Number.POSITIVE_INFINITY : reader.statements.length + (reader.days ? 1 : 0),
      general: isGeneral(reader),
    })
  taking.given = true
  taking.comma = false
  return true
}

/** « fermé le 25 décembre, tous les jours de 10h à 18h »: after dates, days with their hours are not closed ones. */
function startsHours(reader: Reader): boolean {
  const { items, at } = reader
  const mark = items[at - 1]
  const isComma = mark?.is === 'separator' && mark.mark === ','
  const next = nextSaid(reader, at + 1)
  return isComma && items[at - 2]?.is === 'dates' && (next?.is === 'spans' || next?.is === 'always')
}

/** More hours come after, in the same sentence: « lundi 9h-12h sauf jours fériés, mardi 14h-18h ». */
function isMiddle(reader: Reader): boolean {
  const more = reader.items.slice(reader.at + 1)
  return reader.statements.length > 0 && reader.days === undefined && more.some(({ is }) => is === 'spans')
}

/** « tous les jours, y compris les jours fériés ». */
function include(reader: Reader, item: Extract<Item, { is: 'days' }>): boolean {
  const target = reader.days ?? reader.statements.at(-1)
  const covered = target?.entries.map(({ day }) => day)
  if (!target || item.entries.some(({ day }) => !covered!.includes(day)))
    say(reader, '« y compris » ajoute des jours sans heures', 'À quelles heures est-ce ouvert ces jours-là ?')
  else if (item.publicHolidays) {
    if (reader.days) reader.days = { ...reader.days, publicHolidays: true }
    else reader.statements.splice(-1, 1, { ...reader.statements.at(-1)!, publicHolidays: true })
  }
  if (reader.statements.length > 1 && !reader.days && item.publicHolidays)
    say(reader, 'plusieurs horaires précèdent « jours fériés »', 'Quelles sont les heures des jours fériés ?')
  reader.taking = undefined
  return true
}

/** « tous les jours sauf lundi de 9h à 12h et mardi de 14h à 17h »: are the first hours those of every day, or of Monday? */
export function checkExceptions(reader: Reader): void {
  const unclear = reader.exceptions.some(({ before, word }) => {
    const main = word === 'except' ? reader.statements[before - 1] : undefined
    const later = reader.statements.slice(before).filter(one => one.segment === main?.segment)
    return later.some(({ entries }) => entries.some(({ day }) => main!.entries.some(other => other.day === day)))
  })
  if (unclear) say(reader, 'des heures suivent « sauf »', 'Quels sont les horaires, jour par jour ?')
}

function takeSchool(reader: Reader, taking: Taking, item: Extract<Item, { is: 'school' }>): boolean {
  if (taking.word === 'including') {
    reader.taking = undefined
    return true
  }
  if (!item.holidays) {
    say(
      reader,
      '« sauf en période scolaire » se lit de deux façons',
      'Quels sont les horaires pendant les vacances scolaires ?',
    )
    return true
  }
  taking.given = true
  if (scopeKey(reader.scope) !== scopeKey({}) && taking.word === 'closed' && !isGeneral(reader))
    say(reader, 'on ne sait pas pour quelle période cela change', 'Quelles périodes ferment aux vacances scolaires ?')
  if (taking.word === 'closed') reader.schoolHolidaysOff = true
  else {
    if (!closingsFollow(reader)) reader.taking = undefined
    readScope(reader, { is: 'school', holidays: false, bare: false })
  }
  return true
}

/** « sauf vacances scolaires et jours fériés ». */
function closingsFollow({ items, at }: Reader): boolean {
  const next = items.slice(at + 1).find(({ is }) => is !== 'also')
  return next?.is === 'days' && next.publicHolidays && next.entries.length === 0
}

function takeDates(reader: Reader, taking: Taking, item: Extract<Item, { is: 'dates' }>): boolean {
  if (taking.word === 'including') return stop(reader)
  const next = nextSaid(reader, reader.at + 1)
  if (next?.is === 'spans')
    say(reader, 'des heures suivent ces dates', 'À ces dates, est-ce fermé, ou ouvert à ces heures ?')
  const several = reader.statements.length > 1 && taking.word === 'except'
  if (several && item.ranges.some(({ from, to }) => from !== to || from.day === undefined))
    say(reader, 'des dates suivent plusieurs horaires', 'À ces dates, tout est-il fermé ?')
  reader.closedDates.push(...item.ranges)
  taking.given = true
  return true
}

function takeSpans(reader: Reader, taking: Taking, item: Extract<Item, { is: 'spans' }>): boolean {
  if (reader.days && reader.days.entries.length > 0 && taking.word === 'except') return stop(reader)
  if (!taking.given && taking.word === 'closed' && reader.statements.length > 0) return takeEveryDay(reader, item.spans)
  const last = taking.given ? reader.exceptions.at(-1) : undefined
  if (!last || last.spans) return cannotTell(reader)
  reader.exceptions.splice(-1, 1, { ...last, spans: item.spans, comma: taking.comma })
  reader.taking = undefined
  return true
}

/** « … (fermé de 12h à 14h) »: of all the days said before. */
function takeEveryDay(reader: Reader, spans: readonly Span[]): true {
  const days = new Set(reader.statements.flatMap(({ entries }) => entries.map(({ day }) => day)))
  const entries = [...days].map(day => ({ day }))
  reader.exceptions.push({
    entries,
    word: 'closed',
    unclearHalf: false,
    comma: false,
    spans,
    before: reader.statements.length,
    general: isGeneral(reader),
  })
  reader.taking = undefined
  return true
}

function takeHour(reader: Reader, taking: Taking, until: number): boolean {
  const last = taking.given && taking.word === 'except' ? reader.exceptions.at(-1) : undefined
  if (!last || last.spans || reader.days) return cannotTell(reader)
  reader.exceptions.splice(-1, 1, { ...last, until })
  reader.taking = undefined
  return true
}

function cannotTell(reader: Reader): true {
  say(
    reader,
    'on ne sait pas si ces heures sont ouvertes ou fermées',
    'À ces heures, est-ce ouvert ou fermé, et quels jours ?',
  )
  reader.taking = undefined
  return true
}
