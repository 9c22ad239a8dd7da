import { type ReadOptions, UnreadableFile } from '../../core/table/read-result.ts'
import type { Grid, GridRow } from '../grid.ts'
import { decodeText } from '../text/decode.ts'
import { type Dialect, detectDialect } from './dialect.ts'
import { LONGEST_CELL, RecordScanner } from './scan.ts'

export interface CsvResult {
  readonly grid: Grid
  readonly encoding: string
  readonly delimiter: string
  /** French sentences. */
  readonly warnings: readonly string[]
}

/** As spreadsheets: more columns than this is not a table that a person can use. */
export const MOST_COLUMNS = 16_384

/**
 * Reads a whole delimited text. A row's `line` is the number of its record, blank ones counted, which is what a spreadsheet shows;
 * the `sep=;` line that Excel writes for itself is not counted, as Excel does. Rows keep the cells that they have: none is added, none
 * cut. Throws `UnreadableFile`.
 */
export function readCsv(bytes: Uint8Array, options: ReadOptions = {}): CsvResult {
  const { text, encoding, warnings } = decodeText(bytes, options.encoding)
  const separator = separatorLine(text)
  const body = separator === undefined ? text : text.slice(separator.length)
  const delimiter = options.delimiter ?? separator?.delimiter
  const dialect = detectDialect(body, delimiter === undefined ? {} : { delimiter })
  const { rows, mended } = readRows(body, dialect)
  if (rows.length === 0)
    throw new UnreadableFile('Ce fichier ne contient aucune ligne : j’attendais au moins une ligne de titres.')
  return {
    grid: { rows },
    encoding,
    delimiter: dialect.delimiter,
    warnings: [...warnings, ...(separator === undefined ? [] : [separatorRemark]), ...mendedRemark(mended)],
  }
}

/** `sep=;` on the first line: a message from Excel to Excel, not a row. */
export function separatorLine(text: string): { delimiter: string; length: number } | undefined {
  const found = /^"?sep=(.)"?(?:\r\n|\r|\n|$)/i.exec(text.slice(0, 16))
  return found === null ? undefined : { delimiter: found[1] ?? ';', length: found[0].length }
}
export const separatorRemark =
  'La première ligne (« sep= ») ne fait que nommer le séparateur : je ne l’ai pas comptée comme une ligne.'

function readRows(text: string, dialect: Dialect): { rows: GridRow[]; mended: number[] } {
  const scanner = new RecordScanner(dialect)
  scanner.open(text, true)
  const rows: GridRow[] = []
  const mended: number[] = []
  for (let at = 0, seen = 0; at < text.length; ) {
    at = scanner.next(at)
    const line = rows.length + 1
    checkSize(scanner.cells, line)
    rows.push({ line, cells: scanner.cells })
    if (scanner.mended > seen) mended.push(line)
    seen = scanner.mended
  }
  return { rows, mended }
}

/** Refuses a row that no table can hold. Throws `UnreadableFile`. */
export function checkSize(cells: readonly string[], line: number): void {
  if (cells.length > MOST_COLUMNS)
    throw new UnreadableFile(
      `La ligne ${line} a ${cells.length.toLocaleString('fr-FR')} colonnes ; j’en lis ${MOST_COLUMNS.toLocaleString('fr-FR')} au plus.`,
    )
  for (const cell of cells)
    if (cell.length > LONGEST_CELL)
      throw new UnreadableFile(
        `Une cellule de la ligne ${line} contient ${Math.round(cell.length / 1024 / 1024)} Mo de texte ; j’en lis 16 au plus : est-ce bien un tableau ?`,
      )
}

/** What is said of quotes that were opened and never closed. `lines`: the rows where they stand. */
export function mendedRemark(lines: readonly number[]): string[] {
  if (lines.length === 0) return []
  const few = lines.slice(0, 5).join(', ')
  return [
    lines.length === 1
      ? `À la ligne ${few}, un guillemet est ouvert et jamais refermé : je l’ai gardé comme un simple caractère. Vérifiez cette ligne.`
      : `Dans ${lines.length} lignes (${few}${lines.length > 5 ? '…' : ''}), un guillemet est ouvert et jamais refermé : je l’ai gardé comme un simple caractère. Vérifiez ces lignes.`,
  ]
}
