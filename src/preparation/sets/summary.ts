import type { SetStage, SetSummary } from '../../contract/sets.ts'
import type { WishDecision } from '../../contract/wishes.ts'
import type { Database } from '../../store/open.ts'
import { awaitedApprovals, openRequests } from '../home/requests.ts'
import { NO_MODEL } from '../models/no-model.ts'
import type { Summary } from '../tasks/task.ts'
import type { SetRow } from './find.ts'

/** Where sets stand, from the last check of each on the server. */
export async function summaries(
  db: Database,
  rows: readonly SetRow[],
  modelTitle: (id: string) => Promise<string>,
): Promise<SetSummary[]> {
  if (rows.length === 0) return []
  const { insee } = rows[0]!
  const counts = await db
    .selectFrom('source')
    .select(['data_set', ({ fn }) => fn.countAll<number>().as('many')])
    .where('insee', '=', insee)
    .where('replaced_by', 'is', null)
    .groupBy('data_set')
    .execute()
  const sources = new Map(counts.map(({ data_set, many }) => [data_set, Number(many)]))
  const open = await publishedOf(db, insee)
  const decided = await decisionsOf(db, insee)
  const awaited = awaitedApprovals(await openRequests(db, insee))
  return Promise.all(
    rows.map(async row => {
      const seen = open.get(row.id)
      return {
        ...summaryOf(row, sources.get(row.id) ?? 0, await modelTitle(row.model), seen?.withdrawn === false),
        ...(awaited.has(row.id) && { awaiting: awaited.get(row.id)! }),
        ...(decided.has(row.id) && { decision: decided.get(row.id)! }),
        ...(seen && (seen.withdrawn ? WITHDRAWN : { published: { slug: seen.slug, behind: row.seq > seen.seq } })),
      }
    }),
  )
}

const WITHDRAWN = { withdrawn: true } as const

interface Opened {
  readonly slug: string
  /** Number of the entry that opened its latest version. */
  readonly seq: number
  readonly withdrawn: boolean
}

/** Sets that the public reads, or read, by id. */
async function publishedOf(db: Database, insee: string): Promise<Map<string, Opened>> {
  const rows = await db
    .selectFrom('publication as p')
    .innerJoin('version as v', join =>
      join.onRef('v.insee', '=', 'p.insee').onRef('v.data_set', '=', 'p.data_set').onRef('v.hash', '=', 'p.hash'),
    )
    .select(['p.data_set', 'p.slug', 'p.withdrawn_at', 'v.seq'])
    .where('p.insee', '=', insee)
    .execute()
  return new Map(
    rows.map(({ data_set, slug, seq, withdrawn_at }) => [data_set, { slug, seq, withdrawn: withdrawn_at !== null }]),
  )
}

/** What the town decided of its wishes, by id. */
async function decisionsOf(db: Database, insee: string): Promise<Map<string, WishDecision>> {
  const rows = await db
    .selectFrom('wish')
    .select(['data_set', 'decision'])
    .where('insee', '=', insee)
    .where('decision', 'is not', null)
    .execute()
  return new Map(rows.map(({ data_set, decision }) => [data_set, decision as WishDecision]))
}

function summaryOf(row: SetRow, sources: number, modelTitle: string, published: boolean): SetSummary {
  const found = row.summary === null ? undefined : (JSON.parse(row.summary) as Summary)
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    model: { id: row.model, title: modelTitle },
    ...(row.theme !== null && { theme: row.theme }),
    ...(row.rank !== null && { rank: row.rank }),
    stage: row.model === NO_MODEL && found?.rows ? 'to-prepare' : stageOf(sources, found, published),
    sources,
    ...(found && {
      rows: found.rows,
      conformity: found.conformity,
      errors: found.errors,
      questions: found.questions,
    }),
    changedAt: row.changed_at,
    changedBy: row.changed_by,
  }
}

/** In the order of the work: a file first, then what is wrong, then what is missing. */
export function stageOf(sources: number, summary: Summary | undefined, published = false): SetStage {
  if (sources === 0 && (summary?.rows ?? 0) === 0) return 'waiting-for-file'
  if (!summary || summary.rows === 0) return 'to-prepare'
  if (summary.valid) return published ? 'published' : 'ready'
  return summary.onlyHoles ? 'to-complete' : 'to-prepare'
}
