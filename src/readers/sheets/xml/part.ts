import { decodeText } from '../../text/decode.ts'
import { XmlScanner } from './scanner.ts'

/** A scanner over a part whatever its encoding: office software writes UTF-8, a few exporters UTF-16 or what their declaration says. */
export function scanPart(part: Uint8Array): XmlScanner {
  const encoding = foreignEncoding(part)
  return new XmlScanner(encoding === undefined ? part : Buffer.from(decodeText(part, encoding).text, 'utf8'))
}

function foreignEncoding(part: Uint8Array): string | undefined {
  if ((part[0] === 0xff && part[1] === 0xfe) || (part[0] === 0x3c && part[1] === 0)) return 'utf-16le'
  if ((part[0] === 0xfe && part[1] === 0xff) || (part[0] === 0 && part[1] === 0x3c)) return 'utf-16be'
  const head = Buffer.from(part.buffer, part.byteOffset, Math.min(part.byteLength, 200)).toString('latin1')
  const declared = /^(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']/.exec(head)?.[1]
  return declared === undefined || /^(utf-?8|us-ascii)$/i.test(declared) ? undefined : declared
}
