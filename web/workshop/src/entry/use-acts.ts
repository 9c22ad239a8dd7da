import { useCallback, useEffect, useRef, useState } from 'react'
import type { Act } from '../../../../src/contract/sets.ts'
import { drawKey, PAGE } from '../api/index.ts'
import { openBrowserStore } from '../sync/browser-store.ts'
import { browserWorld } from '../sync/browser-world.ts'
import { EditQueue, type SavingState } from '../sync/edit-queue.ts'
import type { KeptEdit } from '../sync/edit-store.ts'

export interface KeptActs {
  /** Kept here, not acknowledged yet; what the server refused stays until it is forgotten. */
  readonly pending: readonly KeptEdit[]
  readonly saving: SavingState
  readonly write: (...acts: readonly Act[]) => void
  readonly forget: (key: string) => void
}

/** Acts on a set that go to the browser's own store first: the network may be cut and the tab closed. `reload` reads the set again. */
export function useActs(slug: string, scope: string, reload: () => Promise<void>): KeptActs {
  const [pending, setPending] = useState<readonly KeptEdit[]>([])
  const [saving, setSaving] = useState<SavingState>({ type: 'saved' })
  const queue = useRef<EditQueue>(undefined)
  const early = useRef<KeptEdit[]>([])
  useEffect(() => {
    let closed = false
    let opened: EditQueue | undefined
    const watcher = {
      state: setSaving,
      // Shown from here until the set that holds it has been read: a row never blinks.
      done: (results: readonly { readonly key: string }[]) => void reload().then(() => setPending(without(results))),
      refused: (edit: KeptEdit) => setPending(now => now.map(one => (one.key === edit.key ? edit : one))),
    }
    void openBrowserStore().then(async store => {
      if (closed) return
      opened = new EditQueue(scope, PAGE, browserWorld(slug, scope, store), watcher)
      const left = await opened.left()
      setPending(now => [...left, ...now])
      queue.current = opened
      if (early.current.length > 0) await opened.keep(early.current.splice(0))
      void opened.flush()
    })
    const again = () => void queue.current?.flush()
    window.addEventListener('online', again)
    return () => {
      closed = true
      window.removeEventListener('online', again)
      opened?.close()
      queue.current = undefined
    }
  }, [slug, scope, reload])
  const write = useCallback((...acts: readonly Act[]) => {
    const edits = acts.map(act => ({ key: drawKey(), page: PAGE, act }))
    setPending(now => [...now, ...edits])
    if (queue.current) void queue.current.keep(edits)
    else early.current.push(...edits)
  }, [])
  const forget = useCallback((key: string) => {
    setPending(without([{ key }]))
    void queue.current?.forget(key)
  }, [])
  return { pending, saving, write, forget }
}

const without =
  (results: readonly { readonly key: string }[]) =>
  (now: readonly KeptEdit[]): readonly KeptEdit[] =>
    now.filter(({ key }) => !results.some(result => result.key === key))
