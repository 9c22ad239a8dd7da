import type { Home, SetSummary } from '../../contract/sets.ts'
import { findModel } from '../models/find.ts'
import type { SetRow } from '../sets/find.ts'
import { summaries } from '../sets/summary.ts'
import { inbox } from '../uploads/inbox.ts'
import type { PreparationWorld } from '../world.ts'
import { diagnosisStep } from './diagnosis.ts'
import { nextThing } from './next.ts'
import { waiting } from './waiting.ts'
import { waysOf } from './way.ts'

/** Where the town stands, the one next thing to do, and who is waited for. */
export async function home(world: PreparationWorld, insee: string): Promise<Home> {
  const sets = await setsOf(world, insee)
  // What the town decided not to open asks nothing of anybody: it is in the list, and comes back when the decision does.
  const wanted = sets.filter(({ decision }) => decision !== 'no')
  const received = await inbox(world, insee)
  return {
    steps: [await diagnosisStep(world.db, insee), ...waysOf(wanted)],
    next: nextThing(sets, received),
    waiting: await waiting(world, insee, wanted),
    sets,
    inbox: received,
  }
}

/** The town's wishes in their order, then the others as they were made. */
async function setsOf(world: PreparationWorld, insee: string): Promise<SetSummary[]> {
  const rows: SetRow[] = await world.db
    .selectFrom('data_set')
    .selectAll()
    .where('insee', '=', insee)
    .where('trashed_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  const ranked = rows.map((row, order) => ({ row, order }))
  ranked.sort((a, b) => (a.row.rank ?? 1_000_000) - (b.row.rank ?? 1_000_000) || a.order - b.order)
  return summaries(
    world.db,
    // Ranks have holes where a set went to the trash: what is shown is the place.
    ranked.map(({ row }, place) => (row.rank === null ? row : { ...row, rank: place + 1 })),
    async id => (await findModel(world, insee, id)).title,
  )
}
