import type { Model } from '../../core/models/model.ts'
import type { Column, Table } from '../../core/table/table.ts'
import { typedCell } from './typed-cell.ts'
import { type Sheet, textCell } from './workbook.ts'

export interface TableToWrite {
  readonly name: string
  readonly table: Table
  /** Says which columns hold numbers and dates; without it, all is text. */
  readonly model?: Model
}

/** One sheet a table: bold titles kept in sight, filters, columns as wide as what they hold. */
export function tableSheets(tables: readonly TableToWrite[]): Sheet[] {
  const taken = new Set<string>()
  return tables.map(({ name, table, model }) => {
    const fields = table.columns.map(column => model?.fields.find(field => field.name === column.name))
    const rows = table.rows.map((_, r) => ({
      cells: table.columns.map((column, c) => typedCell(column.cells[r] ?? '', fields[c])),
      look: 'data' as const,
    }))
    return {
      name: sheetName(name, taken),
      columns: table.columns.map(column => ({ width: widthOf(column), format: 'text' as const })),
      rows: [{ cells: table.columns.map(column => textCell(column.name)), look: 'title' as const }, ...rows],
      frozenRows: 1,
      filter: true as const,
    }
  })
}

/** What Excel accepts: 31 characters, none of []:*?/\, no apostrophe at the ends, no name twice in any letter case. */
export function sheetName(wanted: string, taken: Set<string>): string {
  const clean = (text: string, length: number) =>
    [...text.replace(/[[\]:*?/\\\p{Cc}]/gu, ' ')]
      .join('')
      .slice(0, length)
      .replace(/^['\s]+|['\s]+$|[\uD800-\uDBFF]$/g, '') || 'Feuille'
  let name = clean(wanted, 31)
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${clean(wanted, 25)} (${n})`
  taken.add(name.toLowerCase())
  return name
}

const SAMPLE = 500
/** Between 8 and 60 characters. */
const widthOf = ({ name, cells }: Column): number =>
  Math.min(
    60,
    2 + cells.slice(0, SAMPLE).reduce((widest, cell) => Math.max(widest, cell.length), Math.max(6, name.length)),
  )
