import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FieldType } from '../../core/models/model.ts'
import { type Table, tableFromRows } from '../../core/table/table.ts'
import { type Blobs, folderBlobs } from '../../store/blobs.ts'
import { freezeTable } from '../../store/versions/freeze.ts'
import type { Place } from '../published.ts'
import type { QueriedVersion } from './query.ts'

/** A column of a version made for a test: its name, or what its field says too. */
export type ColumnForTests =
  | string
  | { readonly name: string; readonly type: FieldType; readonly [more: string]: unknown }

export async function versionForTests(
  blobs: Blobs,
  columns: readonly ColumnForTests[],
  rows: readonly (readonly string[])[],
  place?: Place,
): Promise<QueriedVersion & { readonly table: Table }> {
  const fields = columns.map(one => (typeof one === 'string' ? { name: one, type: 'string' as const } : one))
  const table = tableFromRows(
    fields.map(({ name }) => name),
    rows,
  )
  const { sha256 } = await freezeTable(blobs, table)
  return {
    table,
    parquetSha256: sha256,
    schema: { fields, missingValues: [''] },
    columns: fields.map(({ name, type, format }: { name: string; type: FieldType; format?: unknown }) => ({
      ...{ name, type, title: name, description: '' },
      format: typeof format === 'string' ? format : 'default',
    })),
    ...(place && { place }),
  }
}

/** A folder of blobs; `remove` it after the tests. */
export function blobsForTests(): { readonly blobs: Blobs; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'carnet-query-'))
  return { blobs: folderBlobs(folder), remove: () => rmSync(folder, { recursive: true, force: true }) }
}
