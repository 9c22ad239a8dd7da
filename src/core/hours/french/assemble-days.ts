import { accessOf } from './assemble-appointments.ts'
import { isGeneral, isLinked, nextSaid, type Reader, say } from './assembly.ts'
import type { DaysItem, ItemBody, Span } from './items.ts'
import { inHalf } from './read-spans.ts'
import type { Statement } from './schedule.ts'
import type { Half, Weekday } from './tokens.ts'
import { clockInWords, daysInWords, spansInWords } from './words.ts'

/** Days: of the hours said just before, or of those that come. */
export function readDaysItem(reader: Reader, item: DaysItem): void {
  if (reader.hour !== undefined) {
    amend(reader, item, reader.hour)
    return
  }
  if (refinesLast(reader, item)) return
  reader.soft = undefined
  const adds = isLinked(reader) || reader.half !== undefined
  if (reader.hours) {
    const { spans } = reader.hours
    state(reader, { ...item, adds: reader.hours.adds || adds }, spans)
    reader.hours = undefined
    reader.takesMore = false
    return
  }
  if (refinesPending(reader, item)) return
  endOfDays(reader)
  reader.days = { ...item, adds }
}

/** « Dimanche (2e dimanche du mois uniquement) : 14h-17h30 ». */
function refinesPending(reader: Reader, item: DaysItem): boolean {
  const day = onlyNth(item)
  if (!reader.bracket || day === undefined || !reader.days) return false
  if (reader.days.entries.length !== 1 || reader.days.entries[0]!.day !== day) return false
  reader.days = { ...reader.days, entries: item.entries }
  return true
}

/** « Samedi : 9h-12h30 (uniquement les 2 premiers samedis de chaque mois) ». */
function refinesLast(reader: Reader, item: DaysItem): boolean {
  const day = onlyNth(item)
  const last = reader.statements.at(-1)
  if (!reader.bracket || day === undefined || reader.days || !last || !reader.takesMore) return false
  if (last.entries.length !== 1 || last.entries[0]!.day !== day) return false
  reader.statements.splice(-1, 1, { ...last, entries: item.entries })
  return true
}

const onlyNth = ({ entries }: DaysItem): Weekday | undefined =>
  entries.length === 1 && entries[0]!.nth ? entries[0]!.day : undefined

/** « Samedi 10h-12h (2e et 4e du mois) ». */
export function readNth(reader: Reader, nth: readonly number[]): void {
  const entries = (reader.days ?? (reader.takesMore ? reader.statements.at(-1) : undefined))?.entries
  const only = entries?.length === 1 ? entries[0]! : undefined
  if (!only || only.nth) {
    say(reader, '« du mois » ne dit pas quel jour', 'Quel jour de la semaine, et lequel du mois ?')
    return
  }
  const refined = [{ ...only, nth }]
  if (reader.days) reader.days = { ...reader.days, entries: refined }
  else reader.statements.splice(-1, 1, { ...reader.statements.at(-1)!, entries: refined })
}

export function readSpansItem(reader: Reader, spans: readonly Span[], always = false): void {
  const adds = isLinked(reader)
  if (reader.half && spans.some(span => !inHalf(span, reader.half!)))
    say(reader, `${spansInWords(spans)} n’est pas ${halfInWords(reader.half)}`, 'Quelles sont les heures exactes ?')
  const days = reader.days ?? reader.soft
  if (days) {
    state(reader, days, spans)
    reader.days = undefined
    reader.soft = undefined
    reader.takesMore = true
    return
  }
  const last = reader.statements.at(-1)
  if (last?.closed && last.segment === reader.segment)
    say(reader, 'des heures suivent « fermé »', 'À ces heures, est-ce ouvert ou fermé, et quels jours ?')
  if (last && reader.takesMore && !isForNextDays(reader)) {
    more(reader, last, spans)
    return
  }
  if (reader.hours) {
    mergeHours(reader, spans)
    return
  }
  reader.hours = { spans, always, adds }
}

/** « 8h-12h du lundi au samedi et 13h30-17h30 le mercredi »: after hours that came first, hours come first again. */
const isForNextDays = (reader: Reader): boolean => {
  const next = nextSaid(reader, reader.at + 1)
  return next?.is === 'days' && !afterDaysComeHours(reader)
}

function afterDaysComeHours(reader: Reader): boolean {
  const at = reader.items.findIndex((item, i) => i > reader.at && item.is === 'days')
  const next = nextSaid(reader, at + 1)
  return next?.is === 'spans' || next?.is === 'closed' || next?.is === 'half' || next?.is === 'always'
}

/** Of which days are these hours? Those just said, when the text leaves no other choice. */
function more(reader: Reader, last: Statement, spans: readonly Span[]): void {
  const siblings = reader.statements.filter(one => one.scope === last.scope && one.entries !== last.entries)
  const mark = reader.items.slice(0, reader.at).findLast(item => item.is === 'separator' && item.strong)
  const apart = last.segment !== reader.segment && mark?.is === 'separator' && mark.mark !== '\n'
  const overlaps = last.scope === reader.scope && spans[0]!.from < (last.spans.at(-1)?.to ?? 0)
  if (overlaps || (siblings.length > 0 && (apart || last.scope !== reader.scope)))
    say(reader, `${spansInWords(spans)} vient sans jours`, 'Quels jours est-ce ouvert à ces heures ?')
  reader.statements.push({
    ...last,
    spans,
    access: accessOf(reader),
    adds: true,
    segment: reader.segment,
    scope: reader.scope,
  })
}

