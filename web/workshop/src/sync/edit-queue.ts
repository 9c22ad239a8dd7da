import type { Act, ActsAnswer, ActsSent } from '../../../../src/contract/sets.ts'
import type { EditStore, KeptEdit } from './edit-store.ts'

/** What became of what was sent. `retry`: nobody answered, or not now. `refused`: the server read it and will not have it. */
export type Sent = { readonly answer: ActsAnswer } | { readonly retry: Waiting } | { readonly refused: string }
/** Why edits wait. */
export type Waiting = 'offline' | 'signed-out' | 'busy'

export type SavingState =
  | { readonly type: 'saved' }
  | { readonly type: 'saving'; readonly count: number }
  | { readonly type: 'waiting'; readonly count: number; readonly why: Waiting }

export type Done = ActsAnswer['results'][number]

/** Everything outside: handed over, so that a test holds the network, the clock and the other tabs. */
export interface QueueWorld {
  readonly store: EditStore
  send(batch: ActsSent): Promise<Sent>
  /** One at a time among all the tabs of this browser. */
  exclusive<T>(task: () => Promise<T>): Promise<T>
  later(task: () => void, milliseconds: number): () => void
  newKey(): string
}
export interface QueueWatcher {
  state(state: SavingState): void
  done(results: readonly Done[]): void
  refused(edit: KeptEdit): void
}

const FIRST_WAIT = 1_000
const LONGEST_WAIT = 30_000
const MOST_ACTS = 500
const MOST_CELLS = 20_000

/**
 * Edits on their way to the server: kept before anything else, sent in order, sent again until they are acknowledged, removed then and only then.
 * Tabs share the store; whoever holds the lock sends for all, so nothing leaves twice, and the keys make twice harmless.
 */
export class EditQueue {
  #sending: Promise<void> | undefined
  #again = false
  #wait = FIRST_WAIT
  #cancelRetry: () => void = () => undefined
  #batch = MOST_ACTS
  #count = 0
  /** Why the last sending did not arrive: said until one does, not unsaid by each new keystroke. */
  #waiting: Waiting | undefined
  #closed = false

  constructor(
    readonly scope: string,
    readonly page: string,
    readonly world: QueueWorld,
    readonly watcher: QueueWatcher,
  ) {}

  /** Resolved once the acts are kept here, whatever the network does. Their keys, in order. */
  async write(acts: readonly Act[]): Promise<readonly string[]> {
    const edits = acts.map(act => ({ key: this.world.newKey(), page: this.page, act }))
    await this.keep(edits)
    return edits.map(({ key }) => key)
  }

  async keep(edits: readonly KeptEdit[]): Promise<void> {
    this.#count += edits.length
    this.#say()
    await this.world.store.add(this.scope, edits)
    void this.flush()
  }

  /** What is kept here and not acknowledged: on opening, what a closed tab left. */
  async left(): Promise<readonly KeptEdit[]> {
    return this.world.store.all(this.scope)
  }

  async forget(key: string): Promise<void> {
    await this.world.store.remove(this.scope, [key])
  }

  /** Sends what waits, now. Resolved when nothing is left to send or when it will be tried later. */
  flush(): Promise<void> {
    this.#cancelRetry()
    this.#again = true
    this.#sending ??= this.#sendAll().finally(() => {
      this.#sending = undefined
    })
    return this.#sending
  }

  close(): void {
    this.#closed = true
    this.#cancelRetry()
  }

  async #sendAll(): Promise<void> {
    while (this.#again && !this.#closed) {
      this.#again = false
      const waiting = await this.world.exclusive(() => this.#drain())
      if (waiting) this.#retryLater(waiting)
    }
  }

  /** Under the lock: reads the store afresh each time, for another tab may have sent what was there. */
  async #drain(): Promise<Waiting | undefined> {
    for (;;) {
      if (this.#closed) return undefined
      const edits = (await this.world.store.all(this.scope)).filter(({ refused }) => refused === undefined)
      this.#count = edits.length
      this.#say()
      if (edits.length === 0) return undefined
      const waiting = await this.#sendOne(nextBatch(edits, this.#batch))
      if (waiting) return waiting
    }
  }

  async #sendOne(batch: readonly KeptEdit[]): Promise<Waiting | undefined> {
    const sent = await this.world.send({ page: batch[0]!.page, acts: batch.map(({ key, act }) => ({ key, act })) })
    if ('retry' in sent) return sent.retry
    this.#wait = FIRST_WAIT
    this.#waiting = undefined
    if ('answer' in sent) await this.#settle(batch, sent.answer)
    else if (batch.length === 1) await this.#refuse(batch[0]!, sent.refused)
    // One act that the server cannot read must not hold the others: halves until it is alone.
    else this.#batch = Math.ceil(batch.length / 2)
    return undefined
  }

  async #settle(batch: readonly KeptEdit[], { results }: ActsAnswer): Promise<void> {
    this.#batch = MOST_ACTS
    for (const { key, refused } of results) {
      const edit = batch.find(one => one.key === key)
      if (edit && refused !== undefined) await this.#refuse(edit, refused)
    }
    const done = results.filter(({ refused }) => refused === undefined)
    await this.world.store.remove(
      this.scope,
      done.map(({ key }) => key),
    )
    this.watcher.done(done)
  }

  async #refuse(edit: KeptEdit, sentence: string): Promise<void> {
    this.#batch = MOST_ACTS
    await this.world.store.refuse(this.scope, edit.key, sentence)
    this.watcher.refused({ ...edit, refused: sentence })
  }

  #say(): void {
    const count = this.#count
    if (count === 0) this.watcher.state({ type: 'saved' })
    else this.watcher.state(this.#waiting ? { type: 'waiting', count, why: this.#waiting } : { type: 'saving', count })
  }

  #retryLater(why: Waiting): void {
    this.#waiting = why
    this.#say()
    this.#cancelRetry()
    this.#cancelRetry = this.world.later(() => void this.flush(), this.#wait)
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT)
  }
}

/** The oldest edits, all of one page, not too many at once. */
function nextBatch(edits: readonly KeptEdit[], most: number): readonly KeptEdit[] {
  let cells = 0
  let at = 0
  for (; at < edits.length && at < most && edits[at]!.page === edits[0]!.page; at++) {
    cells += weight(edits[at]!.act)
    if (at > 0 && cells > MOST_CELLS) break
  }
  return edits.slice(0, at)
}

const weight = (act: Act): number => (act.type === 'cells' ? act.cells.length : 1)
