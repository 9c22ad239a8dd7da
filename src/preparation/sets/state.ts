import type { CellConflict, SetState, SourceCard } from '../../contract/sets.ts'
import { openHand } from '../../core/recipe/hand.ts'
import { redoable, undoable } from '../../journal/undo.ts'
import { inTown } from '../../store/lock-town.ts'
import type { Database } from '../../store/open.ts'
import { rowKey } from '../changes/row-key.ts'
import { findModel } from '../models/find.ts'
import type { PreparationWorld } from '../world.ts'
import { findAnySet, type SetRow } from './find.ts'
import { stepsOf } from './steps.ts'
import { summaries } from './summary.ts'

/** Everything that the set's page needs but the tables of its sources, all of one instant: `seq` says which. */
export async function setState(world: PreparationWorld, insee: string, slug: string): Promise<SetState> {
  const title = await titleOf(world, insee, slug)
  return inTown(world.db, insee, async db => {
    const set = await findAnySet(db, insee, slug)
    const [summary] = await summaries(db, [set], async () => title)
    const steps = await stepsOf(db, set)
    const [back, forth] = [await undoable(db, insee, set.id), await redoable(db, insee, set.id)]
    const job = await jobOf(db, set)
    return {
      ...summary!,
      seq: set.seq,
      sourceCards: await sourceCards(db, set),
      steps,
      hand: openHand(steps),
      conflicts: await conflictsOf(db, set),
      ...(back && { undo: { note: back.note, by: back.byName } }),
      ...(forth && { redo: { note: forth.note, by: forth.byName } }),
      ...(job !== undefined && { job }),
      ...(set.trashed_at !== null && { trashedAt: set.trashed_at }),
    }
  })
}

async function titleOf(world: PreparationWorld, insee: string, slug: string): Promise<string> {
  const { model } = await findAnySet(world.db, insee, slug)
  return (await findModel(world, insee, model)).title
}

/** Main file first; files that a newer one replaced stay in the list. */
async function sourceCards(db: Database, { insee, id }: SetRow): Promise<SourceCard[]> {
  const rows = await db
    .selectFrom('source')
    .innerJoin('upload', join =>
      join.onRef('upload.insee', '=', 'source.insee').onRef('upload.id', '=', 'source.upload'),
    )
    .select(['upload.id', 'sha256', 'name', 'size', 'sent_at', 'sent_by', 'rank', 'replaced_by'])
    .where('source.insee', '=', insee)
    .where('source.data_set', '=', id)
    .orderBy('rank')
    .orderBy('upload.id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    sha256: row.sha256,
    name: row.name,
    size: row.size,
    sentAt: row.sent_at,
    sentBy: row.sent_by,
    rank: row.rank,
    ...(row.replaced_by !== null && { replacedBy: row.replaced_by }),
  }))
}

/** What the cell holds is what it holds now, were it changed since the two writings met. */
async function conflictsOf(db: Database, { insee, id }: SetRow): Promise<CellConflict[]> {
  const bodies = await db
    .selectFrom('conflict')
    .select('body')
    .where(is => is.and({ insee, data_set: id }))
    .orderBy('id')
    .execute()
  const conflicts = bodies.map(({ body }) => JSON.parse(body) as CellConflict)
  return Promise.all(conflicts.map(conflict => keptNow(db, { insee, id }, conflict)))
}

async function keptNow(
  db: Database,
  { insee, id }: Pick<SetRow, 'insee' | 'id'>,
  conflict: CellConflict,
): Promise<CellConflict> {
  const { hand, row, column } = conflict
  const cell = await db
    .selectFrom('hand_cell')
    .innerJoin('journal', join =>
      join.onRef('journal.insee', '=', 'hand_cell.insee').onRef('journal.seq', '=', 'hand_cell.seq'),
    )
    .select(['value', 'by_name'])
    .where('hand_cell.insee', '=', insee)
    .where('hand_cell.data_set', '=', id)
    .where('hand', '=', hand)
    .where('row_key', '=', rowKey(row))
    .where('column_name', '=', column)
    .executeTakeFirst()
  return cell ? { ...conflict, kept: { value: cell.value, by: cell.by_name } } : conflict
}

async function jobOf(db: Database, { insee, id }: SetRow): Promise<string | undefined> {
  const row = await db
    .selectFrom('job')
    .select('id')
    .where(is => is.and({ insee, data_set: id }))
    .where('state', 'in', ['queued', 'running'])
    .orderBy('created_at', 'desc')
    .executeTakeFirst()
  return row?.id
}
