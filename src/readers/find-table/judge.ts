import type { SetAside } from '../../core/table/read-result.ts'
import type { Grid } from '../grid.ts'
import { type BodyContext, isNote, reasonToSetAside } from './body.ts'
import { commonFamily } from './header.ts'
import { type SheetRow, typicalFilled } from './sheet-row.ts'

export interface Judged {
  readonly rows: readonly SheetRow[]
  readonly aside: readonly SetAside[]
}

export const aside = (row: SheetRow, reason: string): SetAside => ({ row: row.line, reason, cells: row.cells })

/** Sorts the rows under the titles: data, or left aside with a reason. */
export function judgeBody(
  body: readonly SheetRow[],
  names: readonly string[],
  left: number,
  merges: NonNullable<Grid['merges']>,
): Judged {
  const sample = body.slice(0, 200)
  const context: BodyContext = {
    left,
    names,
    merges,
    typical: typicalFilled(sample),
    firstFamily: commonFamily(
      sample.filter(row => row.filled > 1),
      left,
    ),
  }
  const collection = collectionLines(body)
  const end = notesFrom(body, context)
  const kept: SheetRow[] = []
  const out: SetAside[] = []
  for (const [i, row] of body.entries()) {
    const reason = i < collection.length ? collection[i] : i >= end ? 'note sous le tableau' : judge(body, i, context)
    if (reason === undefined) kept.push(row)
    else out.push(aside(row, reason))
  }
  return { rows: kept, aside: out }
}

function judge(body: readonly SheetRow[], i: number, context: BodyContext): string | undefined {
  const row = body[i]!
  const apart = body[i - 1] !== undefined && body[i - 1]!.line < row.line - 1
  const next = body[i + 1]
  const heads =
    apart && next !== undefined && next.line === row.line + 1 && next.filled * 2 >= context.typical && next.filled > 1
  return reasonToSetAside(row, context, heads)
}

/** The two lines that Carnet's own collection sheets carry under the titles. */
function collectionLines(body: readonly SheetRow[]): string[] {
  const says = (row: SheetRow | undefined, word: RegExp) => row !== undefined && word.test(row.cells[row.first] ?? '')
  if (!says(body[0], /^signification/i)) return []
  return ['ligne des significations', ...(says(body[1], /^exemple/i) ? ['ligne d’exemple'] : [])]
}

/** Position of the first of the notes that end the sheet, or its end. */
function notesFrom(body: readonly SheetRow[], context: BodyContext): number {
  let end = body.length
  while (end > 1 && isNote(body[end - 1]!, context, apartInRun(body, end - 1))) end--
  return end
}

/** Some blank line stands between this row and the last full row above it. */
function apartInRun(body: readonly SheetRow[], i: number): boolean {
  for (let at = i; at > 0; at--) {
    if (body[at - 1]!.line < body[at]!.line - 1) return true
    if (body[at - 1]!.filled > 1) return false
  }
  return false
}
