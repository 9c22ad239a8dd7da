import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

/** Something given through a link, not acknowledged yet. `key` is drawn here: sent twice, it is done once. */
export interface Kept {
  readonly key: string
  readonly token: string
  /** `rows`, `answers`, `remarks` or `verdict`. */
  readonly path: string
  readonly body: Readonly<Record<string, unknown>>
  /** Why the server would not have it. */
  readonly refused?: string
}

export type Delivery = { readonly done: true } | { readonly retry: true } | { readonly refused: string }

export interface OutboxStore {
  add(kept: Kept): Promise<void>
  all(token: string): Promise<readonly Kept[]>
  put(kept: Kept): Promise<void>
  remove(key: string): Promise<void>
}

interface OutboxWorld {
  readonly store: OutboxStore
  send(kept: Kept): Promise<Delivery>
  later(task: () => void, milliseconds: number): () => void
  changed(left: readonly Kept[]): void
}

const FIRST_WAIT = 1_000
const LONGEST_WAIT = 30_000

/** What is given waits here until the server has it: in order, again until it answers, gone only then. */
export class Outbox {
  #sending: Promise<void> | undefined
  #again = false
  #wait = FIRST_WAIT
  #cancel: () => void = () => undefined

  constructor(
    readonly token: string,
    readonly world: OutboxWorld,
  ) {}

  /** Resolved once it would survive the browser's death. */
  async give(kept: Omit<Kept, 'token'>): Promise<void> {
    await this.world.store.add({ ...kept, token: this.token })
    await this.#tell()
    void this.flush()
  }

  flush(): Promise<void> {
    this.#cancel()
    this.#again = true
    this.#sending ??= this.#run().finally(() => {
      this.#sending = undefined
    })
    return this.#sending
  }

  async forget(key: string): Promise<void> {
    await this.world.store.remove(key)
    await this.#tell()
  }

  close(): void {
    this.#cancel()
  }

  async #run(): Promise<void> {
    while (this.#again) {
      this.#again = false
      if (!(await this.#sendAll())) {
        this.#cancel = this.world.later(() => void this.flush(), this.#wait)
        this.#wait = Math.min(2 * this.#wait, LONGEST_WAIT)
      }
    }
  }

  /** False when nobody answered: what remains is tried later. */
  async #sendAll(): Promise<boolean> {
    for (const kept of await this.world.store.all(this.token)) {
      if (kept.refused !== undefined) continue
      const delivery = await this.world.send(kept)
      if ('retry' in delivery) return false
      this.#wait = FIRST_WAIT
      if ('done' in delivery) await this.world.store.remove(kept.key)
      else await this.world.store.put({ ...kept, refused: delivery.refused })
      await this.#tell()
    }
    return true
  }

  async #tell(): Promise<void> {
    this.world.changed(await this.world.store.all(this.token))
  }
}

interface Shape extends DBSchema {
  outbox: { key: number; value: Kept; indexes: { token: string; key: string } }
}

/** The browser's own database, or the page's memory where the browser keeps nothing. */
export async function openOutboxStore(): Promise<OutboxStore> {
  try {
    const database = await openDB<Shape>('carnet-lien', 1, {
      upgrade(one) {
        const store = one.createObjectStore('outbox', { autoIncrement: true })
        store.createIndex('token', 'token')
        store.createIndex('key', 'key', { unique: true })
      },
    })
    return storeOver(database)
  } catch {
    return memoryOutbox()
  }
}

function storeOver(database: IDBPDatabase<Shape>): OutboxStore {
  return {
    async add(kept) {
      const change = database.transaction('outbox', 'readwrite', { durability: 'strict' })
      void change.store.add(kept)
      await change.done
    },
    all: token => database.getAllFromIndex('outbox', 'token', token),
    async put(kept) {
      const place = await database.getKeyFromIndex('outbox', 'key', kept.key)
      if (place !== undefined) await database.put('outbox', kept, place)
    },
    async remove(key) {
      const place = await database.getKeyFromIndex('outbox', 'key', key)
      if (place !== undefined) await database.delete('outbox', place)
    },
  }
}

export function memoryOutbox(): OutboxStore {
  const kept = new Map<string, Kept>()
  return {
    add: async one => void kept.set(one.key, one),
    all: async token => [...kept.values()].filter(one => one.token === token),
    put: async one => void kept.set(one.key, one),
    remove: async key => void kept.delete(key),
  }
}
