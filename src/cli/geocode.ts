import { basename, dirname } from 'node:path'
import { loadAddresses } from '../adapters/addresses/load.ts'
import { loadCommunes } from '../adapters/communes/load.ts'
import type { Role } from '../core/models/model.ts'
import { type Geocoded, type GeocodeStatus, geocode as locate } from '../core/places/geocode/index.ts'
import { roleByName } from '../core/recipe/roles.ts'
import { fillColumns } from '../core/recipe/steps/columns.ts'
import { addressQuery, writeDegrees } from '../core/recipe/steps/geocode.ts'
import { type ReadTable, UnreadableFile } from '../core/table/read-result.ts'
import { columnNames, findColumn, type Table } from '../core/table/table.ts'
import { readFileSafely } from '../readers/read.ts'
import { writeCsv } from '../writers/csv/write-csv.ts'
import { needed, readArguments } from './arguments.ts'
import { BadCall, type Verb } from './command.ts'
import { writeResult } from './output-folder.ts'
import { READ_OPTIONS, readOptions } from './read-options.ts'
import { townCard } from './town.ts'

const USAGE = 'geocode FICHIER --addresses BAN.csv --out RESULTAT.csv [--insee CODE] [--column COLONNE]...'
const ADDED = ['latitude', 'longitude', 'result_score', 'result_label', 'result_type', 'result_status'] as const

/** The rows of a file with their point: found, flagged, or left empty with the reason. The file itself is not touched. */
export const geocode: Verb = async (args, world) => {
  const options = {
    addresses: { type: 'string' },
    out: { type: 'string' },
    insee: { type: 'string' },
    column: { type: 'string', multiple: true },
    ...READ_OPTIONS,
  } as const
  const { values, positionals } = readArguments(args, options, USAGE, [1, 1])
  const path = positionals[0]!
  const addresses = needed(values.addresses, '--addresses BAN.csv', USAGE)
  const out = needed(values.out, '--out RESULTAT.csv', USAGE)
  const town = townCard(values.insee, undefined)
  const { tables } = await readFileSafely(path, readOptions(values))
  const { table, others } = mainTable(tables, path)
  const columns = values.column ? named(table, values.column) : found(table)
  const index = await loadAddresses(addresses, town)
  const communes = loadCommunes()
  const answers = rowQueries(table, columns).map(query =>
    query.text === '' ? undefined : locate(query, index, town, communes),
  )
  const held = pointsOf(table)
  const result = fillColumns(table, ADDED, (row, part) => cellsOf(answers[row], held[row]!)[part]!).table
  writeResult(dirname(out), new Map([[basename(out), writeCsv(result)]]), [path, addresses])
  world.out(inWords(answers, held, columns, [...index.notes, ...others], out))
  return 0
}

function mainTable(tables: readonly ReadTable[], path: string): { table: Table; others: string[] } {
  const [largest, ...rest] = [...tables].sort((a, b) => b.table.rows.length - a.table.rows.length)
  if (!largest) throw new UnreadableFile(`Je ne trouve aucun tableau dans « ${path} ».`)
  const sheet = (one: ReadTable) => (one.sheet === undefined ? '' : ` de la feuille « ${one.sheet} »`)
  const aside = largest.setAside.filter(({ reason }) => !/vide/.test(reason)).length
  return {
    table: largest.table,
    others: [
      ...(rest.length > 0
        ? [`J’ai pris le plus grand tableau${sheet(largest)} ; ce fichier en a ${rest.length} autre(s).`]
        : []),
      ...(aside > 0 ? [`${aside} lignes ne font pas partie du tableau (titres, totaux) : elles n’y sont pas.`] : []),
    ],
  }
}

function named(table: Table, names: readonly string[]): string[] {
  const absent = names.find(name => !findColumn(table, name))
  if (absent !== undefined) throw new BadCall(`Je ne trouve pas la colonne « ${absent} » ; ${contents(table)}`)
  return [...names]
}

