import type { Selectable } from 'kysely'
import { Refused } from '../../contract/refused.ts'
import type { ByHand, WishBox, WishDecision, WishGrade, WishService } from '../../contract/wishes.ts'
import { findSet, type SetRow } from '../../preparation/sets/find.ts'
import type { Database, Tx } from '../../store/open.ts'
import type { WishTable } from '../../store/town-tables.ts'

/** What persons said of a wish. */
export interface Said {
  readonly service: string | null
  readonly second: string | null
  readonly boxes: Readonly<Partial<Record<WishBox, ByHand & { readonly on: boolean }>>>
  readonly grade: WishGrade | null
  readonly decision: WishDecision | null
  readonly why: string
}
const NOTHING: Said = { service: null, second: null, boxes: {}, grade: null, decision: null, why: '' }

export const saidIn = (row: Selectable<WishTable> | undefined): Said =>
  row === undefined
    ? NOTHING
    : {
        service: row.service,
        second: row.second_service,
        boxes: JSON.parse(row.boxes) as Said['boxes'],
        grade: row.grade as WishGrade | null,
        decision: row.decision as WishDecision | null,
        why: row.why,
      }

/** The wish of this address, to be changed. */
export async function findWish(db: Database, insee: string, slug: string): Promise<{ set: SetRow; said: Said }> {
  const set = await findSet(db, insee, slug)
  if (set.rank === null) throw new Refused(409, `« ${set.title} » n’est pas dans la liste de souhaits.`)
  const row = await db
    .selectFrom('wish')
    .selectAll()
    .where(is => is.and({ insee, data_set: set.id }))
    .executeTakeFirst()
  return { set, said: saidIn(row) }
}

/** The wishes of a town in their order, those that have the same rank as they were made. */
export const wishRows = (db: Database, insee: string): Promise<SetRow[]> =>
  db
    .selectFrom('data_set')
    .selectAll()
    .where('insee', '=', insee)
    .where('trashed_at', 'is', null)
    .where('rank', 'is not', null)
    .orderBy('rank')
    .orderBy('created_at')
    .orderBy('id')
    .execute()

export async function keepSaid(tx: Tx, insee: string, dataSet: string, said: Said, seq: number): Promise<void> {
  const values = {
    service: said.service,
    second_service: said.second,
    boxes: JSON.stringify(said.boxes),
    grade: said.grade,
    decision: said.decision,
    why: said.why,
    seq,
  }
  await tx
    .insertInto('wish')
    .values({ insee, data_set: dataSet, ...values })
    .onConflict(conflict => conflict.columns(['insee', 'data_set']).doUpdateSet(values))
    .execute()
}

/** Services and outside bodies of the register, by name. */
export async function servicesOf(db: Database, insee: string): Promise<WishService[]> {
  const rows = await db
    .selectFrom('node')
    .select(['id', 'name'])
    .where('insee', '=', insee)
    .where('kind', 'in', ['service', 'body'])
    .execute()
  return rows.sort((a, b) => a.name.localeCompare(b.name, 'fr'))
}
