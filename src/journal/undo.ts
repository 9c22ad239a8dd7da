import type { Change } from '../contract/sets.ts'
import type { Database } from '../store/open.ts'
import type { JournalRow } from './chain.ts'
import { noteOfEntry } from './told.ts'

/** An entry that can be reversed, with the words of the act that it comes from: « annuler » an act done again names the act. */
export interface Reversible {
  readonly seq: number
  readonly change: Change
  readonly note: string
  readonly byName: string
}

type Row = Pick<JournalRow, 'seq' | 'act' | 'note' | 'by_name' | 'change' | 'undoes' | 'erased'>

/**
 * What « annuler » would reverse in a set: its last act that is not undone. To undo it, apply the reverse of its change and record
 * `{act: 'undo', undoes: seq}`. What was erased for good cannot be reversed, nor what was done before it.
 */
export async function undoable(db: Database, insee: string, dataSet: string): Promise<Reversible | undefined> {
  let row = await lastAct(db, insee, dataSet)
  while (row?.act === 'undo') row = await lastAct(db, insee, dataSet, row.undoes)
  return reversible(db, insee, row)
}

/** What « rétablir » would reverse: the last undo, unless something else was done since. Record `{act: 'redo', undoes: seq}`. */
export async function redoable(db: Database, insee: string, dataSet: string): Promise<Reversible | undefined> {
  let row = await lastAct(db, insee, dataSet)
  while (row?.act === 'redo') row = await lastAct(db, insee, dataSet, row.undoes)
  return row?.act === 'undo' ? reversible(db, insee, row) : undefined
}

/** The last entry of the set that changed it, or the last one before `before`. */
const lastAct = (db: Database, insee: string, dataSet: string, before?: number | null): Promise<Row | undefined> =>
  db
    .selectFrom('journal')
    .select(['seq', 'act', 'note', 'by_name', 'change', 'undoes', 'erased'])
    .where('insee', '=', insee)
    .where('data_set', '=', dataSet)
    .where('change', 'is not', null)
    .$if(typeof before === 'number', query => query.where('seq', '<', before ?? 0))
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()

async function reversible(db: Database, insee: string, row: Row | undefined): Promise<Reversible | undefined> {
  if (!row || row.change === null || row.erased !== null) return undefined
  const first = await origin(db, insee, row)
  return { seq: row.seq, change: JSON.parse(row.change) as Change, note: noteOfEntry(first), byName: first.by_name }
}

/** The act that an undo or a redo speaks of, however many times it went back and forth. */
type Told = Pick<Row, 'note' | 'change' | 'by_name'>
async function origin(db: Database, insee: string, row: Row): Promise<Told> {
  let at: Told & Pick<Row, 'undoes'> = row
  while (at.undoes !== null) {
    const reversed = await db
      .selectFrom('journal')
      .select(['note', 'change', 'by_name', 'undoes'])
      .where('insee', '=', insee)
      .where('seq', '=', at.undoes)
      .executeTakeFirst()
    if (!reversed) break
    at = reversed
  }
  return at
}
