import type { Presence } from '../contract/sets.ts'

/** A page says that it is here every twenty seconds; twice unheard, it has left. */
const STAYS_MS = 45_000

/** Who looks at what, in memory: nobody needs it after a restart. `changed` tells those who watch the set. */
export class Presences {
  readonly #sets = new Map<string, Map<string, { presence: Presence; clock: NodeJS.Timeout }>>()

  constructor(
    readonly changed: (insee: string, slug: string) => void,
    readonly staysMs = STAYS_MS,
  ) {}

  here(insee: string, slug: string, presence: Presence): void {
    const key = `${insee}/${slug}`
    const pages = this.#sets.get(key) ?? new Map()
    this.#sets.set(key, pages)
    clearTimeout(pages.get(presence.page)?.clock)
    const clock = setTimeout(() => this.left(insee, slug, presence.page), this.staysMs)
    clock.unref()
    const before = JSON.stringify(pages.get(presence.page)?.presence)
    pages.set(presence.page, { presence, clock })
    if (JSON.stringify(presence) !== before) this.changed(insee, slug)
  }

  left(insee: string, slug: string, page: string): void {
    const key = `${insee}/${slug}`
    const pages = this.#sets.get(key)
    const found = pages?.get(page)
    if (!pages || !found) return
    clearTimeout(found.clock)
    pages.delete(page)
    if (pages.size === 0) this.#sets.delete(key)
    this.changed(insee, slug)
  }

  of(insee: string, slug: string): Presence[] {
    return [...(this.#sets.get(`${insee}/${slug}`)?.values() ?? [])].map(({ presence }) => presence)
  }

  close(): void {
    for (const pages of this.#sets.values()) for (const { clock } of pages.values()) clearTimeout(clock)
    this.#sets.clear()
  }
}
