import { LETTERS, type Legacy } from './legacy.ts'
import { utf8Length } from './unicode.ts'

/**
 * A file pasted from two others: UTF-8 sequences are read as such, every other byte as the letter of a one-byte encoding.
 * `lines`: how many lines held such a byte.
 */
export function decodeMixed(bytes: Uint8Array, encoding: Legacy): { text: string; lines: number } {
  const parts: string[] = []
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })
  let lines = 0
  let lastStray = -1
  let from = 0
  for (let at = 0; at < bytes.length; ) {
    const length = utf8Length(bytes, at)
    if (length === 0) {
      if (lastStray < 0 || bytes.subarray(lastStray, at).includes(10)) lines++
      parts.push(utf8.decode(bytes.subarray(from, at)), LETTERS[encoding][bytes[at]! - 0x80] ?? '')
      lastStray = at
      from = at + 1
    }
    at += length || 1
  }
  parts.push(utf8.decode(bytes.subarray(from)))
  return { text: parts.join(''), lines }
}
