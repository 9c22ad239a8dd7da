import { type DefaultTreeAdapterTypes as Tree, defaultTreeAdapter as tree } from 'parse5'
import { UnreadableFile } from '../../core/table/read-result.ts'
import type { Grid, GridRow } from '../grid.ts'
import { cellText, isHidden } from './cell-text.ts'

const MOST_COLUMNS = 16_384
/** HTML's own bounds (Living Standard, 4.9.11). */
const WIDEST_SPAN = 1000
const TALLEST_SPAN = 65_534

type Merge = [number, number, number, number]

/**
 * One table as a grid: the text of a cell that spans others stands in its first place, the others are empty, and `merges` tells it.
 * Rows that the page does not show are in `hiddenRows`.
 */
export function readTable(table: Tree.Element): Grid {
  const rows: GridRow[] = []
  const merges: Merge[] = []
  const hiddenRows: number[] = []
  /** For each column, how many more rows a cell from above goes down. */
  const below: number[] = []
  const lines = rowsOf(table)
  for (const [top, { row, hidden }] of lines.entries()) {
    rows.push({ line: top + 1, cells: placeCells(row, top, lines.length, below, merges) })
    if (hidden) hiddenRows.push(top + 1)
  }
  const caption = ownChildren(table).find(child => child.tagName === 'caption')
  const title = caption === undefined ? '' : cellText(caption).replaceAll('\n', ' ')
  return {
    rows,
    ...(title === '' ? {} : { sheet: title.slice(0, 100) }),
    ...(merges.length > 0 ? { merges } : {}),
    ...(hiddenRows.length > 0 ? { hiddenRows } : {}),
  }
}

const ownChildren = (node: Tree.Element) => node.childNodes.filter(tree.isElementNode)

/** The rows of this table, not those of a table inside it. A section that is not shown hides its rows. */
function rowsOf(table: Tree.Element): { row: Tree.Element; hidden: boolean }[] {
  return ownChildren(table).flatMap(child => {
    if (child.tagName === 'tr') return [{ row: child, hidden: isHidden(child) }]
    if (!['thead', 'tbody', 'tfoot'].includes(child.tagName)) return []
    return ownChildren(child)
      .filter(row => row.tagName === 'tr')
      .map(row => ({ row, hidden: isHidden(child) || isHidden(row) }))
  })
}

function placeCells(row: Tree.Element, top: number, height: number, below: number[], merges: Merge[]): string[] {
  const cells: string[] = []
  const fresh: { left: number; right: number; down: number }[] = []
  const skip = () => {
    while ((below[cells.length] ?? 0) > 0) cells.push('')
  }
  for (const cell of ownChildren(row)) {
    if (cell.tagName !== 'td' && cell.tagName !== 'th') continue
    skip()
    const left = cells.length
    const across = span(cell, 'colspan', WIDEST_SPAN)
    const down = Math.min(span(cell, 'rowspan', TALLEST_SPAN) || height, height - top)
    cells.push(cellText(cell))
    for (let n = 1; n < across; n++) cells.push('')
    if (cells.length > MOST_COLUMNS)
      throw new UnreadableFile('Un tableau de cette page a plus de 16 384 colonnes : je ne peux pas le lire.')
    if (across > 1 || down > 1) merges.push([top, left, top + down - 1, left + Math.max(across, 1) - 1])
    fresh.push({ left, right: left + Math.max(across, 1) - 1, down: down - 1 })
  }
  skip()
  for (const [column, left] of below.entries()) if (left > 0) below[column] = left - 1
  for (const { left, right, down } of fresh)
    for (let n = left; n <= right; n++) below[n] = Math.max(below[n] ?? 0, down)
  return cells
}

/** `rowspan="0"` goes down to the end; anything that is not a number is 1, as in browsers. */
function span(cell: Tree.Element, name: string, most: number): number {
  const given = cell.attrs.find(attribute => attribute.name === name)?.value.trim() ?? ''
  const value = /^\d+/.exec(given)?.[0]
  if (value === undefined) return 1
  return name === 'colspan' ? Math.max(1, Math.min(Number(value), most)) : Math.min(Number(value), most)
}
