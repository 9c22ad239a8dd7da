import type { Table } from '../../table/table.ts'
import { quoted } from '../../values/quoted.ts'
import { indexOf, replaceAt, withCells } from '../edit.ts'
import { describeIdentity, identityFinder } from '../identity.ts'
import { type StepResult, unchanged } from '../outcome.ts'
import type { Step } from '../step.ts'

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
  const question =
    `La source dit maintenant ${said(now)} ; elle disait ${said(step.was)} quand vous avez corrigé en ${said(step.to)}. ` +
    'Votre correction est gardée : est-elle encore juste ?'
  const { line } = table.rows[row]!
  return { ...result, questions: [{ row, line, column: step.column, value: step.to, question, stays: true }] }
}

const said = (text: string): string => (text.trim() === '' ? '(rien)' : quoted(text))

const lost = (table: Table, step: Extract<Step, { type: 'correct-cell' }>, reason: string): StepResult => ({
  ...unchanged(table),
  lost: [{ row: step.row, column: step.column, to: step.to, reason }],
})
