import { Refused } from '../../contract/refused.ts'
import type { JobCard } from '../../contract/sets.ts'
import type { Actor } from '../../store/world.ts'
import { Cancelled } from '../tasks/task.ts'
import type { PreparationWorld } from '../world.ts'
import { type JobDone, type JobKind, type JobRow, type JobWork, jobCard } from './job.ts'

export interface NewJob {
  readonly kind: JobKind
  /** Id of the set. */
  readonly dataSet?: string | undefined
  readonly title: string
  readonly input: unknown
}

/** Results of jobs are kept this long. */
const KEPT_MS = 30 * 24 * 3600 * 1000
/** Progress is told at most this often. */
const TELL_MS = 400

/**
 * Long work: the queue is in the database, so that it survives a restart (what ran starts again from its beginning, for results are written
 * whole); it runs in threads, a few at a time, and can be left, found again and cancelled.
 */
export class Jobs {
  readonly #running = new Map<string, AbortController>()
  readonly #ends = new Map<string, Promise<void>>()
  #closed = false

  constructor(
    readonly world: PreparationWorld,
    readonly work: Readonly<Record<JobKind, JobWork>>,
    readonly most = 2,
  ) {}

  /** At the start: what was running when the server ended is queued again; what ended long ago is forgotten. */
  async resume(): Promise<void> {
    const old = new Date(Date.parse(this.world.now()) - KEPT_MS).toISOString()
    await this.world.db.deleteFrom('job').where('ended_at', '<', old).execute()
    await this.world.db
      .updateTable('job')
      .set({ state: 'queued', progress: 0 })
      .where('state', '=', 'running')
      .execute()
    await this.#next()
  }

  /** One job of a kind for a set waits at a time: asked twice, it is done once. */
  async add({ insee, name }: Actor, { kind, dataSet, title, input }: NewJob): Promise<JobRow> {
    const { db } = this.world
    const values = { insee, kind, data_set: dataSet ?? null, input: JSON.stringify(input), state: 'queued' }
    const waiting = await db
      .selectFrom('job')
      .selectAll()
      .where(is => is.and({ insee, kind, input: values.input, state: 'queued' }))
      .where('data_set', 'is not distinct from', values.data_set)
      .executeTakeFirst()
    if (waiting) return waiting
    const job: JobRow = {
      ...values,
      id: this.world.newId(),
      title,
      progress: 0,
      message: 'En attente',
      result: null,
      created_at: this.world.now(),
      created_by: name,
      ended_at: null,
    }
    await db.insertInto('job').values(job).execute()
    await this.#tell(job)
    await this.#next()
    return job
  }

