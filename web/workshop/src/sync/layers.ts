/**
 * What hands wrote over a table, in two layers: what the server holds, and what this page wrote that is not acknowledged yet, which shows
 * above it. A place is any number that names a cell, or the presence of a row; no value means « as in the table below ».
 */
export class Layers {
  readonly #server = new Map<number, { readonly value: string | undefined; readonly seq: number }>()
  readonly #pending = new Map<number, { readonly key: string; readonly value: string }[]>()
  readonly #placesOf = new Map<string, number[]>()

  /** What is shown there, or undefined when no hand touched it. */
  value(place: number): string | undefined {
    const pending = this.#pending.get(place)
    return pending ? pending.at(-1)!.value : this.#server.get(place)?.value
  }

  isPending(place: number): boolean {
    return this.#pending.has(place)
  }

  /** Every place about which the server says something. */
  *served(): Iterable<number> {
    for (const [place, { value }] of this.#server) if (value !== undefined) yield place
  }

  /** This page wrote: shown at once, under the key that the server will acknowledge. */
  write(key: string, place: number, value: string): void {
    const pending = this.#pending.get(place)
    if (pending) pending.push({ key, value })
    else this.#pending.set(place, [{ key, value }])
    const places = this.#placesOf.get(key)
    if (places) places.push(place)
    else this.#placesOf.set(key, [place])
  }

  /** The server says what is there since this entry of the journal. An older word than the last one is not listened to. */
  receive(place: number, value: string | undefined, seq: number): void {
    const known = this.#server.get(place)
    if (!known || seq >= known.seq) this.#server.set(place, { value, seq })
  }

  /** The server did what this key asks. `kept`: places where somebody else's value stayed, see `CellConflict`. The places to show again. */
  acknowledge(key: string, seq: number | undefined, kept: ReadonlyMap<number, string> = new Map()): readonly number[] {
    return this.#leave(key, (place, value) => {
      if (seq !== undefined) this.receive(place, kept.get(place) ?? value, seq)
    })
  }

  /** The server will not: what was there shows again. */
  refuse(key: string): readonly number[] {
    return this.#leave(key, () => undefined)
  }

  #leave(key: string, before: (place: number, value: string) => void): readonly number[] {
    const places = this.#placesOf.get(key) ?? []
    this.#placesOf.delete(key)
    for (const place of places) {
      const pending = this.#pending.get(place) ?? []
      const mine = pending.find(one => one.key === key)
      if (mine) before(place, mine.value)
      const left = pending.filter(one => one.key !== key)
      if (left.length > 0) this.#pending.set(place, left)
      else this.#pending.delete(place)
    }
    return places
  }
}
