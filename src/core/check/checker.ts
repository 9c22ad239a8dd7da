import type { Field, Model } from '../models/model.ts'
import type { Table } from '../table/table.ts'
import { quoted } from '../values/quoted.ts'
import { ColumnRule, rememberedBy } from './column-rule.ts'
import { conformity } from './conformity.ts'
import type { CheckOptions } from './context.ts'
import type { RowCell } from './custom/row-checks.ts'
import type { Finding, Report } from './finding.ts'
import { type ForeignKeyCheck, foreignKeys, ownKeys, type PlacedKey, Unique } from './keys.ts'
import { type Labels, matchLabels } from './labels.ts'
import { AddressCheck } from './own/address-check.ts'
import { DateCheck } from './own/dates.ts'
import { NearIds } from './own/near-ids.ts'
import { DuplicateRows, findPoint, PointCheck } from './own/row-checks.ts'
import { isShifted } from './own/shifted.ts'
import { notChecked, type PlacedCheck, placeRowChecks } from './row-rules.ts'
import { Sink } from './sink.ts'
import type { Verdict } from './verdict.ts'

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

class Run implements Checker {
  readonly #labels: Labels
  readonly #rules: readonly ColumnRule[]
  readonly #sink: Sink
  readonly #rowChecks: readonly PlacedCheck[]
  readonly #unique: readonly { readonly at: number; readonly values: Unique }[]
  readonly #dates: readonly { readonly at: number; readonly check: DateCheck }[]
  readonly #ids: readonly { readonly at: number; readonly near: NearIds }[]
  readonly #ownKeys: readonly PlacedKey[]
  readonly #foreignKeys: readonly ForeignKeyCheck[]
  readonly #point: PointCheck | undefined
  readonly #address: AddressCheck | undefined
  readonly #duplicates = new DuplicateRows()
  readonly #verdicts: Verdict[]
  #rows = 0
  #wrongCells = 0

