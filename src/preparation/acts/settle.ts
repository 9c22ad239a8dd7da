import { Refused } from '../../contract/refused.ts'
import type { Act, CellConflict, Op } from '../../contract/sets.ts'
import { rowKey } from '../changes/row-key.ts'
import { conflictSettled } from './notes.ts'
import type { Plan, Scene } from './scene.ts'

/** A person chose between two values, or wrote a third one. */
export async function planSettle(scene: Scene, { conflict, to }: Extract<Act, { type: 'settle' }>): Promise<Plan> {
  const { tx, insee, id } = scene
  const stored = await tx
    .selectFrom('conflict')
    .select('body')
    .where(is => is.and({ insee, data_set: id, id: conflict }))
    .executeTakeFirst()
  if (!stored) throw new Refused(409, 'Quelqu’un a déjà choisi pour cette case.')
  const was = JSON.parse(stored.body) as CellConflict
  const { hand, row, column } = was
  const cell = await tx
    .selectFrom('hand_cell')
    .select(['base', 'value'])
    .where(is => is.and({ insee, data_set: id, hand, row_key: rowKey(row), column_name: column }))
    .executeTakeFirst()
  const write: Op[] =
    cell && cell.value !== to ? [{ op: 'cell', hand, row, column, base: cell.base, was: cell.value, now: to }] : []
  return { change: [...write, { op: 'conflict', id: conflict, was }], note: conflictSettled(was, to) }
}
