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

let shared: Worker | undefined

/** One thread for all the page: what it has compiled and fetched serves every tab of every set. A page that leaves closes its own line only. */
export function startWorker(onEvent: (event: WorkerEvent) => void, onFailure: (message: string) => void): SetWorker {
  shared ??= new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  const thread = shared
  const { port1: line, port2 } = new MessageChannel()
  const waiting = new Map<number, Waiting>()
  let calls = 0
  const failed = ({ message }: ErrorEvent) => onFailure(message ?? 'le calcul ne s’est pas lancé.')
  thread.addEventListener('error', failed)
  line.onmessage = ({ data }: MessageEvent<AnswerMessage | WorkerEvent>) => {
    if ('type' in data) return onEvent(data)
    const one = waiting.get(data.call)
    waiting.delete(data.call)
    if ('failed' in data) one?.reject(new Error(data.failed))
    else one?.resolve(data.answer)
  }
  thread.postMessage('open', [port2])
  return {
    call: (name, ...args) =>
      new Promise((resolve, reject) => {
        const call = ++calls
        waiting.set(call, { resolve: resolve as (answer: unknown) => void, reject })
        line.postMessage({ call, name, args })
      }),
    close() {
      thread.removeEventListener('error', failed)
      line.postMessage('close')
    },
  }
}
