import { sql } from 'kysely'
import type { Change, JournalEntry } from '../contract/sets.ts'
import type { Database } from '../store/open.ts'
import type { JournalRow } from './chain.ts'
import { noteOfEntry } from './told.ts'
import { undoable } from './undo.ts'

/** What the history says of an entry of which something was erased for good. */
export function noteOf(row: Pick<JournalRow, 'note' | 'change' | 'erased'>): string {
  const note = noteOfEntry(row)
  if (row.erased === null) return note
  return note === '' ? ERASED : `${note} (${ERASED.toLowerCase()})`
}
const ERASED = 'Contenu effacé définitivement'

export interface HistoryPage {
  /** Latest first. */
  readonly entries: readonly JournalEntry[]
  /** Give it as `before` to read on; absent at the beginning of the history. */
  readonly next?: number
}

interface HistoryOptions {
  /** Id of a set: only its entries. */
  readonly dataSet?: string | undefined
  /** Only entries that are these acts. */
  readonly acts?: readonly string[] | undefined
  /** Only entries whose number is smaller. */
  readonly before?: number | undefined
  readonly limit?: number | undefined
}

/** The history of a town, or of one of its sets, a page at a time. */
export async function history(
  db: Database,
  insee: string,
  { dataSet, acts, before, limit = 50 }: HistoryOptions = {},
): Promise<HistoryPage> {
  const rows = await db
    .selectFrom('journal')
    .leftJoin('data_set', join =>
      join.onRef('data_set.insee', '=', 'journal.insee').onRef('data_set.id', '=', 'journal.data_set'),
    )
    .select(['journal.seq', 'at', 'by_name', 'act', 'note', 'erased', 'journal.data_set', 'slug', 'title'])
    // A large paste weighs megabytes and has its note: only what tells itself is read.
    .select(sql<string | null>`case when note = '' then change end`.as('change'))
    .where('journal.insee', '=', insee)
    .$if(dataSet !== undefined, query => query.where('journal.data_set', '=', dataSet ?? ''))
    .$if(acts !== undefined, query => query.where('act', 'in', acts ?? []))
    .$if(before !== undefined, query => query.where('journal.seq', '<', before ?? 0))
    .orderBy('journal.seq', 'desc')
    .limit(limit + 1)
    .execute()
  const page = rows.slice(0, limit)
  const undone = await undoneAmong(db, insee, page.at(-1)?.seq)
  const next = await nextToUndo(db, insee, page)
  return {
    entries: page.map(row => ({
      seq: row.seq,
      at: row.at,
      by: row.by_name,
      act: row.act,
      note: noteOf(row),
      ...(row.slug !== null && row.title !== null ? { set: { slug: row.slug, title: row.title } } : {}),
      ...(undone.has(row.seq) ? { undone: true as const } : {}),
      ...(next.has(row.seq) ? { undoable: true as const } : {}),
    })),
    ...(rows.length > limit ? { next: page.at(-1)!.seq } : {}),
  }
}

/** Entries since `first` that are undone: reversed by an entry that is not itself reversed. */
export async function undoneAmong(db: Database, insee: string, first: number | undefined): Promise<Set<number>> {
  if (first === undefined) return new Set()
  const reversals = await db
    .selectFrom('journal')
    .select(['seq', 'undoes'])
    .where('insee', '=', insee)
    .where('seq', '>', first)
    .where('undoes', 'is not', null)
    .orderBy('seq', 'desc')
    .execute()
  const undone = new Set<number>()
  for (const { seq, undoes } of reversals) if (undoes !== null && !undone.has(seq)) undone.add(undoes)
  return undone
}

/** Of each set of the page, the entry that « annuler » would reverse. */
async function nextToUndo(
  db: Database,
  insee: string,
  page: readonly { readonly data_set: string | null }[],
): Promise<Set<number>> {
  const sets = new Set(page.flatMap(({ data_set }) => data_set ?? []))
  const next = await Promise.all([...sets].map(dataSet => undoable(db, insee, dataSet)))
  return new Set(next.flatMap(entry => entry?.seq ?? []))
}

/** An entry for those who follow a set as it changes. */
export interface Followed {
  readonly seq: number
  readonly at: string
  readonly by: string
  readonly byName: string
  readonly act: string
  readonly note: string
  /** Absent: nothing of the set changed, or what changed was erased. */
  readonly change?: Change
}

/** The entries of a set after number `after`, in order. */
export async function entriesAfter(
  db: Database,
  insee: string,
  dataSet: string,
  after: number,
  limit = 1000,
): Promise<Followed[]> {
  const rows = await db
    .selectFrom('journal')
    .select(['seq', 'at', 'by', 'by_name', 'act', 'note', 'change', 'erased'])
    .where('insee', '=', insee)
    .where('data_set', '=', dataSet)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute()
  return rows.map(followed)
}

const followed = (
  row: Pick<JournalRow, 'seq' | 'at' | 'by' | 'by_name' | 'act' | 'note' | 'change' | 'erased'>,
): Followed => ({
  seq: row.seq,
  at: row.at,
  by: row.by,
  byName: row.by_name,
  act: row.act,
  note: noteOf(row),
  ...(row.change === null || row.erased !== null ? {} : { change: JSON.parse(row.change) as Change }),
})
