import { type ReactNode, useCallback, useMemo, useRef } from 'react'
import type { Act, ActsAnswer, LiveEvent, SetState } from '../../../../src/contract/sets.ts'
import { drawKey, PAGE, post, useLive } from '../api/index.ts'
import { SetContext } from './set-context.ts'
import { usePresence } from './use-presence.ts'

interface SetProviderProps {
  readonly state: SetState
  readonly reload: () => Promise<void>
  readonly tellWaiting: (count: number) => void
  readonly children: ReactNode
}

/** Feeds the tabs: the set as the server last told it, read again when anybody changes it. */
export function SetProvider({ state, reload, tellWaiting, children }: SetProviderProps) {
  const { slug } = state
  const { others, lookAt, hear } = usePresence(slug)
  const listeners = useRef(new Set<(event: LiveEvent) => void>())
  const seq = useRef(state.seq)
  seq.current = state.seq
  const again = useSoon(reload)
  const onEvent = (event: LiveEvent) => {
    hear(event)
    for (const listener of listeners.current) listener(event)
    if (event.type === 'entry' && event.seq > seq.current) again()
    if (event.type === 'job' && ['done', 'failed', 'cancelled'].includes(event.job.state)) again()
  }
  useLive(`/sets/${slug}/live`, onEvent, again)
  const onLive = useCallback((listener: (event: LiveEvent) => void) => {
    listeners.current.add(listener)
    return () => void listeners.current.delete(listener)
  }, [])
  const act = useCallback(
    async (...acts: readonly Act[]) => {
      const sent = { page: PAGE, acts: acts.map(one => ({ key: drawKey(), act: one })) }
      const answer = await post<ActsAnswer>(`/sets/${slug}/acts`, sent)
      await reload()
      return answer
    },
    [slug, reload],
  )
  const value = useMemo(
    () => ({ state, reload, act, onLive, others, lookAt, tellWaiting }),
    [state, reload, act, onLive, others, lookAt, tellWaiting],
  )
  return <SetContext value={value}>{children}</SetContext>
}

/** Several events in a row make one reading. */
function useSoon(run: () => Promise<void>): () => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  return useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void run(), 150)
  }, [run])
}