  constructor(
    readonly model: Model,
    readonly header: readonly string[],
    options: CheckOptions,
  ) {
    this.#sink = new Sink(options.maxOfOneKind ?? MAX_OF_ONE_KIND, options.maxFindings ?? MAX_FINDINGS)
    this.#labels = matchLabels(header, model)
    const fields = this.#labels.fields
    const remembered = rememberedBy(fields.length)
    this.#rules = fields.map((field, at) => new ColumnRule(field ?? anything(header[at]!), model, options, remembered))
    this.#verdicts = new Array(this.#rules.length)
    this.#unique = fields.flatMap((field, at) => (field?.constraints.unique ? [{ at, values: new Unique() }] : []))
    this.#dates = fields.flatMap((field, at) =>
      field?.type === 'date' ? [{ at, check: new DateCheck(field.name) }] : [],
    )
    this.#ids = fields.flatMap((field, at) => (isMetOnce(field, model) ? [{ at, near: new NearIds() }] : []))
    const own = ownKeys(model, header)
    this.#ownKeys = own.placed
    const keys = foreignKeys(model, header, options.resources ?? {})
    this.#foreignKeys = keys.checks
    const columns = findPoint(fields)
    this.#point = columns && new PointCheck(columns, options)
    this.#address = AddressCheck.of(fields, options.addresses, options.town)
    const placed = placeRowChecks(model, header)
    this.#rowChecks = placed.checks
    this.#tell([...this.#labels.findings, ...placed.findings])
    this.#tell(
      [...this.#rules.flatMap(rule => rule.unchecked), ...own.unchecked, ...keys.unchecked, ...model.remarks].map(
        notChecked,
      ),
    )
  }

  pushBatch(rows: readonly (readonly string[])[], firstLine: number): void {
    for (let index = 0; index < rows.length; index++) this.pushRow(rows[index]!, firstLine + index)
  }

  pushRow(cells: readonly string[], line: number): void {
    this.#rows++
    const rules = this.#rules
    let empty = true
    let faulty = false
    let high = 0
    let low = 0
    for (let at = 0; at < rules.length; at++) {
      const verdict = at < cells.length ? rules[at]!.judge(cells[at]!) : rules[at]!.judgeAbsent()
      this.#verdicts[at] = verdict
      if (!verdict.empty) empty = false
      if (verdict.faults.length > 0) faulty = true
      high = Math.imul(high ^ verdict.mark, 0x9e3779b1)
      low = (Math.imul(low, 31) + verdict.mark) | 0
    }
    // A value beyond the last column is told rather than taken for nothing.
    if (empty && (cells.length <= rules.length || cells.every(cell => cell.trim() === ''))) {
      this.#blankRow(line)
      return
    }
    let wrong = faulty ? this.#tellFaults(cells, line) : 0
    if (cells.length !== rules.length) wrong += this.#uneven(cells, line)
    wrong += this.#acrossCells(cells, line)
    this.#wrongCells += Math.min(wrong, rules.length)
    this.#lookForTwins(high, low, line)
  }

  end(): Report {
    for (const check of this.#foreignKeys) {
      const found = check.end()
      this.#wrongCells += found.length
      this.#tell(found)
    }
    this.#tell(this.#dates.flatMap(({ check }) => check.end()))
    const rounded = this.#point?.end()
    if (rounded)
      this.#tell([
        { level: rounded.level, code: rounded.code, row: null, column: null, value: null, message: rounded.message },
      ])
    const { errors, findings, counts } = this.#sink
    return {
      valid: errors === 0,
      model: { id: this.model.id, version: this.model.version },
      rows: this.#rows,
      fields: this.header.length,
      conformity: conformity({
        rows: this.#rows,
        columns: this.header.length,
        missingColumns: this.#labels.missing.filter(field => field.constraints.required).length,
        wrongCells: this.#wrongCells,
        errors,
      }),
      findings,
      counts,
    }
  }

  #tell(findings: readonly Finding[]): void {
    for (const finding of findings) this.#sink.add(finding)
  }

  /** A row without any value: frictionless says this alone of it. */
  #blankRow(row: number): void {
    this.#wrongCells += this.#rules.length
    this.#sink.add({
      level: 'error',
      code: 'blank-row',
      row,
      column: null,
      value: null,
      message: 'Cette ligne est vide : supprimez-la.',
    })
  }

  /** The number of wrong cells. */
  #tellFaults(cells: readonly string[], line: number): number {
    const wrong: number[] = []
    for (let at = 0; at < this.#rules.length; at++) {
      const verdict = this.#verdicts[at]!
      if (verdict.wrong) wrong.push(at)
      for (const fault of verdict.faults) this.#sink.addFault(fault, line, this.header[at]!, cells[at] ?? '')
    }
    const filled = wrong.filter(at => !this.#verdicts[at]!.empty)
    if (isShifted(this.#rules, cells, filled))
      this.#sink.add({
        level: 'warning',
        code: 'carnet/shifted-cells',
        row: line,
        column: this.header[filled[0]!] ?? null,
        value: null,
        message: `À partir de la colonne « ${this.header[filled[0]!]} », les valeurs de cette ligne semblent décalées d'une colonne.`,
      })
    return wrong.length
  }

  #uneven(cells: readonly string[], row: number): number {
    const expected = this.#rules.length
    for (let at = expected; at < cells.length; at++)
      this.#sink.add({
        level: 'error',
        code: 'extra-cell',
        row,
        column: null,
        value: cells[at]!,
        message: `Cette ligne a ${cells.length} cellules pour ${expected} colonnes : ${quoted(cells[at]!)} est en trop.`,
      })
    for (let at = cells.length; at < expected; at++)
      this.#sink.add({
        level: 'error',
        code: 'missing-cell',
        row,
        column: this.header[at]!,
        value: null,
        message: `Cette ligne n'a que ${cells.length} cellules pour ${expected} colonnes : il manque celle de « ${this.header[at]} ».`,
      })
    return Math.abs(cells.length - expected)
  }

  /** Rules that look at several cells, or at several rows. Gives the number of cells (or rows) found wrong. */
  #acrossCells(cells: readonly string[], line: number): number {
    let wrong = 0
    for (const { check, at } of this.#rowChecks) {
      const message = check.test(this.#pick(at, check.columns, cells))
      if (message === undefined) continue
      wrong++
      const [column, value] = check.onRow ? [null, null] : [check.columns[0]!, cells[at[0]!] ?? '']
      this.#sink.add({ level: 'error', code: check.code, row: line, column, value, message })
    }
    for (const { at, values } of this.#unique) wrong += this.#repeated(at, values, cells, line)
    for (const { at, check } of this.#dates) {
      const { value } = this.#verdicts[at]!
      if (typeof value === 'string') check.push(value, cells[at]!, line)
    }
    for (const { at, near } of this.#ids) {
      const text = cells[at] ?? ''
      const alike = this.#verdicts[at]!.empty ? undefined : near.test(text, line)
      if (alike) this.#sink.addFault(alike, line, this.header[at]!, text)
    }
    wrong += this.#keys(cells, line)
    const lost = this.#address?.test(cells, this.#point?.spot(this.#verdicts))
    if (lost) this.#sink.addFault(lost, line, this.header[this.#address!.at]!, cells[this.#address!.at]!)
    const far = this.#point?.test(this.#verdicts, cells)
    if (far)
      this.#sink.addFault(far, line, this.header[this.#point!.columns.latitude]!, cells[this.#point!.columns.latitude]!)
    return wrong
  }

  #pick(at: readonly number[], names: readonly string[], cells: readonly string[]): RowCell[] {
    return at.map((place, index) => ({
      name: names[index]!,
      text: place < 0 ? '' : (cells[place] ?? ''),
      type: place < 0 ? 'any' : this.#rules[place]!.field.type,
      verdict: place < 0 ? ABSENT : this.#verdicts[place]!,
    }))
  }

  #repeated(at: number, values: Unique, cells: readonly string[], row: number): number {
    const first = values.seen(this.#verdicts[at]!.value, row)
    if (first === undefined) return 0
    const text = cells[at]!
    this.#sink.add({
      level: 'error',
      code: 'constraint-error/unique',
      row,
      column: this.header[at]!,
      value: text,
      message: `${quoted(text)} est déjà à la ligne ${first} : chaque valeur de cette colonne doit être unique.`,
    })
    return 1
  }

  #keys(cells: readonly string[], row: number): number {
    for (const check of this.#foreignKeys) {
      const { fields, referenceFields, resource } = check.key
      const place = (names: readonly string[]) => names.map(name => this.header.indexOf(name))
      const own = resource === '' ? this.#pick(place(referenceFields), referenceFields, cells) : undefined
      check.push(this.#pick(place(fields), fields, cells), own, row)
    }
    let wrong = 0
    for (const { code, key, at } of this.#ownKeys) {
      const message = key.test(this.#pick(at, key.columns, cells), row)
      if (message === undefined) continue
      wrong++
      this.#sink.add({ level: 'error', code, row, column: key.columns[0]!, value: cells[at[0]!] ?? '', message })
    }
    return wrong
  }

  #lookForTwins(high: number, low: number, row: number): void {
    const first = this.#duplicates.firstSame(high, low, row)
    if (first === undefined) return
    this.#sink.add({
      level: 'warning',
      code: 'carnet/duplicate-row',
      row,
      column: null,
      value: null,
      message: `Cette ligne répète la ligne ${first} : est-ce un doublon ?`,
    })
  }
}

/** A column of texts where each row has its own value. */
const isMetOnce = (field: Field | undefined, { primaryKey }: Model): boolean =>
  field?.type === 'string' &&
  (field.constraints.unique === true || (primaryKey.length === 1 && primaryKey[0] === field.name))

const ABSENT: Verdict = { empty: true, value: undefined, faults: [], wrong: false, mark: 0 }
