import type { DayEntry, Span } from './items.ts'
import { inHalf } from './read-spans.ts'
import type { Doubt, Exception } from './schedule.ts'
import type { Half, Weekday } from './tokens.ts'
import { type Day, type DaySpan, said, type Week } from './week.ts'
import { daysInWords } from './words.ts'

export function apply(
  exception: Exception,
  weeks: ReadonlyMap<string, Week>,
  closedNth: DayEntry[],
  doubts: Doubt[],
): void {
  if (exception.unclearHalf) {
    const names = daysInWords(exception.entries.map(({ day }) => day))
    doubts.push({
      why: `« ${names} » : on ne sait pas pour quels jours vaut la demi-journée`,
      ask: `Est-ce fermé toute la journée ou une demi-journée, pour chacun de ces jours : ${names} ?`,
    })
    return
  }
  if (!exception.general && concerned(exception, weeks) > 1)
    doubts.push({
      why: 'on ne sait pas pour quelle période cela change',
      ask: `Pour quelle période les horaires changent-ils : ${daysInWords(exception.entries.map(({ day }) => day))} ?`,
    })
  for (const entry of exception.entries) {
    if (entry.nth) closeNth(exception, entry, weeks, closedNth, doubts)
    else applyTo(exception, entry, weeks, doubts)
  }
}

/** How many periods are open on a day of this exception. */
const concerned = ({ entries }: Exception, weeks: ReadonlyMap<string, Week>): number =>
  [...weeks.values()].filter(({ days }) =>
    days.some(one => !one.closed && entries.some(({ day, nth }) => day === one.day && !nth)),
  ).length

function closeNth(
  exception: Exception,
  entry: DayEntry,
  weeks: ReadonlyMap<string, Week>,
  closedNth: DayEntry[],
  doubts: Doubt[],
): void {
  const covered = [...weeks.values()].some(({ days }) => days.some(({ day, nth }) => day === entry.day && !nth))
  if (!covered || entry.half || exception.spans || exception.until !== undefined)
    doubts.push({
      why: `on ne sait pas ce qui change ce ${daysInWords([entry.day])}-là du mois`,
      ask: `Quels sont les horaires de ce ${daysInWords([entry.day])} du mois ?`,
    })
  closedNth.push(entry)
}

function applyTo(exception: Exception, entry: DayEntry, weeks: ReadonlyMap<string, Week>, doubts: Doubt[]): void {
  const found = [...weeks.values()].flatMap(({ days }) => days.filter(({ day, nth }) => day === entry.day && !nth))
  const name = daysInWords([entry.day])
  if (found.length === 0) {
    if (weeks.size === 0 || entry.half || exception.spans || exception.until !== undefined)
      doubts.push({ why: `${name} n’a pas d’horaires à changer`, ask: `Quels sont les horaires du ${name} ?` })
    else for (const week of weeks.values()) week.days.push(closedDay(entry.day))
    return
  }
  for (const day of found) {
    const changed = change(exception, entry, day)
    if (changed) Object.assign(day, changed)
    else
      doubts.push({
        why: `${name} est dit ouvert ${said(day)}, puis autrement`,
        ask: `Quels sont les horaires du ${name} ?`,
      })
  }
}

const closedDay = (day: Weekday): Day => ({
  day,
  spans: [],
  closed: true,
  appointmentOnly: false,
  named: 'one-by-one',
  among: [day],
})

/** The day after the exception; undefined when it cannot be told, or when nothing changes. */
function change(exception: Exception, entry: DayEntry, day: Day): Partial<Day> | undefined {
  if (exception.spans)
    return exception.word === 'closed' ? without(day, exception.spans) : instead(exception, exception.spans, day)
  if (exception.until !== undefined) return endingAt(day, exception.until)
  if (entry.half) return withoutHalf(day, entry.half, exception.word)
  if (day.closed) return {}
  return day.named === 'range' ? { spans: [], closed: true, appointmentOnly: false } : undefined
}

/** Closing a half that has no hours changes nothing; « sauf » it would mean something else. */
function withoutHalf(day: Day, half: Half, word: Exception['word']): Partial<Day> | undefined {
  const other = half === 'morning' ? 'afternoon' : 'morning'
  const kept = day.spans.filter(span => inHalf(span, other))
  const gone = day.spans.filter(span => inHalf(span, half))
  if (gone.length === 0 && word === 'closed' && kept.length === day.spans.length && kept.length > 0) return {}
  if (gone.length === 0 || kept.length + gone.length !== day.spans.length) return undefined
  return { spans: kept, closed: kept.length === 0 }
}

/** « fermé de 12h à 14h »: cut out of hours that are open. */
function without(day: Day, closed: readonly Span[]): Partial<Day> | undefined {
  const spans = closed.reduce<readonly DaySpan[]>(
    (open, gap) =>
      open.flatMap(span => [
        ...(span.from < gap.from ? [{ ...span, to: Math.min(span.to, gap.from) }] : []),
        ...(span.to > gap.to ? [{ ...span, from: Math.max(span.from, gap.to) }] : []),
      ]),
    day.spans,
  )
  const all = closed.every(gap => day.spans.some(span => gap.from < span.to && span.from < gap.to))
  return all ? { spans, closed: spans.length === 0 } : undefined
}

/** « sauf le mercredi de 9h à 12h »: its hours. « sauf le mercredi de 14h à 17h », when these are the afternoon, may also be what is closed. */
function instead(exception: Exception, hours: readonly Span[], day: Day): Partial<Day> | undefined {
  if (day.named !== 'range' && day.among.length < 2) return undefined
  const within = hours.every(hour => day.spans.some(span => hour.from >= span.from && hour.to <= span.to))
  if (within && !exception.comma && hours[0]!.from !== day.spans[0]?.from) return undefined
  return { spans: hours.map(({ from, to }) => ({ from, to, appointment: day.spans[0]?.appointment ?? false })) }
}

/** Nearer than this to the opening, an hour alone may be another opening: « 9h-19h (samedi : 10h) ». */
const SHORTEST_DAY = 150

/** « (dimanche : 19h) »: another end of the day's last hours; undefined when it may be anything else. */
function endingAt(day: Day, until: number): Partial<Day> | undefined {
  const last = day.spans.at(-1)
  if (!last || until <= last.from || until === last.to || until > last.to + 360) return undefined
  if (until - day.spans[0]!.from < SHORTEST_DAY) return undefined
  return { spans: [...day.spans.slice(0, -1), { ...last, to: until }] }
}
