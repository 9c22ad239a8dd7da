import { type Copy, type Place, PlaceProblem } from '../../adapters/connector.ts'
import type { CopyState } from '../../contract/copies.ts'
import { Refused } from '../../contract/refused.ts'
import { record } from '../../journal/record.ts'
import { readCatalog } from '../catalog/read.ts'
import type { Catalog, PublishedSet } from '../published.ts'
import { copyOf } from './copy-of.ts'
import { deliver } from './deliver.ts'
import { type Memory, readMemory } from './memory.ts'
import { openPlace } from './open-place.ts'
import {
  changeDelivery,
  type DeliveryRow,
  deliveryRows,
  type PlaceRow,
  placeRows,
  secretOf,
  settingsOf,
} from './rows.ts'
import type { CopiesWorld } from './world.ts'

/** After so many failures in a row: 1 minute, 5, 15, an hour, six hours. */
const WAITS = [60, 300, 900, 3600, 6 * 3600].map(seconds => seconds * 1000)
const EVERY = 60_000

/**
 * Sends what is to be sent, one copy after the other. What is on its way is in the database: a restart takes it up again. New versions are found
 * by comparing what is published with what is there, so that none is forgotten, whatever told of it.
 */
export class CopyRunner {
  #looking: Promise<void> | undefined
  #again = false
  #closed = false
  #clock: NodeJS.Timeout | undefined

  constructor(readonly world: CopiesWorld) {}

  /** At the start: what was being sent when the server ended is to be sent again. */
  async start(): Promise<void> {
    await this.world.db.updateTable('delivery').set({ state: 'waiting' }).where('state', '=', 'sending').execute()
    this.#clock = setInterval(() => this.soon(), EVERY).unref()
    this.soon()
  }

