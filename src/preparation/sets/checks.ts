import { Refused } from '../../contract/refused.ts'
import type { TaskResult } from '../tasks/task.ts'
import { Cancelled } from '../tasks/task.ts'
import type { PreparationWorld } from '../world.ts'
import { findAnySet } from './find.ts'
import { taskSet } from './task-set.ts'

type Checked = TaskResult<'check'> & { readonly id: string; readonly seq: number }

/** A set is checked once nobody has changed it for this long. */
const QUIET_MS = 1_500

/**
 * Keeps the summary of every set true: after a change, the server checks the whole table in a thread. Nothing is queued in the database: a set
 * whose summary is older than its last entry is due, whatever happened in between.
 */
export class Checks {
  readonly #clocks = new Map<string, NodeJS.Timeout>()
  readonly #running = new Map<string, AbortController>()
  #closed = false

  constructor(
    readonly world: PreparationWorld,
    readonly quietMs = QUIET_MS,
  ) {}

  /** At the start: the sets that changed after their last check. */
  async resume(): Promise<void> {
    const rows = await this.world.db
      .selectFrom('data_set')
      .select(['insee', 'slug'])
      .where('trashed_at', 'is', null)
      .where(is => is.or([is('summary_seq', 'is', null), is('summary_seq', '<', is.ref('seq'))]))
      .execute()
    for (const { insee, slug } of rows) this.soon(insee, slug)
  }

  soon(insee: string, slug: string): void {
    const key = `${insee}/${slug}`
    clearTimeout(this.#clocks.get(key))
    if (this.#closed) return
    const clock = setTimeout(() => {
      this.#clocks.delete(key)
      this.#run(insee, slug).catch(error => this.world.report(error, 'check'))
    }, this.quietMs)
    clock.unref()
    this.#clocks.set(key, clock)
  }

  close(): void {
    this.#closed = true
    for (const clock of this.#clocks.values()) clearTimeout(clock)
    for (const running of this.#running.values()) running.abort()
  }

  async #run(insee: string, slug: string): Promise<void> {
    const key = `${insee}/${slug}`
    if (this.#running.has(key)) return this.soon(insee, slug)
    const running = new AbortController()
    this.#running.set(key, running)
    try {
      await this.#keep(insee, slug, running.signal)
    } catch (error) {
      // Stopped, or the set went meanwhile: it is checked when it comes back.
      if (!(error instanceof Cancelled || error instanceof Refused || this.#closed)) throw error
    } finally {
      this.#running.delete(key)
    }
  }

  async #keep(insee: string, slug: string, signal: AbortSignal): Promise<void> {
    const { id, seq, summary } = await this.now(insee, slug, signal)
    await this.world.db
      .updateTable('data_set')
      .set({ summary: JSON.stringify(summary), summary_seq: seq })
      .where(is => is.and({ insee, id }))
      .where(is => is.or([is('summary_seq', 'is', null), is('summary_seq', '<=', seq)]))
      .execute()
    this.world.live.send(insee, '', { type: 'checked', set: slug })
  }

  /** The set as it is now, checked in a thread. */
  async now(insee: string, slug: string, signal?: AbortSignal): Promise<Checked> {
    const set = await findAnySet(this.world.db, insee, slug)
    const checked = await this.world.threads.run({ type: 'check', set: await taskSet(this.world, set) }, { signal })
    return { ...checked, id: set.id, seq: set.seq }
  }
}
