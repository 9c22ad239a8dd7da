import type { Act, CellConflict, Op } from '../../contract/sets.ts'
import { addedId } from '../../core/recipe/added.ts'
import { rowKey } from '../changes/row-key.ts'
import { placedSteps } from '../sets/steps.ts'
import { cellsWritten } from './notes.ts'
import { ensureHand } from './open-hand.ts'
import { type Plan, pageOf, type Scene } from './scene.ts'

type Cells = Extract<Act, { type: 'cells' }>
type Write = Cells['cells'][number]
type CellOp = Extract<Op, { op: 'cell' }>

interface Written {
  readonly base: string
  readonly value: string
  readonly by: string
  readonly seq: number
}

/**
 * Different cells both win. A cell that somebody else wrote since the writer looked keeps what it holds, and both values are shown
 * (`CellConflict`) until a person chooses: nothing is dropped.
 */
export async function planCells(scene: Scene, { hand, cells }: Cells): Promise<Plan> {
  const written = await readCells(scene, hand, cells)
  const added = await readAdded(scene, hand, cells)
  const ops: CellOp[] = []
  const clashes: { write: Write; kept: Written }[] = []
  for (const write of cells) {
    const key = cellKey(rowKey(write.row), write.column)
    const kept = written.get(key)
    const base = kept?.base ?? added(write) ?? write.seen
    const current = kept?.value ?? base
    // To write what the cell already says is to say that it is right: the question about it has its answer. Said twice, it is said once.
    if (current === write.to && (kept || added(write) !== undefined)) continue
    if (kept && isClash(write, kept, scene.writer)) {
      clashes.push({ write, kept })
      continue
    }
    ops.push(cellOp(hand, write, base, kept?.value))
    written.set(key, { base, value: write.to, by: scene.writer, seq: 0 })
  }
  const conflicts = await newConflicts(scene, hand, clashes)
  const change: Op[] = [...ops, ...conflicts.map(now => ({ op: 'conflict' as const, id: now.id, now }))]
  if (change.length === 0) return { change, note: '' }
  const hands = ops.length > 0 ? ensureHand(await placedSteps(scene.tx, scene), hand) : []
  return { change: [...hands, ...change], note: cellsWritten(ops, conflicts), conflicts }
}

const cellKey = (row: string, column: string): string => JSON.stringify([row, column])

const cellOp = (hand: string, { row, column, to }: Write, base: string, was: string | undefined): CellOp => ({
  op: 'cell',
  hand,
  row,
  column,
  base,
  now: to,
  ...(was !== undefined && { was }),
})

/** Written since by somebody else, or from another page. */
const isClash = ({ seen, to }: Write, kept: Written, writer: string): boolean =>
  kept.value !== seen && kept.value !== to && !(pageOf(writer) !== '' && kept.by === writer)

/** One cell typed asks for its row alone; a large paste reads the whole sheet of hands in one go. */
const ROWS_ASKED = 200

async function readCells(
  { tx, insee, id }: Scene,
  hand: string,
  cells: readonly Write[],
): Promise<Map<string, Written>> {
  const keys = [...new Set(cells.map(({ row }) => rowKey(row)))]
  const rows = await tx
    .selectFrom('hand_cell')
    .select(['row_key', 'column_name', 'base', 'value', 'changed_by', 'seq'])
    .where(is => is.and({ insee, data_set: id, hand }))
    .$if(keys.length <= ROWS_ASKED, query => query.where('row_key', 'in', keys))
    .execute()
  return new Map(
    rows.map(row => [
      cellKey(row.row_key, row.column_name),
      { base: row.base, value: row.value, by: row.changed_by, seq: row.seq },
    ]),
  )
}

/** What an added row held when it was added: the base of its cells. */
async function readAdded({ tx, insee, id }: Scene, hand: string, cells: readonly Write[]) {
  const ids = [...new Set(cells.flatMap(({ row }) => addedId(row) ?? []))]
  if (ids.length === 0) return () => undefined
  const rows = await tx
    .selectFrom('hand_row')
    .select(['id', 'cells'])
    .where(is => is.and({ insee, data_set: id, hand }))
    .execute()
  const known = new Map(rows.map(row => [row.id, new Map(Object.entries(JSON.parse(row.cells) as object))]))
  return ({ row, column }: Write): string | undefined => {
    const of = known.get(addedId(row) ?? '')
    return of && String(of.get(column) ?? '')
  }
}

/** The same clash told twice is one conflict. */
async function newConflicts(
  { tx, insee, id, by, newId }: Scene,
  hand: string,
  clashes: readonly { write: Write; kept: Written }[],
): Promise<CellConflict[]> {
  if (clashes.length === 0) return []
  const bodies = await tx
    .selectFrom('conflict')
    .select('body')
    .where(is => is.and({ insee, data_set: id }))
    .execute()
  const told = new Set(bodies.map(({ body }) => sameClash(JSON.parse(body) as CellConflict)))
  const names = await namesOf({ tx, insee }, [...new Set(clashes.map(({ kept }) => kept.seq))])
  return clashes.flatMap(({ write: { row, column, to }, kept }) => {
    const conflict: CellConflict = {
      id: newId(),
      hand,
      row,
      column,
      kept: { value: kept.value, by: names.get(kept.seq) ?? '' },
      other: { value: to, by },
    }
    if (told.has(sameClash(conflict))) return []
    told.add(sameClash(conflict))
    return [conflict]
  })
}

const sameClash = ({ hand, row, column, other }: CellConflict): string =>
  JSON.stringify([hand, rowKey(row), column, other.value])

/** Who wrote, as the journal says it. */
async function namesOf({ tx, insee }: Pick<Scene, 'tx' | 'insee'>, seqs: readonly number[]) {
  const rows = await tx
    .selectFrom('journal')
    .select(['seq', 'by_name'])
    .where('insee', '=', insee)
    .where('seq', 'in', seqs)
    .execute()
  return new Map(rows.map(({ seq, by_name }) => [seq, by_name]))
}
