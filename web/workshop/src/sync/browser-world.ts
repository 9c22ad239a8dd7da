import type { ActsAnswer } from '../../../../src/contract/sets.ts'
import { drawKey, post } from '../api/index.ts'
import type { QueueWorld, Sent } from './edit-queue.ts'
import type { EditStore } from './edit-store.ts'

/** The queue's world in a browser: the network, the clock, and a lock that all tabs share. */
export const browserWorld = (slug: string, scope: string, store: EditStore): QueueWorld => ({
  store,
  send: batch => send(slug, batch),
  exclusive: task => withLock(`carnet-send ${scope}`, task),
  later(task, milliseconds) {
    const timer = setTimeout(task, milliseconds)
    return () => clearTimeout(timer)
  },
  newKey: drawKey,
})

async function send(slug: string, batch: Parameters<QueueWorld['send']>[0]): Promise<Sent> {
  const answer = await post<ActsAnswer>(`/sets/${encodeURIComponent(slug)}/acts`, batch)
  if ('value' in answer) return { answer: answer.value }
  if ('offline' in answer) return { retry: 'offline' }
  if (answer.status === 401) return { retry: 'signed-out' }
  return answer.status === 408 || answer.status === 429 || answer.status >= 500
    ? { retry: 'busy' }
    : { refused: answer.refused }
}

/** Browsers only lock on https and localhost. Elsewhere two tabs may send the same edit: its key makes it done once. */
async function withLock<T>(name: string, task: () => Promise<T>): Promise<T> {
  if (!navigator.locks) return task()
  return (await navigator.locks.request(name, task)) as T
}

/** Tells the other tabs that this page lives, as long as it does. */
export function holdPage(page: string): void {
  void navigator.locks?.request(pageLock(page), () => new Promise(() => undefined))
}
/** Waits until that page is no more: the browser gives its lock back. True when it is so, false when whoever waited left first. */
export async function pageGone(page: string, signal: AbortSignal): Promise<boolean> {
  try {
    await navigator.locks?.request(pageLock(page), { signal }, () => undefined)
    return !signal.aborted
  } catch {
    return false
  }
}
const pageLock = (page: string): string => `carnet-page ${page}`
