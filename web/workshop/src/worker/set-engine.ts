import {
  type Checker,
  type CheckOptions,
  createChecker,
  createRowChecker,
  type RowChecker,
} from '../../../../src/core/check/index.ts'
import { addedId } from '../../../../src/core/recipe/added.ts'
import { identityFinder } from '../../../../src/core/recipe/identity.ts'
import type { LostCorrection } from '../../../../src/core/recipe/outcome.ts'
import type { Replayed } from '../../../../src/core/recipe/replay.ts'
import type { RecipeStep, RowIdentity } from '../../../../src/core/recipe/step.ts'
import { type HandStep, replayed, type SetMaterial, splitAtHand } from './base-table.ts'
import { packIdentities } from './identities.ts'
import { LiveTable } from './live-table.ts'
import { packColumn } from './packed.ts'
import { ProblemList } from './problem-list.ts'
import type {
  CellWrite,
  CheckedTable,
  OpenedSet,
  OpenHand,
  RowFinding,
  RowFindings,
  SearchMatch,
  SearchQuery,
  StepCounts,
  TableChange,
} from './protocol.ts'
import { search } from './search.ts'

/** Line that a person reads in the sheet's margin: the header is line 1, as in a spreadsheet. */
const FIRST_LINE = 2

/** Findings kept for one code in one column, and in all: beyond, they are counted. */
const KEPT = { maxOfOneKind: 20_000, maxFindings: 60_000 }

/**
 * One set as the worker holds it: the base table, what hands did on it, and what the checks say of each row.
 * Plain TypeScript: no network, no clock; `check` gives the hand back between slices, and whoever drives it decides when to go on.
 */
export class SetEngine {
  readonly #options: CheckOptions
  readonly #base: Replayed
  readonly #table: LiveTable
  readonly #rowChecker: RowChecker
  readonly #problems: ProblemList
  readonly #find: (identity: RowIdentity) => number | undefined
  readonly #addedRows = new Map<string, number>()
  readonly #hand: OpenHand
  readonly #lost: readonly LostCorrection[]

