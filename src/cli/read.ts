import type { ReadResult, ReadTable } from '../core/table/read-result.ts'
import { columnNames } from '../core/table/table.ts'
import { readFileSafely } from '../readers/read.ts'
import { readArguments } from './arguments.ts'
import type { Verb } from './command.ts'
import { READ_OPTIONS, readOptions } from './read-options.ts'

const USAGE =
  'read FICHIER [--json] [--sheet FEUILLE] [--header LIGNE] [--encoding CODAGE] [--delimiter SIGNE] [--hidden]'

/** What the readers found in a file, before anything is done with it. */
export const read: Verb = async (args, world) => {
  const options = { json: { type: 'boolean' }, ...READ_OPTIONS } as const
  const { values, positionals } = readArguments(args, options, USAGE, [1, 1])
  const result = await readFileSafely(positionals[0]!, readOptions(values))
  world.out(values.json ? `${JSON.stringify(describe(result), null, 2)}\n` : inWords(result))
  return 0
}

/** The contract of `read --json`: the same keys for every format, null for what a format does not have. */
export function describe({ file, format, encoding, delimiter, tables, warnings }: ReadResult) {
  return {
    file,
    format,
    encoding: encoding ?? null,
    delimiter: delimiter ?? null,
    tables: tables.map(({ sheet, headerRow, table, setAside, hidden }) => ({
      sheet: sheet ?? null,
      headerRow,
      columns: columnNames(table),
      rows: table.rows.length,
      setAside: setAside.map(({ row, reason }) => ({ row, reason })),
      hidden,
    })),
    warnings,
  }
}

/** More columns or reasons than this are counted, not listed: a screen has twenty-five lines. */
const MOST_LISTED = 12

function inWords({ file, format, encoding, delimiter, tables, warnings }: ReadResult): string {
  const how = [
    `fichier ${format.toUpperCase()}`,
    ...(encoding === undefined ? [] : [`lettres en ${encoding}`]),
    ...(delimiter === undefined ? [] : [`colonnes séparées par ${SIGNS.get(delimiter) ?? `« ${delimiter} »`}`]),
  ]
  return [
    `« ${file} » : ${how.join(', ')}.`,
    ...tables.flatMap(tableInWords),
    ...warnings.map(warning => `À savoir : ${warning}`),
    '',
  ].join('\n')
}

const SIGNS: ReadonlyMap<string, string> = new Map([
  [';', 'un point-virgule'],
  [',', 'une virgule'],
  ['\t', 'une tabulation'],
  ['|', 'une barre verticale'],
])

function tableInWords({ sheet, headerRow, table, setAside, hidden }: ReadTable): string[] {
  const where = sheet === undefined ? 'Tableau' : `Feuille « ${sheet} »`
  const titles = headerRow === 0 ? 'sans ligne de titres' : `titres en ligne ${headerRow}`
  return [
    `${where} : ${count(table.rows.length, 'ligne')}, ${count(table.columns.length, 'colonne')}, ${titles}.`,
    `  colonnes : ${listed(columnNames(table).map(name => (name.trim() === '' ? '(sans titre)' : name)))}`,
    ...(setAside.length === 0 ? [] : [`  mis de côté : ${reasons(setAside)}`]),
    ...(hidden.rows.length === 0 ? [] : [`  lignes masquées : ${listed(hidden.rows)}`]),
    ...(hidden.columns.length === 0 ? [] : [`  colonnes masquées : ${listed(hidden.columns)}`]),
  ]
}

/** « ligne de total (12, 40) » : each reason once, with its lines. */
function reasons(setAside: ReadTable['setAside']): string {
  const lines = new Map<string, number[]>()
  for (const { row, reason } of setAside) {
    const same = lines.get(reason)
    if (same === undefined) lines.set(reason, [row])
    else same.push(row)
  }
  return [...lines]
    .map(([reason, rows]) => `${reason} (${rows.length > 1 ? 'lignes' : 'ligne'} ${listed(rows)})`)
    .join(' ; ')
}

const listed = (items: readonly (string | number)[]): string =>
  items.length <= MOST_LISTED
    ? items.join(', ')
    : `${items.slice(0, MOST_LISTED).join(', ')}… (${items.length} en tout)`

const count = (n: number, word: string): string => `${n} ${word}${n > 1 ? 's' : ''}`
