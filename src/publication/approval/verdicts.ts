import type { PublicationState } from '../../contract/publication.ts'
import type { Database } from '../../store/open.ts'
import { verdictOf } from './verdict.ts'

type Given = PublicationState['verdicts'][number]

interface Verdicts {
  /** Last first. */
  readonly all: readonly Given[]
  /** Who said no, and has not said yes since. */
  readonly refusals: readonly Given[]
}

/** What approvers said of a set, by a link or in the workshop. What was erased for good is not there. */
export async function verdictsOf(db: Database, insee: string, dataSet: string): Promise<Verdicts> {
  const rows = await db
    .selectFrom('journal')
    .select(['at', 'act', 'note', 'by', 'by_name'])
    .where(is => is.and({ insee, data_set: dataSet }))
    .where('act', 'in', ['verdict-yes', 'verdict-no', 'verdict-remark'])
    .where('erased', 'is', null)
    .orderBy('seq', 'desc')
    .execute()
  const given = rows.flatMap(row => {
    const verdict = verdictOf(row)
    return verdict ? [{ by: row.by, said: { ...verdict, label: row.by_name } }] : []
  })
  const last = new Map<string, Given>()
  for (const { by, said } of given) if (said.verdict !== 'remark' && !last.has(by)) last.set(by, said)
  return {
    all: given.map(({ said }) => said),
    refusals: [...last.values()].filter(({ verdict }) => verdict === 'no'),
  }
}
