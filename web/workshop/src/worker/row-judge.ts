import type { Finding } from '../../../../src/core/check/finding.ts'
import { type CheckOptions, createChecker } from '../../../../src/core/check/index.ts'
import type { Model } from '../../../../src/core/models/model.ts'
import type { RowFinding } from './protocol.ts'

/** What the rules of one row say of it, at once. What looks across rows (doubles, keys) waits for the check of the whole table. */
export class RowJudge {
  readonly #at: ReadonlyMap<string, number>

  constructor(
    readonly model: Model,
    readonly names: readonly string[],
    readonly options: CheckOptions,
  ) {
    this.#at = new Map(names.map((name, at) => [name, at]))
  }

  judge(cells: readonly string[], line: number): RowFinding[] {
    const checker = createChecker(this.model, this.names, this.options)
    checker.pushRow(cells, line)
    return checker.end().findings.flatMap(finding => (finding.row === null ? [] : [this.placed(finding)]))
  }

  placed({ level, code, column, message, fix }: Finding): RowFinding {
    const at = column === null ? -1 : (this.#at.get(column) ?? -1)
    return { level, code, message, column: at, ...(fix && { fix }) }
  }
}
