import { z } from 'zod'
import { type AnyRow, rowsOf } from '../../store/archive/rows.ts'
import type { ZipWriter } from '../../store/archive/write-zip.ts'
import type { Tx } from '../../store/open.ts'
import { TABLE_NAMES, type TableName } from '../../store/table-keys.ts'

/** Who is signed in, who tried and how she signs in are of this instance, a campaign is its coach's: not of the town. */
const LEFT_OUT: ReadonlySet<TableName> = new Set([
  ...(['account', 'session', 'sign_in', 'attempt'] as const),
  ...(['campaign', 'campaign_town'] as const),
])
export const TOWN_TABLES: readonly TableName[] = TABLE_NAMES.filter(name => !LEFT_OUT.has(name))

/** The journal is at the root, for people; the other tables are in a folder of their own, for the Carnet that takes the town back. */
export const tableEntry = (table: TableName): string =>
  table === 'journal' ? 'journal.jsonl' : `carnet/${table}.jsonl`

export const ARCHIVE = 'carnet/archive.json'
/** What an archive says of itself: `carnet/archive.json`, its last entry. */
export const archiveShape = z.strictObject({
  format: z.literal('carnet-town'),
  version: z.literal(1),
  /** The tables are those of this migration. */
  migration: z.string().max(100),
  insee: z.string().max(10),
  name: z.string().max(200),
  /** Where in the archive the bytes of each SHA-256 are. */
  files: z.record(z.string().regex(/^[0-9a-f]{64}$/), z.string().max(1_000)),
})
export type Archive = z.infer<typeof archiveShape>

/** Every row of the town, as it is at one instant. */
export async function addRows(tx: Tx, insee: string, zip: ZipWriter): Promise<void> {
  for (const table of TOWN_TABLES) await zip.add(tableEntry(table), lines(rowsOf(tx, table, insee), table))
}

async function* lines(rows: AsyncIterable<AnyRow>, table: TableName): AsyncGenerator<Uint8Array> {
  for await (const row of rows) {
    const kept = keptOf(table, row)
    if (kept) yield new TextEncoder().encode(`${JSON.stringify(kept)}\n`)
  }
}

/** Keys of other sites stay in the instance that ciphers them; work that is not ended is not the town's. */
function keptOf(table: TableName, row: AnyRow): AnyRow | undefined {
  if (table === 'connector') return { ...row, secret: null }
  if (table === 'erasure') return { ...row, todo: null }
  if (table === 'job' && row.ended_at === null) return undefined
  return row
}