function mergeHours(reader: Reader, spans: readonly Span[]): void {
  if (spans[0]!.from < reader.hours!.spans.at(-1)!.to) {
    say(reader, `${spansInWords(spans)} vient sans jours`, 'Quels jours est-ce ouvert à ces heures ?')
    return
  }
  reader.hours = { ...reader.hours!, spans: [...reader.hours!.spans, ...spans] }
}

/** Writes the statement, once days and hours are both known. */
function state(reader: Reader, days: NonNullable<Reader['days']>, spans: readonly Span[]): void {
  const halves = new Set(days.entries.map(entry => entry.half))
  for (const half of halves)
    if (half && spans.some(span => !inHalf(span, half)))
      say(reader, `${spansInWords(spans)} n’est pas ${halfInWords(half)}`, 'Quelles sont les heures exactes ?')
  if (days.closedHalf && spans.some(span => inHalf(span, days.closedHalf!)))
    say(reader, `${halfInWords(days.closedHalf)} est dit fermé et ouvert`, 'Quelles sont les heures exactes ?')
  reader.statements.push({
    scope: days.scope ?? reader.scope,
    entries: days.entries.map(({ half: _, ...entry }) => entry),
    named: days.named,
    publicHolidays: days.publicHolidays,
    spans,
    closed: false,
    access: days.appointment ? 'appointment' : accessOf(reader),
    adds: days.adds || halves.size > 1 || !halves.has(undefined),
    segment: reader.segment,
  })
}

export const halfInWords = (half: Half): string => (half === 'morning' ? 'le matin' : 'l’après-midi')

/** Days that no hours follow: by appointment, or hours are missing. */
export function endOfDays(reader: Reader): void {
  const { days } = reader
  reader.days = undefined
  if (!days) return
  if (days.closedHalf) return
  const byAppointment = days.appointment || reader.prefix?.access === 'appointment'
  if (byAppointment && days.entries.some(({ half }) => half))
    say(reader, 'les heures d’une demi-journée manquent', 'À quelles heures est-ce ouvert cette demi-journée ?')
  if (days.appointment || (reader.prefix?.access === 'appointment' && days.entries.length > 0)) {
    state(reader, days.appointment ? days : { ...days }, [])
    reader.takesMore = false
    return
  }
  const names = daysInWords(days.entries.map(({ day }) => day)) || 'les jours fériés'
  say(reader, `les heures manquent : ${names}`, `À quelles heures est-ce ouvert ${names} ?`)
}

/** « Le matin : du lundi au vendredi … », « tous les matins de 9h à 12h ». */
export function readHalf(reader: Reader, { half, every }: Extract<ItemBody, { is: 'half' }>): void {
  const next = nextSaid(reader, reader.at + 1)
  if (next?.is === 'closed' && reader.days) {
    halfThenClosed(reader, reader.days, half)
    return
  }
  const startsDays = every && !reader.days && !reader.hours && next?.is !== 'days'
  if (startsDays) {
    const entries = [0, 1, 2, 3, 4, 5, 6].map(day => ({ day: day as Weekday, half }))
    endOfDays(reader)
    reader.days = { entries, named: 'range', publicHolidays: false, unclearHalf: false, adds: false }
    return
  }
  if (next?.is === 'days' || next?.is === 'spans') reader.half = half
  else say(reader, `« ${halfInWords(half)} » n’a pas d’heures`, `À quelles heures est-ce ouvert ${halfInWords(half)} ?`)
}

/** « Lundi : matin fermé, après-midi 14h-18h ». */
function halfThenClosed(reader: Reader, days: NonNullable<Reader['days']>, half: Half): void {
  reader.at = reader.items.findIndex((item, i) => i > reader.at && item.is === 'closed')
  reader.days = { ...days, closedHalf: half }
}

/** « jusqu'à 19h », « (dimanche : 19h) », « (17h30 le mercredi) »: another end for days that were said. */
export function readOneHour(reader: Reader, item: Extract<ItemBody, { is: 'one-hour' }>): void {
  if (reader.days && (reader.bracket || item.until)) {
    amend(reader, reader.days, item.minutes)
    return
  }
  const isForNext = item.until && nextSaid(reader, reader.at + 1)?.is === 'days' && !afterDaysComeHours(reader)
  if (!reader.days && !reader.hours && (reader.bracket || isForNext)) {
    reader.hour = item.minutes
    return
  }
  say(
    reader,
    `« ${clockInWords(item.minutes)} » est seul`,
    'Quelles sont l’heure d’ouverture et l’heure de fermeture ?',
  )
}

function amend(reader: Reader, days: Pick<DaysItem, 'entries'>, until: number): void {
  reader.exceptions.push({
    entries: days.entries,
    word: 'except',
    unclearHalf: false,
    comma: false,
    until,
    before: reader.statements.length,
    general: isGeneral(reader),
  })
  reader.days = undefined
  reader.hour = undefined
}
