import type { Selectable } from 'kysely'
import type { JobCard } from '../../contract/sets.ts'
import type { JobTable } from '../../store/tables.ts'
import type { Tell } from '../tasks/task.ts'

export type JobKind = JobCard['kind']
export type JobRow = Selectable<JobTable>

/** What a job does: its result is written by itself, in one transaction. Answers the last sentence, and what is kept for the page. */
export type JobWork = (job: JobRow, tell: Tell, signal: AbortSignal) => Promise<JobDone>
export interface JobDone {
  readonly message: string
  readonly result?: unknown
}

/** `slug`: the address of the set. */
export const jobCard = (row: JobRow, slug?: string): JobCard => ({
  id: row.id,
  kind: row.kind as JobKind,
  ...(slug !== undefined && { set: slug }),
  title: row.title,
  state: row.state as JobCard['state'],
  progress: row.progress,
  message: row.message,
  createdAt: row.created_at,
  ...(row.ended_at !== null && { endedAt: row.ended_at }),
})
