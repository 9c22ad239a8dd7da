import type { Table } from '../../table/table.ts'
import { editCells } from '../edit.ts'
import { type StepResult, unchanged } from '../outcome.ts'
import type { Step } from '../step.ts'
import { missing } from './columns.ts'

/** Whole cells, compared exactly but for the spaces around. */
export function replaceValues(table: Table, step: Extract<Step, { type: 'replace-values' }>): StepResult {
  return replace(table, step.column, new Map(step.values.map(({ from, to }) => [from.trim(), to])))
}

/** Near-duplicates that a person declared one and the same: each group's writings become the one chosen. */
export function mergeClusters(table: Table, step: Extract<Step, { type: 'cluster' }>): StepResult {
  const pairs = step.groups.flatMap(group => group.from.map(from => [from.trim(), group.to] as const))
  return replace(table, step.column, new Map(pairs))
}

const replace = (table: Table, column: string, values: ReadonlyMap<string, string>): StepResult =>
  editCells(table, column, text => values.get(text.trim()) ?? text) ?? unchanged(table, missing(column))
