import { byteOf, type Charset, charOf } from './mojibake-charsets.ts'
import type { Candidate } from './reading.ts'

/** One-byte texts read in another one-byte set: from old Macintosh and DOS files. Several may fit, so they are proposed, never applied. */
const MISREADINGS: readonly (readonly [read: Charset, really: Charset, from: string])[] = [
  ['windows1252', 'cp850', 'd’un vieux fichier DOS'],
  ['windows1252', 'macRoman', 'd’un vieux fichier Macintosh'],
  ['windows1252', 'windows1252', 'd’un fichier Windows'],
  ['cp850', 'windows1252', 'd’un fichier Windows lu comme un fichier DOS'],
  ['macRoman', 'windows1252', 'd’un fichier Windows lu comme un fichier Macintosh'],
]

/** A sign that stands inside a word in small letters, where French has none: « EpÚne », « Ecole ‚l‚mentaire », « LibertŽ ». */
const ODD =
  /(?<=\p{Ll})[‚ŠŽƒˆ‡ÈÙÓÚÞÛþ¶ÒÕÔ\u0080-\u009F\u2500-\u259F](?=\p{Ll}|[^\p{L}\p{N}]|$)|(?<=\p{L})[‚ƒˆ‡þ¶\u0080-\u009F\u2500-\u259F](?=\p{L})|(?<![\p{L}\p{N}])[╔‚ƒ\u0080-\u009F](?=\p{Ll})/gu
const FRENCH_TEXT = /^[\n\r\t -~àâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ«»’‘“”–—…°²³€·\u00A0]*$/
/** What a letter of French weighs when several readings are possible: « é » is by far the most likely. */
const WEIGHTS: Readonly<Record<string, number>> = {
  é: 10,
  è: 4,
  à: 4,
  '’': 4,
  ê: 2,
  ç: 2,
  ô: 2,
  â: 1,
  î: 1,
  û: 1,
  ù: 1,
  œ: 1,
}

export function readAsOtherCharset(text: string): readonly Candidate[] {
  const odd = [...text.matchAll(ODD)]
  if (odd.length === 0) return []
  const scored = MISREADINGS.flatMap(([read, really, from]) => {
    const value = reread(text, read, really)
    if (value === undefined || value === text || !FRENCH_TEXT.test(value)) return []
    const letters = odd.map(({ index }) => value[index] ?? '')
    if (!odd.every(({ index }, at) => fits(letters[at]!, text[index - 1] ?? ''))) return []
    const weight = letters.reduce((sum, letter) => sum + (WEIGHTS[letter] ?? 0), 0)
    return [{ value, reason: `lettres ${from}`, weight }]
  })
  return scored.sort((a, b) => b.weight - a.weight).map(({ value, reason }) => ({ value, reason }))
}

/** A capital does not follow a small letter. */
const fits = (letter: string, before: string): boolean =>
  /\p{Ll}/u.test(before)
    ? /^[àâäçéèêëîïôöùûüÿœæ’]$/.test(letter)
    : /^[àâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ’]$/.test(letter)

/** Undefined when a sign does not exist in the set that the text was supposedly read in. */
function reread(text: string, read: Charset, really: Charset): string | undefined {
  let value = ''
  for (const char of text) {
    if (char < '\x80') {
      value += char
      continue
    }
    const byte = byteOf(char, read)
    if (byte === undefined) return undefined
    value += charOf(byte, really)
  }
  return value
}
