import { useEffect, useState } from 'react'
import { drawKey, PAGE, useSession } from '../../api/index.ts'
import { SheetSession } from '../../sheet/sheet-session.ts'
import { type BrowserStore, openBrowserStore } from '../../sync/browser-store.ts'
import { browserWorld, holdPage, isPageAlive } from '../../sync/browser-world.ts'
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
      await resume(session, store, queue, scope)
    })
    return () => {
      wanted = false
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

/** What a closed page left: its edits, and the cell that was being written in it. */
async function resume(session: SheetSession, store: BrowserStore, queue: EditQueue, scope: string): Promise<void> {
  holdPage(PAGE)
  const left = await queue.left()
  const known = new Set(left.map(({ key }) => key))
  const drafts = []
  for (const draft of await store.drafts(scope)) {
    if (draft.page === PAGE || (await isPageAlive(draft.page))) continue
    if (!known.has(draft.edit.key)) drafts.push(draft.edit)
    await store.dropDraft(draft.page)
  }
  if (drafts.length > 0) await store.add(scope, drafts)
  await session.resume([...left, ...drafts], drafts.length)
}
