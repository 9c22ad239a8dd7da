import { useEffect, useState } from 'react'
import { drawKey, PAGE, useSession } from '../../api/index.ts'
import { SheetSession } from '../../sheet/sheet-session.ts'
import { type BrowserStore, type Draft, openBrowserStore } from '../../sync/browser-store.ts'
import { browserWorld, holdPage, pageGone } from '../../sync/browser-world.ts'
import { EditQueue } from '../../sync/edit-queue.ts'
import { startWorker } from '../../worker/client.ts'
import { useSet } from '../set-context.ts'

export interface OpenSheet {
  readonly session: SheetSession
  readonly store: BrowserStore
  readonly scope: string
}

/** The sheet of this set: its worker, its queue, and what others do, as long as the tab is open. */
export function useSheetSession(): OpenSheet | undefined {
  const { state, onLive } = useSet()
  const { town, person } = useSession()
  const [open, setOpen] = useState<OpenSheet>()
  const { slug } = state
  const scope = `${town.insee} ${person.id} ${slug}`
  useEffect(() => {
    const worker = startWorker(
      event => session.onWorker(event),
      message => session.onFailure(message),
    )
    const session = new SheetSession({ worker, page: PAGE, town, newKey: drawKey })
    const opening = session.receive(state)
    let close = () => worker.close()
    let wanted = true
    const leaving = new AbortController()
    void openBrowserStore().then(async store => {
      if (!wanted) return
      const queue = queueOf(session, store, slug, scope)
      const stop = flushWhenBack(queue)
      close = () => {
        stop()
        queue.close()
        worker.close()
      }
      session.queue = queue
      setOpen({ session, store, scope })
      await opening
      await session.resume(await queue.left(), 0)
      await resumeDrafts(session, store, scope, leaving.signal)
    })
    return () => {
      wanted = false
      leaving.abort()
      setOpen(undefined)
      close()
    }
  }, [slug, scope])
  useEffect(() => void open?.session.receive(state), [open, state])
  useEffect(
    () =>
      onLive(event => {
        if (event.type === 'entry') void open?.session.hear(event.seq, event.change)
      }),
    [open, onLive],
  )
  return open
}

const queueOf = (session: SheetSession, store: BrowserStore, slug: string, scope: string): EditQueue =>
  new EditQueue(scope, PAGE, browserWorld(slug, scope, store), {
    state: state => session.onSaving(state),
    done: results => session.onDone(results),
    refused: edit => session.onRefused(edit),
  })

/** The network is back, or the person is: what waits leaves at once. */
function flushWhenBack(queue: EditQueue): () => void {
  const flush = () => {
    if (document.visibilityState === 'visible') void queue.flush()
  }
  addEventListener('online', flush)
  document.addEventListener('visibilitychange', flush)
  return () => {
    removeEventListener('online', flush)
    document.removeEventListener('visibilitychange', flush)
  }
}

/** The cell that was being written in a page that closed, or that closes from now on. */
async function resumeDrafts(
  session: SheetSession,
  store: BrowserStore,
  scope: string,
  signal: AbortSignal,
): Promise<void> {
  holdPage(PAGE)
  for (const { page } of await store.drafts(scope)) {
    if (page === PAGE) continue
    void pageGone(page, signal).then(async gone => {
      // A page that waited too may have taken it first.
      const draft = gone ? (await store.drafts(scope)).find(one => one.page === page) : undefined
      if (draft) await takeOver(session, store, scope, draft)
    })
  }
}

async function takeOver(session: SheetSession, store: BrowserStore, scope: string, draft: Draft): Promise<void> {
  const { page, edit } = draft
  const kept = (await store.all(scope)).some(({ key }) => key === edit.key)
  if (!kept) await store.add(scope, [edit])
  await store.dropDraft(page)
  if (!kept) await session.resume([edit], 1)
}
