/**
 * The cells of one column seen so far, found again by their bytes: the columns of town data repeat their values, so most cells cost
 * neither a decoding nor a new string, and who compares them (a verdict kept per distinct value) finds the very same string.
 *
 * A fixed number of places, a bounded arena: memory stays constant. A column whose values do not repeat is soon left alone.
 */
const SLOTS = 4096
const MASK = SLOTS - 1
const PROBES = 4
const FIRST_ARENA = 8 * 1024
const ARENA = 256 * 1024
const TRIAL = 4096

export type DecodeCell = (bytes: Buffer, start: number, end: number, ascii: boolean) => string

export class CellMemo {
  private readonly hashes = new Int32Array(SLOTS)
  private readonly offsets = new Int32Array(SLOTS)
  private readonly lengths = new Int32Array(SLOTS).fill(-1)
  private readonly texts: string[] = new Array(SLOTS).fill('')
  /** Grows as needed: a short file does not pay for a long one. */
  private arena = new Uint8Array(FIRST_ARENA)
  private top = 0
  private last = 0
  private asked = 0
  private missed = 0
  /** False: the values of this column do not repeat, asking is a waste. */
  useful = true

  constructor(private readonly decode: DecodeCell) {}

  /** The text of the bytes from `start` to `end` (at least one), whose bytes OR-ed together give `mask`. */
  find(bytes: Buffer, start: number, end: number, mask: number): string {
    const length = end - start
    // Rows that follow each other share most of their cells.
    const last = this.last
    if (this.lengths[last] === length && this.same(last, bytes, start, length)) return this.texts[last]!
    const hash = hashOf(bytes, start, end)
    let slot = (hash ^ (hash >>> 15)) & MASK
    this.asked++
    for (let probe = 0; probe < PROBES && this.lengths[slot]! >= 0; probe++) {
      if (this.hashes[slot] === hash && this.lengths[slot] === length && this.same(slot, bytes, start, length))
        return this.texts[(this.last = slot)]!
      slot = (slot + 1) & MASK
    }
    return this.keep(slot, hash, bytes, start, end, mask)
  }

  private same(slot: number, bytes: Buffer, start: number, length: number): boolean {
    const offset = this.offsets[slot]!
    for (let n = 0; n < length; n++) if (this.arena[offset + n] !== bytes[start + n]) return false
    return true
  }

  private makeRoom(size: number): void {
    if (size <= this.arena.length) return
    const larger = new Uint8Array(Math.min(ARENA, Math.max(size, this.arena.length * 4)))
    larger.set(this.arena)
    this.arena = larger
  }

  private keep(slot: number, hash: number, bytes: Buffer, start: number, end: number, mask: number): string {
    this.missed++
    if (this.asked === TRIAL && this.missed > TRIAL / 2) this.useful = false
    const text = this.decode(bytes, start, end, mask < 0x80)
    if (this.lengths[slot]! < 0 && this.top + end - start <= ARENA) {
      this.makeRoom(this.top + end - start)
      this.arena.set(bytes.subarray(start, end), this.top)
      this.hashes[slot] = hash
      this.offsets[slot] = this.top
      this.lengths[slot] = end - start
      this.texts[slot] = text
      this.top += end - start
    }
    return text
  }
}

/** The length, the two ends and the middle: enough to spread, and the bytes are compared anyway. */
function hashOf(bytes: Buffer, start: number, end: number): number {
  let hash = end - start
  if (hash > 16) {
    for (let at = start; at < start + 4; at++) hash = (Math.imul(hash, 31) + bytes[at]!) | 0
    const middle = (start + end) >> 1
    for (let at = middle; at < middle + 4; at++) hash = (Math.imul(hash, 31) + bytes[at]!) | 0
    for (let at = end - 8; at < end; at++) hash = (Math.imul(hash, 31) + bytes[at]!) | 0
    return hash
  }
  for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + bytes[at]!) | 0
  return hash
}
