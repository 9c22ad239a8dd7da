import type { Report } from '../../core/check/finding.ts'
import { checkTable } from '../../core/check/index.ts'
import { countAsked, openQuestions } from '../../core/propose/index.ts'
import { type Replayed, type ReplayWorld, replay } from '../../core/recipe/replay.ts'
import type { Table } from '../../core/table/table.ts'
import { holesOf } from './holes.ts'
import { type Loaded, loadSet } from './load.ts'
import type { Summary, Task, TaskResult, TaskSet } from './task.ts'

/** The truth of a set: its table, checked. */
export async function check({ set }: Extract<Task, { type: 'check' }>): Promise<TaskResult<'check'>> {
  const { result, report } = checked(set, await loadSet(set))
  const questions = openQuestions(
    result,
    set.steps.filter(step => step.off),
    report,
  )
  const left = countAsked(result, set.steps, report.findings, FIRST_LINE)
  const summary = { ...summaryOf(report, left), holes: holesOf(result.table, set.model) }
  return { summary, questions, report }
}

export function checked({ steps, model }: TaskSet, { sources, world }: Loaded): { result: Replayed; report: Report } {
  const result = replay({ version: 1, model: model.id, steps }, sources, world)
  return { result, report: reportOf(result.table, world) }
}

/** Lines are those of the table that is published: its header is line 1. */
const FIRST_LINE = 2

export const reportOf = (table: Table, { model, ...known }: ReplayWorld): Report =>
  checkTable({ ...table, rows: table.rows.map((ref, row) => ({ ...ref, line: row + FIRST_LINE })) }, model, known)

const HOLES = new Set(['constraint-error/required', 'missing-label'])

export function summaryOf(report: Report, questions: number): Summary {
  const wrong = Object.entries(report.counts).filter(([code]) => levelOf(report, code) === 'error')
  return {
    rows: report.rows,
    conformity: report.conformity,
    errors: wrong.reduce((sum, [, many]) => sum + many, 0),
    questions,
    valid: report.valid,
    onlyHoles: wrong.every(([code]) => HOLES.has(code)),
    counts: report.counts,
  }
}

/** Findings are capped, their counts are not: a code that no finding shows any more is an error unless it is one of ours. */
const levelOf = ({ findings }: Report, code: string): string =>
  findings.find(finding => finding.code === code)?.level ?? (code.startsWith('carnet/') ? 'warning' : 'error')
