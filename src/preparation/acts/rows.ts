import type { Act, Op } from '../../contract/sets.ts'
import { addedId } from '../../core/recipe/added.ts'
import { rowKey, rowOfKey } from '../changes/row-key.ts'
import { placedSteps } from '../sets/steps.ts'
import { rowAdded, rowsDeleted, rowsRestored } from './notes.ts'
import { ensureHand } from './open-hand.ts'
import type { Plan, Scene } from './scene.ts'

type Of<Name extends Act['type']> = Extract<Act, { type: Name }>

/** A row added twice under one id is added once: the page sends again what it is not sure of. */
export async function planAddRow(scene: Scene, { hand, row, cells }: Of<'add-row'>): Promise<Plan> {
  const { tx, insee, id } = scene
  const known = await tx
    .selectFrom('hand_row')
    .select('id')
    .where(is => is.and({ insee, data_set: id, hand, id: row }))
    .executeTakeFirst()
  if (known) return { change: [], note: '' }
  const hands = ensureHand(await placedSteps(tx, scene), hand)
  return { change: [...hands, { op: 'row', hand, id: row, now: cells }], note: rowAdded(cells) }
}

/** Rows of the file are set aside; rows that hands added go, with what was typed in them since. */
export async function planDeleteRows(scene: Scene, { hand, rows }: Of<'delete-rows'>): Promise<Plan> {
  const { tx, insee, id } = scene
  const gone = await goneKeys(scene, hand)
  const added = new Set(rows.flatMap(row => addedId(row) ?? []))
  const ofFile = rows.filter(row => addedId(row) === undefined && !gone.has(rowKey(row)))
  const ops: Op[] = [
    ...(added.size > 0 ? await takeTyped(scene, hand, added) : []),
    ...unique(ofFile).map(row => ({ op: 'gone' as const, hand, row, now: true })),
  ]
  if (ops.length === 0) return { change: [], note: '' }
  const hands = ensureHand(await placedSteps(tx, { insee, id }), hand)
  return { change: [...hands, ...ops], note: rowsDeleted(rows) }
}

const unique = <T extends Parameters<typeof rowKey>[0]>(rows: readonly T[]): T[] => [
  ...new Map(rows.map(row => [rowKey(row), row])).values(),
]

export async function planRestoreRows(scene: Scene, { hand, rows }: Of<'restore-rows'>): Promise<Plan> {
  const gone = await goneKeys(scene, hand)
  const back = unique(rows).filter(row => gone.has(rowKey(row)))
  return {
    change: back.map(row => ({ op: 'gone' as const, hand, row, now: false })),
    note: rowsRestored(back.length),
  }
}

/** Keys of the rows that a step sets aside. */
export async function goneKeys(
  { tx, insee, id }: Pick<Scene, 'tx' | 'insee' | 'id'>,
  hand: string,
): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('hand_gone')
    .select('row_key')
    .where(is => is.and({ insee, data_set: id, hand }))
    .execute()
  return new Set(rows.map(({ row_key }) => row_key))
}

/** The ops that take out what was typed: in these added rows, or, without `ids`, in the whole step. Cells as they are kept, apart from the row they are in. */
export async function takeTyped(
  { tx, insee, id }: Pick<Scene, 'tx' | 'insee' | 'id'>,
  hand: string,
  ids?: ReadonlySet<string>,
): Promise<Op[]> {
  const of = { insee, data_set: id, hand }
  const rows = await tx
    .selectFrom('hand_row')
    .select(['id', 'cells'])
    .where(is => is.and(of))
    .orderBy('seq')
    .orderBy('id')
    .execute()
  const cells = await tx
    .selectFrom('hand_cell')
    .select(['row_key', 'column_name', 'base', 'value'])
    .where(is => is.and(of))
    .orderBy('row_key')
    .orderBy('column_name')
    .execute()
  return [
    ...cells
      .filter(({ row_key }) => !ids || ids.has(addedId(rowOfKey(row_key)) ?? ''))
      .map(cell => ({
        op: 'cell' as const,
        hand,
        row: rowOfKey(cell.row_key),
        column: cell.column_name,
        base: cell.base,
        was: cell.value,
      })),
    ...rows
      .filter(row => !ids || ids.has(row.id))
      .map(row => ({ op: 'row' as const, hand, id: row.id, was: JSON.parse(row.cells) as Record<string, string> })),
  ]
}
