import { useCallback, useEffect, useState } from 'react'
import type { JobCard } from '../../../../../src/contract/sets.ts'
import { get, problem, remove } from '../../api/index.ts'
import { toast } from '../../design/index.ts'
import { useSet } from '../set-context.ts'
import { hasEnded } from '../sources/preparing.ts'

const ASKED_EVERY = 700

/** Waits for a job, telling its progress. Undefined when the server could not be asked: the job goes on all the same. */
export async function untilDone(id: string, tell: (job: JobCard) => void): Promise<JobCard | undefined> {
  for (;;) {
    const answer = await get<JobCard>(`/jobs/${id}`)
    if (!('value' in answer)) return undefined
    tell(answer.value)
    if (hasEnded(answer.value)) return answer.value
    await new Promise(resolve => setTimeout(resolve, ASKED_EVERY))
  }
}

export async function cancelJob(id: string): Promise<void> {
  const answer = await remove<JobCard>(`/jobs/${id}`)
  if (!('value' in answer)) toast({ kind: 'error', text: problem(answer) })
}

/** The work under way on this set, as it goes; the last one stays until another starts. */
export function useSetJob(): { readonly job: JobCard | undefined; readonly cancel: () => void } {
  const { state, onLive } = useSet()
  const [job, setJob] = useState<JobCard>()
  useEffect(() => onLive(event => event.type === 'job' && setJob(event.job)), [onLive])
  useEffect(() => {
    if (state.job === undefined) return
    // Events sent before this page listened are asked for.
    void get<JobCard>(`/jobs/${state.job}`).then(answer => 'value' in answer && setJob(answer.value))
  }, [state.job])
  const cancel = useCallback(() => {
    if (job) void cancelJob(job.id)
  }, [job])
  return { job, cancel }
}
