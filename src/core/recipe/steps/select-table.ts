import type { Table } from '../../table/table.ts'
import { type StepResult, type StepWorld, unchanged } from '../outcome.ts'
import { findSource } from '../sources.ts'
import type { Step } from '../step.ts'

/** Starts again from another table of the sources. A sheet that is no longer there leaves the table as it was, and is told. */
export function selectTable(table: Table, step: Extract<Step, { type: 'select-table' }>, world: StepWorld): StepResult {
  const found = findSource(world.sources, step)
  if (found) return { table: found.table, changed: 0, added: found.table.rows.length - table.rows.length }
  const sheet = step.sheet === undefined ? 'ce tableau' : `la feuille « ${step.sheet} »`
  return unchanged(table, `Je ne trouve pas ${sheet} dans les fichiers reçus ; le premier tableau est gardé.`)
}
