import { isGeneral, nextSaid, type Reader, say } from './assembly.ts'
import { inHalf } from './read-spans.ts'
import type { Half } from './tokens.ts'

/** « mercredi fermé », « mercredi : fermé le matin », or « fermé » followed by what is. */
export function readClosed(reader: Reader): void {
  const next = nextSaid(reader, reader.at + 1)
  const { days } = reader
  if (days && isBetween(reader)) say(reader, '« fermé » est entre deux jours', 'Quels jours est-ce fermé, exactement ?')
  if (days?.publicHolidays) {
    if (next?.is === 'half')
      say(reader, 'les jours fériés sont fermés une demi-journée', 'Quelles sont les heures des jours fériés ?')
    reader.publicHolidaysOff = true
  }
  if (!days && next?.is === 'half' && hasOnlyOther(reader, next.half)) {
    reader.at = reader.items.indexOf(next)
    return
  }
  if (!days || (days.publicHolidays && days.entries.length === 0)) {
    reader.taking = { word: 'closed', given: false, comma: false }
    if (days) {
      reader.days = undefined
      reader.taking = undefined
    }
    return
  }
  if (next?.is === 'half') {
    closeHalf(reader, days, next.half)
    return
  }
  reader.days = undefined
  reader.takesMore = false
  if (days.entries.some(({ half, nth }) => half || nth)) {
    reader.exceptions.push({
      entries: days.entries,
      word: 'closed',
      unclearHalf: days.unclearHalf,
      comma: false,
      before: Number.POSITIVE_INFINITY,
      general: isGeneral(reader),
    })
    reader.soft = {
      ...days,
      entries: days.entries.map(({ half: _, ...entry }) => entry),
      closedHalf: days.entries[0]!.half!,
      adds: true,
    }
    return
  }
  reader.statements.push({
    scope: days.scope ?? reader.scope,
    entries: days.entries,
    named: days.named,
    publicHolidays: false,
    spans: [],
    closed: true,
    access: 'open',
    adds: false,
    segment: reader.segment,
  })
}

/** « lundi, mardi, fermé jeudi 9h-12h »: the days before, or Thursday? */
function isBetween({ items, at }: Reader): boolean {
  const before = items[at - 1]
  const joins = before?.is === 'also' || (before?.is === 'separator' && !before.strong)
  return joins && items[at + 1]?.is === 'days'
}

/** « Lundi : 9h-12h, fermé l'après-midi »: these hours say it already. Apart from them, so must all the others. */
function hasOnlyOther({ statements, segment }: Reader, half: Half): boolean {
  const last = statements.at(-1)
  const concerned = last?.segment === segment ? [last] : statements
  const spans = concerned.flatMap(one => one.spans)
  return spans.length > 0 && spans.every(span => inHalf(span, half === 'morning' ? 'afternoon' : 'morning'))
}

function closeHalf(reader: Reader, days: NonNullable<Reader['days']>, half: Half): void {
  reader.at = reader.items.findIndex((item, i) => i > reader.at && item.is === 'half')
  reader.days = { ...days, closedHalf: half }
}
