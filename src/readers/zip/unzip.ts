import { inflateRawSync } from 'node:zlib'
import { UnreadableFile } from '../../core/table/read-result.ts'
import { crc32 } from './crc32.ts'
import { readDirectory, type ZipEntry } from './directory.ts'

export interface ZipLimits {
  readonly maxEntries: number
  /** Of one entry and of all that was read so far, in bytes once inflated. */
  readonly maxEntryBytes: number
  readonly maxTotalBytes: number
}

export interface Zip {
  /** Names of the files, directories left out, in the order of the archive. Never joined to a path. */
  readonly names: readonly string[]
  has(name: string): boolean
  /** The inflated bytes, counted while they come out. Throws `UnreadableFile`: unknown name, encrypted, damaged, too big. */
  read(name: string): Uint8Array
}

export const ZIP_LIMITS: ZipLimits = {
  maxEntries: 10_000,
  maxEntryBytes: 256 * 1024 * 1024,
  maxTotalBytes: 384 * 1024 * 1024,
}

const LARGEST_CHUNK = 256 * 1024 * 1024

/** Room for what a sheet usually becomes, so that it comes out in one piece; memory that is not written to costs nothing. */
const chunkFor = (packedBytes: number) => Math.min(LARGEST_CHUNK, Math.max(16 * 1024, packedBytes * 16))

/**
 * Opens a zip held in memory without trusting what it says of itself: sizes are counted while inflating, checksums are verified,
 * names are only labels. When two entries have the same name, the last of the directory wins, as office software reads it.
 */
export function openZip(bytes: Uint8Array, limits: Partial<ZipLimits> = {}): Zip {
  const bounds = { ...ZIP_LIMITS, ...limits }
  const entries = new Map<string, ZipEntry>()
  for (const entry of readDirectory(bytes, bounds.maxEntries))
    if (!entry.name.endsWith('/')) entries.set(entry.name, entry)
  let total = 0
  return {
    names: [...entries.keys()],
    has: name => entries.has(name),
    read(name) {
      const entry = entries.get(name)
      if (entry === undefined)
        throw new UnreadableFile(`Il manque une partie à ce fichier : je n’y trouve pas « ${name} ».`)
      const content = readEntry(bytes, entry, Math.min(bounds.maxEntryBytes, bounds.maxTotalBytes - total))
      total += content.length
      return content
    },
  }
}

function readEntry(bytes: Uint8Array, entry: ZipEntry, room: number): Uint8Array {
  if (entry.encrypted)
    throw new UnreadableFile('Ce fichier est protégé par un mot de passe : enregistrez-en une copie sans mot de passe.')
  const content = extract(packed(bytes, entry), entry, room)
  if (crc32(content) !== entry.crc) throw damaged(entry)
  return content
}

function packed(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.offset < 0 || entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== 0x04034b50)
    throw damaged(entry)
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  if (start + entry.compressedSize > bytes.length) throw damaged(entry)
  return bytes.subarray(start, start + entry.compressedSize)
}

function extract(data: Uint8Array, entry: ZipEntry, room: number): Uint8Array {
  if (entry.method === 8) return inflate(data, entry, room)
  if (entry.method !== 0)
    throw new UnreadableFile(
      'Ce fichier est compressé d’une façon que je ne connais pas : enregistrez-le à nouveau depuis votre tableur.',
    )
  if (data.length > room) throw tooBig(room)
  return data
}

/** zlib counts what comes out, whatever size the archive claims, and stops at the room that is left. */
function inflate(data: Uint8Array, entry: ZipEntry, room: number): Uint8Array {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, room), chunkSize: chunkFor(data.length) })
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? tooBig(room) : damaged(entry)
  }
}

const damaged = (entry: ZipEntry) =>
  new UnreadableFile(
    `Ce fichier est abîmé : sa partie « ${entry.name} » ne se décompresse pas. Demandez-en une nouvelle copie.`,
  )

const tooBig = (room: number) =>
  new UnreadableFile(
    `Ce fichier contient plus de ${Math.max(1, Math.round(room / 1024 / 1024))} Mo une fois décompressé : c’est plus que ce que je peux lire en sûreté.`,
  )
