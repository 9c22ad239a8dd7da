import { useEffect, useState } from 'react'
import type { Comparison, JobCard } from '../../../../../src/contract/sets.ts'
import { get, post, problem } from '../../api/index.ts'
import { untilDone } from '../shared/use-job.ts'

export interface ComparisonState {
  readonly job?: JobCard
  readonly comparison?: Comparison
  readonly refused?: string
}

/** Asks for the comparison and waits for it. The job goes on when the page is left, and is found again. */
export function useComparison(slug: string, upload: string, instead: string): ComparisonState {
  const [state, setState] = useState<ComparisonState>({})
  useEffect(() => {
    let here = true
    const tell = (next: ComparisonState) => here && setState(next)
    void compare(slug, upload, instead, job => tell({ job })).then(tell)
    return () => {
      here = false
    }
  }, [slug, upload, instead])
  return state
}

async function compare(
  slug: string,
  upload: string,
  instead: string,
  tell: (job: JobCard) => void,
): Promise<ComparisonState> {
  const asked = await post<JobCard>(`/sets/${slug}/comparison`, { upload, instead })
  if (!('value' in asked)) return { refused: problem(asked) }
  const done = await untilDone(asked.value.id, tell)
  if (done && done.state !== 'done') return { refused: done.message }
  const answer = await get<Comparison>(`/sets/${slug}/comparison/${upload}`)
  return 'value' in answer ? { comparison: answer.value } : { refused: problem(answer) }
}
