import type { Column, Table } from '../../table/table.ts'
import { editCells, emptyColumn, indexOf, putColumn } from '../edit.ts'
import { type StepResult, unchanged } from '../outcome.ts'
import type { Step } from '../step.ts'

type Of<Type extends Step['type']> = Extract<Step, { type: Type }>

export const missing = (name: string): string =>
  `La colonne « ${name} » n’est pas dans ce fichier : cette étape n’a rien changé.`

/** The column stays; what follows the last separator that has a place goes whole into the last column. Filled cells are kept. */
export function splitColumn(table: Table, step: Of<'split'>): StepResult {
  const at = indexOf(table, step.column)
  if (at < 0) return unchanged(table, missing(step.column))
  const pieces = table.columns[at]!.cells.map(text => cut(text, step.separator, step.into.length))
  return fillColumns(table, step.into, (row, part) => pieces[row]?.[part] ?? '')
}

function cut(text: string, separator: string, parts: number): string[] {
  const pieces = text.split(separator)
  if (pieces.length <= parts) return pieces.map(piece => piece.trim())
  const head = pieces.slice(0, parts - 1).map(piece => piece.trim())
  return [
    ...head,
    pieces
      .slice(parts - 1)
      .join(separator)
      .trim(),
  ]
}

/** Fills the empty cells of these columns, made when missing; a cell already filled is never overwritten. */
export function fillColumns(
  table: Table,
  names: readonly string[],
  value: (row: number, part: number) => string,
): StepResult {
  let changed = 0
  let result = table
  names.forEach((name, part) => {
    const at = indexOf(result, name)
    const old = at < 0 ? emptyColumn(name, result.rows.length) : result.columns[at]!
    const edited = editCells({ columns: [old], rows: result.rows }, name, (text, row) =>
      text.trim() === '' ? value(row, part) : text,
    )!
    changed += edited.changed
    result = putColumn(result, edited.table.columns[0]!)
  })
  return { table: result, changed }
}

/** Empty cells leave no stray separator. */
export function joinColumns(table: Table, step: Of<'join'>): StepResult {
  const found = step.columns.map(name => table.columns[indexOf(table, name)]).filter(column => column !== undefined)
  const absent = step.columns.filter(name => indexOf(table, name) < 0)
  if (found.length === 0) return unchanged(table, ...absent.map(missing))
  const joined = (row: number) =>
    found
      .map(({ name, cells }) => ({ name, text: cells[row]!.trim() }))
      .filter(({ text }) => text !== '')
      .map(({ name, text }) => (step.named ? `${name.trim()} : ${text}` : text))
      .join(step.separator)
  // Into one of its own parts (« 12 » and « rue Haute » into the street): the part is not a value to keep.
  const own = step.columns.includes(step.into) ? editCells(table, step.into, (_, row) => joined(row)) : undefined
  const result = own ?? fillColumns(table, [step.into], joined)
  return {
    ...result,
    notes: absent.map(name => `La colonne « ${name} » n’est pas dans ce fichier : elle manque à « ${step.into} ».`),
  }
}

/** The columns go out of the published table; the outcome keeps them whole. */
export function dropColumns(table: Table, step: Of<'drop'>): StepResult {
  const out = new Set(step.columns)
  const dropped = table.columns.filter(column => out.has(column.name))
  const columns = table.columns.filter(column => !out.has(column.name))
  return { table: { columns, rows: table.rows }, changed: dropped.length * table.rows.length, dropped }
}

export function arrangeColumns(table: Table, step: Of<'arrange'>): StepResult {
  const taken = new Set<Column>()
  const first = step.columns.map(name => {
    const column = table.columns.find(one => one.name === name && !taken.has(one))
    if (column) taken.add(column)
    return column ?? emptyColumn(name, table.rows.length)
  })
  const columns = [...first, ...table.columns.filter(column => !taken.has(column))]
  return {
    table: { columns, rows: table.rows },
    changed: first.filter(column => !taken.has(column)).length * table.rows.length,
  }
}
