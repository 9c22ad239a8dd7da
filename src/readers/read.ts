import { type Format, type ReadOptions, type ReadResult, UnreadableFile } from '../core/table/read-result.ts'
import { findTables } from './find-table/find-tables.ts'
import { titledTable } from './find-table/titled-table.ts'
import { type FormatContent, readFormat } from './formats.ts'
import type { Grid } from './grid.ts'
import { gunzip } from './gunzip.ts'
import { isGzip, sniffFormat } from './sniff.ts'

export { readFileSafely } from './sandbox/read-file-safely.ts'

/**
 * Reads a file held in memory, in this process. Foreign files go through `readFileSafely` instead, which does the same in a child process
 * that can be killed. `name` names the file in the answer and in each row. Throws `UnreadableFile`.
 */
export async function readBytes(bytes: Uint8Array, name: string, options: ReadOptions = {}): Promise<ReadResult> {
  const content = isGzip(bytes) ? gunzip(bytes) : bytes
  const format = formatOf(content, name.replace(/\.gz$/i, ''), isGzip(bytes))
  const found = await readFormat(format, content, options)
  const grids = chooseGrids(found, options)
  checkTitlesLine(grids, options)
  const tables = grids.flatMap(grid => (found.titled ? [titledTable(grid, name)] : findTables(grid, options, name)))
  if (tables.length === 0) throw nothingToRead(found.grids)
  const notTaken = options.hidden === true ? [] : hiddenSheets(found.grids)
  return {
    file: name,
    format: found.format ?? format,
    ...(found.encoding !== undefined && { encoding: found.encoding }),
    ...(found.delimiter !== undefined && { delimiter: found.delimiter }),
    tables: tables.map(table => ({ ...table, hidden: { ...table.hidden, sheets: notTaken } })),
    warnings: [...found.warnings, ...onlyTitles(tables), ...hiddenRemark(notTaken)],
  }
}

/** A gzip wraps one text: an archive in an archive is a trap or a mistake. */
function formatOf(bytes: Uint8Array, name: string, wrapped: boolean): Format {
  if (wrapped && isGzip(bytes))
    throw new UnreadableFile('Ce fichier est compressé plusieurs fois : donnez-moi le fichier qu’il contient.')
  return sniffFormat(bytes, name)
}

const isHidden = (grid: Grid) => grid.hidden === true
const hiddenSheets = (grids: readonly Grid[]) => grids.filter(isHidden).map(grid => grid.sheet ?? '')

function chooseGrids({ grids }: FormatContent, { sheet, hidden }: ReadOptions): readonly Grid[] {
  if (sheet === undefined) return hidden === true ? grids : grids.filter(grid => !isHidden(grid))
  const named = grids.filter(grid => grid.sheet === sheet)
  if (named.length > 0) return named
  const names = grids.flatMap(grid => (grid.sheet === undefined || isHidden(grid) ? [] : [`« ${grid.sheet} »`]))
  throw new UnreadableFile(
    names.length === 0
      ? `Ce fichier n’a pas de feuilles : je n’y trouve pas « ${sheet} ».`
      : `Je ne trouve pas la feuille « ${sheet} » ; ce fichier contient ${names.slice(0, 20).join(', ')}.`,
  )
}

/** A line of titles that a person gives is never passed over in silence. */
function checkTitlesLine(grids: readonly Grid[], { headerRow }: ReadOptions): void {
  if (headerRow === undefined) return
  const isThere = ({ line, cells }: Grid['rows'][number]) =>
    line === headerRow && cells.some(cell => cell.trim() !== '')
  if (!grids.some(grid => grid.rows.some(isThere)))
    throw new UnreadableFile(`La ligne ${headerRow} est vide ou n’existe pas : j’attendais des titres de colonnes.`)
}

function nothingToRead(grids: readonly Grid[]): UnreadableFile {
  const hidden = grids.filter(grid => isHidden(grid) && grid.rows.length > 0).map(grid => `« ${grid.sheet} »`)
  const lines = grids.some(grid => grid.rows.some(row => row.cells.some(cell => cell.trim() !== '')))
  if (hidden.length > 0)
    return new UnreadableFile(
      `Tout ce que ce fichier contient est dans des feuilles masquées (${hidden.slice(0, 10).join(', ')}) : affichez-les, ou demandez à les lire.`,
    )
  return new UnreadableFile(
    lines
      ? 'Toutes les lignes ou les colonnes de ce fichier sont masquées ou vides : affichez-les, ou demandez à les lire.'
      : 'Ce fichier ne contient que des cases vides : j’attendais un tableau.',
  )
}

/** A table of titles alone is told: « 0 ligne » is never said in silence. */
const onlyTitles = (tables: ReadResult['tables']): string[] =>
  tables
    .filter(({ table }) => table.rows.length === 0)
    .map(
      ({ sheet, headerRow }) =>
        `${sheet === undefined ? 'Ce fichier' : `Feuille « ${sheet} »`} : je n’y vois qu’une ligne de titres (ligne ${headerRow}), aucune ligne de données dessous.`,
    )

const hiddenRemark = (sheets: readonly string[]): string[] =>
  sheets.length === 0 ? [] : [`Feuilles masquées, non lues : ${sheets.map(sheet => `« ${sheet} »`).join(', ')}.`]
