import type { Table } from '../../table/table.ts'
import { indexOf, replaceAt, withCells } from '../edit.ts'
import { describeIdentity, identityFinder } from '../identity.ts'
import { type StepResult, unchanged } from '../outcome.ts'
import type { Step } from '../step.ts'
import { sourceMoved } from './by-hand.ts'

/**
 * A cell corrected by hand, found by its row's identity. When the source now says something else than what was corrected,
 * the correction stays (a person chose it) and the change is told and asked, never settled in silence.
 */
export function correctCell(table: Table, step: Extract<Step, { type: 'correct-cell' }>): StepResult {
  const row = identityFinder(table)(step.row)
  const at = indexOf(table, step.column)
  if (row === undefined) return lost(table, step, `La ligne ${describeIdentity(step.row)} n’est pas dans ce fichier.`)
  if (at < 0) return lost(table, step, `La colonne « ${step.column} » n’est pas dans ce fichier.`)
  const column = table.columns[at]!
  const now = column.cells[row]!
  if (now === step.to) return unchanged(table)
  const cells = [...column.cells]
  cells[row] = step.to
  const result = { table: replaceAt(table, at, withCells(column, cells)), changed: 1 }
  if (now === step.was) return result
  return { ...result, questions: [sourceMoved(table, row, step, now)] }
}

const lost = (table: Table, step: Extract<Step, { type: 'correct-cell' }>, reason: string): StepResult => ({
  ...unchanged(table),
  lost: [{ row: step.row, column: step.column, to: step.to, reason }],
})
