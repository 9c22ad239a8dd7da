import type { Grid } from '../grid.ts'
import { isFilled } from './cell-kind.ts'
import { looksLikeTitles } from './header.ts'
import type { Segment } from './segment.ts'

/** More rows of titles than this are a drawing, not titles. */
const MOST_LEVELS = 5

/**
 * Titles start at the row above when one of its cells is merged down into them: over three levels of titles the first row is often too
 * narrow to look like them, but « Commune » over three lines is their title all the same.
 */
export function withMergedTitles(found: Segment, merges: NonNullable<Grid['merges']>): Segment {
  if (found.header < 0 || merges.length === 0) return found
  const all = [...found.above, ...found.rows]
  const titles = found.above.length + found.header
  const line = all[titles]!.line
  for (let at = Math.max(0, titles - MOST_LEVELS); at < titles; at++) {
    const row = all[at]!
    const reaches = merges.some(
      ([top, left, bottom]) => top === row.line - 1 && bottom >= line - 1 && isFilled(row, left),
    )
    if (reaches && line - row.line === titles - at && looksLikeTitles(row))
      return { ...found, above: all.slice(0, at), rows: all.slice(at), header: 0 }
  }
  return found
}
