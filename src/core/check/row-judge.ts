import type { Field, Model } from '../models/model.ts'
import { quoted } from '../values/quoted.ts'
import { ColumnRule, rememberedBy } from './column-rule.ts'
import type { CheckOptions } from './context.ts'
import type { RowCell } from './custom/row-checks.ts'
import type { Finding } from './finding.ts'
import { type Labels, matchLabels } from './labels.ts'
import { AddressCheck } from './own/address-check.ts'
import { findPoint, PointCheck } from './own/row-checks.ts'
import { isShifted } from './own/shifted.ts'
import { notChecked, type PlacedCheck, placeRowChecks } from './row-rules.ts'
import type { Sink } from './sink.ts'
import type { Verdict } from './verdict.ts'

/** The rules that look at one row alone: each cell, how many there are, several of them together, the row's address and point. */
export class RowJudge {
  readonly labels: Labels
  /** What the header alone tells, and the rules that cannot be checked. */
  readonly findings: readonly Finding[]
  readonly unchecked: readonly Finding[]
  readonly rules: readonly ColumnRule[]
  readonly point: PointCheck | undefined
  readonly #checks: readonly PlacedCheck[]
  readonly #address: AddressCheck | undefined
  /** Of the row judged last: one verdict a column, whether it holds nothing, and two sums of what its cells say. */
  readonly verdicts: Verdict[]
  blank = false
  high = 0
  low = 0

  constructor(
    model: Model,
    readonly header: readonly string[],
    options: CheckOptions,
  ) {
    this.labels = matchLabels(header, model)
    const { fields } = this.labels
    const remembered = rememberedBy(fields.length)
    this.rules = fields.map((field, at) => new ColumnRule(field ?? anything(header[at]!), model, options, remembered))
    this.verdicts = new Array(this.rules.length)
    const columns = findPoint(fields)
    this.point = columns && new PointCheck(columns, options)
    this.#address = AddressCheck.of(fields, options.addresses, options.town)
    const placed = placeRowChecks(model, header)
    this.#checks = placed.checks
    this.findings = [...this.labels.findings, ...placed.findings]
    this.unchecked = this.rules.flatMap(rule => rule.unchecked).map(notChecked)
  }

  /** Tells what is wrong in this row; gives the number of wrong cells. */
  judge(cells: readonly string[], line: number, sink: Sink): number {
    const faulty = this.#judgeCells(cells)
    if (this.blank) return this.#tellBlank(line, sink)
    let wrong = faulty ? this.#tellFaults(cells, line, sink) : 0
    if (cells.length !== this.rules.length) wrong += this.#tellUneven(cells, line, sink)
    wrong += this.#tellTogether(cells, line, sink)
    this.#tellPlace(cells, line, sink)
    return wrong
  }

  /** The cells of these columns, of the row judged last; -1 for a column that the file lacks. */
  pick(at: readonly number[], names: readonly string[], cells: readonly string[]): RowCell[] {
    return at.map((place, index) => ({
      name: names[index]!,
      text: place < 0 ? '' : (cells[place] ?? ''),
      type: place < 0 ? 'any' : this.rules[place]!.field.type,
      verdict: place < 0 ? ABSENT : this.verdicts[place]!,
    }))
  }

  /** True when a cell is at fault. */
  #judgeCells(cells: readonly string[]): boolean {
    const rules = this.rules
    let empty = true
    let faulty = false
    let high = 0
    let low = 0
    for (let at = 0; at < rules.length; at++) {
      const verdict = at < cells.length ? rules[at]!.judge(cells[at]!) : rules[at]!.judgeAbsent()
      this.verdicts[at] = verdict
      if (!verdict.empty) empty = false
      if (verdict.faults.length > 0) faulty = true
      high = Math.imul(high ^ verdict.mark, 0x9e3779b1)
      low = (Math.imul(low, 31) + verdict.mark) | 0
    }
    this.high = high
    this.low = low
    // A value beyond the last column is told rather than taken for nothing.
    this.blank = empty && (cells.length <= rules.length || cells.every(cell => cell.trim() === ''))
    return faulty
  }

  /** A row without any value: frictionless says this alone of it. */
  #tellBlank(row: number, sink: Sink): number {
    const message = 'Cette ligne est vide : supprimez-la.'
    sink.add({ level: 'error', code: 'blank-row', row, column: null, value: null, message })
    return this.rules.length
  }

  #tellFaults(cells: readonly string[], line: number, sink: Sink): number {
    const wrong: number[] = []
    for (let at = 0; at < this.rules.length; at++) {
      const verdict = this.verdicts[at]!
      if (verdict.wrong) wrong.push(at)
      for (const fault of verdict.faults) sink.addFault(fault, line, this.header[at]!, cells[at] ?? '')
    }
    const filled = wrong.filter(at => !this.verdicts[at]!.empty)
    if (isShifted(this.rules, cells, filled))
      sink.add({
        level: 'warning',
        code: 'carnet/shifted-cells',
        row: line,
        column: this.header[filled[0]!] ?? null,
        value: null,
        message: `À partir de la colonne « ${this.header[filled[0]!]} », les valeurs de cette ligne semblent décalées d'une colonne.`,
      })
    return wrong.length
  }

  #tellUneven(cells: readonly string[], row: number, sink: Sink): number {
    const expected = this.rules.length
    for (let at = expected; at < cells.length; at++)
      sink.add({
        level: 'error',
        code: 'extra-cell',
        row,
        column: null,
        value: cells[at]!,
        message: `Cette ligne a ${cells.length} cellules pour ${expected} colonnes : ${quoted(cells[at]!)} est en trop.`,
      })
    for (let at = cells.length; at < expected; at++)
      sink.add({
        level: 'error',
        code: 'missing-cell',
        row,
        column: this.header[at]!,
        value: null,
        message: `Cette ligne n'a que ${cells.length} cellules pour ${expected} colonnes : il manque celle de « ${this.header[at]} ».`,
      })
    return Math.abs(cells.length - expected)
  }

  #tellTogether(cells: readonly string[], line: number, sink: Sink): number {
    let wrong = 0
    for (const { check, at } of this.#checks) {
      const message = check.test(this.pick(at, check.columns, cells))
      if (message === undefined) continue
      wrong++
      const [column, value] = check.onRow ? [null, null] : [check.columns[0]!, cells[at[0]!] ?? '']
      sink.add({ level: 'error', code: check.code, row: line, column, value, message })
    }
    return wrong
  }

  #tellPlace(cells: readonly string[], line: number, sink: Sink): void {
    const lost = this.#address?.test(cells, this.point?.spot(this.verdicts))
    if (lost) sink.addFault(lost, line, this.header[this.#address!.at]!, cells[this.#address!.at]!)
    const far = this.point?.test(this.verdicts, cells)
    if (!far) return
    const { latitude } = this.point!.columns
    sink.addFault(far, line, this.header[latitude]!, cells[latitude]!)
  }
}

/** A column that the model does not know. */
const anything = (name: string): Field => ({
  name,
  type: 'any',
  format: 'default',
  examples: [],
  synonyms: [],
  role: 'free-text',
  constraints: {},
  missingValues: [''],
  trueValues: [],
  falseValues: [],
  decimalChar: '.',
  groupChar: '',
  bareNumber: true,
})

const ABSENT: Verdict = { empty: true, value: undefined, faults: [], wrong: false, mark: 0 }
