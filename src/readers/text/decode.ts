import iconv from 'iconv-lite'
import { UnreadableFile } from '../../core/table/read-result.ts'
import { decodeLegacy, guessLegacy, isLegacy } from './legacy.ts'
import { decodeMixed } from './mixed.ts'
import { countUtf8, isUtf8, markedEncoding, textOfUtf8, wideEncoding } from './unicode.ts'

export interface DetectedEncoding {
  /** 'utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be', 'windows-1252', 'iso-8859-15', 'macroman' or 'cp850'. */
  readonly encoding: string
  /** The file starts with a byte order mark. */
  readonly bom: boolean
  /** False: another encoding explains the bytes about as well, or the bytes are not of one encoding. */
  readonly sure: boolean
}

export interface DecodedText {
  /** Without its byte order marks. */
  readonly text: string
  readonly encoding: string
  /** French sentences. */
  readonly warnings: readonly string[]
}

/** V8 holds no string longer than this. */
const LONGEST_TEXT = 512 * 1024 * 1024 - 32

/** A mark if there is one, then UTF-16 and 32 by their NULs, then strict UTF-8, then the one-byte encodings by their French letters. */
export function detectEncoding(bytes: Uint8Array): DetectedEncoding {
  const marked = markedEncoding(bytes)
  if (marked === 'utf-8') return { ...utf8OrNot(withoutUtf8Marks(bytes)), bom: true }
  if (marked !== undefined) return { encoding: marked, bom: true, sure: true }
  const wide = wideEncoding(bytes)
  if (wide !== undefined) return { encoding: wide, bom: false, sure: true }
  return { ...utf8OrNot(bytes), bom: false }
}

/**
 * Letters outside ASCII that make whole UTF-8 sequences do not do so by accident: the rest was pasted from another file. When there are
 * fewer of them than strays, a mark proves nothing: some tool put it before a text of Windows.
 */
function utf8OrNot(bytes: Uint8Array): Omit<DetectedEncoding, 'bom'> {
  if (isUtf8(bytes)) return { encoding: 'utf-8', sure: true }
  const { sequences, strays } = countUtf8(bytes)
  return sequences > strays ? { encoding: 'utf-8', sure: false } : guessLegacy(bytes)
}

function withoutUtf8Marks(bytes: Uint8Array): Uint8Array {
  let from = 0
  while (bytes[from] === 0xef && bytes[from + 1] === 0xbb && bytes[from + 2] === 0xbf) from += 3
  return bytes.subarray(from)
}

/**
 * Decodes a whole file. `encoding` imposes one (any name that iconv knows). Throws `UnreadableFile` for an unknown name, a text too
 * long, and bytes that are no text (a picture, only NULs). NULs inside a text are kept, and told.
 */
export function decodeText(bytes: Uint8Array, encoding?: string): DecodedText {
  if (bytes.length > LONGEST_TEXT) throw tooLong(bytes.length)
  refuseBinary(bytes)
  const detected = encoding === undefined ? detectEncoding(bytes) : undefined
  const name = detected?.encoding ?? encodingName(encoding ?? '')
  const decoded = decodeAs(bytes, name, detected)
  const text = withoutMarks(decoded.text)
  return { text, encoding: name, warnings: [...decoded.warnings, ...remarks(text)] }
}

const tooLong = (length: number) =>
  new UnreadableFile(
    `Ce fichier fait ${Math.round(length / 1024 / 1024)} Mo ; je lis d’un coup 512 Mo de texte au plus. Coupez-le en plusieurs fichiers.`,
  )

/** The name that we use for an encoding written in any way ('UTF8', 'cp1252', 'latin-9'). Throws `UnreadableFile` when unknown. */
export function encodingName(given: string): string {
  const key = given.toLowerCase().replace(/[^a-z0-9]/g, '')
  const known = ALIASES.get(key)
  if (known !== undefined) return known
  if (iconv.encodingExists(given)) return given.toLowerCase()
  throw new UnreadableFile(
    `Je ne connais pas le codage de caractères « ${given} » ; j’attends par exemple « utf-8 » ou « windows-1252 ».`,
  )
}

