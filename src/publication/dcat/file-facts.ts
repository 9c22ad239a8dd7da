import { type FilesWorld, publishedFile } from '../files/file.ts'
import type { FileFormat } from '../files/formats.ts'
import type { PublishedSet } from '../published.ts'
import { formatsOf } from './formats.ts'

/** What is said of the bytes of a file. */
export interface KnownFile {
  readonly size: number
  readonly sha256: string
}
export type FileFacts = (set: PublishedSet, extension: FileFormat) => KnownFile | undefined

/** Up to here every file of a set is made to say its size, once; beyond, only the CSV's is told: a harvester does not wait for spreadsheets. */
const MOST_ROWS = 2000

export async function fileFacts(world: FilesWorld, sets: readonly PublishedSet[]): Promise<FileFacts> {
  const facts = new Map<string, KnownFile>()
  for (const set of sets)
    for (const { extension } of formatsOf(set)) {
      if (extension !== 'csv' && set.version.rows > MOST_ROWS) continue
      const file = await publishedFile(world, set.version, extension, set.fiche.title)
      if (file) facts.set(`${set.slug}.${extension}`, file)
    }
  return ({ slug }, extension) => facts.get(`${slug}.${extension}`)
}
