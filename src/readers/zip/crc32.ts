import * as zlib from 'node:zlib'

/** Node 20.15 and later have it, written in C; those before take ours. */
const native = (zlib as { crc32?: (bytes: Uint8Array) => number }).crc32

/** CRC-32 of zip (polynomial EDB88320), as an unsigned number. */
export const crc32 = (bytes: Uint8Array): number => (native ?? ownCrc32)(bytes)

/** Four tables of 256: four bytes at a time, so that checking costs less than inflating. */
const TABLES = buildTables()

function buildTables(): Uint32Array[] {
  const tables = [0, 1, 2, 3].map(() => new Uint32Array(256))
  const [first] = tables as [Uint32Array]
  for (let n = 0; n < 256; n++) {
    let c = n
    for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
    first[n] = c
  }
  for (let t = 1; t < 4; t++)
    for (let n = 0; n < 256; n++) {
      const before = tables[t - 1]![n]!
      tables[t]![n] = (before >>> 8) ^ first[before & 255]!
    }
  return tables
}

export function ownCrc32(bytes: Uint8Array): number {
  const [t0, t1, t2, t3] = TABLES as [Uint32Array, Uint32Array, Uint32Array, Uint32Array]
  const whole = bytes.length - (bytes.length % 4)
  let c = 0xffffffff
  for (let at = 0; at < whole; at += 4) {
    c ^= bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)
    c = t3[c & 255]! ^ t2[(c >>> 8) & 255]! ^ t1[(c >>> 16) & 255]! ^ t0[c >>> 24]!
  }
  for (let at = whole; at < bytes.length; at++) c = t0[(c ^ bytes[at]!) & 255]! ^ (c >>> 8)
  return (c ^ 0xffffffff) >>> 0
}
