import { useEffect, useState } from 'react'
import type { TownCard } from '../../../../../src/contract/people.ts'
import type { SetState } from '../../../../../src/contract/sets.ts'
import { useSession } from '../../api/index.ts'
import { type SetWorker, startWorker } from '../../worker/client.ts'
import type { SetInput } from '../../worker/protocol.ts'
import { useSet } from '../set-context.ts'
import type { TabView } from './tab-view.ts'

export interface TabViewState {
  /** The last that was computed; it stays while a change is computed. */
  readonly view?: TabView
  readonly computing: boolean
  readonly failed?: string
}

/** One worker for all the tabs of the set that is open, so that going from one to the other reads nothing again. */
let kept:
  | { readonly slug: string; readonly worker: SetWorker; view?: { readonly key: string; readonly view: TabView } }
  | undefined

function workerOf(slug: string) {
  if (kept?.slug === slug) return kept
  kept?.worker.close()
  kept = {
    slug,
    worker: startWorker(
      () => undefined,
      () => {
        kept = undefined
      },
    ),
  }
  return kept
}

/** Files that are read, the main one first. */
export const uploadsOf = ({ sourceCards }: SetState): string[] =>
  [...sourceCards]
    .filter(({ replacedBy }) => replacedBy === undefined)
    .sort((a, b) => a.rank - b.rank)
    .map(({ id }) => id)

const inputOf = (state: SetState, town: TownCard): SetInput => ({
  model: state.model.id,
  uploads: uploadsOf(state),
  steps: state.steps,
  town,
})

/** What this tab shows, computed again each time the set changes. */
export function useTabView(): TabViewState {
  const { state } = useSet()
  const { town } = useSession()
  const [answer, setAnswer] = useState<TabViewState>(() => started(state))
  useEffect(() => {
    const key = keyOf(state)
    const holder = workerOf(state.slug)
    if (holder.view?.key === key) return setAnswer({ view: holder.view.view, computing: false })
    let wanted = true
    setAnswer(({ view }) => ({ ...(view && { view }), computing: true }))
    holder.worker.call('tabs', inputOf(state, town)).then(
      view => {
        holder.view = { key, view }
        if (wanted) setAnswer({ view, computing: false })
      },
      (error: Error) =>
        wanted && setAnswer(({ view }) => ({ ...(view && { view }), computing: false, failed: error.message })),
    )
    return () => {
      wanted = false
    }
  }, [state, town])
  return answer
}

const keyOf = ({ slug, seq }: SetState): string => `${slug} ${seq}`

const started = (state: SetState): TabViewState =>
  kept?.view?.key === keyOf(state) ? { view: kept.view.view, computing: false } : { computing: true }
