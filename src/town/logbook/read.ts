import type { Logbook, LogbookDay, LogbookNote } from '../../contract/logbook.ts'
import { logbookText } from '../../contract/logbook.ts'
import type { TownText } from '../../contract/publication.ts'
import type { Summary } from '../../preparation/tasks/task.ts'
import { townTexts } from '../../publication/texts/texts.ts'
import type { Database } from '../../store/open.ts'
import type { World } from '../../store/world.ts'
import { daysAfter, parisDay, weekdayInWords } from '../calendar/days.ts'
import { type Line, linesBetween } from './lines.ts'
import { type ToldSet, tellDay } from './tell.ts'

type LogbookWorld = Pick<World, 'db' | 'now'>

interface Asked {
  /** Only earlier days. */
  readonly before?: string | undefined
  /** Days at most; absent: all. */
  readonly limit?: number | undefined
}

/** The days of the town, latest first: those of the journal, and those of which somebody wrote. */
export async function readLogbook({ db, now }: LogbookWorld, insee: string, asked: Asked = {}): Promise<Logbook> {
  const notes = await townTexts(db, insee, logbookText(''))
  const written = [...notes.values()].filter(({ body }) => body.trim() !== '')
  const all = new Set([...(await activeDays(db, insee)), ...written.map(({ name }) => name.slice(-10))])
  const known = [...all].filter(day => asked.before === undefined || day < asked.before).sort()
  const days = known.reverse().slice(0, asked.limit)
  return {
    today: parisDay(now()),
    days: (await tellDays(db, insee, days, notes)).filter(hasSomething),
    ...(days.length < known.length && { next: days.at(-1)! }),
  }
}

/** A day on which nothing was done but writing of another, say. */
const hasSomething = ({ sentences, note }: LogbookDay): boolean => sentences.length > 0 || note.body.trim() !== ''

/** Paris is whole hours away from Greenwich: an hour of the journal is of one day there. */
async function activeDays(db: Database, insee: string): Promise<string[]> {
  const hours = await db
    .selectFrom('journal')
    .select(({ fn, val }) => fn<string>('substr', ['at', val(1), val(13)]).as('hour'))
    .distinct()
    .where('insee', '=', insee)
    .execute()
  return hours.map(({ hour }) => parisDay(`${hour}:00:00Z`))
}

async function tellDays(
  db: Database,
  insee: string,
  days: readonly string[],
  notes: ReadonlyMap<string, TownText>,
): Promise<LogbookDay[]> {
  const lines = days.length === 0 ? [] : await linesOf(db, insee, days.at(-1)!, days[0]!)
  const sets = await toldSets(db, insee)
  const byDay = new Map<string, Line[]>(days.map(day => [day, []]))
  for (const line of lines) byDay.get(parisDay(line.at))?.push(line)
  return days.map(day => ({
    day,
    title: weekdayInWords(day),
    sentences: tellDay(byDay.get(day)!, sets),
    note: noteFrom(notes.get(logbookText(day))),
  }))
}

/** From the evening before in Greenwich, where the first day begins in Paris. */
const linesOf = (db: Database, insee: string, first: string, last: string): Promise<Line[]> =>
  linesBetween(db, insee, `${daysAfter(first, -1)}T22:00:00`, `${daysAfter(last, 1)}T00:00:00`)

async function toldSets(db: Database, insee: string): Promise<Map<string, ToldSet>> {
  const rows = await db
    .selectFrom('data_set')
    .select(['id', 'slug', 'title', 'trashed_at', 'seq', 'summary', 'summary_seq'])
    .where('insee', '=', insee)
    .execute()
  return new Map(
    rows.map(row => {
      const summary = row.summary === null ? undefined : (JSON.parse(row.summary) as Summary)
      const checked = summary !== undefined && row.summary_seq === row.seq
      return [
        row.id,
        {
          ...{ slug: row.slug, title: row.title, trashed: row.trashed_at !== null },
          ...(checked && { seq: row.seq }),
          ...{ errors: summary?.errors ?? 0, questions: summary?.questions ?? 0 },
        },
      ]
    }),
  )
}

const noteFrom = (text: TownText | undefined): LogbookNote => ({
  version: text?.version ?? 0,
  body: text?.body ?? '',
  writtenAt: text?.writtenAt ?? '',
  writtenBy: text?.writtenBy ?? '',
})
