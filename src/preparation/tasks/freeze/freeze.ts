import type { Report } from '../../../core/check/finding.ts'
import { formulaCells } from '../../../core/check/formula-like.ts'
import { applyAnswers } from '../../../core/privacy/index.ts'
import { replay } from '../../../core/recipe/replay.ts'
import { reportOf, summaryOf } from '../check.ts'
import { loadSet } from '../load.ts'
import type { Task, TaskResult } from '../task.ts'
import { describeTable } from './describe.ts'
import { writeTable } from './write-table.ts'

/** The table as the public would read it, once the guard's answers are done: checked, described and, when it is opened, written. */
export async function freeze({ set, guard, paths }: Extract<Task, { type: 'freeze' }>): Promise<TaskResult<'freeze'>> {
  const { model, steps } = set
  const { sources, world } = await loadSet(set)
  const replayed = replay({ version: 1, model: model.id, steps }, sources, world)
  const { findings, answers, salt } = guard
  const treated = applyAnswers(replayed.table, findings, answers, salt, { model, town: world.town })
  const { table, notes } = treated
  if (paths) await writeTable(table, paths)
  // A date of which only the year is opened is a year: the model of what is opened is not that of what was prepared.
  const opened = treated.model ?? model
  return {
    card: describeTable(table, opened),
    report: shortReport(reportOf(table, { ...world, model: opened })),
    formulas: formulaCells(table),
    notes,
  }
}

/** What a version remembers of its check. */
export const shortReport = (report: Report): TaskResult<'freeze'>['report'] => ({
  valid: report.valid,
  conformity: report.conformity,
  errors: summaryOf(report, 0).errors,
  counts: report.counts,
})