  /** Something was published, withdrawn, or asked for. */
  soon(): void {
    if (this.#closed) return
    this.#again = true
    this.#looking ??= this.#look()
      .catch(error => {
        if (!this.#closed) this.world.report(error, 'copies')
      })
      .finally(() => {
        this.#looking = undefined
        if (this.#again) this.soon()
      })
  }

  /** Until nothing more is to be sent now. */
  async idle(): Promise<void> {
    while (this.#looking) await this.#looking
  }

  /** A long sending is not waited for: cut, it is taken up at the next start where it was. */
  async close(): Promise<void> {
    this.#closed = true
    clearInterval(this.#clock)
    let late: NodeJS.Timeout | undefined
    const enough = new Promise<void>(done => {
      late = setTimeout(done, 2000)
    })
    await Promise.race([this.idle(), enough])
    clearTimeout(late)
  }

  async #look(): Promise<void> {
    this.#again = false
    const rows = (await deliveryRows(this.world.db)).filter(({ wanted }) => wanted === 1)
    if (rows.length === 0) return
    const catalog = await readCatalog(this.world)
    for (const row of rows) {
      if (this.#closed) return
      const set = catalog.sets.find(({ insee, id }) => insee === row.insee && id === row.data_set)
      if (!set) await this.#notPublished(row, catalog)
      else if (this.#isDue(row, set)) await this.#send(row, set)
    }
  }

  /** Nothing is taken away there unasked. */
  async #notPublished(row: DeliveryRow, { tombstones }: Catalog): Promise<void> {
    const why = tombstones.find(({ insee, id }) => insee === row.insee && id === row.data_set)?.why
    if (why === undefined || row.state === 'withdrawn') return
    const message = `Vous ne publiez plus ce jeu (${why}). Sa copie est encore là-bas.`
    await changeDelivery(this.world.db, row, { state: 'withdrawn', message })
  }

  #isDue(row: DeliveryRow, set: PublishedSet): boolean {
    const memory = readMemory(row.remote)
    switch (row.state as CopyState) {
      case 'waiting':
      case 'withdrawn':
        return true
      case 'there':
        return row.hash !== set.version.hash || memory.page !== this.#page(set)
      case 'later':
        return this.world.now() >= (memory.after ?? '')
      default:
        return false
    }
  }

  #page = ({ slug }: PublishedSet): string => `${this.world.publicUrl}/jeux/${slug}`

  async #send(row: DeliveryRow, set: PublishedSet): Promise<void> {
    const { db } = this.world
    const from = [row.state as CopyState]
    // Taken, unless another process took it.
    if (!(await changeDelivery(db, row, { state: 'sending', message: '', tried_at: this.world.now() }, from))) return
    const place = (await placeRows(db, row.insee)).find(({ id }) => id === row.connector)
    if (!place) return void (await changeDelivery(db, row, { state: 'none', wanted: 0 }))
    try {
      await this.#deliver(row, set, place)
    } catch (error) {
      await this.#failed(row, error)
    }
  }

  async #deliver(row: DeliveryRow, set: PublishedSet, place: PlaceRow): Promise<void> {
    const { db } = this.world
    const opened = open(this.world, place)
    const memory = readMemory(row.remote)
    const keep = async (now: Memory) => void (await changeDelivery(db, row, { remote: JSON.stringify(now) }))
    try {
      const copy = await copyOf(this.world, set)
      const outcome = await deliver(opened, copy, memory, memory.theirs, keep)
      if (outcome.type === 'asks') {
        const message = outcome.changes.map(({ sentence }) => sentence).join('\n')
        return void (await changeDelivery(db, row, { state: 'asks', message }, ['sending']))
      }
      await this.#arrived(row, copy, place, outcome.memory, outcome.done)
    } finally {
      await opened.close?.()
    }
  }

  async #arrived(row: DeliveryRow, copy: Copy, place: PlaceRow, memory: Memory, done: boolean): Promise<void> {
    const { theirs: _, after: __, ...rest } = memory
    const change = {
      ...{ state: 'there' as const, message: '', hash: copy.hash },
      remote: JSON.stringify({ ...rest, page: copy.page, failures: 0 }),
      ...(done && { delivered_at: this.world.now() }),
    }
    if (!done) return void (await changeDelivery(this.world.db, row, change))
    const note = `« ${copy.fiche.title} » copié sur ${place.title}, version ${copy.hash.slice(0, 8)}`
    const carnet = { insee: row.insee, id: '', name: 'Carnet' }
    await record(
      this.world,
      carnet,
      { act: 'copy-sent', note },
      async tx => void (await changeDelivery(tx, row, change)),
    )
  }

  async #failed(row: DeliveryRow, error: unknown): Promise<void> {
    const { state, message } = this.#told(error)
    const [now] = (await deliveryRows(this.world.db, row.insee)).filter(
      one => one.data_set === row.data_set && one.connector === row.connector,
    )
    const memory = readMemory(now?.remote ?? null)
    const failures = memory.failures + 1
    const remote = JSON.stringify({ ...memory, failures, after: this.#nextTry(failures, error) })
    await changeDelivery(this.world.db, row, { state, message, remote }, ['sending'])
  }

  #nextTry(failures: number, error: unknown): string {
    const asked = error instanceof PlaceProblem ? (error.retryAfter ?? 0) * 1000 : 0
    const wait = Math.max(WAITS[Math.min(failures, WAITS.length) - 1]!, asked)
    return new Date(Date.parse(this.world.now()) + wait).toISOString()
  }

  #told(error: unknown): { state: CopyState; message: string } {
    if (error instanceof PlaceProblem) return { state: STATES[error.kind], message: error.message }
    if (error instanceof Refused) return { state: 'refused', message: error.message }
    this.world.report(error, 'copies')
    return { state: 'later', message: 'Carnet s’est trompé pendant cet envoi : rien n’est perdu. Il réessaiera.' }
  }
}

const STATES = { key: 'key', wrong: 'refused', later: 'later' } as const

/** The place of a row, with its secret. Throws `PlaceProblem` when it can no longer be read. */
export function open(world: CopiesWorld, row: PlaceRow): Place {
  const secret = secretOf(world, row)
  if (secret === undefined)
    throw new PlaceProblem(
      'key',
      `La clé de « ${row.title} » ne peut plus être lue sur cet ordinateur : donnez-la de nouveau. Rien d’autre n’est perdu.`,
    )
  return openPlace(world, settingsOf(row), secret)
}