  constructor(
    readonly material: SetMaterial,
    steps: readonly RecipeStep[],
  ) {
    const { before, hand } = splitAtHand(steps)
    const { model, town, communes, addresses } = material
    this.#options = { ...(town && { town }), ...(communes && { communes }), ...(addresses && { addresses }) }
    this.#base = replayed(before, material)
    this.#find = identityFinder(this.#base.table)
    this.#table = new LiveTable(this.#base.table, [
      ...hand.added.flatMap(({ cells }) => Object.keys(cells)),
      // A set that starts from nothing shows the model's columns to fill.
      ...(this.#base.table.columns.length === 0 ? model.fields.map(({ name }) => name) : []),
    ])
    this.#rowChecker = createRowChecker(model, this.#table.names, this.#options)
    this.#problems = new ProblemList(model, this.#table.names)
    this.#hand = this.#found(hand)
    this.#lost = this.#withoutRow(hand)
    this.#applyHand(this.#hand)
  }

  /** The table to show at once, then `check`. */
  open(): OpenedSet {
    const { table, applied, setAside, lost, remarks } = this.#base
    const { model } = this.material
    const fields = new Map(model.fields.map(field => [field.name, field]))
    return {
      columns: this.#table.names.map((name, at) => packColumn(name, this.#table.baseColumn(at))),
      height: table.rows.length,
      fields: this.#table.names.map(name => fields.get(name)),
      absent: model.fields.filter(({ name }) => !this.#table.names.includes(name)),
      identities: packIdentities(this.#base, model),
      hand: this.#hand,
      steps: applied.map(counted),
      setAside,
      lost: [...lost, ...this.#lost],
      remarks,
    }
  }

  /** Writes, and gives what the rules of one row say of the rows touched. What looks across rows is said by the next `check`. */
  change({ cells, added, gone, back }: TableChange): RowFindings {
    for (const { id, row } of added) this.#add(id, row)
    for (const { row, column, to } of cells) this.#table.write(row, column, to)
    for (const row of gone) this.#table.remove(row)
    for (const row of back) this.#table.bringBack(row)
    const changed = columnsByRow(cells, [...added.map(({ row }) => row), ...back])
    const found: [number, readonly RowFinding[]][] = gone.map(row => [row, []])
    for (const [row, columns] of changed) if (this.#table.has(row)) found.push([row, this.#judgeRow(row, columns)])
    for (const [row, findings] of found) this.#problems.set(row, findings)
    return found
  }

  /** What would be said of the row with this text in one cell: nothing is written. */
  draft(row: number, column: number, text: string): readonly RowFinding[] {
    const cells = this.#table.cells(row)
    cells[column] = text
    return this.#judge(cells, row).filter(finding => finding.column === column)
  }

  locate(identity: RowIdentity): number | undefined {
    const id = addedId(identity)
    return id === undefined ? this.#find(identity) : this.#addedRows.get(id)
  }

  search(query: SearchQuery): SearchMatch[] {
    return search(this.#table, query)
  }

  /** Checks every row, `slice` rows at a time; what changed since the last word is told at the end. Left unfinished, it has done nothing. */
  *check(slice = 200): Generator<undefined, { findings: RowFindings; table: CheckedTable }> {
    const order = this.#table.order()
    const { names } = this.#table
    const checker: Checker = createChecker(this.material.model, names, { ...this.#options, ...KEPT })
    for (let at = 0; at < order.length; at++) {
      checker.pushRow(this.#table.cells(order[at]!), at + FIRST_LINE)
      if (at % slice === slice - 1) yield
    }
    const report = checker.end()
    const findings = this.#problems.replace(report, (line: number) => order[line - FIRST_LINE])
    return { findings, table: this.#problems.summary(report, order, FIRST_LINE) }
  }

  #judgeRow(row: number, changed: ReadonlySet<number>): readonly RowFinding[] {
    return [...this.#judge(this.#table.cells(row), row), ...this.#problems.acrossRows(row, changed)]
  }

  #judge(cells: readonly string[], row: number): RowFinding[] {
    return this.#rowChecker.check(cells, row).map(finding => this.#problems.placed(finding))
  }

  #add(id: string, row: number): void {
    this.#addedRows.set(id, row)
    this.#table.reach(row)
  }

  /** What the recipe already holds of the hands' work is in the table from the start. */
  #applyHand({ cells, gone, added }: OpenHand): void {
    for (const { row, column, to } of cells) this.#table.write(row, column, to)
    for (const row of gone) this.#table.remove(row)
    added.forEach(({ id, cells }, at) => {
      const row = this.#base.table.rows.length + at
      this.#add(id, row)
      for (const [column, name] of this.#table.names.entries()) this.#table.write(row, column, cells[name] ?? '')
    })
  }

  #found({ corrections, deleted, added }: HandStep): OpenHand {
    const cells = corrections.flatMap(({ row, column, to }) => {
      const [at, where] = [this.#find(row), this.#table.names.indexOf(column)]
      return at === undefined || where < 0 ? [] : [{ row: at, column: where, to }]
    })
    return { cells, gone: deleted.flatMap(row => this.#find(row) ?? []), added }
  }

  #withoutRow({ corrections, deleted }: HandStep): LostCorrection[] {
    const gone = (row: RowIdentity) => this.#find(row) === undefined
    const lost = [
      ...corrections.filter(({ row, column }) => gone(row) || !this.#table.names.includes(column)),
      ...deleted.filter(gone).map(row => ({ row })),
    ]
    return lost.map(one => ({ ...one, step: 'hand', reason: 'Cette ligne n’est plus dans le tableau.' }))
  }
}

/** Numbers only: the columns that a step dropped and its questions stay here. */
const counted = ({ id, changed, rowsBefore, rowsAfter, rowsAdded, rowsSetAside }: StepCounts): StepCounts => ({
  id,
  changed,
  rowsBefore,
  rowsAfter,
  rowsAdded,
  rowsSetAside,
})

/** The rows to judge again, each with the columns that changed in it. */
function columnsByRow(cells: readonly CellWrite[], rows: readonly number[]): Map<number, Set<number>> {
  const changed = new Map<number, Set<number>>(rows.map(row => [row, new Set()]))
  for (const { row, column } of cells) changed.set(row, (changed.get(row) ?? new Set()).add(column))
  return changed
}
