import type { Hidden, ReadTable, SetAside } from '../../../../../src/core/table/read-result.ts'
import { rowCells } from '../../../../../src/core/table/table.ts'
import { counted, listed, quoted, rowsCounted } from '../shared/words.ts'

/** The sheet as the person knows it, line by line: what is taken, and what was left out with its reason, in its place. */
export type PreviewLine =
  | { readonly kind: 'titles' | 'row'; readonly line: number; readonly cells: readonly string[] }
  | { readonly kind: 'out'; readonly line: number; readonly reason: string; readonly text: string }
  /** Rows that are not shown. */
  | { readonly kind: 'more'; readonly line: number; readonly rows: number; readonly out: number }

/** Rows shown at the top, and around each line left out. */
const FIRST = 6
const AROUND = 1
const MOST_OUT = 40

export function previewLines(found: ReadTable, first = FIRST): PreviewLine[] {
  const outs = [...found.setAside].sort((a, b) => a.row - b.row).slice(0, MOST_OUT)
  const rows = shownRows(found, outs, first)
  const lines: PreviewLine[] = [
    ...titlesOf(found),
    ...outs.map(({ row, reason, cells }) => ({ kind: 'out' as const, line: row, reason, text: textOf(cells) })),
    ...rows.map(row => ({
      kind: 'row' as const,
      line: found.table.rows[row]!.line,
      cells: rowCells(found.table, row),
    })),
  ]
  return folded(
    lines.sort((a, b) => a.line - b.line),
    found,
    rows,
    outs,
  )
}

const titlesOf = ({ headerRow, table }: ReadTable): PreviewLine[] => [
  { kind: 'titles', line: headerRow, cells: table.columns.map(({ name }) => name) },
]

/** A line left out is kept as the sheet has it, from its first column: its cells do not stand under the table's titles. */
const textOf = (cells: readonly string[] | undefined): string =>
  (cells ?? []).filter(cell => cell.trim() !== '').join(' · ')

function shownRows({ table }: ReadTable, outs: readonly SetAside[], first: number): number[] {
  const shown = new Set<number>()
  for (let row = 0; row < Math.min(first, table.rows.length); row++) shown.add(row)
  for (const out of outs) {
    const below = table.rows.findIndex(({ line }) => line > out.row)
    const next = below < 0 ? table.rows.length : below
    for (let row = next - AROUND; row < next + AROUND; row++) if (table.rows[row]) shown.add(row)
  }
  return [...shown].sort((a, b) => a - b)
}

/** One line for each run of rows that is not shown. */
function folded(
  lines: readonly PreviewLine[],
  found: ReadTable,
  rows: readonly number[],
  outs: readonly SetAside[],
): PreviewLine[] {
  const result: PreviewLine[] = []
  let next = 0
  let shown = 0
  for (const line of lines) {
    if (line.kind === 'row') {
      const row = rows[shown++]!
      if (row > next) result.push({ kind: 'more', line: found.table.rows[next]!.line, rows: row - next, out: 0 })
      next = row + 1
    }
    result.push(line)
  }
  const [left, out] = [found.table.rows.length - next, found.setAside.length - outs.length]
  if (left > 0 || out > 0) result.push({ kind: 'more', line: found.table.rows[next]?.line ?? 0, rows: left, out })
  return result
}

/** « 96 lignes et 11 colonnes ; 5 lignes laissées de côté ». */
export function foundInWords({ table, setAside }: ReadTable): string {
  const columns = counted(table.columns.length, 'colonne', 'colonnes', 'aucune colonne')
  const out = setAside.filter(({ cells }) => cells?.some(cell => cell.trim() !== '')).length
  const left = out === 0 ? '' : ` ; ${rowsCounted(out)} ${out > 1 ? 'laissées' : 'laissée'} de côté`
  return `${rowsCounted(table.rows.length)} et ${columns}${left}`
}

/** What the file hides: told, and not taken. */
export function hiddenInWords({ sheets, rows, columns }: Hidden): string[] {
  const said: string[] = []
  if (sheets.length > 0)
    said.push(`${counted(sheets.length, 'feuille masquée', 'feuilles masquées')} : ${listed(sheets.map(quoted))}.`)
  if (rows.length > 0)
    said.push(`${counted(rows.length, 'ligne masquée', 'lignes masquées')} : ${listed(rows.map(String), 10)}.`)
  if (columns.length > 0)
    said.push(`${counted(columns.length, 'colonne masquée', 'colonnes masquées')} : ${listed(columns.map(quoted))}.`)
  return said
}
