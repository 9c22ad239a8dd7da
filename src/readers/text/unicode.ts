import { isAscii, isUtf8 as isValidUtf8 } from 'node:buffer'

/** Encodings told by a byte order mark, longest mark first: FF FE 00 00 is also the mark of UTF-16 followed by a NUL. */
const MARKS: readonly { readonly encoding: string; readonly mark: readonly number[] }[] = [
  { encoding: 'utf-32le', mark: [0xff, 0xfe, 0, 0] },
  { encoding: 'utf-32be', mark: [0, 0, 0xfe, 0xff] },
  { encoding: 'utf-8', mark: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] },
]

export function markedEncoding(bytes: Uint8Array): string | undefined {
  return MARKS.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte))?.encoding
}

/**
 * UTF-16 and UTF-32 without a mark, known by their NULs: in our languages nearly every second (or three in four) byte is one.
 * A text of any other encoding has no NUL, or a few by accident.
 */
export function wideEncoding(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 4096)
  const nuls = [0, 0, 0, 0]
  for (let at = 0; at < sample.length; at++) if (sample[at] === 0) nuls[at & 3]!++
  const quarter = sample.length / 4
  const [a, b, c, d] = nuls.map(count => count / quarter) as [number, number, number, number]
  if (b > 0.7 && c > 0.9 && d > 0.9 && a < 0.1) return 'utf-32le'
  if (a > 0.9 && b > 0.9 && c > 0.7 && d < 0.1) return 'utf-32be'
  if (b > 0.6 && d > 0.6 && a < 0.1 && c < 0.1) return 'utf-16le'
  if (a > 0.6 && c > 0.6 && b < 0.1 && d < 0.1) return 'utf-16be'
  return undefined
}

/** Length in bytes of the UTF-8 sequence that starts at `at`, 0 when there is none (Unicode 15, table 3-7). */
export function utf8Length(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!
  if (first < 0x80) return 1
  if (first < 0xc2 || first > 0xf4) return 0
  const length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
  const second = bytes[at + 1] ?? 0
  const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80
  const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf
  if (second < low || second > high) return 0
  for (let next = at + 2; next < at + length; next++) if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0
  return length
}

/** True UTF-8 sequences of several bytes, and bytes that are in none. Cheap enough for a whole file: one pass. */
export function countUtf8(bytes: Uint8Array): { sequences: number; strays: number } {
  let sequences = 0
  let strays = 0
  for (let at = 0; at < bytes.length; ) {
    const length = utf8Length(bytes, at)
    if (length === 0) strays++
    else if (length > 1) sequences++
    at += length || 1
  }
  return { sequences, strays }
}

/** Strict UTF-8 (the engine's own check: one pass at the speed of memory). */
export const isUtf8 = (bytes: Uint8Array): boolean => isValidUtf8(bytes)

/** The text of bytes that are UTF-8; marks stay. Plain ASCII, which most files are, takes the short way. */
export function textOfUtf8(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return buffer.toString(isAscii(bytes) ? 'latin1' : 'utf8')
}
