import type { AnswerMessage, WorkerCalls, WorkerEvent } from './protocol.ts'

/** The page's end of the worker: each call is a promise, and the worker may speak by itself. */
export interface SetWorker {
  call<Name extends keyof WorkerCalls>(
    name: Name,
    ...args: Parameters<WorkerCalls[Name]>
  ): Promise<ReturnType<WorkerCalls[Name]>>
  close(): void
}

interface Waiting {
  resolve(answer: unknown): void
  reject(error: Error): void
}

interface Thread {
  readonly worker: Worker
  /** Questions that it has not answered yet. */
  busy: number
}
const threads: Thread[] = []
const MOST_THREADS = 2

/** A thread that rests knows the code and the files already; one that computes for another page would make this one wait. */
function aThread(): Thread {
  const idle = threads.find(({ busy }) => busy === 0) ?? (threads.length >= MOST_THREADS ? threads[0] : undefined)
  if (idle) return idle
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  const thread = { worker, busy: 0 }
  threads.push(thread)
  return thread
}

/** A page that will need a thread starts it while it asks the server what to compute. */
export const warmUp = (): void => void aThread()

/** Threads outlive the pages that use them: a page that leaves closes its own line only. */
export function startWorker(onEvent: (event: WorkerEvent) => void, onFailure: (message: string) => void): SetWorker {
  const thread = aThread()
  const { port1: line, port2 } = new MessageChannel()
  const waiting = new Map<number, Waiting>()
  let calls = 0
  const failed = ({ message }: ErrorEvent) => onFailure(message ?? 'le calcul ne s’est pas lancé.')
  thread.worker.addEventListener('error', failed)
  line.onmessage = ({ data }: MessageEvent<AnswerMessage | WorkerEvent>) => {
    if ('type' in data) return onEvent(data)
    const one = waiting.get(data.call)
    if (waiting.delete(data.call)) thread.busy--
    if ('failed' in data) one?.reject(new Error(data.failed))
    else one?.resolve(data.answer)
  }
  thread.worker.postMessage('open', [port2])
  return {
    call: (name, ...args) =>
      new Promise((resolve, reject) => {
        const call = ++calls
        waiting.set(call, { resolve: resolve as (answer: unknown) => void, reject })
        thread.busy++
        line.postMessage({ call, name, args })
      }),
    close() {
      thread.worker.removeEventListener('error', failed)
      // What it still computes for this page keeps it busy until it is done.
      line.postMessage('close')
    },
  }
}
