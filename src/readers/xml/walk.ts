import { SaxesParser } from 'saxes'
import { UnreadableFile } from '../../core/table/read-result.ts'
import { decodeText } from '../text/decode.ts'

/** What a reader hears while an XML text goes by. Names are without their prefix (`ss:Row` is `Row`), attributes too. */
export interface XmlListener {
  open?(name: string, attributes: ReadonlyMap<string, string>): void
  text?(text: string): void
  close?(name: string): void
}

const DEEPEST = 500

/** The text of an XML file, in the encoding that its first line declares unless the bytes say otherwise. */
export function decodeXml(bytes: Uint8Array): { text: string; encoding: string; warnings: readonly string[] } {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  const declared = /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1]
  const legacy = declared !== undefined && !/^utf/i.test(declared)
  return decodeText(bytes, legacy ? declared : undefined)
}

/**
 * Goes through an XML text. A DOCTYPE is refused whatever it holds: a table has no use for one, and entities can read files or swell
 * without end. Throws `UnreadableFile` too when the text is not XML or goes too deep.
 */
export function walkXml(text: string, listener: XmlListener): void {
  const parser = new SaxesParser({ xmlns: false, position: true })
  let depth = 0
  parser.on('doctype', refuseDoctype)
  parser.on('error', error => {
    throw notXml(error, parser.line)
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > DEEPEST)
      throw new UnreadableFile(
        `Ce fichier XML emboîte plus de ${DEEPEST} niveaux : ce n’est pas un tableau de données.`,
      )
    listener.open?.(local(name), localAttributes(attributes))
  })
  parser.on('text', data => listener.text?.(data))
  parser.on('cdata', data => listener.text?.(data))
  parser.on('closetag', ({ name }) => {
    depth--
    listener.close?.(local(name))
  })
  refuseEarly(text)
  for (let at = 0; at < text.length; at += SLICE) parser.write(text.slice(at, at + SLICE))
  parser.close()
}

const SLICE = 64 * 1024

/** The parser reads a whole DOCTYPE before it tells it: a long one is refused by sight. */
function refuseEarly(text: string): void {
  if (/^\s*(?:<\?[^>]*\?>\s*|<!--[\s\S]{0,2000}?-->\s*)*<!DOCTYPE/i.test(text.slice(0, 4096))) refuseDoctype()
}

function refuseDoctype(): never {
  throw new UnreadableFile(
    'Ce fichier XML contient une déclaration DOCTYPE, par laquelle un fichier piégé peut s’étendre sans fin : je ne le lis pas.',
  )
}

const notXml = (error: Error, line: number) => {
  if (error instanceof UnreadableFile) return error
  return new UnreadableFile(
    `Ce fichier n’est pas du XML correct : la lecture s’arrête à la ligne ${line}. Demandez-en une nouvelle copie.`,
  )
}

const local = (name: string) => name.slice(name.indexOf(':') + 1)

/** Two prefixes with the same name are rare and mean the same thing to us: the first is kept. */
function localAttributes(attributes: Record<string, unknown>): Map<string, string> {
  const found = new Map<string, string>()
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'xmlns' || name.startsWith('xmlns:')) continue
    if (!found.has(local(name))) found.set(local(name), String(value))
  }
  return found
}
