import { createReadStream } from 'node:fs'
import type { ZipWriter } from '../../store/archive/write-zip.ts'
import type { Blobs } from '../../store/blobs.ts'

/** Puts things in an archive, and remembers where each blob is: what comes back finds its bytes by their SHA-256. */
export class Shelf {
  readonly #files = new Map<string, string>()

  constructor(
    readonly zip: ZipWriter,
    readonly blobs: Blobs,
  ) {}

  /** Path of the first place where each blob is. */
  get files(): Readonly<Record<string, string>> {
    return Object.fromEntries([...this.#files].sort(([a], [b]) => (a < b ? -1 : 1)))
  }

  has(sha256: string): boolean {
    return this.#files.has(sha256)
  }

  text = (path: string, text: string): Promise<void> => this.zip.add(path, once(new TextEncoder().encode(text)))

  json = (path: string, value: unknown): Promise<void> => this.text(path, `${JSON.stringify(value, null, 2)}\n`)

  bytes = (path: string, bytes: Uint8Array): Promise<void> => this.zip.add(path, once(bytes))

  /** As it is kept. What was erased for good is not there any more. */
  async blob(path: string, sha256: string): Promise<boolean> {
    if (sha256 === '' || !this.blobs.has(sha256)) return false
    await this.zip.add(path, createReadStream(this.blobs.path(sha256)), 'packed')
    if (!this.#files.has(sha256)) this.#files.set(sha256, path)
    return true
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
