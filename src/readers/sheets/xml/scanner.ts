import { UnreadableFile } from '../../../core/table/read-result.ts'
import { decodeEntities } from './entities.ts'

export const END = 0
export const OPEN = 1
export const CLOSE = 2
export const TEXT = 3
export type Token = typeof END | typeof OPEN | typeof CLOSE | typeof TEXT

const LT = 60
const GT = 62
const SLASH = 47
const BANG = 33
const QUESTION = 63
const EQUALS = 61
const COLON = 58
const QUOTE = 34
const APOSTROPHE = 39

/**
 * Pull scanner over the UTF-8 bytes of a part of an office file: tags by local name, attributes on demand, text as it comes. It never
 * recurses (20,000 nested tags cost nothing), never expands an entity of the file (a DOCTYPE is refused) and makes no string for what is
 * not asked: this is what makes a sheet of two million cells quick to read. It does not verify that the XML is well formed.
 */
export class XmlScanner {
  /** Local name of the current tag: `row` for `x:row`. */
  name = ''
  private readonly bytes: Buffer
  private at = 0
  private from = 0
  private to = 0
  private literal = false
  private closePending = false
  private readonly names = new Map<number, string>()

  constructor(part: Uint8Array) {
    this.bytes = Buffer.from(part.buffer, part.byteOffset, part.byteLength)
    if (this.bytes[0] === 0xef && this.bytes[1] === 0xbb && this.bytes[2] === 0xbf) this.at = 3
  }

  /** Moves to the next tag or text. An empty element `<v/>` gives OPEN, then CLOSE. */
  next(): Token {
    if (this.closePending) {
      this.closePending = false
      return CLOSE
    }
    while (this.at < this.bytes.length) {
      if (this.bytes[this.at] !== LT) return this.readText()
      const second = this.bytes[this.at + 1]
      if (second === BANG) {
        if (this.skipDeclaration()) return TEXT
      } else if (second === QUESTION) this.at = this.after('?>', this.at)
      else return this.readTag(second === SLASH)
    }
    return END
  }

  /** The text of a TEXT token, its entities decoded. */
  text(): string {
    const raw = this.slice(this.from, this.to)
    return this.literal ? raw : decodeEntities(raw)
  }

  /** An attribute of the current OPEN tag by its local name (`id` for `r:id`), '' when it has none. */
  attribute(name: string): string {
    const { bytes } = this
    let at = this.from
    while (at < this.to) {
      while (at < this.to && bytes[at]! <= 32) at++
      let start = at
      while (at < this.to && bytes[at] !== EQUALS && bytes[at]! > 32) {
        if (bytes[at] === COLON) start = at + 1
        at++
      }
      const end = at
      while (at < this.to && bytes[at] !== QUOTE && bytes[at] !== APOSTROPHE) at++
      const quote = bytes[at]
      const valueStart = ++at
      while (at < this.to && bytes[at] !== quote) at++
      if (this.isName(start, end, name)) return decodeEntities(this.slice(valueStart, at))
      at++
    }
    return ''
  }

  /** Text of the current element and of all below it, but for the elements that `skip` names. Call on OPEN; leaves on its CLOSE. */
  allText(skip?: string): string {
    let text = ''
    let depth = 1
    while (depth > 0) {
      const token = this.next()
      if (token === END) throw cut()
      if (token === TEXT) text += this.text()
      else if (token === CLOSE) depth--
      else if (this.name === skip) this.skip()
      else depth++
    }
    return text
  }

  /**
   * The whole number (nine digits at most) that is all the content of the current element; leaves on its CLOSE. -1, and nothing is passed,
   * for any other content. Call on OPEN.
   */
  digits(): number {
    const { bytes, at: start } = this
    let at = start
    let value = 0
    for (; at - start < 9 && bytes[at]! >= 48 && bytes[at]! <= 57; at++) value = value * 10 + bytes[at]! - 48
    if (this.closePending || at === start || bytes[at] !== LT || bytes[at + 1] !== SLASH) return -1
    this.at = at
    this.next()
    return value
  }

