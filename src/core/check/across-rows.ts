import type { Field, Model } from '../models/model.ts'
import { quoted } from '../values/quoted.ts'
import type { CheckOptions } from './context.ts'
import type { Finding } from './finding.ts'
import { type ForeignKeyCheck, foreignKeys, ownKeys, type PlacedKey, Unique } from './keys.ts'
import { DateCheck } from './own/dates.ts'
import { NearIds } from './own/near-ids.ts'
import { DuplicateRows } from './own/row-checks.ts'
import type { RowJudge } from './row-judge.ts'
import { notChecked } from './row-rules.ts'
import type { Sink } from './sink.ts'

/** The codes of findings that hold a row against the others: they change when another row does. */
export const ACROSS_ROWS: ReadonlySet<string> = new Set([
  'constraint-error/unique',
  'primary-key',
  'unique-key',
  'foreign-key',
  'carnet/near-duplicate-id',
  'carnet/duplicate-row',
  'carnet/flipped-date',
  'carnet/odd-year',
  'carnet/rounded-coordinates',
])

/** The rules that hold each row against those before it, or against all of them at the end. Rows are those that the judge has just judged. */
export class AcrossRows {
  readonly unchecked: readonly Finding[]
  readonly #unique: readonly { readonly at: number; readonly values: Unique }[]
  readonly #dates: readonly { readonly at: number; readonly check: DateCheck }[]
  readonly #ids: readonly { readonly at: number; readonly near: NearIds }[]
  readonly #ownKeys: readonly PlacedKey[]
  readonly #foreignKeys: readonly PlacedForeignKey[]
  readonly #duplicates = new DuplicateRows()

  constructor(
    model: Model,
    readonly judge: RowJudge,
    options: CheckOptions,
  ) {
    const { header } = judge
    const { fields } = judge.labels
    this.#unique = fields.flatMap((field, at) => (field?.constraints.unique ? [{ at, values: new Unique() }] : []))
    this.#dates = fields.flatMap((field, at) =>
      field?.type === 'date' ? [{ at, check: new DateCheck(field.name) }] : [],
    )
    this.#ids = fields.flatMap((field, at) => (isMetOnce(field, model) ? [{ at, near: new NearIds() }] : []))
    const own = ownKeys(model, header)
    this.#ownKeys = own.placed
    const foreign = foreignKeys(model, header, options.resources ?? {})
    this.#foreignKeys = foreign.checks.map(check => placeForeignKey(check, header))
    this.unchecked = [...own.unchecked, ...foreign.unchecked].map(notChecked)
  }

  /** The number of wrong cells that this row adds. */
  push(cells: readonly string[], line: number, sink: Sink): number {
    let wrong = 0
    for (const { at, values } of this.#unique) wrong += this.#repeated(at, values, cells, line, sink)
    for (const { at, check } of this.#dates) {
      const { value } = this.judge.verdicts[at]!
      if (typeof value === 'string') check.push(value, cells[at]!, line)
    }
    for (const { at, near } of this.#ids) {
      const text = cells[at] ?? ''
      const alike = this.judge.verdicts[at]!.empty ? undefined : near.test(text, line)
      if (alike) sink.addFault(alike, line, this.judge.header[at]!, text)
    }
    wrong += this.#keys(cells, line, sink)
    this.#lookForTwins(line, sink)
    return wrong
  }

  /** What only the last row lets one say; gives the number of wrong cells. */
  end(sink: Sink): number {
    let wrong = 0
    for (const { check } of this.#foreignKeys) {
      const found = check.end()
      wrong += found.length
      for (const finding of found) sink.add(finding)
    }
    for (const { check } of this.#dates) for (const finding of check.end()) sink.add(finding)
    const rounded = this.judge.point?.end()
    if (rounded) {
      const { level, code, message } = rounded
      sink.add({ level, code, row: null, column: null, value: null, message })
    }
    return wrong
  }

  #repeated(at: number, values: Unique, cells: readonly string[], row: number, sink: Sink): number {
    const first = values.seen(this.judge.verdicts[at]!.value, row)
    if (first === undefined) return 0
    const text = cells[at]!
    sink.add({
      level: 'error',
      code: 'constraint-error/unique',
      row,
      column: this.judge.header[at]!,
      value: text,
      message: `${quoted(text)} est déjà à la ligne ${first} : chaque valeur de cette colonne doit être unique.`,
    })
    return 1
  }

  #keys(cells: readonly string[], row: number, sink: Sink): number {
    for (const { check, at, referenced } of this.#foreignKeys) {
      const { fields, referenceFields } = check.key
      const own = referenced && this.judge.pick(referenced, referenceFields, cells)
      check.push(this.judge.pick(at, fields, cells), own, row)
    }
    let wrong = 0
    for (const { code, key, at } of this.#ownKeys) {
      const message = key.test(this.judge.pick(at, key.columns, cells), row)
      if (message === undefined) continue
      wrong++
      sink.add({ level: 'error', code, row, column: key.columns[0]!, value: cells[at[0]!] ?? '', message })
    }
    return wrong
  }

  #lookForTwins(row: number, sink: Sink): void {
    const first = this.#duplicates.firstSame(this.judge.high, this.judge.low, row)
    if (first === undefined) return
    sink.add({
      level: 'warning',
      code: 'carnet/duplicate-row',
      row,
      column: null,
      value: null,
      message: `Cette ligne répète la ligne ${first} : est-ce un doublon ?`,
    })
  }
}

/** A foreign key with the places of its columns and, when it is on the table itself, of those that it refers to. */
interface PlacedForeignKey {
  readonly check: ForeignKeyCheck
  readonly at: readonly number[]
  readonly referenced: readonly number[] | undefined
}

function placeForeignKey(check: ForeignKeyCheck, header: readonly string[]): PlacedForeignKey {
  const place = (names: readonly string[]) => names.map(name => header.indexOf(name))
  const { fields, referenceFields, resource } = check.key
  return { check, at: place(fields), referenced: resource === '' ? place(referenceFields) : undefined }
}

/** A column of texts where each row has its own value. */
const isMetOnce = (field: Field | undefined, { primaryKey }: Model): boolean =>
  field?.type === 'string' &&
  (field.constraints.unique === true || (primaryKey.length === 1 && primaryKey[0] === field.name))
