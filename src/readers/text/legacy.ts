import iconv from 'iconv-lite'

/** One-byte encodings that French files come in, the likeliest first: a tie goes to it. */
export const LEGACY = ['windows-1252', 'iso-8859-15', 'macroman', 'cp850'] as const
export type Legacy = (typeof LEGACY)[number]

/** What each byte 80 to FF means in each encoding. Mac OS wrote the euro at DB from 1998 on, where iconv keeps the older sign. */
export const LETTERS: Readonly<Record<Legacy, string>> = {
  'windows-1252': upperHalf('windows-1252'),
  'iso-8859-15': upperHalf('iso-8859-15'),
  macroman: upperHalf('macintosh').replace('¤', '€'),
  cp850: upperHalf('cp850'),
}

function upperHalf(encoding: string): string {
  const bytes = Buffer.from(Array.from({ length: 128 }, (_, n) => n + 128))
  return iconv.decode(bytes, encoding)
}

const FRENCH = 'éèêëàâçîïôùûüœæÿ'
const FRENCH_CAPITALS = 'ÉÈÊËÀÂÇÎÏÔÙÛÜŒÆŸ'
const SIGNS = '’‘“”«»–—…€°²³§·•  ¹½¼¾±×µ®©™ºª†‰'
const OTHER_LETTERS = 'áíóúñäöåãõìòßÁÍÓÚÑÄÖÅÃÕÌÒøØšŠžŽ'
const ENOUGH = 20_000
/** Nearly every such file comes from Windows: the others must explain the bytes better than it does. */
const PRIOR = 2

export interface LegacyGuess {
  readonly encoding: Legacy
  /** False when two encodings explain the bytes about as well and would not write the same text. */
  readonly sure: boolean
}

/**
 * Counts French letters under each candidate, each judged in its place: « é » inside a word of small letters is French, « Ž » or « ╔ »
 * there is not. Statistical guessers take MacRoman and cp850 for windows-1252, so the table above is tried letter by letter.
 */
export function guessLegacy(bytes: Uint8Array): LegacyGuess {
  const places = highPlaces(bytes)
  const scores = LEGACY.map(encoding => ({
    encoding,
    score: places.reduce((sum, place) => sum + judge(place, LETTERS[encoding]), 0),
  }))
  const best = scores.reduce((a, b) => (b.score > a.score + (a.encoding === LEGACY[0] ? PRIOR : 0) ? b : a))
  const rivals = scores.filter(
    ({ encoding }) => encoding !== best.encoding && !sameText(places, encoding, best.encoding),
  )
  const margin = best.score - Math.max(Number.NEGATIVE_INFINITY, ...rivals.map(rival => rival.score))
  return { encoding: best.encoding, sure: best.score >= places.length && margin >= Math.min(4, places.length) }
}

interface Place {
  readonly byte: number
  readonly before: number
  readonly after: number
}

function highPlaces(bytes: Uint8Array): Place[] {
  const places: Place[] = []
  for (let at = 0; at < bytes.length && places.length < ENOUGH; at++) {
    if (bytes[at]! >= 0x80) places.push({ byte: bytes[at]!, before: bytes[at - 1] ?? 32, after: bytes[at + 1] ?? 32 })
  }
  return places
}

const isSmall = (byte: number) => byte >= 97 && byte <= 122
const isCapital = (byte: number) => byte >= 65 && byte <= 90
const isDigit = (byte: number) => byte >= 48 && byte <= 57

function judge({ byte, before, after }: Place, letters: string): number {
  const letter = letters[byte - 0x80] ?? ''
  const inWord = isSmall(before) || isSmall(after)
  if (FRENCH.includes(letter)) return isCapital(before) && isCapital(after) ? -2 : 3
  if (FRENCH_CAPITALS.includes(letter)) return isSmall(before) ? -2 : isDigit(before) ? 0 : 2
  if (SIGNS.includes(letter)) return between(letter, before, after) ? -1 : 1
  if (OTHER_LETTERS.includes(letter)) return inWord && !isSmallLetter(letter) ? -1 : 0
  return -3
}

/** Only an apostrophe or a middle dot stands between two letters; « € », « ½ » or « º » there is a letter misread. */
const between = (sign: string, before: number, after: number) =>
  isSmall(before) && isSmall(after) && !'’‘·–—…'.includes(sign)
const isSmallLetter = (letter: string) => letter === letter.toLowerCase()

function sameText(places: readonly Place[], a: Legacy, b: Legacy): boolean {
  return places.every(({ byte }) => LETTERS[a][byte - 0x80] === LETTERS[b][byte - 0x80])
}

/** Decodes with our own table, so that it does not depend on the platform (Node's windows-1252 loses « € », « œ » and « ’ »). */
export function decodeLegacy(bytes: Uint8Array, encoding: Legacy): string {
  const decoded = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), iconvName(encoding))
  return encoding === 'macroman' ? decoded.replaceAll('¤', '€') : decoded
}
const iconvName = (encoding: Legacy) => (encoding === 'macroman' ? 'macintosh' : encoding)

export const isLegacy = (encoding: string): encoding is Legacy => (LEGACY as readonly string[]).includes(encoding)
