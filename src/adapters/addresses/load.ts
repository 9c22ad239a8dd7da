import { createReadStream, openSync, readSync } from 'node:fs'
import { basename } from 'node:path'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { Town } from '../../core/models/model.ts'
import { type AddressIndex, type AddressPoint, createAddressIndex } from '../../core/places/address-index.ts'
import { banReader } from '../../core/places/ban/read-rows.ts'
import { UnreadableFile } from '../../core/table/read-result.ts'
import { openCsvStream } from '../../readers/csv/stream-csv.ts'
import { isGzip } from '../../readers/sniff.ts'

/**
 * Reads an address file of the Base Adresse Nationale (csv, lieux-dits or csv-bal, gzipped or not) row by row: a whole department goes
 * through in constant memory, and only the town's rows are kept. Throws `UnreadableFile`, one French sentence.
 */
export async function loadAddresses(path: string, town?: Town): Promise<AddressIndex> {
  const { kept, others } = await readPoints(path, town)
  if (kept.length === 0) throw nothingKept(basename(path), others, town)
  return createAddressIndex(kept, remarks(kept, others, town))
}

/** The same rows, as they are: who asks makes the index. */
export async function loadPoints(path: string, town?: Town): Promise<readonly AddressPoint[]> {
  const { kept, others } = await readPoints(path, town)
  if (kept.length === 0) throw nothingKept(basename(path), others, town)
  return kept
}

interface Points {
  readonly kept: AddressPoint[]
  /** How many rows of each other commune. */
  readonly others: Map<string, number>
}

async function readPoints(path: string, town: Town | undefined): Promise<Points> {
  const points: Points = { kept: [], others: new Map() }
  let read: ReturnType<typeof banReader> | undefined
  for await (const { cells } of await openCsvStream(bytesOf(path)))
    for (const row of cells) {
      if (read) keep(read(row), points, town)
      else read = banReader(row)
    }
  return points
}

function keep(point: AddressPoint | undefined, { kept, others }: Points, town: Town | undefined): void {
  if (!point) return
  if (!town || point.insee === town.insee) kept.push(point)
  else others.set(point.town, (others.get(point.town) ?? 0) + 1)
}

/** The most that a department holds, inflated, with room to spare. */
const MOST_BYTES = 1024 * 1024 * 1024

async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  const name = basename(path)
  let size = 0
  try {
    for await (const chunk of openFile(path)) {
      size += chunk.length
      if (size > MOST_BYTES)
        throw new UnreadableFile(
          `« ${name} » contient plus d'un gigaoctet : donnez-moi le fichier de votre commune ou de votre département.`,
        )
      yield chunk
    }
  } catch (error) {
    if (!String((error as NodeJS.ErrnoException).code).startsWith('Z_')) throw error
    throw new UnreadableFile(`« ${name} » est abîmé : il ne se décompresse pas. Téléchargez-le de nouveau.`)
  }
}

/** Inflated when it is gzipped, whatever its name. The pipeline closes both ends when one fails, or is left. */
function openFile(path: string): AsyncIterable<Uint8Array> {
  const head = Buffer.alloc(2)
  const file = openSync(path, 'r')
  readSync(file, head, 0, 2, 0)
  const bytes = createReadStream(path, { fd: file, start: 0 })
  if (!isGzip(head)) return bytes
  const inflated = createGunzip()
  pipeline(bytes, inflated, () => undefined)
  return inflated
}

function nothingKept(name: string, others: ReadonlyMap<string, number>, town: Town | undefined): UnreadableFile {
  const found = [...others.keys()].slice(0, 5).map(one => `« ${one} »`)
  return new UnreadableFile(
    town && found.length > 0
      ? `« ${name} » ne contient aucune adresse de ${town.name} (${town.insee}) : ce sont celles de ${found.join(', ')}${others.size > 5 ? '…' : ''}.`
      : `« ${name} » ne contient aucune adresse placée : j'attendais le CSV des adresses de votre commune, téléchargé sur adresse.data.gouv.fr.`,
  )
}

function remarks(kept: readonly AddressPoint[], others: ReadonlyMap<string, number>, town: Town | undefined): string[] {
  if (!town || others.size === 0) return []
  const left = [...others.values()].reduce((sum, count) => sum + count, 0)
  return [
    `Le fichier d'adresses couvre aussi ${others.size === 1 ? 'une autre commune' : `${others.size} autres communes`} (${left} ${left === 1 ? 'adresse' : 'adresses'}) : je n'ai gardé que les ${kept.length} de ${town.name}.`,
  ]
}
