import type { PublicationState } from '../../contract/publication.ts'
import type { Database } from '../../store/open.ts'
import { verdictOf } from './verdict.ts'

type Given = PublicationState['verdicts'][number]

interface Verdicts {
  /** Last first. */
  readonly all: readonly Given[]
  /** Who said no, or that it is sensitive, and has not said yes since. */
  readonly refusals: readonly Given[]
}

/** What approvers said of a set, by a link or in the workshop. What was erased for good is not there. */
export async function verdictsOf(db: Database, insee: string, dataSet: string): Promise<Verdicts> {
  const rows = await db
    .selectFrom('journal')
    .select(['at', 'act', 'note', 'by_name'])
    .where(is => is.and({ insee, data_set: dataSet }))
    .where('act', 'in', ['verdict-yes', 'verdict-no', 'verdict-sensitive', 'verdict-remark'])
    .where('erased', 'is', null)
    .orderBy('seq', 'desc')
    .execute()
  const given = rows.flatMap(row => {
    const verdict = verdictOf(row)
    return verdict ? [{ ...verdict, label: row.by_name }] : []
  })
  const last = new Map<string, Given>()
  // By her name: asked again, she answers by another link.
  for (const said of given) if (said.verdict !== 'remark' && !last.has(said.label)) last.set(said.label, said)
  return {
    all: given,
    refusals: [...last.values()].filter(({ verdict }) => verdict !== 'yes'),
  }
}