  /** Passes over the current element. Call on OPEN; leaves on its CLOSE. */
  skip(): void {
    for (let depth = 1; depth > 0; ) {
      const token = this.next()
      if (token === END) throw cut()
      if (token === OPEN) depth++
      else if (token === CLOSE) depth--
    }
  }

  private readText(): Token {
    this.from = this.at
    const end = this.bytes.indexOf(LT, this.at)
    this.at = this.to = end < 0 ? this.bytes.length : end
    this.literal = false
    return TEXT
  }

  private readTag(closing: boolean): Token {
    const { bytes } = this
    let at = this.at + (closing ? 2 : 1)
    let start = at
    for (let byte = bytes[at]!; at < bytes.length && byte > 32 && byte !== GT && byte !== SLASH; byte = bytes[++at]!)
      if (byte === COLON) start = at + 1
    this.name = this.nameOf(start, at)
    this.from = at
    let quote = 0
    for (; at < bytes.length; at++) {
      const byte = bytes[at]!
      if (quote !== 0) {
        if (byte === quote) quote = 0
      } else if (byte === GT) break
      else if (byte === QUOTE || byte === APOSTROPHE) quote = byte
    }
    if (at >= bytes.length) throw cut()
    this.at = at + 1
    this.to = at
    if (closing) return CLOSE
    this.closePending = bytes[at - 1] === SLASH
    if (this.closePending) this.to--
    return OPEN
  }

  /** A comment is passed over, a CDATA is a text (true), a DOCTYPE is refused. */
  private skipDeclaration(): boolean {
    const head = this.bytes.toString('latin1', this.at, this.at + 9)
    if (head.startsWith('<!--')) {
      this.at = this.after('-->', this.at + 4)
      return false
    }
    if (head !== '<![CDATA[')
      throw new UnreadableFile(
        'Ce fichier contient une déclaration cachée (DOCTYPE) qu’aucun tableur n’écrit et qui sert à piéger les lecteurs : je ne le lis pas.',
      )
    this.from = this.at + 9
    this.at = this.after(']]>', this.from)
    this.to = this.at - 3
    this.literal = true
    return true
  }

  private after(mark: string, from: number): number {
    const found = this.bytes.indexOf(mark, from, 'latin1')
    if (found < 0) throw cut()
    return found + mark.length
  }

  /** Names repeat themselves: each is made a string once. Two names of one key (rare) are told apart by their bytes. */
  private nameOf(start: number, end: number): string {
    let key = end - start
    for (let at = start; at < end; at++) key = (key * 31 + this.bytes[at]!) | 0
    const known = this.names.get(key)
    if (known !== undefined && this.isName(start, end, known)) return known
    const name = this.bytes.toString('utf8', start, end)
    this.names.set(key, name)
    return name
  }

  private isName(start: number, end: number, name: string): boolean {
    if (end - start !== name.length) return false
    for (let i = 0; i < name.length; i++) if (this.bytes[start + i] !== name.charCodeAt(i)) return false
    return true
  }

  /** Short ASCII is built four letters at a time: cheaper than a call out of the engine, and keeps nothing of the part alive. */
  private slice(start: number, end: number): string {
    const { bytes } = this
    if (end - start > 24) return bytes.toString('utf8', start, end)
    for (let at = start; at < end; at++) if (bytes[at]! > 127) return bytes.toString('utf8', start, end)
    let text = ''
    let at = start
    for (; end - at >= 4; at += 4)
      text += String.fromCharCode(bytes[at]!, bytes[at + 1]!, bytes[at + 2]!, bytes[at + 3]!)
    while (at < end) text += String.fromCharCode(bytes[at++]!)
    return text
  }
}

const cut = () =>
  new UnreadableFile('Ce fichier est abîmé : une de ses parties s’arrête au milieu. Demandez-en une nouvelle copie.')
