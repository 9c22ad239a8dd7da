import type { Step } from '../recipe/step.ts'
import type { Finding } from './finding.ts'
import type { Fault } from './verdict.ts'

/** Gathers findings: the first ones are kept, all are counted. */
export class Sink {
  readonly findings: Finding[] = []
  readonly #counts = new Map<string, number>()
  readonly #kept = new Map<string | null, Map<string, number>>()
  errors = 0

  constructor(
    readonly maxOfOneKind: number,
    readonly maxFindings: number,
  ) {}

  add(finding: Finding): void {
    if (finding.level === 'error') this.errors++
    if (this.#room(finding.code, finding.column)) this.findings.push(finding)
  }

  /** A fault of one cell: the finding, and its fix, are only made when they are kept. */
  addFault(fault: Fault, row: number, column: string, value: string): void {
    if (fault.level === 'error') this.errors++
    if (!this.#room(fault.code, column)) return
    const { level, code, message, to, step } = fault
    const fix = to === undefined ? step : replaceValue(column, value, to)
    this.findings.push({ level, code, row, column, value, message, ...(fix && { fix }) })
  }

  get counts(): Record<string, number> {
    return Object.fromEntries(this.#counts)
  }

  #room(code: string, column: string | null): boolean {
    this.#counts.set(code, (this.#counts.get(code) ?? 0) + 1)
    let ofColumn = this.#kept.get(column)
    if (!ofColumn) this.#kept.set(column, (ofColumn = new Map()))
    const kept = (ofColumn.get(code) ?? 0) + 1
    ofColumn.set(code, kept)
    return kept <= this.maxOfOneKind && this.findings.length < this.maxFindings
  }
}

const replaceValue = (column: string, from: string, to: string): Step => ({
  type: 'replace-values',
  column,
  values: [{ from, to }],
})
