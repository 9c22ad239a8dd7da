import type { JobCard } from '../../../../../src/contract/sets.ts'

const ENDED: ReadonlySet<JobCard['state']> = new Set(['done', 'failed', 'cancelled'])
export const hasEnded = ({ state }: JobCard): boolean => ENDED.has(state)

/** Is Carnet looking at the files? `running`: the job that the set tells of; `job`: what was last heard of one. */
export function isPreparing(running: string | undefined, job: JobCard | undefined): boolean {
  if (job && (running === undefined || running === job.id)) return job.kind === 'propose' && !hasEnded(job)
  return running !== undefined
}
