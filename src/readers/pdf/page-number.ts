import { type Line, toLines } from './lines.ts'
import type { Page } from './pages.ts'

const NAMED = /^(?:page|p\.)\s*\d{1,4}(?:\s*(?:\/|sur|de|of)\s*\d{1,4})?$/i
const BARE = /^(?:[-–—]\s*)?(\d{1,4})(?:\s*[-–—]|\s*(?:\/|sur)\s*\d{1,4})?$/

/** The page without the line of its number, at its foot or at its head: no row of a table, however near. */
export function withoutPageNumber(page: Page): { page: Page; removed: number } {
  const lines = toLines(page.pieces)
  const found = [lines[0], lines.at(-1)].find(
    (line, end) =>
      line !== undefined && isPageNumber(line, page.number) && isApart(line, end === 0 ? lines[1] : lines.at(-2)),
  )
  if (found === undefined) return { page, removed: 0 }
  const pieces = page.pieces.filter(piece => Math.abs(piece.base - found.base) >= found.size * 0.5)
  return { page: { ...page, pieces }, removed: 1 }
}

function isPageNumber({ segments }: Line, number: number): boolean {
  if (segments.length > 3) return false
  if (segments.some(segment => NAMED.test(segment.text))) return true
  return segments.length === 1 && Number(BARE.exec(segments[0]!.text)?.[1]) === number
}

/** Further from its neighbour than a row would be. */
const isApart = (line: Line, neighbour: Line | undefined): boolean =>
  neighbour !== undefined && Math.abs(line.base - neighbour.base) > line.size * 1.8
