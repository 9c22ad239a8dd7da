import type { Report } from '../../../../src/core/check/finding.ts'
import { groupFindings, groupFixes } from '../../../../src/core/check/group.ts'
import type { Model } from '../../../../src/core/models/model.ts'
import type { ProblemGroup } from './protocol.ts'

/** Problems of rows by kind and column, as lines of a list: where they are, and the steps that mend what is certain. */
export function groupProblems(report: Report, model: Model, rowOf: (line: number) => number): ProblemGroup[] {
  const ofRows = report.findings.filter(({ row }) => row !== null)
  return groupFindings(ofRows, model).map(({ findings, fixable, ...group }) => ({
    ...group,
    rows: [...new Set(findings.map(({ row }) => rowOf(row!)))],
    sample: findings[0]!.message,
    ...(fixable > 0 && { fix: { steps: groupFixes({ findings }), count: fixable } }),
  }))
}
