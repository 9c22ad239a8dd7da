import { type HistoryPage, history } from '../../journal/read.ts'
import { findAnySet } from '../../preparation/sets/find.ts'
import type { Database } from '../../store/open.ts'

/** Acts that a line of the wishlist tells: what was wanted, said, received and opened; the work of the cells has its own history. */
const TOLD = [
  ...['create-set', 'wish-rank', 'wish-service', 'wish-box', 'wish-grade', 'wish-decision', 'change-set'],
  ...['add-source', 'replace-source', 'publish', 'withdraw', 'trash-set', 'restore-set'],
]

export async function wishHistory(db: Database, insee: string, slug: string, before?: number): Promise<HistoryPage> {
  const { id } = await findAnySet(db, insee, slug)
  return history(db, insee, { dataSet: id, acts: TOLD, before })
}
