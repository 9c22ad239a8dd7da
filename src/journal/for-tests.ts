import type { Op } from '../contract/sets.ts'
import type { Actor, World } from '../store/world.ts'

export const ANNE: Actor = { insee: '78217', id: 'anne', name: 'Anne' }
export const BRUNO: Actor = { insee: '78217', id: 'bruno', name: 'Bruno' }
export const SET = 'commerces'

/** The town and one set, as the first start leaves them. */
export async function aTown({ db, now }: World): Promise<void> {
  const at = now()
  await db.insertInto('town').values({ insee: '78217', name: 'Épône', example: 0, created_at: at }).execute()
  await db
    .insertInto('data_set')
    .values({
      insee: '78217',
      id: SET,
      slug: 'commerces',
      title: 'Commerces',
      model: 'commerces',
      created_at: at,
      changed_at: at,
      changed_by: 'Anne',
      seq: 0,
    })
    .execute()
}

export const cellOp = (column: string, was: string, now: string): Op => ({
  op: 'cell',
  hand: 'main',
  row: { key: { id: '1' } },
  column,
  base: '',
  was,
  now,
})
