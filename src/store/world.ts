import type { Blobs } from './blobs.ts'
import type { Database } from './open.ts'

/** What every area is handed: where things are kept, the clock and the source of names. A test gives its own. */
export interface World {
  readonly db: Database
  readonly blobs: Blobs
  /** ISO 8601 instant in UTC. */
  readonly now: () => string
  /** 128 random bits, base64url: names of things, never secrets. */
  readonly newId: () => string
}

/** Who acts: a person of the town, the holder of a link, or Carnet itself (id ''). */
export interface Actor {
  readonly insee: string
  readonly id: string
  readonly name: string
}
