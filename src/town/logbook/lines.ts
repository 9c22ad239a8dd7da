import { sql } from 'kysely'
import { noteOf, undoneAmong } from '../../journal/read.ts'
import type { Database } from '../../store/open.ts'

/** An entry of the journal, with what is counted of it. */
export interface Line {
  readonly seq: number
  readonly at: string
  /** Id of the person or of the link; '' : Carnet itself. */
  readonly by: string
  readonly name: string
  readonly act: string
  readonly note: string
  readonly set?: string
  /** Cells, rows, boxes that it changed. */
  readonly many: number
  readonly undone: boolean
}

/** Entries from one instant to another, in order. What a large paste changed is counted by the database, and stays there. */
export async function linesBetween(db: Database, insee: string, from: string, to: string): Promise<Line[]> {
  const rows = await db
    .selectFrom('journal')
    .select(['seq', 'at', 'by', 'by_name', 'act', 'note', 'data_set', 'erased'])
    .select([opsOf('cell').as('cells'), opsOf('gone').as('gone'), opsOf('fiche').as('boxes')])
    .select(sql<string | null>`case when note = '' then change end`.as('change'))
    .where('insee', '=', insee)
    .where('at', '>=', from)
    .where('at', '<', to)
    .orderBy('seq')
    .execute()
  const undone = await undoneAmong(db, insee, rows[0]?.seq)
  return rows.map(row => ({
    ...{ seq: row.seq, at: row.at, by: row.by, name: row.by_name, act: row.act, note: noteOf(row) },
    ...(row.data_set !== null && { set: row.data_set }),
    many: Math.max(1, Number(row.cells), Number(row.gone), Number(row.boxes)),
    undone: undone.has(row.seq),
  }))
}

/** How many times the change does this. In a cell's own text a quote is written otherwise, so that it is never counted. */
function opsOf(op: string) {
  const sign = `"op":"${op}"`
  return sql<number>`coalesce((length(change) - length(replace(change, ${sign}, ''))) / ${sql.lit(sign.length)}, 0)`
}
