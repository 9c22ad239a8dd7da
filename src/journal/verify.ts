import type { Database } from '../store/open.ts'
import { entryHash, NO_HASH } from './chain.ts'

export interface ChainReading {
  /** Entries that hold together, from the first. */
  readonly entries: number
  readonly lastHash: string
  /** Number of the first entry that was changed, or that should be there and is not. */
  readonly broken?: number
}

/** Reads a town's journal from its first entry. What was erased for good keeps its hash: the chain holds over it. */
export async function verifyChain(db: Database, insee: string): Promise<ChainReading> {
  let [entries, lastHash] = [0, NO_HASH]
  for (;;) {
    const rows = await db
      .selectFrom('journal')
      .selectAll()
      .where('insee', '=', insee)
      .where('seq', '>', entries)
      .orderBy('seq')
      .limit(1000)
      .execute()
    if (rows.length === 0) return { entries, lastHash }
    for (const row of rows) {
      if (row.seq !== entries + 1 || row.hash !== entryHash(lastHash, row))
        return { entries, lastHash, broken: entries + 1 }
      entries = row.seq
      lastHash = row.hash
    }
  }
}
