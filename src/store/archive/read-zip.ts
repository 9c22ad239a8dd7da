import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { pipeline } from 'node:stream'
import { createInflateRaw } from 'node:zlib'

/** A file that is not a zip of ours, or no longer is: one French sentence. */
export class UnreadableArchive extends Error {
  override readonly name = 'UnreadableArchive'
}

export interface ZipFile {
  /** In the order of the zip. */
  readonly names: readonly string[]
  /** The bytes of one entry, inflated as they are read. Throws `UnreadableArchive` when it is not there or is damaged. */
  read(name: string): AsyncIterable<Uint8Array>
}

interface Entry {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

const END = 0x06054b50
const END_LENGTH = 22
const CENTRAL = 0x02014b50
const CENTRAL_LENGTH = 46
const LOCAL_LENGTH = 30
/** No directory of 65,535 entries is longer, with reasonable names. */
const LONGEST_DIRECTORY = 64 << 20

/** A zip on the disk, read by its directory: only that is in memory. */
export async function openZip(path: string): Promise<ZipFile> {
  const file = await open(path, 'r')
  try {
    const entries = new Map((await readDirectory(file, path)).map(entry => [entry.name, entry]))
    return {
      names: [...entries.keys()],
      read: name => readEntry(path, entries.get(name) ?? damaged(path, `« ${name} » n’y est pas`)),
    }
  } finally {
    await file.close()
  }
}

async function readDirectory(file: FileHandle, path: string): Promise<Entry[]> {
  const { size } = await file.stat()
  const tail = await readAt(file, Math.max(0, size - 0xffff - END_LENGTH), size)
  let end = tail.length - END_LENGTH
  while (end >= 0 && tail.readUInt32LE(end) !== END) end--
  if (end < 0) return damaged(path, 'ce n’est pas un fichier zip entier')
  const [length, offset] = [tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)]
  if (length > LONGEST_DIRECTORY || offset + length > size) return damaged(path, 'sa liste de fichiers est abîmée')
  return entriesOf(await readAt(file, offset, offset + length), path)
}

function entriesOf(directory: Buffer, path: string): Entry[] {
  const entries: Entry[] = []
  for (let at = 0; at + CENTRAL_LENGTH <= directory.length; ) {
    if (directory.readUInt32LE(at) !== CENTRAL) return damaged(path, 'sa liste de fichiers est abîmée')
    const [name, extra, comment] = [28, 30, 32].map(field => directory.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ]
    entries.push({
      name: directory.toString('utf8', at + CENTRAL_LENGTH, at + CENTRAL_LENGTH + name),
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
    })
    at += CENTRAL_LENGTH + name + extra + comment
  }
  return entries
}

async function* readEntry(path: string, { name, method, packed, size, offset }: Entry): AsyncGenerator<Uint8Array> {
  if (method !== 0 && method !== 8) damaged(path, `« ${name} » est compressé d’une façon inconnue`)
  if (size === 0) return
  const start = await startOf(path, offset)
  const raw = createReadStream(path, { start, end: start + packed - 1 })
  const chunks: AsyncIterable<Uint8Array> = method === 0 ? raw : pipeline(raw, createInflateRaw(), () => {})
  let read = 0
  try {
    for await (const chunk of chunks) {
      read += chunk.length
      if (read > size) break
      yield chunk
    }
  } catch {
    damaged(path, `« ${name} » est abîmé`)
  }
  if (read !== size) damaged(path, `« ${name} » n’a pas sa longueur`)
}

/** The local header has a name and an extra field of its own. */
async function startOf(path: string, offset: number): Promise<number> {
  const file = await open(path, 'r')
  try {
    const header = await readAt(file, offset, offset + LOCAL_LENGTH)
    if (header.length < LOCAL_LENGTH) damaged(path, 'il est tronqué')
    return offset + LOCAL_LENGTH + header.readUInt16LE(26) + header.readUInt16LE(28)
  } finally {
    await file.close()
  }
}

async function readAt(file: FileHandle, from: number, to: number): Promise<Buffer> {
  const buffer = Buffer.alloc(to - from)
  const { bytesRead } = await file.read(buffer, 0, to - from, from)
  return buffer.subarray(0, bytesRead)
}

const damaged = (path: string, why: string): never => {
  throw new UnreadableArchive(`Je ne peux pas lire l’archive « ${path} » : ${why}.`)
}
