import type { Report } from '../../core/check/finding.ts'
import { summaryOf } from '../../preparation/tasks/check.ts'
import type { VersionReport } from './manifest.ts'

/** What a version remembers of its check. */
export const reportOf = (report: Report): VersionReport => ({
  valid: report.valid,
  conformity: report.conformity,
  errors: summaryOf(report, 0).errors,
  counts: report.counts,
})
