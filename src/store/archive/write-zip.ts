import { type FileHandle, open } from 'node:fs/promises'
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'

export interface ZipWriter {
  /** One entry, its bytes as they come. `packed`: they are compressed already, or may be. */
  add(name: string, chunks: AsyncIterable<Uint8Array>, packed?: 'packed'): Promise<void>
}

/** What a zip can hold in its plain form, which every program reads. */
export const ZIP_MOST_BYTES = 0xffff_ffff
export const ZIP_MOST_ENTRIES = 0xffff

/** The zip would be bigger than every program can read. */
export class TooBigForZip extends Error {
  override readonly name = 'TooBigForZip'
  constructor() {
    super('L’archive dépasserait 4 Go ou 65 535 fichiers, ce que le format zip ne sait pas tenir.')
  }
}

/** Writes a zip at `path`, which must not exist, a piece at a time: it is on the disk when the promise resolves. */
export async function writeZip(path: string, fill: (zip: ZipWriter) => Promise<void>): Promise<void> {
  const file = await open(path, 'wx')
  try {
    const pending: Uint8Array[] = []
    const zip = new Zip((error, chunk) => {
      if (error) throw error
      pending.push(chunk)
    })
    const flush = countedFlush(file, pending)
    let entries = 0
    await fill({
      async add(name, chunks, packed) {
        if (++entries > ZIP_MOST_ENTRIES) throw new TooBigForZip()
        const entry = packed ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 })
        zip.add(entry)
        for await (const chunk of chunks) {
          entry.push(chunk)
          await flush()
        }
        entry.push(new Uint8Array(0), true)
        await flush()
      },
    })
    zip.end()
    await flush()
    await file.sync()
  } finally {
    await file.close()
  }
}

function countedFlush(file: FileHandle, pending: Uint8Array[]): () => Promise<void> {
  let written = 0
  return async () => {
    for (const chunk of pending.splice(0)) {
      written += chunk.length
      if (written > ZIP_MOST_BYTES) throw new TooBigForZip()
      await file.writeFile(chunk)
    }
  }
}
