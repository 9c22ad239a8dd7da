import type { Model } from '../models/model.ts'
import type { Table } from '../table/table.ts'
import { AcrossRows } from './across-rows.ts'
import { conformity } from './conformity.ts'
import type { CheckOptions } from './context.ts'
import type { Report } from './finding.ts'
import { RowJudge } from './row-judge.ts'
import { notChecked } from './row-rules.ts'
import { Sink } from './sink.ts'

/** Checks rows as they come; `end` gives the report. Memory does not grow with the rows, but for unique values and keys. */
export interface Checker {
  /** `line`: as a person counts it, header included. */
  pushRow(cells: readonly string[], line: number): void
  pushBatch(rows: readonly (readonly string[])[], firstLine: number): void
  end(): Report
}

export const createChecker = (model: Model, header: readonly string[], options: CheckOptions = {}): Checker =>
  new Run(model, header, options)

/** Checks a table held in memory. The lines are those of its rows. */
export function checkTable(table: Table, model: Model, options: CheckOptions = {}): Report {
  const checker = createChecker(
    model,
    table.columns.map(column => column.name),
    options,
  )
  const cells = new Array<string>(table.columns.length)
  table.rows.forEach(({ line }, row) => {
    table.columns.forEach((column, c) => {
      cells[c] = column.cells[row] ?? ''
    })
    checker.pushRow(cells, line)
  })
  return checker.end()
}

const MAX_OF_ONE_KIND = 1_000
const MAX_FINDINGS = 10_000

class Run implements Checker {
  readonly #sink: Sink
  readonly #judge: RowJudge
  readonly #across: AcrossRows
  #rows = 0
  #wrongCells = 0

  constructor(
    readonly model: Model,
    readonly header: readonly string[],
    options: CheckOptions,
  ) {
    this.#sink = new Sink(options.maxOfOneKind ?? MAX_OF_ONE_KIND, options.maxFindings ?? MAX_FINDINGS)
    this.#judge = new RowJudge(model, header, options)
    this.#across = new AcrossRows(model, this.#judge, options)
    const remarks = model.remarks.map(notChecked)
    for (const finding of [...this.#judge.findings, ...this.#judge.unchecked, ...this.#across.unchecked, ...remarks])
      this.#sink.add(finding)
  }

  pushBatch(rows: readonly (readonly string[])[], firstLine: number): void {
    for (let index = 0; index < rows.length; index++) this.pushRow(rows[index]!, firstLine + index)
  }

  pushRow(cells: readonly string[], line: number): void {
    this.#rows++
    let wrong = this.#judge.judge(cells, line, this.#sink)
    if (!this.#judge.blank) wrong += this.#across.push(cells, line, this.#sink)
    this.#wrongCells += Math.min(wrong, this.header.length)
  }

  end(): Report {
    this.#wrongCells += this.#across.end(this.#sink)
    const { errors, findings, counts } = this.#sink
    return {
      valid: errors === 0,
      model: { id: this.model.id, version: this.model.version },
      rows: this.#rows,
      fields: this.header.length,
      conformity: conformity({
        rows: this.#rows,
        columns: this.header.length,
        missingColumns: this.#judge.labels.missing.filter(field => field.constraints.required).length,
        wrongCells: this.#wrongCells,
        errors,
      }),
      findings,
      counts,
    }
  }
}