const ALIASES = new Map(
  Object.entries({
    'utf-8': ['utf8', 'utf8bom', 'utf8sig', 'ascii', 'usascii'],
    'utf-16le': ['utf16le', 'utf16', 'ucs2', 'unicode'],
    'utf-16be': ['utf16be'],
    'utf-32le': ['utf32le', 'utf32'],
    'utf-32be': ['utf32be'],
    // The web's rule (WHATWG Encoding, 4.2): a text that says latin-1 is read as windows-1252, of which it is a part.
    'windows-1252': ['windows1252', 'cp1252', 'win1252', 'latin1', 'iso88591', 'ansi', '1252'],
    'iso-8859-15': ['iso885915', 'latin9'],
    macroman: ['macroman', 'macintosh', 'mac', 'xmacroman'],
    cp850: ['cp850', 'ibm850', '850', 'dos'],
  }).flatMap(([name, keys]) => keys.map(key => [key, name] as const)),
)

function decodeAs(bytes: Uint8Array, name: string, detected?: DetectedEncoding): { text: string; warnings: string[] } {
  if (name === 'utf-8') return decodeUtf8(bytes)
  if (isLegacy(name))
    return {
      text: decodeLegacy(withoutUtf8Marks(bytes), name),
      warnings: [...(detected?.bom ? [falseMark(name)] : []), ...(detected?.sure === false ? [undecided(name)] : [])],
    }
  return { text: iconv.decode(toBuffer(bytes), name, { stripBOM: false }), warnings: [] }
}

const falseMark = (name: string) =>
  `Ce fichier s’annonce en UTF-8, mais ses lettres accentuées sont en « ${name} » : je les ai lues ainsi.`

const undecided = (name: string) =>
  `Le codage des caractères n’est pas certain : j’ai lu ce fichier comme « ${name} ». Vérifiez les lettres accentuées.`

function decodeUtf8(bytes: Uint8Array): { text: string; warnings: string[] } {
  if (isUtf8(bytes)) return { text: textOfUtf8(bytes), warnings: [] }
  const guess = guessLegacy(straysOf(bytes))
  const encoding = guess.sure ? guess.encoding : 'windows-1252'
  const { text, lines } = decodeMixed(bytes, encoding)
  return { text, warnings: [mixedWarning(lines, encoding)] }
}

export const mixedWarning = (lines: number, encoding: string) =>
  lines === 1
    ? `Une ligne n’est pas en UTF-8 comme le reste du fichier : je l’ai lue comme « ${encoding} ». Vérifiez ses lettres accentuées.`
    : `${lines} lignes ne sont pas en UTF-8 comme le reste du fichier : je les ai lues comme « ${encoding} ». Vérifiez leurs lettres accentuées.`

/** The lines of the file that are not UTF-8, alone: the others would vote for the wrong letters. */
function straysOf(bytes: Uint8Array): Uint8Array {
  const kept: number[] = []
  for (let from = 0; from < bytes.length && kept.length < 100_000; ) {
    const end = bytes.indexOf(10, from)
    const line = bytes.subarray(from, end < 0 ? bytes.length : end + 1)
    if (!isUtf8(line)) for (const byte of line) kept.push(byte)
    from += line.length
  }
  return Uint8Array.from(kept)
}

const withoutMarks = (text: string) => {
  let from = 0
  while (text.charCodeAt(from) === 0xfeff) from++
  return from === 0 ? text : text.slice(from)
}

function remarks(text: string): string[] {
  const found: string[] = []
  const nuls = countOf(text, '\u0000')
  if (nuls > 0)
    found.push(
      `Ce fichier contient ${nuls} caractère${nuls > 1 ? 's' : ''} nul${nuls > 1 ? 's' : ''}, invisible${nuls > 1 ? 's' : ''} à l’écran : je l${nuls > 1 ? 'es' : '’'} ai gardé${nuls > 1 ? 's' : ''}.`,
    )
  if (text.includes('\ufffd'))
    found.push('Des lettres ont été perdues avant que le fichier ne nous parvienne : elles y sont écrites « � ».')
  return found
}

function countOf(text: string, character: string): number {
  let count = 0
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count++
  return count
}

/** Control characters that no text holds in number: a picture, a program or an archive under another name. */
export function refuseBinary(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new UnreadableFile('Ce fichier est vide : il ne contient aucun octet.')
  if (markedEncoding(bytes) !== undefined || wideEncoding(bytes) !== undefined) return
  const sample = bytes.subarray(0, 65_536)
  let controls = 0
  for (const byte of sample) if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12) controls++
  // A town's file may hold some by accident: a line of twenty with two NULs is still a text.
  if ((controls > 2 && controls > sample.length / 5) || (controls > 50 && controls > sample.length / 100))
    throw new UnreadableFile(
      'Ce fichier n’est pas du texte : j’attendais un tableau (CSV, Excel, ODS…), et je n’y lis que des codes.',
    )
}

const toBuffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
