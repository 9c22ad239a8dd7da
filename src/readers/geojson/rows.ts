import { UnreadableFile } from '../../core/table/read-result.ts'
import type { Grid, GridRow } from '../grid.ts'

const MOST_COLUMNS = 16_384
const MOST_CELLS = 50_000_000

export type Json = Record<string, unknown>
export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Columns in the order in which names are met; a row is given as pairs, names such as `__proto__` included. */
export class RowBuilder {
  private readonly places = new Map<string, number>()
  private readonly rows: string[][] = []
  private cells = 0

  /** Makes a column exist before any row has it. */
  column(name: string): number {
    const known = this.places.get(name)
    if (known !== undefined) return known
    if (this.places.size === MOST_COLUMNS)
      throw new UnreadableFile(
        'Ce fichier a plus de 16 384 propriétés différentes : ce n’est pas un tableau que je peux lire.',
      )
    this.places.set(name, this.places.size)
    return this.places.size - 1
  }

  has(name: string): boolean {
    return this.places.has(name)
  }

  add(pairs: Iterable<readonly [string, string]>): void {
    const cells: string[] = []
    for (const [name, text] of pairs) {
      const place = this.column(name)
      while (cells.length < place) cells.push('')
      cells[place] = text
    }
    this.cells += cells.length
    if (this.cells > MOST_CELLS)
      throw new UnreadableFile('Ce fichier contient plus de 50 millions de cases : coupez-le en plusieurs fichiers.')
    this.rows.push(cells)
  }

  /** The header is line 1, as in a sheet. */
  grid(): Grid {
    const header: GridRow = { line: 1, cells: [...this.places.keys()] }
    const width = this.places.size
    return { rows: [header, ...this.rows.map((cells, n) => ({ line: n + 2, cells: pad(cells, width) }))] }
  }
}

function pad(cells: string[], width: number): string[] {
  while (cells.length < width) cells.push('')
  return cells
}

/** The canonical text of a JSON value: numbers without exponent, `true` and `false`, nothing for null, JSON for what is nested. */
export function cellText(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return numberText(value)
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? nested(value) : String(value)
}

function nested(value: object): string {
  try {
    return JSON.stringify(value)
  } catch {
    throw new UnreadableFile('Une valeur de ce fichier JSON emboîte trop de niveaux pour tenir dans une case.')
  }
}

function numberText(value: number): string {
  const text = String(value)
  if (!text.includes('e')) return text
  if (Math.abs(value) >= 1e21) return Number.isFinite(value) ? BigInt(value).toString() : ''
  return value.toFixed(20).replace(/0+$/, '')
}
