import type { Column, Native, RowRef, Table } from '../table/table.ts'

/** Small edits of a table, each giving a new one. A cell whose text changes loses its native: it no longer is what Excel held. */

export type CellChange = (text: string, row: number, native: Native | undefined) => string

export function editColumn(column: Column, change: CellChange): { column: Column; changed: number } {
  let changed = 0
  const cells = column.cells.map((text, row) => {
    const next = change(text, row, column.natives?.[row])
    if (next !== text) changed++
    return next
  })
  if (changed === 0) return { column, changed }
  return { column: withCells(column, cells), changed }
}

export function withCells(column: Column, cells: readonly string[]): Column {
  if (!column.natives) return { name: column.name, cells }
  const natives = cells.map((text, row) => (text === column.cells[row] ? column.natives?.[row] : undefined))
  return natives.some(native => native) ? { name: column.name, cells, natives } : { name: column.name, cells }
}

/** Changes the cells of the named column; undefined when there is none of this name. */
export function editCells(
  table: Table,
  name: string,
  change: CellChange,
): { table: Table; changed: number } | undefined {
  const at = indexOf(table, name)
  if (at < 0) return undefined
  const { column, changed } = editColumn(table.columns[at]!, change)
  return changed === 0 ? { table, changed } : { table: replaceAt(table, at, column), changed }
}

export const indexOf = (table: Table, name: string): number => table.columns.findIndex(column => column.name === name)

export const replaceAt = (table: Table, at: number, column: Column): Table => ({
  columns: table.columns.map((old, c) => (c === at ? column : old)),
  rows: table.rows,
})

/** Puts a column in the place of the one of the same name, or last. */
export function putColumn(table: Table, column: Column): Table {
  const at = indexOf(table, column.name)
  return at >= 0 ? replaceAt(table, at, column) : { columns: [...table.columns, column], rows: table.rows }
}

export const emptyColumn = (name: string, rows: number): Column => ({ name, cells: Array<string>(rows).fill('') })

/** The rows at these indexes, in this order: may repeat or leave out. */
export function takeRows(table: Table, indexes: readonly number[]): Table {
  return {
    columns: table.columns.map(column => takeCells(column, indexes)),
    rows: indexes.map(row => table.rows[row]!),
  }
}

function takeCells(column: Column, indexes: readonly number[]): Column {
  const cells = indexes.map(row => column.cells[row] ?? '')
  if (!column.natives) return { name: column.name, cells }
  return { name: column.name, cells, natives: indexes.map(row => column.natives?.[row]) }
}

export const rowRecord = (table: Table, row: number): Record<string, string> => {
  // A header may be `__proto__`: entries keep it as a name like any other.
  return Object.fromEntries(table.columns.map(column => [column.name, column.cells[row] ?? '']))
}

/** The rows of `below` under those of `above`; columns meet by name, holes are ''. */
export function stack(above: Table, below: Table): Table {
  const names = new Set(above.columns.map(column => column.name))
  const extra = below.columns.filter(column => !names.has(column.name))
  const ofBelow = new Map(below.columns.map(column => [column.name, column]))
  const height = above.rows.length
  const columns = [...above.columns, ...extra.map(column => emptyColumn(column.name, height))]
  return {
    columns: columns.map(column => stackColumn(column, ofBelow.get(column.name), below.rows.length)),
    rows: [...above.rows, ...below.rows],
  }
}

function stackColumn(above: Column, below: Column | undefined, height: number): Column {
  const lower = below ?? emptyColumn(above.name, height)
  const cells = [...above.cells, ...lower.cells]
  if (!above.natives && !lower.natives) return { name: above.name, cells }
  const natives = [
    ...(above.natives ?? Array<undefined>(above.cells.length).fill(undefined)),
    ...(lower.natives ?? Array<undefined>(lower.cells.length).fill(undefined)),
  ]
  return { name: above.name, cells, natives }
}

export const lineOf = (ref: RowRef | undefined): number => ref?.line ?? 0
