import { helperLine } from '../models/collection.ts'
import { rowIdentities } from '../recipe/identity.ts'
import { headerKey } from '../recipe/mapping/header.ts'
import type { Sources, SourceTable } from '../recipe/sources.ts'
import { comparisonKey } from '../values/text.ts'
import type { Context } from './context.ts'
import type { Draft } from './draft.ts'
import { type ColumnMatch, matchColumns } from './match-columns.ts'
import { profileTable } from './profile.ts'

/** A table of the files received, with what its columns are for the model. */
export interface Candidate {
  readonly source: SourceTable
  readonly matches: readonly ColumnMatch[]
  readonly score: number
}

/** A sheet is looked at when the main table is chosen, and again when its place is. */
function rate(source: SourceTable, context: Context): Candidate {
  let candidate = context.candidates.get(source)
  if (!candidate) context.candidates.set(source, (candidate = freshRate(source, context)))
  return candidate
}

const freshRate = (source: SourceTable, context: Context): Candidate => {
  const matches = source.table.rows.length === 0 ? [] : matchColumns(profileTable(source.table), context)
  const weight = ({ field, score }: ColumnMatch) => score * (field.constraints.required ? 2 : 1)
  return { source, matches, score: matches.reduce((sum, match) => sum + weight(match), 0) }
}

/** The table of the first file that answers the model best; the larger one when they are as good. */
export function chooseMain(sources: Sources, context: Context): Candidate | undefined {
  const first = sources.tables[0]?.source
  const candidates = sources.tables.filter(table => table.source === first).map(source => rate(source, context))
  const worth = ({ score, source }: Candidate) => score + Math.min(0.9, source.table.rows.length / 10_000)
  return candidates.reduce<Candidate | undefined>(
    (best, one) => (best && worth(best) >= worth(one) ? best : one),
    undefined,
  )
}

const rowsOf = ({ table }: SourceTable): string =>
  table.rows.length === 0 ? 'aucune ligne' : table.rows.length === 1 ? 'une ligne' : `${table.rows.length} lignes`

const where = ({ sheet, source }: SourceTable): string =>
  sheet === undefined ? `« ${source} »` : `la feuille « ${sheet} »`

const locate = ({ source, sheet, headerRow, rank }: SourceTable, first: boolean) => ({
  ...(first ? {} : { source }),
  ...(sheet === undefined ? {} : { sheet }),
  ...(headerRow === undefined ? {} : { headerRow }),
  ...(rank === undefined ? {} : { rank }),
})

export function proposeMain(draft: Draft, main: Candidate, sources: Sources): void {
  const { source } = main
  const others = sources.tables.filter(table => table.source === source.source && table !== source).length
  const why =
    others > 0 ? `Des ${others + 1} tableaux du fichier, celui-ci répond le mieux au modèle` : 'Le tableau du fichier'
  draft.apply({ type: 'select-table', ...locate(source, true) }, `${why} : ${rowsOf(source)} dans ${where(source)}.`)
}

/** A collection sheet that comes back still has its two lines of help: they are not data. */
export function proposeHelperLines(draft: Draft, { model }: Context): void {
  const columns = draft.table.columns.flatMap(column => {
    const field = model.fields.find(one => one.name === column.name)
    return field ? [{ field, cells: column.cells }] : []
  })
  const fields = columns.map(({ field }) => field)
  const identities = rowIdentities(draft.table, model)
  let kind: ReturnType<typeof helperLine>
  for (const row of [0, 1, 2].filter(at => at < draft.table.rows.length)) {
    kind = helperLine(
      fields,
      columns.map(({ cells }) => cells[row]!),
      kind,
    )
    if (kind)
      draft.apply(
        { type: 'delete-row', row: identities[row]! },
        kind === 'meanings'
          ? `Laisser de côté la ligne de la feuille de collecte qui explique les colonnes.`
          : `Laisser de côté la ligne d’exemple de la feuille de collecte.`,
        { before: 1, after: 0 },
      )
  }
}

/** The other sheets of the first file, then the other files: put below, merged, or left to a person. */
export function proposeOthers(draft: Draft, main: Candidate, context: Context): void {
  const others = context.sources.tables.filter(table => table !== main.source && table.table.rows.length > 0)
  for (const source of others) {
    const other = rate(source, context)
    if (source.source === main.source.source) proposeSheet(draft, main, other)
    else proposeFile(draft, main, other)
  }
}

function proposeSheet(draft: Draft, main: Candidate, other: Candidate): void {
  const { source } = other
  if (likeness(main, other) < 0.6) return
  const step = {
    type: 'append',
    source: '',
    ...locate(source, true),
    ...columnsOf(other),
    sheetColumn: 'feuille',
  } as const
  const rows = source.table.rows.length
  if (overlap(main.source, source) > 0.5)
    draft.suggest(step, `${capital(where(source))} répète des lignes de la première : faut-il ajouter ${its(rows)} ?`, {
      before: 0,
      after: rows,
    })
  else
    draft.apply(
      step,
      `${capital(where(source))} a les mêmes colonnes : ${rows === 1 ? 'sa ligne est ajoutée' : `ses ${rows} lignes sont ajoutées`} dessous.`,
      {
        before: 0,
        after: rows,
      },
    )
}

