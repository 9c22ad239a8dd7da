import { byteOf, type Charset } from './mojibake-charsets.ts'

/**
 * What UTF-8 of a French text holds beyond ASCII: Latin letters, the signs of typography, arrows, symbols and emojis, and the
 * signs that a first spoiling as MacRoman or cp850 leaves (√, ├). Only these are
 * taken back, so that « CAFÉ» (C9 BB, a phonetic sign) stays as it is.
 */
const FRENCH =
  /^[\u00A0-\u017F\u2002-\u200B\u2010-\u2026\u202F\u2030\u2032\u2033\u2039\u203A\u20AC\u2116\u2122\u2190-\u2193\u2202\u220F\u2211\u2212\u221A\u221E\u222B\u2248\u2260\u2264\u2265\u2500-\u27BF\u03A0\u03A9\u03C0\uFB01\uFB02\uFEFF\u{1F300}-\u{1FAFF}]$/u
/** Grave, acute, circumflex, tilde, diaeresis, cedilla standing after their letter, as macOS names its files. */
const ACCENTS = new Set([0x300, 0x301, 0x302, 0x303, 0x308, 0x327])
/** These may simply close the word before them: « MAÇÃ » », « la lettre Â… ». */
const CLOSING = /^[\u00A0»’”…“·°²]$/

/** Each run of signs that is strictly one UTF-8 character of French becomes it; all else stays. `proven`: the ambiguous runs too. */
export function decodeSequences(text: string, charset: Charset, proven: boolean): string {
  const chars = [...text]
  let result = ''
  for (let at = 0; at < chars.length; ) {
    const found = sequenceAt(chars, at, charset)
    const taken = found !== undefined && (isCertain(chars, at, found, charset) || (proven && isFrench(found.code)))
    result += taken ? String.fromCodePoint(found.code) : proven ? halfLost(chars, at, charset) : chars[at]!
    at += taken ? found.length : 1
  }
  return result
}

/** In a cell known to be spoilt, « Ã » before a space is an « à » whose second half was taken for that space, « Â » a space itself. */
function halfLost(chars: readonly string[], at: number, charset: Charset): string {
  const next = chars[at + 1]
  if (charset !== 'windows1252' || (next !== undefined && next !== ' ')) return chars[at]!
  return chars[at] === 'Ã' ? 'à' : chars[at] === 'Â' && next === ' ' ? '' : chars[at]!
}

interface Sequence {
  readonly code: number
  readonly length: number
}

/** The code point that the signs from `at` spell as UTF-8 bytes, as strictly as RFC 3629 wants it. */
function sequenceAt(chars: readonly string[], at: number, charset: Charset): Sequence | undefined {
  const lead = chars[at]! < '\x80' ? undefined : byteOf(chars[at]!, charset)
  const length = lead === undefined ? 0 : lengthOf(lead)
  if (length === 0 || at + length > chars.length) return undefined
  let code = lead! & (0xff >> (length + 1))
  for (let next = at + 1; next < at + length; next++) {
    const byte = chars[next]! < '\x80' ? undefined : byteOf(chars[next]!, charset)
    if (byte === undefined || byte > 0xbf) return undefined
    code = (code << 6) | (byte & 0x3f)
  }
  const shortest = [0, 0, 0x80, 0x800, 0x10000][length]!
  const valid = code >= shortest && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
  return valid ? { code, length } : undefined
}

/** Bytes in a UTF-8 character that begins so; 0 for a byte that begins none. */
const lengthOf = (lead: number): number =>
  lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0

/** C1 controls are let through: a text spoilt once as Latin-1, once as windows-1252 passes by them. */
const isFrench = (code: number): boolean =>
  code === 0xfffd || (code >= 0x80 && code <= 0x9f) || ACCENTS.has(code) || FRENCH.test(String.fromCodePoint(code))

/** True when no correct French text holds these signs in this place. */
function isCertain(chars: readonly string[], at: number, { code, length }: Sequence, charset: Charset): boolean {
  const [before = '', after = ''] = [chars[at - 1], chars[at + length]]
  if (code === 0xfffd) return true
  if (!isFrench(code)) return false
  if (ACCENTS.has(code)) return charset === 'windows1252' && /\p{L}/u.test(before)
  if (charset === 'cp850' && length > 2) {
    return (code === 0x20ac || code < 0x2030) && (/\p{Ll}/u.test(before + after) || !/\p{L}/u.test(chars[at + 2]!))
  }
  if (charset === 'cp850') return /\p{L}/u.test(before + after)
  if (charset === 'macRoman') return code > 0x9f
  if (code <= 0x9f) return /\p{Ll}/u.test(before) && /\p{L}/u.test(after)
  if (length === 4) return true
  if (length === 3) return !/\p{L}/u.test(chars[at + 1]!)
  if (code === 0x178 || /[\u0080-\u009F]/.test(chars[at + 1]!)) return true
  if (code > 0xff) return (code === 0x152 || code === 0x153) && /\p{L}/u.test(after)
  if (!CLOSING.test(chars[at + 1]!)) return true
  return chars[at] === 'Ã'
    ? !/\p{Lu}/u.test(before) && after !== '»'
    : /[\p{Ll}\d]/u.test(before) || (before === ' ' && /\d/.test(chars[at - 2] ?? ''))
}
