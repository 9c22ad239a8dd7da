import type { Line } from './lines.ts'
import type { Piece } from './pages.ts'

/** A column of a page, in points. */
export interface Band {
  readonly from: number
  readonly to: number
}

/** Columns of a block of lines: what the fullest lines leave blank, from top to bottom, is between two columns. */
export function findColumns(lines: readonly Line[]): Band[] {
  const full = fullLines(lines)
  const columns = union(full.flatMap(line => line.segments))
  // A value that stands alone where the fullest lines have nothing is in a column of its own.
  const alone = lines
    .flatMap(line => line.segments)
    .filter(segment => columns.every(column => !overlaps(column, segment)))
  return union([...columns.map(({ from, to }) => ({ left: from, right: to })), ...alone])
}

/** Lines with about as many cells as the fullest ones: a title over two columns is not one. */
function fullLines(lines: readonly Line[]): Line[] {
  const counts = lines.map(line => line.segments.length).sort((a, b) => b - a)
  const most = counts[Math.floor(counts.length * 0.15)] ?? 0
  return lines.filter(line => line.segments.length >= Math.max(2, Math.ceil(most * 0.75)))
}

function union(spans: readonly { left: number; right: number }[]): Band[] {
  const sorted = [...spans].sort((a, b) => a.left - b.left)
  const bands: { from: number; to: number }[] = []
  for (const { left, right } of sorted) {
    const last = bands.at(-1)
    if (last !== undefined && left <= last.to + 0.5) last.to = Math.max(last.to, right)
    else bands.push({ from: left, to: right })
  }
  return bands
}

export const overlaps = (band: Band, piece: { left: number; right: number }) =>
  piece.left < band.to && piece.right > band.from

/** The column that holds most of a piece; the first one for a title over several, the nearest for what is in none. */
export function columnOf(columns: readonly Band[], piece: Piece): number {
  const first = columns.findIndex(
    column =>
      overlaps(column, piece) &&
      Math.min(column.to, piece.right) - Math.max(column.from, piece.left) > (piece.right - piece.left) * 0.3,
  )
  if (first >= 0) return first
  const middle = (piece.left + piece.right) / 2
  const distance = ({ from, to }: Band) => (middle < from ? from - middle : middle > to ? middle - to : 0)
  return columns.reduce((best, column, n) => (distance(column) < distance(columns[best]!) ? n : best), 0)
}
