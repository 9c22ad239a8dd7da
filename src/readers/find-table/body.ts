import type { Grid } from '../grid.ts'
import { cellKind, family } from './cell-kind.ts'
import { filledColumns, type SheetRow } from './sheet-row.ts'

/** What the rows under the titles are compared with. */
export interface BodyContext {
  /** First and last column of the table, 0-based. */
  readonly left: number
  readonly names: readonly string[]
  /** Cells that a row usually fills. */
  readonly typical: number
  readonly merges: NonNullable<Grid['merges']>
  /** Family of the first column's cells, when they agree. */
  readonly firstFamily: ReturnType<typeof family> | undefined
}

const TOTAL = /^(?:sous[- ]?)?total(?:aux|isation)?\b|^totaux\b|^grand total\b|^(?:total )?général\b|^cumul\b/i

/** Why a row under the titles is no row of data, or undefined when it is one. `heads`: a blank line before it, full rows just after. */
export function reasonToSetAside(row: SheetRow, context: BodyContext, heads: boolean): string | undefined {
  if (isTotal(row, context)) return 'ligne de total'
  if (isRepeatedHeader(row, context)) return 'titres de colonnes répétés'
  if (isGroup(row, context, heads)) return 'ligne de regroupement'
  return undefined
}

/** All in one cell: « Sous-total : 48 », « TOTAL CENTRE = 96 lignes »; « Total Access » alone may be a name. */
const TOTAL_ALONE =
  /^(?:sous[- ]?)?totaux?(?: général)?\s*:?$|^(?:sous[- ]?)?total(?:aux|isation)?(?=\W)[^:=\d]{0,60}[:=]\s*\d[\d\s.,€%]*(?: \p{L}{1,20})?$/iu

/** A row of totals may fill every column; « Total Access » with numbers beside is a name. */
const JUST_TOTAL = /^(?:sous[- ]?)?totaux?(?: g[ée]n[ée]ral)?\s*:?$/i

/** « Total » first, then only numbers, and emptier than a row of data. */
function isTotal(row: SheetRow, { typical }: BodyContext): boolean {
  const label = (row.cells[row.first] ?? '').trim()
  if (label.length > 60 || !TOTAL.test(label)) return false
  const others = filledColumns(row).slice(1)
  if (!others.every(c => family(cellKind(row, c)) === 'number' || cellKind(row, c) === 'empty')) return false
  if (others.length === 0) return typical > 1 && TOTAL_ALONE.test(label)
  return row.filled < typical || typical <= 3 || JUST_TOTAL.test(label)
}

function isRepeatedHeader(row: SheetRow, { left, names }: BodyContext): boolean {
  if (names.length < 2 || row.filled < 2) return false
  if (row.cells[left] !== names[0]) return false
  return names.every((name, c) => (row.cells[left + c] ?? '') === name)
}

/** One cell alone: merged over the table, or words at the head of a column that otherwise holds none. */
function isGroup(row: SheetRow, { typical, merges, firstFamily, left }: BodyContext, heads: boolean): boolean {
  if (row.filled !== 1 || typical < 2) return false
  const merge =
    merges.length > 500
      ? undefined
      : merges.find(
          ([top, from, bottom, to]) => top === row.line - 1 && bottom === top && from === row.first && to - from >= 2,
        )
  if (merge !== undefined) return true
  if (typical < 3) return false
  if (family(cellKind(row, row.first)) !== 'text') return false
  return heads || (row.first === left && (firstFamily === 'number' || firstFamily === 'date'))
}

const NOTE =
  /^(?:\(?\*+\)?|\(\d{1,2}\)|source|nb\b|n\.b\.|note|remarque|mise à jour|maj\b|légende|édité|extrait|données? |document|fait à|le maire)/i

/** A line of words under a table: a source, a date of update, a remark. `apart`: a blank line comes before it. */
export function isNote(row: SheetRow, { typical }: BodyContext, apart: boolean): boolean {
  if (row.filled !== 1 || typical < 2 || family(cellKind(row, row.first)) !== 'text') return false
  const text = row.cells[row.first]!.trim()
  return (apart && typical >= 3) || NOTE.test(text)
}

const PIVOT =
  /^(?:étiquettes de (?:lignes|colonnes)|row labels|column labels|(?:somme|nombre|moyenne|sum|count|average) (?:de|-|of) .*|total résultat|total result|\(vide\)|\(empty\))$/i
/** Words that a person writes too. */
const MAYBE_PIVOT = /^(?:filtre|données)$/i

/** A pivot table that a spreadsheet put under the data: its own words are in its first rows or at its end. */
export const isPivot = (rows: readonly SheetRow[]): boolean => says(rows, PIVOT)
export const mayBePivot = (rows: readonly SheetRow[]): boolean => isPivot(rows) || says(rows, MAYBE_PIVOT)

const says = (rows: readonly SheetRow[], words: RegExp): boolean =>
  [...rows.slice(0, 3), ...rows.slice(-1)].some(row =>
    filledColumns(row).some(c => (row.cells[c]?.length ?? 0) < 80 && words.test(row.cells[c]!.trim())),
  )
