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

export function startWorker(onEvent: (event: WorkerEvent) => void, onFailure: (message: string) => void): SetWorker {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, Waiting>()
  let calls = 0
  worker.onmessage = ({ data }: MessageEvent<AnswerMessage | WorkerEvent>) => {
    if ('type' in data) return onEvent(data)
    const one = waiting.get(data.call)
    waiting.delete(data.call)
    if ('failed' in data) one?.reject(new Error(data.failed))
    else one?.resolve(data.answer)
  }
  worker.onerror = ({ message }) => onFailure(message)
  return {
    call: (name, ...args) =>
      new Promise((resolve, reject) => {
        const call = ++calls
        waiting.set(call, { resolve: resolve as (answer: unknown) => void, reject })
        worker.postMessage({ call, name, args })
      }),
    close: () => worker.terminate(),
  }
}
