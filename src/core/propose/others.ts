import { withoutHelp } from '../recipe/helper-rows.ts'
import { headerKey } from '../recipe/mapping/header.ts'
import { roleOf } from '../recipe/roles.ts'
import type { SourceTable } from '../recipe/sources.ts'
import { comparisonKey } from '../values/text.ts'
import { numberColumns } from './address.ts'
import type { Context } from './context.ts'
import type { Draft } from './draft.ts'
import { type Candidate, locate, rate, where } from './structure.ts'

/** The other sheets of the first file, then the other files: put below, merged, or left to a person. */
export function proposeOthers(draft: Draft, main: Candidate, context: Context): void {
  const others = context.sources.tables.filter(table => table !== main.source && table.table.rows.length > 0)
  for (const source of others) {
    const other = rate(source, context)
    if (source.source === main.source.source) proposeSheet(draft, main, other, context)
    else proposeFile(draft, main, other)
  }
}

function proposeSheet(draft: Draft, main: Candidate, other: Candidate, { model }: Context): void {
  if (likeness(main, other) < 0.6) return
  // One sheet per service: nobody wrote the lines of help that all of them have.
  const source = { ...other.source, table: withoutHelp(other.source.table, model).table }
  if (source.table.rows.length === 0) return
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
function columnsOf({ matches, source }: Candidate) {
  const certain = matches.filter(match => match.certain)
  const free = (name: string) => !certain.some(({ from }) => from === name)
  const columns = certain.flatMap(({ from, field }) => {
    const numbers = roleOf(field) === 'address' ? numberColumns(source.table, from).filter(free) : []
    return from === field.name && numbers.length === 0
      ? []
      : [...numbers, from].map(name => ({ from: name, to: field.name }))
  })
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
