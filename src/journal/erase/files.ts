import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { openZip, type ZipFile } from '../../store/archive/read-zip.ts'
import type { Blobs } from '../../store/blobs.ts'
import type { Scrub } from './scrub.ts'

/** What the readers found in a file, as it is kept (src/preparation/tasks/content.ts): JSON, compressed. Undefined: it does not hold the text. */
export async function scrubContent(blobs: Blobs, sha256: string, scrub: Scrub): Promise<string | undefined> {
  const before = (await promisify(gunzip)(await blobs.get(sha256))).toString('utf8')
  const after = scrub(before)
  return after === before ? undefined : blobs.put(await promisify(gzip)(after))
}

/** Beyond this, a zip inflates to more than anybody's sheet: it is taken to hold the text. */
const MOST_INFLATED = 1 << 30

/**
 * Whether a file as it was received holds the text, also where no reader looks: hidden sheets, comments. Spreadsheets are zips of XML.
 * In a format that is compressed otherwise (PDF), what the readers found is all that can be known.
 */
export async function fileHolds(path: string, text: string): Promise<boolean> {
  const wanted = writings(text)
  if (holds(await readFile(path), wanted)) return true
  const zip = await openZip(path).catch(() => undefined)
  return zip ? zipHolds(zip, wanted) : false
}

async function zipHolds(zip: ZipFile, wanted: readonly Buffer[]): Promise<boolean> {
  let left = MOST_INFLATED
  for (const name of zip.names) {
    const chunks: Uint8Array[] = []
    try {
      for await (const chunk of zip.read(name)) {
        if ((left -= chunk.length) < 0) return true
        chunks.push(chunk)
      }
    } catch {
      // What was inflated before the damage counts.
    }
    if (holds(Buffer.concat(chunks), wanted)) return true
  }
  return false
}

const holds = (bytes: Buffer, wanted: readonly Buffer[]): boolean => wanted.some(text => bytes.includes(text))

/** The bytes that a text has in the encodings and the escapes of town files. */
function writings(text: string): Buffer[] {
  const xml = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const quoted = text.replaceAll('"', '""')
  const json = JSON.stringify(text).slice(1, -1)
  return [...new Set([text, xml, xml.replaceAll('"', '&quot;'), quoted, json])].flatMap(writing =>
    (['utf8', 'latin1', 'utf16le'] as const).map(encoding => Buffer.from(writing, encoding)),
  )
}
