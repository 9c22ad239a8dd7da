import type { LiveEvent } from '../contract/sets.ts'

type Hear = (event: LiveEvent) => void

/** Who has a page open on a set hears what is done there. In memory: a page that comes back reads the state again. */
export interface LiveBus {
  send(insee: string, slug: string, event: LiveEvent): void
  /** Answers how to stop. */
  listen(insee: string, slug: string, hear: Hear): () => void
}

export function liveBus(): LiveBus {
  const ears = new Map<string, Set<Hear>>()
  return {
    send(insee, slug, event) {
      for (const hear of ears.get(`${insee}/${slug}`) ?? []) hear(event)
    },
    listen(insee, slug, hear) {
      const key = `${insee}/${slug}`
      const group = ears.get(key) ?? new Set()
      ears.set(key, group.add(hear))
      return () => {
        group.delete(hear)
        if (group.size === 0 && ears.get(key) === group) ears.delete(key)
      }
    },
  }
}
