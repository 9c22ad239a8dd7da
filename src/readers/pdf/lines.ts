import type { Piece } from './pages.ts'

/** Text of one line of a page, cut where a gap is too wide to be a space between two words. */
export interface Line {
  readonly base: number
  readonly size: number
  readonly segments: readonly Piece[]
}

/** Of the text's size: a narrower gap joins two letters, a wider one separates two cells. */
const NO_SPACE = 0.12
const WORD_SPACE = 0.6

/** Puts the pieces of a page in lines, from top to bottom; `separators`: places of drawn vertical lines that no text crosses. */
export function toLines(pieces: readonly Piece[], separators: readonly number[] = []): Line[] {
  const sorted = [...pieces].sort((a, b) => a.base - b.base || a.left - b.left)
  const groups: Piece[][] = []
  for (const piece of sorted) {
    const group = groups.at(-1)
    const first = group?.[0]
    if (group !== undefined && first !== undefined && piece.base - first.base < Math.min(first.size, piece.size) * 0.45)
      group.push(piece)
    else groups.push([piece])
  }
  return groups.map(group => toLine(group, separators))
}

function toLine(group: readonly Piece[], separators: readonly number[]): Line {
  const sorted = [...group].sort((a, b) => a.left - b.left)
  const segments: Piece[] = []
  for (const piece of sorted) {
    const last = segments.at(-1)
    if (last === undefined || !continues(last, piece, separators)) segments.push({ ...piece, text: piece.text.trim() })
    else segments[segments.length - 1] = join(last, piece)
  }
  const size = Math.max(...group.map(piece => piece.size))
  return { base: Math.max(...group.map(piece => piece.base)), size, segments }
}

function continues(last: Piece, next: Piece, separators: readonly number[]): boolean {
  const gap = next.left - last.right
  if (gap > WORD_SPACE * Math.max(last.size, next.size)) return false
  return !separators.some(at => at > last.right - 1 && at < next.left + 1)
}

function join(last: Piece, next: Piece): Piece {
  const space = next.left - last.right > NO_SPACE * last.size || next.text.startsWith(' ')
  return {
    ...last,
    text: `${last.text}${space ? ' ' : ''}${next.text.trim()}`,
    right: Math.max(last.right, next.right),
  }
}
