import { type Band, columnOf } from './columns.ts'
import type { Line } from './lines.ts'
import type { Piece } from './pages.ts'

/** Fewer narrow lines than this prove nothing. */
const FEWEST = 3

/**
 * Spreadsheets stand cells on the foot of their row: of a long cell, the first lines come above the line that holds the short ones. They
 * are told by what breaks a line, the next word that does not fit in the column: a title of a group of rows is short. One group of lines
 * a row, from top to bottom; undefined when the narrow lines of the block are not that.
 */
export function linesOfRows(lines: readonly Line[], columns: readonly Band[]): number[][] | undefined {
  const cells = lines.map(line => cellsOf(line, columns))
  const limits = columns.map((_, c) => Math.max(...cells.map(row => row.get(c)?.right ?? 0)))
  const narrow = cells.map(row => row.size * 2 <= columns.length)
  const goesOn = cells.map((row, n) => narrow[n]! && n + 1 < cells.length && breaksInto(row, cells[n + 1]!, limits))
  const count = narrow.filter(Boolean).length
  if (count < FEWEST || goesOn.filter(Boolean).length < count * 0.9) return undefined
  const groups: number[][] = []
  for (const n of lines.keys()) {
    if (n > 0 && goesOn[n - 1]) groups.at(-1)!.push(n)
    else groups.push([n])
  }
  return groups
}

function cellsOf(line: Line, columns: readonly Band[]): Map<number, Piece> {
  const cells = new Map<number, Piece>()
  for (const segment of line.segments) {
    const column = columnOf(columns, segment)
    if (!cells.has(column)) cells.set(column, segment)
  }
  return cells
}

/** Every cell of the line goes on in the next one, whose first word would not have fitted behind it. */
const breaksInto = (row: Map<number, Piece>, next: Map<number, Piece>, limits: readonly number[]): boolean =>
  row.size <= next.size &&
  [...row].every(([column, piece]) => {
    const below = next.get(column)
    if (below === undefined || Math.abs(below.left - piece.left) > 2) return false
    return piece.right + wordSpace(piece) + firstWord(below) > limits[column]!
  })

const letter = ({ text, left, right }: Piece) => (right - left) / Math.max(1, text.length)
const wordSpace = (piece: Piece) => letter(piece) / 2
const firstWord = (piece: Piece) => letter(piece) * (piece.text.split(' ')[0]?.length ?? 0)
