import { useCallback, useEffect, useRef, useState } from 'react'
import { type Answer, get } from './client.ts'

export interface Loaded<T> {
  /** The last that came; it stays while it is read again, or while the network is cut. */
  readonly value: T | undefined
  readonly refused: string | undefined
  readonly status: number | undefined
  readonly offline: boolean
  readonly loading: boolean
  readonly reload: () => Promise<void>
  /** What an act answered is shown at once, without asking again. */
  readonly put: (value: T) => void
}
interface State<T> {
  readonly path: string | null
  readonly value?: T | undefined
  readonly refused?: string
  readonly status?: number
  readonly offline?: true
  readonly loading: boolean
}

/** Reads an address of the API, and again when asked. `null`: nothing to read yet. */
export function useApi<T>(path: string | null): Loaded<T> {
  const [state, setState] = useState<State<T>>({ path, loading: path !== null })
  const asked = useRef(0)
  const load = useCallback(async () => {
    if (path === null) return
    const mine = ++asked.current
    setState(before => ({ ...(before.path === path ? before : { path }), loading: true }))
    const answer = await get<T>(path)
    // An answer that comes after a later question is not shown.
    if (mine === asked.current) setState(before => after(before, path, answer))
  }, [path])
  useEffect(() => {
    void load()
  }, [load])
  const put = useCallback((value: T) => setState({ path, value, loading: false }), [path])
  const now: State<T> = state.path === path ? state : { path, loading: path !== null }
  return {
    value: now.value,
    refused: now.refused,
    status: now.status,
    offline: now.offline ?? false,
    loading: now.loading,
    reload: load,
    put,
  }
}

const after = <T>(before: State<T>, path: string, answer: Answer<T>): State<T> => {
  if ('value' in answer) return { path, value: answer.value, loading: false }
  const kept = before.path === path ? { value: before.value } : {}
  return 'refused' in answer
    ? { path, ...kept, refused: answer.refused, status: answer.status, loading: false }
    : { path, ...kept, offline: true, loading: false }
}
