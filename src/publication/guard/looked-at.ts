import type { PersonalFinding } from '../../core/privacy/index.ts'
import type { SetKey } from '../../preparation/sets/steps.ts'
import type { Database } from '../../store/open.ts'

/** What the guard found last, as it is kept. `detectors`: which ones looked; better ones look again. */
export interface LookedAt {
  readonly detectors: number
  readonly findings: readonly PersonalFinding[]
}

export async function lookedAt(
  db: Database,
  { insee, id }: SetKey,
): Promise<(LookedAt & { readonly seq: number }) | undefined> {
  const row = await db
    .selectFrom('guard')
    .select(['body', 'seq'])
    .where(is => is.and({ insee, data_set: id }))
    .executeTakeFirst()
  return row && { ...(JSON.parse(row.body) as LookedAt), seq: row.seq }
}