/** By their names: one column for each part of the address. Two that could be the address are asked about. */
function found(table: Table): string[] {
  const of = (role: Role) => columnNames(table).filter(name => roleByName(name) === role)
  const [numbers, streets, wholes] = [of('house-number'), of('street'), of('address')]
  const main = wholes.length > 0 && (streets.length === 0 || numbers.length === 0) ? wholes : streets
  if (main.length !== 1)
    throw new BadCall(
      main.length === 0
        ? `Je ne trouve pas de colonne d’adresse : dites laquelle avec --column NOM ; ${contents(table)}`
        : `Plusieurs colonnes peuvent être l’adresse (${quotedList(main)}) : dites laquelle avec --column NOM.`,
    )
  const firsts = [of('postcode')[0], of('town')[0]].filter(name => name !== undefined)
  return [...(main === streets ? numbers.slice(0, 1) : []), ...main, ...firsts]
}

const contents = (table: Table): string => `ce fichier contient ${quotedList(columnNames(table).slice(0, 12))}.`
const quotedList = (names: readonly string[]): string => names.map(name => `« ${name} »`).join(', ')

function rowQueries(table: Table, names: readonly string[]) {
  const columns = names.map(name => ({ role: roleByName(name), cells: findColumn(table, name)!.cells }))
  return table.rows.map((_, row) => addressQuery(columns.map(({ role, cells }) => ({ role, text: cells[row]! }))))
}

type Held = 'none' | 'half' | 'point'

/** What the file already says of its points: it is never overwritten, nor completed by another source. */
function pointsOf(table: Table): Held[] {
  const [latitude, longitude] = [findColumn(table, 'latitude')?.cells, findColumn(table, 'longitude')?.cells]
  return table.rows.map((_, row) => {
    const filled = [latitude?.[row], longitude?.[row]].filter(text => text !== undefined && text.trim() !== '').length
    return filled === 2 ? 'point' : filled === 1 ? 'half' : 'none'
  })
}

const SAID: Readonly<Record<Held | 'no-address', string>> = {
  point: 'déjà placé dans le fichier',
  half: 'latitude ou longitude seule dans le fichier',
  none: '',
  'no-address': 'pas d’adresse',
}

function cellsOf(answer: Geocoded | undefined, held: Held): readonly string[] {
  if (held !== 'none') return ['', '', '', '', '', SAID[held]]
  const place = answer?.found[0]
  if (!answer || !place) return ['', '', '', '', '', answer?.confidence ?? SAID['no-address']]
  const point = isPlaced(answer) ? [writeDegrees(place.latitude), writeDegrees(place.longitude)] : ['', '']
  return [...point, String(place.score), place.label, place.type, answer.confidence]
}

/** A street whose number is missing has a point, and says so; a place to confirm has none. */
const isPlaced = ({ sure, status }: Geocoded): boolean => sure || status === 'number-missing'

const COUNTED: Readonly<Record<GeocodeStatus, string>> = {
  exact: 'exactes',
  resembles: 'placées à l’adresse qui leur ressemble',
  'number-missing': 'dans la bonne rue, mais dont le numéro est absent du fichier des adresses',
  doubtful: 'à confirmer, sans coordonnées',
  'not-found': 'introuvables',
  outside: 'hors de la commune, refusées',
}

function inWords(
  answers: readonly (Geocoded | undefined)[],
  held: readonly Held[],
  columns: readonly string[],
  notes: readonly string[],
  out: string,
): string {
  const open = answers.filter((_, row) => held[row] === 'none')
  const statuses = Object.entries(COUNTED).map(
    ([status, said]) => [open.filter(one => one?.status === status).length, said] as const,
  )
  const others = [
    [open.filter(answer => answer === undefined).length, 'sans adresse'],
    [held.filter(one => one === 'point').length, 'déjà placées, gardées telles quelles'],
    [held.filter(one => one === 'half').length, 'avec une latitude ou une longitude seule, gardées telles quelles'],
  ] as const
  return [
    `${answers.length} lignes, adresses lues dans ${quotedList(columns)}.`,
    ...[...statuses, ...others].filter(([count]) => count > 0).map(([count, said]) => `  ${said} : ${count}`),
    ...notes.map(note => `  à savoir : ${note}`),
    `Résultat dans ${out}.`,
    '',
  ].join('\n')
}
