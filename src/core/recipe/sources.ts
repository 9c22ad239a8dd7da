import type { ReadResult, ReadTable } from '../table/read-result.ts'
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
  /** Of several tables side by side, whose titles are in the same row of one sheet: 0 or absent for the first. */
  readonly rank?: number
  readonly table: Table
}

export interface Wanted {
  /** '' or absent: the first file. */
  readonly source?: string
  readonly sheet?: string
  readonly headerRow?: number
  readonly rank?: number
}

/** What the readers found in several files, as sources of a recipe. */
export const sourcesOf = (results: readonly ReadResult[]): Sources => ({
  tables: results.flatMap(({ file, tables }) =>
    tables.map((found, at) => {
      const rank = tables.slice(0, at).filter(other => isBeside(other, found)).length
      return {
        source: found.table.rows[0]?.source || file,
        ...(found.sheet === undefined ? {} : { sheet: found.sheet }),
        headerRow: found.headerRow,
        ...(rank > 0 && { rank }),
        table: found.table,
      }
    }),
  ),
})

const isBeside = (a: ReadTable, b: ReadTable): boolean => a.sheet === b.sheet && a.headerRow === b.headerRow

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
  const found = ofSheet.find(table => table.headerRow === wanted.headerRow && (table.rank ?? 0) === (wanted.rank ?? 0))
  // A line more above the only table of the sheet does not make it another one.
  return found ?? (ofSheet.length === 1 ? ofSheet[0] : undefined)
}
