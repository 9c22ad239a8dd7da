/** What a calendar shows: a whole day, or hours of the town's day. */
export interface CalendarEvent {
  /** The same event keeps it for ever: imported again, it takes its own place. */
  readonly uid: string
  readonly title: string
  readonly words?: string | undefined
  readonly address?: string | undefined
  /** `2026-03-02` */
  readonly day: string
  /** `09:30`, in Paris; absent: the whole day. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** Days before, when the calendar tells it. */
  readonly toldBefore?: number | undefined
}

/**
 * A calendar that any program opens (RFC 5545): lines of 75 octets at most, ended by CRLF, texts escaped, hours in the town's own time zone.
 * `stamp`: the instant when it was made.
 */
export function icsOf(name: string, events: readonly CalendarEvent[], stamp: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Carnet//Carnet//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    ...(events.some(({ from }) => from !== undefined) ? PARIS : []),
    ...events.flatMap(event => eventLines(event, basic(stamp))),
    'END:VCALENDAR',
  ]
  return lines.map(line => `${foldLine(line)}\r\n`).join('')
}

function eventLines(event: CalendarEvent, stamp: string): string[] {
  const { uid, title, words, address, toldBefore } = event
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${stamp}`,
    ...when(event),
    `SUMMARY:${escapeText(title)}`,
    ...(words === undefined ? [] : [`DESCRIPTION:${escapeText(words)}`]),
    ...(address === undefined ? [] : [`URL:${address}`]),
    ...(event.from === undefined ? ['TRANSP:TRANSPARENT'] : []),
    ...(toldBefore === undefined ? [] : alarm(toldBefore, title)),
    'END:VEVENT',
  ]
}

/** Of a whole day, the end is the day after, which is not in it. */
function when({ day, from, to }: CalendarEvent): string[] {
  const date = day.replaceAll('-', '')
  if (from === undefined) return [`DTSTART;VALUE=DATE:${date}`, `DTEND;VALUE=DATE:${nextDay(day)}`]
  const at = (time: string) => `;TZID=Europe/Paris:${date}T${time.replace(':', '')}00`
  return [`DTSTART${at(from)}`, ...(to !== undefined && to > from ? [`DTEND${at(to)}`] : [])]
}

const alarm = (days: number, title: string): string[] => [
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  `TRIGGER:-P${days}D`,
  `DESCRIPTION:${escapeText(title)}`,
  'END:VALARM',
]

/** Section 3.3.11: backslash, semicolon, comma and line ends are written otherwise; other control characters have no place in a text. */
export const escapeText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}\p{Cs}]/gu, sign => (sign === '\n' || sign === '\t' ? sign : ''))
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')

const MOST_OCTETS = 75

/** Section 3.1: a long line goes on after CRLF and a space; no letter is cut in two. */
export function foldLine(line: string): string {
  let [folded, octets] = ['', 0]
  for (const sign of line) {
    const weight = Buffer.byteLength(sign)
    if (octets + weight > MOST_OCTETS) {
      folded += '\r\n '
      octets = 1
    }
    folded += sign
    octets += weight
  }
  return folded
}

const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10).replaceAll('-', '')

/** « 2026-03-02T08:00:00.000Z » as 20260302T080000Z. */
const basic = (instant: string): string => `${instant.slice(0, 19).replace(/[-:]/g, '')}Z`

/** Summer and winter time in France since 1996 (directive 2000/84/EC): last Sundays of March and October, at 1:00 UTC. */
const PARIS = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Paris',
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'END:STANDARD',
  'END:VTIMEZONE',
]
