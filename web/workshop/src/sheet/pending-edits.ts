import type { Act, CellConflict } from '../../../../src/contract/sets.ts'
import { addedId, addedIdentity } from '../../../../src/core/recipe/added.ts'
import type { RowIdentity } from '../../../../src/core/recipe/step.ts'
import { cellPlace, gonePlace, type SheetData, therePlace } from './sheet-data.ts'

/** The rows that an act names, to be found in the table. */
export function rowsOf(act: Act): readonly RowIdentity[] {
  if (act.type === 'cells') return act.cells.map(({ row }) => row)
  if (act.type === 'delete-rows') return act.rows
  return act.type === 'add-row' ? [addedIdentity(act.row)] : []
}

/** Shows above the table what an act will do once the server has it. `rows`: those of `rowsOf`, found or not. The places touched. */
export function showAct(data: SheetData, key: string, act: Act, rows: readonly (number | undefined)[]): number[] {
  const places: number[] = []
  const write = (place: number, value: string) => {
    data.layers.write(key, place, value)
    places.push(place)
  }
  if (act.type === 'add-row') {
    const row = data.rowOfAdded(act.row)
    write(therePlace(row), '1')
    for (const [column, name] of data.names.entries()) write(cellPlace(row, column), act.cells[name] ?? '')
  }
  if (act.type === 'delete-rows') for (const row of rows) if (row !== undefined) write(gonePlace(row), '1')
  if (act.type === 'cells')
    act.cells.forEach(({ column, to }, at) => {
      const [row, where] = [rows[at], data.names.indexOf(column)]
      if (row !== undefined && where >= 0) write(cellPlace(row, where), to)
    })
  return places
}

/** Where somebody else's value stayed, of the cells of one act. */
export function keptPlaces(
  data: SheetData,
  act: Act,
  rows: readonly (number | undefined)[],
  conflicts: readonly CellConflict[] = [],
): Map<number, string> {
  const kept = new Map<number, string>()
  if (act.type !== 'cells') return kept
  act.cells.forEach((cell, at) => {
    const conflict = conflicts.find(({ row, column }) => column === cell.column && isSameRow(row, cell.row))
    const row = rows[at]
    if (conflict && row !== undefined) kept.set(cellPlace(row, data.names.indexOf(cell.column)), conflict.kept.value)
  })
  return kept
}

export function isSameRow(a: RowIdentity, b: RowIdentity): boolean {
  if ((a.twin ?? 0) !== (b.twin ?? 0) || addedId(a) !== addedId(b)) return false
  const names = Object.keys(a.key)
  return names.length === Object.keys(b.key).length && names.every(name => a.key[name] === b.key[name])
}
