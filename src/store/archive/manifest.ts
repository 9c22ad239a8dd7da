import { z } from 'zod'

/** What a backup says of itself: `carnet.json`, its last entry. */
export const manifestShape = z.strictObject({
  format: z.literal('carnet-backup'),
  version: z.literal(1),
  madeAt: z.string(),
  /** The tables are those of this migration. */
  migration: z.string(),
  tables: z.record(z.string(), z.strictObject({ rows: z.number().int(), sha256: z.string() })),
  blobs: z.array(z.string().regex(/^[0-9a-f]{64}$/)),
  /** Blobs that the disk had altered when the backup was made: kept as they were found. */
  damaged: z.array(z.string()),
})
export type Manifest = z.infer<typeof manifestShape>

export const MANIFEST = 'carnet.json'
export const tableEntry = (table: string): string => `tables/${table}.jsonl`
export const blobEntry = (sha256: string): string => `blobs/${sha256.slice(0, 2)}/${sha256}`
