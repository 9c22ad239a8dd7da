import { ACROSS_ROWS } from '../../../../../src/core/check/index.ts'
import type { SheetData } from '../../sheet/sheet-data.ts'
import type { CellWrite, ProblemGroup } from '../../worker/protocol.ts'

/**
 * The wrong cells of a problem that nobody can mend, left empty: where the model lets a cell be empty, that is valid, and better than a value
 * that means nothing. Nothing to offer where Carnet knows the right value, nor where the fault is between several rows.
 */
export function leftEmpty(group: ProblemGroup, data: SheetData): readonly CellWrite[] {
  const { level, code, column, fix, rows } = group
  const at = column === null ? -1 : data.names.indexOf(column)
  const field = data.fields[at]
  if (level !== 'error' || fix || ACROSS_ROWS.has(code) || !field || field.constraints.required) return []
  return rows.filter(row => data.text(row, at) !== '').map(row => ({ row, column: at, to: '' }))
}
