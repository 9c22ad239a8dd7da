import type { ReadResult, ReadTable } from '../core/table/read-result.ts'
import { readFileSafely } from '../readers/read.ts'
import { readArguments } from './arguments.ts'
import type { Verb } from './command.ts'
import { READ_OPTIONS, readOptions } from './read-options.ts'

const USAGE = 'read FICHIER [--json] [--sheet FEUILLE] [--header LIGNE] [--encoding E] [--delimiter D] [--hidden]'

export const read: Verb = async (args, world) => {
  const { values, positionals } = readArguments(args, { json: { type: 'boolean' }, ...READ_OPTIONS }, USAGE, [1, 1])
  const result = await readFileSafely(positionals[0]!, readOptions(values))
  world.out(values.json ? `${JSON.stringify(describe(result), null, 2)}\n` : inWords(result))
  return 0
}

/** The contract of `read --json`: what was found, without the cells. */
const describe = ({ file, format, encoding, delimiter, tables, warnings }: ReadResult) => ({
  file,
  format,
  encoding,
  delimiter,
  tables: tables.map(found => ({
    sheet: found.sheet,
    headerRow: found.headerRow,
    columns: found.table.columns.map(column => column.name),
    rows: found.table.rows.length,
    setAside: found.setAside.map(({ row, reason }) => ({ row, reason })),
    hidden: found.hidden,
  })),
  warnings,
})

function inWords(result: ReadResult): string {
  const how = [result.format, result.encoding, result.delimiter && `séparateur « ${result.delimiter} »`]
    .filter(Boolean)
    .join(', ')
  return [
    `${result.file} (${how})`,
    ...result.tables.flatMap(tableInWords),
    ...result.warnings.map(w => `À savoir : ${w}`),
    '',
  ].join('\n')
}

function tableInWords({ sheet, headerRow, table, setAside, hidden }: ReadTable): string[] {
  return [
    '',
    `${sheet ? `Feuille « ${sheet} »` : 'Tableau'} : ${table.rows.length} lignes, ${table.columns.length} colonnes, titres des colonnes à la ligne ${headerRow}`,
    `  Colonnes : ${table.columns.map(column => column.name || '(sans nom)').join(' | ')}`,
    ...setAside.slice(0, 20).map(({ row, reason }) => `  Laissé de côté, ligne ${row} : ${reason}`),
    ...(setAside.length > 20 ? [`  … et ${setAside.length - 20} autres`] : []),
    ...(hidden.sheets.length ? [`  Feuilles masquées, non lues : ${hidden.sheets.join(', ')}`] : []),
    ...(hidden.rows.length ? [`  Lignes masquées, non lues : ${hidden.rows.length}`] : []),
    ...(hidden.columns.length ? [`  Colonnes masquées, non lues : ${hidden.columns.join(', ')}`] : []),
  ]
}
