import type { Worker } from 'node:worker_threads'
import { Refused } from '../../contract/refused.ts'
import {
  Cancelled,
  type Task,
  type TaskResult,
  type TaskType,
  type Tell,
  type Threads,
} from '../../preparation/tasks/task.ts'
import { newWorker } from './new-worker.ts'
import type { ThreadAnswer } from './protocol.ts'

interface Waiting {
  readonly task: Task
  readonly tell: Tell | undefined
  readonly done: (result: never) => void
  readonly fail: (error: Error) => void
}

interface Options {
  /** Threads at work at the same time. */
  readonly most?: number
  /** A thread without work ends after this: an idle Carnet is small. */
  readonly idleMs?: number
}

/**
 * Work that would hold the server up, done beside it. A thread does one task at a time and stays a while for the next one; a task that is
 * cancelled takes its thread with it, wherever it is.
 */
export function startThreads({ most = 2, idleMs = 30_000 }: Options = {}): Threads {
  const queue: Waiting[] = []
  const threads = new Set<Thread>()
  const next = () => {
    while (queue.length > 0) {
      const free = [...threads].find(thread => thread.isFree) ?? (threads.size < most ? newThread() : undefined)
      if (!free) return
      free.start(queue.shift()!)
    }
  }
  const newThread = () => {
    const thread: Thread = new Thread(idleMs, next, () => {
      threads.delete(thread)
      next()
    })
    threads.add(thread)
    return thread
  }
  return {
    run: <T extends TaskType>(
      task: Extract<Task, { type: T }>,
      options: { tell?: Tell | undefined; signal?: AbortSignal | undefined } = {},
    ) =>
      new Promise<TaskResult<T>>((done, fail) => {
        const { tell, signal } = options
        if (signal?.aborted) return fail(new Cancelled())
        const waiting: Waiting = { task, tell, done, fail }
        queue.push(waiting)
        signal?.addEventListener('abort', () => {
          const at = queue.indexOf(waiting)
          if (at >= 0) queue.splice(at, 1)
          for (const thread of threads) if (thread.current === waiting) thread.end()
          fail(new Cancelled())
        })
        next()
      }),
    async close() {
      for (const { fail } of queue.splice(0)) fail(new Cancelled())
      await Promise.all([...threads].map(thread => thread.end()))
    },
  }
}

class Thread {
  readonly #worker: Worker
  #current: Waiting | undefined
  #count = 0
  #clock: NodeJS.Timeout | undefined
  #ended = false

  constructor(
    readonly idleMs: number,
    readonly onFree: () => void,
    readonly onEnd: () => void,
  ) {
    this.#worker = newWorker()
    this.#worker.unref()
    this.#worker.on('message', (answer: ThreadAnswer) => this.#hear(answer))
    this.#worker.on('error', error => this.#stop(error))
    this.#worker.on('exit', () => this.#stop(new Cancelled()))
  }

  get current(): Waiting | undefined {
    return this.#current
  }

  get isFree(): boolean {
    return !this.#current && !this.#ended
  }

  start(waiting: Waiting): void {
    clearTimeout(this.#clock)
    this.#current = waiting
    this.#count++
    this.#worker.postMessage({ id: this.#count, task: waiting.task })
  }

  async end(): Promise<void> {
    this.#stop(new Cancelled())
    await this.#worker.terminate()
  }

  #hear(answer: ThreadAnswer): void {
    const waiting = this.#current
    if (!waiting || answer.id !== this.#count) return
    if (answer.type === 'tell') {
      waiting.tell?.(answer.progress, answer.message)
      return
    }
    this.#current = undefined
    this.#clock = setTimeout(() => void this.end(), this.idleMs)
    this.#clock.unref()
    if (answer.type === 'done') waiting.done(answer.result as never)
    else waiting.fail(answer.refused ? new Refused(422, answer.message) : new Error(answer.message))
    this.onFree()
  }

  #stop(error: Error): void {
    clearTimeout(this.#clock)
    if (this.#ended) return
    this.#ended = true
    this.#current?.fail(error)
    this.#current = undefined
    this.onEnd()
  }
}
