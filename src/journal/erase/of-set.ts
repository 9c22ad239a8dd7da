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

/** The three files of a version. */
export interface VersionFiles {
  readonly hash: string
  readonly parquet_sha256: string
  readonly csv_sha256: string
  readonly manifest_sha256: string
}

export const versionsOf = (tx: Tx, insee: string, dataSet: string): Promise<VersionFiles[]> =>
  tx
    .selectFrom('version')
    .select(['hash', 'parquet_sha256', 'csv_sha256', 'manifest_sha256'])
    .where(is => is.and({ insee, data_set: dataSet }))
    .execute()
