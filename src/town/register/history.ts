import type { RegisterChange } from '../../contract/register.ts'
import type { Database } from '../../store/open.ts'

/** An entry of the register that can be reversed, with the words of the act that it comes from. */
export interface Reversible {
  readonly seq: number
  readonly change: RegisterChange
  readonly note: string
  readonly by: string
}

/** Acts of the register in the journal: they are of no set, and only they reverse each other. */
export const ACTS = { done: 'register', undo: 'undo-register', redo: 'redo-register' } as const

/** What « annuler » would reverse: the last act of the register that is not undone, whoever did it. */
export async function undoable(db: Database, insee: string): Promise<Reversible | undefined> {
  let row = await lastAct(db, insee)
  while (row?.act === ACTS.undo) row = await lastAct(db, insee, row.undoes ?? 0)
  return row && reversible(db, insee, row)
}

/** What « rétablir » would reverse: the last undo, unless something else was done since. */
export async function redoable(db: Database, insee: string): Promise<Reversible | undefined> {
  let row = await lastAct(db, insee)
  while (row?.act === ACTS.redo) row = await lastAct(db, insee, row.undoes ?? 0)
  return row?.act === ACTS.undo ? reversible(db, insee, row) : undefined
}

type Row = NonNullable<Awaited<ReturnType<typeof lastAct>>>

/** The last entry of the register, or the last before `before`. */
const lastAct = (db: Database, insee: string, before?: number) =>
  db
    .selectFrom('journal')
    .select(['seq', 'act', 'note', 'by_name', 'change', 'undoes', 'erased'])
    .where('insee', '=', insee)
    .where('act', 'in', Object.values(ACTS))
    .$if(before !== undefined, query => query.where('seq', '<', before ?? 0))
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()

/** What was erased for good cannot be reversed. */
async function reversible(db: Database, insee: string, row: Row): Promise<Reversible | undefined> {
  if (row.change === null || row.erased !== null) return undefined
  const first = await origin(db, insee, row)
  return { seq: row.seq, change: JSON.parse(row.change) as RegisterChange, note: first.note, by: first.by_name }
}

/** The act that an undo or a redo speaks of, however many times it went back and forth. */
async function origin(db: Database, insee: string, row: Row): Promise<Pick<Row, 'note' | 'by_name'>> {
  let at = row
  while (at.undoes !== null) {
    const reversed = await db
      .selectFrom('journal')
      .select(['seq', 'act', 'note', 'by_name', 'change', 'undoes', 'erased'])
      .where('insee', '=', insee)
      .where('seq', '=', at.undoes)
      .executeTakeFirst()
    if (!reversed) break
    at = reversed
  }
  return at
}
