import { createHash } from 'node:crypto'
import type { Box, Fiche } from '../../core/fiche/fiche.ts'
import type { Recipe } from '../../core/recipe/step.ts'
import type { Blobs } from '../../store/blobs.ts'
import type { Place, PublishedColumn, PublishedVersion } from '../published.ts'

/** All that a publication freezes. Its SHA-256 is the address of the version. Not public as a whole: the recipe tells what was mended by hand. */
export interface Manifest {
  readonly format: 'carnet-version-1'
  readonly insee: string
  /** Id of the set. */
  readonly set: string
  readonly data: {
    /** SHA-256 of the CSV: Parquet is the same table, and its bytes are its writer's own. */
    readonly csv: string
    readonly rows: number
    readonly columns: readonly PublishedColumn[]
    readonly place?: Place
    readonly box?: Box
  }
  readonly fiche: Fiche
  readonly model: PublishedVersion['model']
  /** Table Schema of the columns of the data, as the model had it that day. */
  readonly schema: Readonly<Record<string, unknown>>
  readonly recipe: Recipe
  readonly report: VersionReport
}

export interface VersionReport {
  readonly valid: boolean
  readonly conformity: number
  readonly errors: number
  /** How many findings of each code. */
  readonly counts: Readonly<Record<string, number>>
}

/** One writing only: keys in order, no space. */
export const canonicalJson = (value: unknown): string => JSON.stringify(inOrder(value))

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([name, item]) => [name, inOrder(item)]))
}

export const writeManifest = (manifest: Manifest): Uint8Array => new TextEncoder().encode(canonicalJson(manifest))

/** Two publications of the same data, told the same way, are one version: how the table was made is not looked at. */
export const sameForReaders = (a: Manifest, b: Manifest): boolean => toldTo(a) === toldTo(b)

const toldTo = ({ data, fiche, model, schema }: Manifest): string =>
  createHash('sha256').update(canonicalJson({ data, fiche, model, schema })).digest('hex')

const MOST_KEPT = 200
const kept = new Map<string, Manifest>()

/** By the SHA-256 of its bytes: what was read once is not read again. */
export async function readManifest(blobs: Pick<Blobs, 'get'>, sha256: string): Promise<Manifest> {
  const known = kept.get(sha256)
  if (known) return known
  const manifest = JSON.parse(new TextDecoder().decode(await blobs.get(sha256))) as Manifest
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value!)
  kept.set(sha256, manifest)
  return manifest
}
