import { createHash, randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Bytes under their SHA-256, never changed. */
export interface Blobs {
  put(bytes: Uint8Array): Promise<string>
  get(sha256: string): Promise<Uint8Array>
  has(sha256: string): boolean
  /** For good: only an erasure asks for it. */
  erase(sha256: string): Promise<void>
  /** Where a blob is as a file, for those who read files. */
  path(sha256: string): string
}

export function folderBlobs(folder: string): Blobs {
  mkdirSync(join(folder, 'tmp'), { recursive: true })
  const path = (sha256: string): string => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError(`not a SHA-256: ${sha256.slice(0, 80)}`)
    return join(folder, sha256.slice(0, 2), sha256)
  }
  return {
    path,
    has: sha256 => existsSync(path(sha256)),
    get: sha256 => readFile(path(sha256)),
    erase: sha256 => rm(path(sha256), { force: true }),
    async put(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      if (!existsSync(path(sha256))) {
        mkdirSync(join(folder, sha256.slice(0, 2)), { recursive: true })
        writeWhole(join(folder, 'tmp', randomBytes(8).toString('hex')), path(sha256), bytes)
      }
      return sha256
    },
  }
}

/** On the disk before it has its name: a kill leaves no half blob. */
function writeWhole(draft: string, path: string, bytes: Uint8Array): void {
  const file = openSync(draft, 'wx')
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(draft, path)
}
