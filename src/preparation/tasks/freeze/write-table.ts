import { open } from 'node:fs/promises'
import type { Table } from '../../../core/table/table.ts'
import { writeParquet } from '../../../store/versions/freeze.ts'
import { csvChunks } from '../../../writers/csv/write-csv.ts'

/** Where the two files of a version are written: drafts, that whoever asked then keeps. */
export interface FreezePaths {
  readonly csv: string
  readonly parquet: string
}

/** The table byte for byte as CSV (UTF-8, comma, RFC 4180), and as Parquet. */
export async function writeTable(table: Table, paths: FreezePaths): Promise<void> {
  const file = await open(paths.csv, 'w')
  try {
    for (const chunk of csvChunks(table)) await file.writeFile(chunk)
  } finally {
    await file.close()
  }
  await writeParquet(table, paths.parquet)
}