function proposeFile(draft: Draft, main: Candidate, other: Candidate): void {
  const { source } = other
  const rows = source.table.rows.length
  const columns = columnsOf(other)
  const step = {
    type: 'merge',
    source: source.source,
    ...locate(source, true),
    ...columns,
    key: 'auto',
    prefer: 'left',
    keep: 'both',
  } as const
  const named = other.matches.filter(match => match.certain).length
  if (named < Math.min(2, main.matches.length))
    draft.suggest(
      step,
      `Dans ${where(source)}, je ne reconnais pas assez de colonnes pour rapprocher ${its(rows)} : faut-il le faire ?`,
    )
  else
    draft.apply(
      step,
      rows === 1
        ? `La ligne de ${where(source)} est rapprochée des premières, ou ajoutée si elle n’y est pas.`
        : `Les ${rows} lignes de ${where(source)} sont rapprochées des premières ; celles qui n’y sont pas sont ajoutées.`,
    )
}

const its = (rows: number): string => (rows === 1 ? 'sa ligne' : `ses ${rows} lignes`)

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** What the columns of the other table become, so that they meet those of the first one, already named as the model does. */
function columnsOf({ matches }: Candidate) {
  const columns = matches
    .filter(match => match.certain && match.from !== match.field.name)
    .map(({ from, field }) => ({ from, to: field.name }))
  return columns.length > 0 ? { columns } : {}
}

/** Share of columns in common: by header, or by what they are for the model. */
function likeness(a: Candidate, b: Candidate): number {
  const headers = (one: Candidate) => one.source.table.columns.map(column => headerKey(column.name)).filter(Boolean)
  const fields = (one: Candidate) => one.matches.filter(match => match.certain).map(match => match.field.name)
  return Math.max(shared(headers(a), headers(b)), fields(a).length >= 3 ? shared(fields(a), fields(b)) : 0)
}

function shared(a: readonly string[], b: readonly string[]): number {
  const other = new Set(b)
  return a.length === 0 ? 0 : a.filter(one => other.has(one)).length / Math.max(a.length, b.length)
}

/** Rows of the other sheet that are looked at, and values met in so many rows that they tell none apart. */
const SAMPLE = 400
const COMMON = 40

/**
 * Share of rows of one table that the other holds too, over their common columns: a copy of a sheet must not be counted twice. A copy that somebody
 * has worked on (an identifier added, a date retyped) is still one: most of its cells meet in one row of the other.
 */
function overlap(a: SourceTable, b: SourceTable): number {
  const keys = new Map(b.table.columns.map(column => [headerKey(column.name), column.cells]))
  const common = a.table.columns.flatMap(({ name, cells }) => {
    const other = keys.get(headerKey(name))
    return other ? [{ rows: rowsByValue(cells), other }] : []
  })
  const height = Math.min(SAMPLE, b.table.rows.length)
  let found = 0
  for (let row = 0; row < height; row++) if (isHeld(row, common, a.table.rows.length)) found++
  return height === 0 ? 0 : found / height
}

function rowsByValue(cells: readonly string[]): Map<string, number[]> {
  const rows = new Map<string, number[]>()
  for (const [row, text] of cells.entries()) {
    const key = comparisonKey(text)
    if (key === '') continue
    const same = rows.get(key)
    if (same) same.push(row)
    else rows.set(key, [row])
  }
  return rows
}

interface CommonColumn {
  readonly rows: ReadonlyMap<string, readonly number[]>
  readonly other: readonly string[]
}

/** Two values at least that tell rows apart meet in one row of the other, or the whole row is there. A year, a kind, a small count tell nothing. */
function isHeld(row: number, common: readonly CommonColumn[], height: number): boolean {
  const [all, telling] = [new Votes(), new Votes()]
  for (const { rows, other } of common) {
    const key = comparisonKey(other[row] ?? '')
    if (key === '') continue
    const met = rows.get(key) ?? []
    if (met.length > COMMON) continue
    all.add(met)
    if (met.length <= Math.max(1, 0.1 * height) && !/^\d{1,3}$/.test(key)) telling.add(met)
  }
  return telling.most >= Math.max(2, 0.6 * telling.cast) || (all.cast > 0 && all.most === all.cast)
}

class Votes {
  readonly #counts = new Map<number, number>()
  cast = 0
  most = 0

  add(rows: readonly number[]): void {
    this.cast++
    for (const row of rows) {
      const count = (this.#counts.get(row) ?? 0) + 1
      this.#counts.set(row, count)
      this.most = Math.max(this.most, count)
    }
  }
}
