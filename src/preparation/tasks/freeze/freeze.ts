import type { Report } from '../../../core/check/finding.ts'
import { formulaCells } from '../../../core/check/formula-like.ts'
import { replay } from '../../../core/recipe/replay.ts'
import { reportOf, summaryOf } from '../check.ts'
import { loadSet } from '../load.ts'
import type { Task, TaskResult } from '../task.ts'
import { describeTable } from './describe.ts'
import { writeTable } from './write-table.ts'

/** The table as the public would read it, once the guard's answers are done: checked, described and, when it is opened, written. */
export async function freeze({ set, paths }: Extract<Task, { type: 'freeze' }>): Promise<TaskResult<'freeze'>> {
  const { model, steps } = set
  const { sources, world } = await loadSet(set)
  const { table } = replay({ version: 1, model: model.id, steps }, sources, world)
  if (paths) await writeTable(table, paths)
  return {
    card: describeTable(table, model),
    report: shortReport(reportOf(table, world)),
    formulas: formulaCells(table),
    notes: [],
  }
}

/** What a version remembers of its check. */
export const shortReport = (report: Report): TaskResult<'freeze'>['report'] => ({
  valid: report.valid,
  conformity: report.conformity,
  errors: summaryOf(report, 0).errors,
  counts: report.counts,
})