  /** Waits for the end of a job, not longer than `ms`. */
  async wait({ id }: Pick<JobRow, 'id'>, ms: number): Promise<void> {
    let clock: NodeJS.Timeout | undefined
    const late = new Promise<void>(done => {
      clock = setTimeout(done, ms)
    })
    await Promise.race([this.#untilEnd(id), late])
    clearTimeout(clock)
  }

  async #untilEnd(id: string): Promise<void> {
    // A job that waits for its turn has no promise yet.
    while (!this.#closed) {
      const end = this.#ends.get(id)
      if (end) return end
      const row = await this.world.db.selectFrom('job').select('state').where('id', '=', id).executeTakeFirst()
      if (row?.state !== 'queued') return
      await Promise.race([...this.#ends.values(), new Promise(done => setTimeout(done, 50).unref())])
    }
  }

  async cancel(insee: string, id: string): Promise<void> {
    const { numUpdatedRows } = await this.world.db
      .updateTable('job')
      .set({ state: 'cancelled', message: 'Arrêté à votre demande', ended_at: this.world.now() })
      .where(is => is.and({ insee, id }))
      .where('state', 'in', ['queued', 'running'])
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Refused(409, 'Ce travail est déjà terminé.')
    this.#running.get(id)?.abort()
    await this.#ends.get(id)
    await this.#tell(await this.#row(insee, id))
  }

  async card(insee: string, id: string): Promise<JobCard> {
    return (await this.#cards([await this.#row(insee, id)]))[0]!
  }

  /** Latest first. */
  async list(insee: string, limit = 50): Promise<JobCard[]> {
    const rows = await this.world.db
      .selectFrom('job')
      .selectAll()
      .where('insee', '=', insee)
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .limit(limit)
      .execute()
    return this.#cards(rows)
  }

  /** What runs is stopped, and starts again with the server. */
  async close(): Promise<void> {
    this.#closed = true
    for (const running of this.#running.values()) running.abort()
    await Promise.all(this.#ends.values())
  }

  async #next(): Promise<void> {
    while (!this.#closed && this.#running.size < this.most) {
      const row = await this.#take()
      if (!row) return
      const end = this.#run(row).finally(() => {
        this.#running.delete(row.id)
        this.#ends.delete(row.id)
      })
      this.#ends.set(row.id, end)
      void end.then(() => this.#next()).catch(error => this.world.report(error, 'jobs'))
    }
  }

  /** The oldest of those waiting, unless another process took it. */
  async #take(): Promise<JobRow | undefined> {
    const { db } = this.world
    for (;;) {
      const row = await db
        .selectFrom('job')
        .selectAll()
        .where('state', '=', 'queued')
        .orderBy('created_at')
        .orderBy('id')
        .limit(1)
        .executeTakeFirst()
      if (!row || this.#closed || this.#running.size >= this.most) return undefined
      // Held at once: several requests may be here together.
      if (this.#running.has(row.id)) return undefined
      this.#running.set(row.id, new AbortController())
      const taken = await db
        .updateTable('job')
        .set({ state: 'running', message: 'En cours' })
        .where(is => is.and({ insee: row.insee, id: row.id, state: 'queued' }))
        .executeTakeFirst()
      if (taken.numUpdatedRows > 0n) return { ...row, state: 'running', message: 'En cours' }
      this.#running.delete(row.id)
    }
  }

  async #run(row: JobRow): Promise<void> {
    const { signal } = this.#running.get(row.id)!
    await this.#tell(row)
    try {
      await this.#end(row, 'done', await this.work[row.kind as JobKind](row, this.#teller(row), signal))
    } catch (error) {
      if (signal.aborted || error instanceof Cancelled) return
      const expected = error instanceof Refused
      if (!expected) this.world.report(error, `job ${row.kind}`)
      await this.#end(row, 'failed', { message: expected ? error.message : BUG })
    }
  }

  #teller(row: JobRow) {
    let last = 0
    return (progress: number, message: string) => {
      const now = Date.now()
      if (now - last < TELL_MS || this.#closed) return
      last = now
      const set = { progress, message }
      void this.world.db
        .updateTable('job')
        .set(set)
        .where(is => is.and({ insee: row.insee, id: row.id, state: 'running' }))
        .execute()
        .then(() => this.#tell({ ...row, ...set }))
        .catch(error => this.world.report(error, 'jobs'))
    }
  }

  async #end(row: JobRow, state: 'done' | 'failed', { message, result }: JobDone): Promise<void> {
    const set = { state, message, progress: state === 'done' ? 1 : row.progress, ended_at: this.world.now() }
    const { numUpdatedRows } = await this.world.db
      .updateTable('job')
      .set({ ...set, result: result === undefined ? null : JSON.stringify(result) })
      .where(is => is.and({ insee: row.insee, id: row.id, state: 'running' }))
      .executeTakeFirst()
    if (numUpdatedRows > 0n) await this.#tell({ ...row, ...set })
  }

  /** Who watches the set, or the town, hears of it. */
  async #tell(row: JobRow): Promise<void> {
    const [job] = await this.#cards([row])
    const event = { type: 'job' as const, job: job! }
    this.world.live.send(row.insee, '', event)
    if (job!.set !== undefined) this.world.live.send(row.insee, job!.set, event)
  }

  async #row(insee: string, id: string): Promise<JobRow> {
    const row = await this.world.db
      .selectFrom('job')
      .selectAll()
      .where(is => is.and({ insee, id }))
      .executeTakeFirst()
    if (!row) throw new Refused(404, 'Ce travail n’existe pas.')
    return row
  }

  async #cards(rows: readonly JobRow[]): Promise<JobCard[]> {
    const ids = [...new Set(rows.flatMap(({ data_set }) => data_set ?? []))]
    if (ids.length === 0) return rows.map(row => jobCard(row))
    const sets = await this.world.db
      .selectFrom('data_set')
      .select(['id', 'slug'])
      .where('insee', '=', rows[0]!.insee)
      .where('id', 'in', ids)
      .execute()
    const slugs = new Map(sets.map(({ id, slug }) => [id, slug]))
    return rows.map(row => jobCard(row, slugs.get(row.data_set ?? '')))
  }
}

const BUG =
  'Carnet s’est trompé pendant ce travail : rien n’est perdu. Réessayez ; si cela recommence, prévenez qui l’a installé.'
