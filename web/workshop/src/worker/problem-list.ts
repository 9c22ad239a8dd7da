import type { Finding, Report } from '../../../../src/core/check/finding.ts'
import { ACROSS_ROWS } from '../../../../src/core/check/index.ts'
import type { Model } from '../../../../src/core/models/model.ts'
import { groupProblems } from './problem-groups.ts'
import type { CheckedTable, RowFinding, RowFindings } from './protocol.ts'

/** What is said of each row now, so that only what changed travels to the page. */
export class ProblemList {
  readonly #ofRow = new Map<number, readonly RowFinding[]>()

  readonly #at: ReadonlyMap<string, number>

  constructor(
    readonly model: Model,
    names: readonly string[],
  ) {
    this.#at = new Map(names.map((name, at) => [name, at]))
  }

  placed({ level, code, column, message, fix }: Finding): RowFinding {
    const at = column === null ? -1 : (this.#at.get(column) ?? -1)
    return { level, code, message, column: at, ...(fix && { fix }) }
  }

  set(row: number, findings: readonly RowFinding[]): void {
    if (findings.length > 0) this.#ofRow.set(row, findings)
    else this.#ofRow.delete(row)
  }

  /** What the last whole check said of this row when compared with others; a cell that changed since is no longer compared. */
  acrossRows(row: number, changed: ReadonlySet<number>): RowFinding[] {
    return (this.#ofRow.get(row) ?? []).filter(({ code, column }) => ACROSS_ROWS.has(code) && !changed.has(column))
  }

  /** Takes the report of a whole check for true, and gives the rows of which something else is said now. */
  replace({ findings }: Report, rowOf: (line: number) => number | undefined): RowFindings {
    const next = new Map<number, RowFinding[]>()
    for (const finding of findings) {
      const row = finding.row === null ? undefined : rowOf(finding.row)
      if (row === undefined) continue
      const known = next.get(row)
      if (known) known.push(this.placed(finding))
      else next.set(row, [this.placed(finding)])
    }
    const changed: [number, readonly RowFinding[]][] = []
    for (const row of this.#ofRow.keys()) if (!next.has(row)) changed.push([row, []])
    for (const [row, found] of next) if (!same(this.#ofRow.get(row), found)) changed.push([row, found])
    for (const [row, found] of changed) this.set(row, found)
    return changed
  }

  summary(report: Report, order: readonly number[], firstLine: number): CheckedTable {
    const levels = { error: 0, warning: 0, advice: 0 }
    for (const { level } of report.findings) levels[level]++
    return {
      rows: report.rows,
      conformity: report.conformity,
      valid: report.valid,
      errors: levels.error,
      toCheck: levels.warning,
      general: report.findings.filter(({ row }) => row === null),
      groups: groupProblems(report, this.model, line => order[line - firstLine]!),
    }
  }
}

const same = (a: readonly RowFinding[] | undefined, b: readonly RowFinding[]): boolean =>
  a?.length === b.length &&
  a.every((one, at) => {
    const other = b[at]!
    return one.code === other.code && one.column === other.column && one.message === other.message
  })
