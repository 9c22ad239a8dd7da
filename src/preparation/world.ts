import type { LiveEvent } from '../contract/sets.ts'
import type { Registry } from '../core/models/registry.ts'
import type { World } from '../store/world.ts'
import type { Threads } from './tasks/task.ts'

/** What preparing data needs besides a store. */
export interface PreparationWorld extends World {
  readonly registry: Registry
  readonly threads: Threads
  readonly live: {
    send(insee: string, slug: string, event: LiveEvent): void
  }
  readonly report: (error: unknown, where: string) => void
}
