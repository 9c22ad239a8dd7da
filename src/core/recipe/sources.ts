import type { ReadResult } from '../table/read-result.ts'
import type { Table } from '../table/table.ts'

/** Every table that the readers found in the files received, the main file first. Order matters: it decides the default table. */
export interface Sources {
  readonly tables: readonly SourceTable[]
}

export interface SourceTable {
  /** SHA-256 of the file or, before it is stored, its name: the same text as in `RowRef.source`. */
  readonly source: string
  readonly sheet?: string
  readonly headerRow?: number
  readonly table: Table
}

export interface Wanted {
  /** '' or absent: the first file. */
  readonly source?: string
  readonly sheet?: string
  readonly headerRow?: number
}

/** What the readers found in several files, as sources of a recipe. */
export const sourcesOf = (results: readonly ReadResult[]): Sources => ({
  tables: results.flatMap(result =>
    result.tables.map(found => ({
      source: found.table.rows[0]?.source || result.file,
      ...(found.sheet === undefined ? {} : { sheet: found.sheet }),
      headerRow: found.headerRow,
      table: found.table,
    })),
  ),
})

/** One table alone, for tests and for a table that is already chosen. */
export const sourceOf = (table: Table, name = ''): Sources => ({
  tables: [{ source: table.rows[0]?.source || name, table }],
})

/** The table wanted, or undefined: the caller says so in a sentence, for a file of next year may have lost a sheet. */
export function findSource(sources: Sources, wanted: Wanted): SourceTable | undefined {
  const source = wanted.source || sources.tables[0]?.source
  const ofFile = sources.tables.filter(table => table.source === source)
  const ofSheet = wanted.sheet === undefined ? ofFile : ofFile.filter(table => table.sheet === wanted.sheet)
  if (wanted.headerRow === undefined) return ofSheet[0]
  return ofSheet.find(table => table.headerRow === wanted.headerRow)
}
