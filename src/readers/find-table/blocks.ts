import type { SheetRow } from './sheet-row.ts'

/** Rows that follow each other without a blank line. */
export interface Block {
  readonly rows: readonly SheetRow[]
}

/** `adjacent` says whether the second row comes just after the first. */
export function splitBlocks(rows: readonly SheetRow[], adjacent: (a: SheetRow, b: SheetRow) => boolean): Block[] {
  const blocks: { rows: SheetRow[] }[] = []
  let before: SheetRow | undefined
  for (const row of rows) {
    if (before !== undefined && adjacent(before, row)) blocks[blocks.length - 1]!.rows.push(row)
    else blocks.push({ rows: [row] })
    before = row
  }
  return blocks
}
