import { createHash, randomBytes } from 'node:crypto'
import {
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { type FileHandle, open, readFile, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** Bytes under their SHA-256, never changed. What is kept here is on the disk when the promise resolves. */
export interface Blobs {
  put(bytes: Uint8Array): Promise<string>
  /** Bytes as they come, never whole in memory. Undefined: there were more than `limit`, nothing is kept. */
  receive(chunks: AsyncIterable<Uint8Array>, limit: number): Promise<Received | undefined>
  /** A file that `write` makes at the path it is given. */
  adopt(write: (draft: string) => Promise<void>): Promise<Received>
  /**
   * A file that `write` makes from a blob, at its own path: made once, gone with the blob, in no list and no backup since it can be made again.
   * `name` tells what it is and the revision of its maker.
   */
  derive(sha256: string, name: string, write: (draft: string) => Promise<void>): Promise<string>
  get(sha256: string): Promise<Uint8Array>
  has(sha256: string): boolean
  /** Whether the bytes are still those that were kept. */
  verify(sha256: string): Promise<boolean>
  /** For good: only an erasure asks for it. */
  erase(sha256: string): Promise<void>
  /** All of them. */
  list(): Generator<string>
  /** Where a blob is as a file, for those who read files. */
  path(sha256: string): string
}

export interface Received {
  readonly sha256: string
  readonly size: number
}

const NAME = /^[0-9a-f]{64}$/
const DERIVED_NAME = /^[\w-]+(?:\.[\w-]+)*$/

/** A draft that nobody wrote for that long is what a killed process left. */
const ABANDONED = 60 * 60 * 1000

export function folderBlobs(folder: string): Blobs {
  const drafts = join(folder, 'tmp')
  mkdirSync(drafts, { recursive: true })
  removeAbandoned(drafts)
  const path = (sha256: string): string => {
    if (!NAME.test(sha256)) throw new RangeError(`not a SHA-256: ${sha256.slice(0, 80)}`)
    return join(folder, sha256.slice(0, 2), sha256)
  }
  const derivedFolder = (sha256: string): string => join(folder, 'derived', basename(path(sha256)))
  const making = new Map<string, Promise<string>>()
  const drafted = async <T extends Received | undefined>(write: (draft: string) => Promise<T>): Promise<T> => {
    const draft = join(drafts, randomBytes(8).toString('hex'))
    try {
      const received = await write(draft)
      if (received) name(draft, path(received.sha256))
      return received
    } finally {
      rmSync(draft, { force: true })
    }
  }
  const receive = (chunks: AsyncIterable<Uint8Array>, limit: number) =>
    drafted(draft => writeDraft(draft, chunks, limit))
  return {
    path,
    receive,
    adopt: write =>
      drafted(async draft => {
        await write(draft)
        sync(draft)
        return { sha256: await hashOf(draft), size: statSync(draft).size }
      }),
    derive(sha256, called, write) {
      if (!DERIVED_NAME.test(called)) throw new RangeError(`no derived file is called ${called}`)
      const target = join(derivedFolder(sha256), called)
      if (existsSync(target)) return Promise.resolve(target)
      const made =
        making.get(target) ?? derive(path(sha256), target, drafts, write).finally(() => making.delete(target))
      making.set(target, made)
      return made
    },
    has: sha256 => existsSync(path(sha256)),
    get: sha256 => readFile(path(sha256)),
    verify: async sha256 => existsSync(path(sha256)) && (await hashOf(path(sha256))) === sha256,
    *list() {
      for (const start of readdirSync(folder))
        if (/^[0-9a-f]{2}$/.test(start)) yield* readdirSync(join(folder, start)).filter(name => NAME.test(name))
    },
    async erase(sha256) {
      await rm(path(sha256), { force: true })
      await rm(derivedFolder(sha256), { recursive: true, force: true })
    },
    async put(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      if (!existsSync(path(sha256))) await receive(once(bytes), Number.POSITIVE_INFINITY)
      return sha256
    },
  }
}

/** Whole and on the disk before it has its name; what is erased meanwhile leaves nothing. */
async function derive(
  blob: string,
  target: string,
  drafts: string,
  write: (draft: string) => Promise<void>,
): Promise<string> {
  const draft = join(drafts, randomBytes(8).toString('hex'))
  try {
    await write(draft)
    sync(draft)
    mkdirSync(dirname(target), { recursive: true })
    renameSync(draft, target)
    if (!existsSync(blob)) rmSync(dirname(target), { recursive: true, force: true })
    return target
  } finally {
    rmSync(draft, { force: true })
  }
}

/** On the disk before it has its name: a kill leaves no half blob. */
async function writeDraft(
  draft: string,
  chunks: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<Received | undefined> {
  const file = await open(draft, 'wx')
  try {
    const hash = createHash('sha256')
    let size = 0
    for await (const chunk of chunks) {
      size += chunk.length
      if (size > limit) return undefined
      hash.update(chunk)
      await writeAll(file, chunk)
    }
    await file.sync()
    return { sha256: hash.digest('hex'), size }
  } finally {
    await file.close()
  }
}

async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let at = 0; at < chunk.length; ) at += (await file.write(chunk, at)).bytesWritten
}

/** The name is on the disk too: a power cut forgets the last names of a folder that was not synchronised. */
function name(draft: string, path: string): void {
  const folder = dirname(path)
  const made = mkdirSync(folder, { recursive: true })
  renameSync(draft, path)
  // Windows opens no folder: its names are in its journal.
  if (process.platform === 'win32') return
  sync(folder)
  if (made) sync(dirname(folder))
}

/** Windows synchronises only what is open for writing; elsewhere a folder opens for reading alone. */
function sync(path: string): void {
  const file = openSync(path, process.platform === 'win32' ? 'r+' : 'r')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array)
  return hash.digest('hex')
}

function removeAbandoned(drafts: string): void {
  for (const draft of readdirSync(drafts)) {
    const written = statSync(join(drafts, draft), { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
    if (Date.now() - written > ABANDONED) rmSync(join(drafts, draft), { force: true })
  }
}
