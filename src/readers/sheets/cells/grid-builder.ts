import { UnreadableFile } from '../../../core/table/read-result.ts'
import type { Native } from '../../../core/table/table.ts'
import type { GridRow } from '../../grid.ts'
import { type Cell, LIMITS } from './cell.ts'

/**
 * Gathers the real cells of a sheet into rows. What a file declares (dimension, empty styled cells, repeated blanks) costs nothing: only a
 * cell that holds something is stored, and a row without any is skipped. Cells may come in any order.
 */
export class GridBuilder {
  private readonly rows: GridRow[] = []
  private line = 0
  private cells: string[] = []
  private natives: (Native | undefined)[] = []
  private ordered = true

  /** `line` is 1-based. */
  startRow(line: number): void {
    this.endRow()
    if (line > LIMITS.rows) throw tooFar(`la ligne ${line}`, `${LIMITS.rows} lignes`)
    this.line = line
  }

  /** `column` is 0-based. An empty text without native is no cell. */
  put(column: number, cell: Cell): void {
    if (cell.text === '' && cell.native === undefined) return
    if (column >= LIMITS.columns) throw tooFar(`la colonne ${column + 1}`, `${LIMITS.columns} colonnes`)
    while (this.cells.length < column) this.cells.push('')
    this.cells[column] = cell.text
    if (cell.native === undefined) return
    while (this.natives.length < column) this.natives.push(undefined)
    this.natives[column] = cell.native
  }

  /** The rows by line. Two rows that claim one line are joined, the later cells winning. */
  finish(): GridRow[] {
    this.endRow()
    return this.ordered ? this.rows : joinRows(this.rows)
  }

  private endRow(): void {
    if (this.cells.length > 0) {
      const last = this.rows[this.rows.length - 1]
      if (last !== undefined && last.line >= this.line) this.ordered = false
      const { line, cells, natives } = this
      this.rows.push(natives.length === 0 ? { line, cells } : { line, cells, natives })
    }
    this.cells = []
    this.natives = []
  }
}

function joinRows(rows: readonly GridRow[]): GridRow[] {
  const byLine = new Map<number, GridRow>()
  for (const row of rows) {
    const known = byLine.get(row.line)
    byLine.set(row.line, known === undefined ? row : joined(known, row))
  }
  return [...byLine.values()].sort((a, b) => a.line - b.line)
}

function joined(first: GridRow, second: GridRow): GridRow {
  const cells: string[] = []
  const natives: (Native | undefined)[] = []
  for (let c = 0; c < Math.max(first.cells.length, second.cells.length); c++) {
    const source = (second.cells[c] ?? '') !== '' || second.natives?.[c] !== undefined ? second : first
    cells.push(source.cells[c] ?? '')
    natives.push(source.natives?.[c])
  }
  return { line: first.line, cells, natives }
}

const tooFar = (place: string, limit: string) =>
  new UnreadableFile(
    `Une case de ce fichier est placée à ${place}, au-delà de ce qu’une feuille peut contenir (${limit}) : ce fichier est abîmé ou n’est pas un tableau.`,
  )
