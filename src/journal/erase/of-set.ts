import type { Tx } from '../../store/open.ts'

/** What one erasure found, and the blobs to take from the disk once it is committed. */
export interface Found {
  readonly places: number
  readonly blobs: readonly string[]
}

export const uploadsOf = (tx: Tx, insee: string, dataSet: string) =>
  tx
    .selectFrom('upload')
    .selectAll()
    .where('insee', '=', insee)
    .where('id', 'in', is =>
      is.selectFrom('source').select('upload').where('insee', '=', insee).where('data_set', '=', dataSet),
    )
    .execute()

export const versionsOf = (tx: Tx, insee: string, dataSet: string) =>
  tx
    .selectFrom('version')
    .select(['hash', 'parquet_sha256'])
    .where(is => is.and({ insee, data_set: dataSet }))
    .execute()
