import { useCallback, useEffect, useRef, useState } from 'react'
import { drawKey, post } from '../api/index.ts'
import { type Delivery, type Kept, Outbox, openOutboxStore } from './outbox.ts'

export interface Given {
  /** Not on the server yet, or refused by it. */
  readonly left: readonly Kept[]
  readonly give: (path: Kept['path'], body: Readonly<Record<string, unknown>>) => void
  readonly forget: (key: string) => void
}

/** What the holder of a link gives: kept by her browser until the server has it. `reload` reads the page of the link again. */
export function useOutbox(token: string, reload: () => Promise<void>): Given {
  const [left, setLeft] = useState<readonly Kept[]>([])
  const outbox = useRef<Promise<Outbox>>(undefined)
  useEffect(() => {
    let count = 0
    const changed = (kept: readonly Kept[]) => {
      const fewer = kept.length < count
      count = kept.length
      // Shown from here until the page that holds it has been read.
      if (fewer) void reload().then(() => setLeft(kept))
      else setLeft(kept)
    }
    const opened = openOutboxStore().then(store => new Outbox(token, { store, send: deliver, later, changed }))
    outbox.current = opened
    const flush = () => void opened.then(one => one.flush())
    void opened.then(async one => {
      const kept = await one.world.store.all(token)
      changed(kept)
      flush()
    })
    window.addEventListener('online', flush)
    return () => {
      window.removeEventListener('online', flush)
      void opened.then(one => one.close())
    }
  }, [token, reload])
  const give = useCallback((path: Kept['path'], body: Readonly<Record<string, unknown>>) => {
    const key = drawKey()
    void outbox.current?.then(one => one.give({ key, path, body: { key, ...body } }))
  }, [])
  const forget = useCallback((key: string) => void outbox.current?.then(one => one.forget(key)), [])
  return { left, give, forget }
}

async function deliver({ token, path, body }: Kept): Promise<Delivery> {
  const answer = await post(`/api/link/${encodeURIComponent(token)}/${path}`, body)
  if ('value' in answer) return { done: true }
  if ('offline' in answer || answer.status === 429 || answer.status >= 500) return { retry: true }
  return { refused: answer.refused }
}

const later = (task: () => void, milliseconds: number) => {
  const timer = setTimeout(task, milliseconds)
  return () => clearTimeout(timer)
}
