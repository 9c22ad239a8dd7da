import type { PlacedStep } from '../../contract/sets.ts'
import type { RecipeStep, Step } from '../../core/recipe/step.ts'
import type { Database } from '../../store/open.ts'
import { addedIdOfKey, rowOfKey } from '../changes/row-key.ts'

/** A set in its town: every query starts with both. */
export interface SetKey {
  readonly insee: string
  readonly id: string
}

export type ByHand = Extract<Step, { type: 'by-hand' }>
export const EMPTY_HAND: ByHand = { type: 'by-hand', corrections: [], deleted: [], added: [] }

/** The steps in order, without what hands did: enough to place one more. */
export async function placedSteps(db: Database, { insee, id }: SetKey): Promise<PlacedStep[]> {
  const rows = await db
    .selectFrom('step')
    .select(['at', 'body'])
    .where(is => is.and({ insee, data_set: id }))
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(({ at, body }) => ({ at, step: JSON.parse(body) as RecipeStep }))
}

/** The recipe's steps, whole: what hands did is put in its `by-hand` steps. */
export async function stepsOf(db: Database, set: SetKey): Promise<RecipeStep[]> {
  const steps = (await placedSteps(db, set)).map(({ step }) => step)
  if (!steps.some(({ step }) => step.type === 'by-hand')) return steps
  const hands = await handsOf(db, set)
  return steps.map(one => (one.step.type === 'by-hand' ? { ...one, step: hands(one.id) } : one))
}

/** What hands did in one `by-hand` step. */
export async function handOf(db: Database, set: SetKey, hand: string): Promise<ByHand> {
  return (await handsOf(db, set))(hand)
}

async function handsOf(db: Database, { insee, id }: SetKey): Promise<(hand: string) => ByHand> {
  const of = { insee, data_set: id }
  const cells = await db
    .selectFrom('hand_cell')
    .select(['hand', 'row_key', 'column_name', 'base', 'value'])
    .where(is => is.and(of))
    .orderBy('row_key')
    .orderBy('column_name')
    .execute()
  const rows = await db
    .selectFrom('hand_row')
    .select(['hand', 'id', 'cells', 'seq'])
    .where(is => is.and(of))
    .execute()
  const gone = await db
    .selectFrom('hand_gone')
    .select(['hand', 'row_key'])
    .where(is => is.and(of))
    .orderBy('row_key')
    .execute()
  return hand => {
    const written = new Map<string, Record<string, string>>()
    const corrections: ByHand['corrections'][number][] = []
    for (const cell of cells) {
      if (cell.hand !== hand) continue
      const added = addedIdOfKey(cell.row_key)
      if (added === undefined)
        corrections.push({ row: rowOfKey(cell.row_key), column: cell.column_name, was: cell.base, to: cell.value })
      else written.set(added, { ...written.get(added), [cell.column_name]: cell.value })
    }
    return {
      type: 'by-hand',
      corrections,
      deleted: gone.filter(one => one.hand === hand).map(one => rowOfKey(one.row_key)),
      added: rows
        .filter(one => one.hand === hand)
        .sort((a, b) => a.seq - b.seq || (a.id < b.id ? -1 : 1))
        .map(one => ({ id: one.id, cells: { ...(JSON.parse(one.cells) as object), ...written.get(one.id) } })),
    }
  }
}
