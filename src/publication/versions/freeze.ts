import type { Fiche } from '../../core/fiche/fiche.ts'
import type { Recipe } from '../../core/recipe/step.ts'
import type { TableCardOfVersion } from '../../preparation/tasks/freeze/describe.ts'
import type { FreezePaths } from '../../preparation/tasks/freeze/write-table.ts'
import type { Blobs } from '../../store/blobs.ts'
import { type Manifest, type VersionReport, writeManifest } from './manifest.ts'

/** A table whose two files are on the disk. Nothing says yet that it is published. */
export interface FrozenTable {
  readonly csv: string
  readonly parquet: string
  readonly card: TableCardOfVersion
  readonly report: VersionReport
}
type Written = Pick<FrozenTable, 'card' | 'report'>

/** `write` makes both files and says what is in them: both are kept, or neither is. */
export async function freezeFiles<T extends Written>(
  blobs: Blobs,
  write: (paths: FreezePaths) => Promise<T>,
): Promise<FrozenTable & T> {
  let written: T | undefined
  let parquet = ''
  const csv = await blobs.adopt(async csv => {
    const kept = await blobs.adopt(async draft => {
      written = await write({ csv, parquet: draft })
    })
    parquet = kept.sha256
  })
  if (!written) throw new Error('nothing was written')
  return { ...written, csv: csv.sha256, parquet }
}

export interface Said {
  readonly insee: string
  /** Id of the set. */
  readonly set: string
  readonly fiche: Fiche
  readonly recipe: Recipe
}

export function manifestOf({ csv, card, report }: FrozenTable, { insee, set, fiche, recipe }: Said): Manifest {
  const { model, schema, ...data } = card
  return { format: 'carnet-version-1', insee, set, data: { csv, ...data }, fiche, model, schema, recipe, report }
}

/** A version with all its bytes on the disk, ready to be said. */
export interface KeptVersion {
  readonly hash: string
  readonly csv: string
  readonly parquet: string
  readonly manifest: Manifest
}

export async function keepManifest(blobs: Blobs, frozen: FrozenTable, said: Said): Promise<KeptVersion> {
  const manifest = manifestOf(frozen, said)
  return {
    hash: await blobs.put(writeManifest(manifest)),
    csv: frozen.csv,
    parquet: frozen.parquet,
    manifest,
  }
}
