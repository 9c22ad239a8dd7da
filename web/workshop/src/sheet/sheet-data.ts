import type { Field } from '../../../../src/core/models/model.ts'
import { addedIdentity } from '../../../../src/core/recipe/added.ts'
import type { RowIdentity } from '../../../../src/core/recipe/step.ts'
import { Layers } from '../sync/layers.ts'
import { unpackIdentity } from '../worker/identities.ts'
import { packedCell } from '../worker/packed.ts'
import type { OpenedSet, RowFinding, RowFindings, TableChange } from '../worker/protocol.ts'

/** Places of `Layers`: a cell, or whether a row is there. Two places a row are kept for the latter. */
const WIDTH = 65_536
const GONE = 0
const THERE = 1
const FIRST_CELL = 2
export const cellPlace = (row: number, column: number): number => row * WIDTH + FIRST_CELL + column
export const gonePlace = (row: number): number => row * WIDTH + GONE
export const therePlace = (row: number): number => row * WIDTH + THERE

const NONE: readonly RowFinding[] = []

/**
 * The sheet as the page holds it: the base table as the worker packed it, what hands wrote above, what is said of each row. Rows keep their
 * number for ever (see worker/protocol.ts); `order` is how they are shown. Every change is told to those who watch.
 */
export class SheetData {
  readonly layers = new Layers()
  readonly names: readonly string[]
  readonly fields: readonly (Field | undefined)[]
  readonly height: number
  readonly #addedIds: string[] = []
  readonly #rowOfId = new Map<string, number>()
  readonly #findings = new Map<number, readonly RowFinding[]>()
  readonly #stamps = new Map<number, number>()
  readonly #watchers = new Set<() => void>()
  #order: readonly number[] | undefined
  #positions: Int32Array | undefined
  #version = 0
  #orderVersion = 0

  constructor(readonly opened: OpenedSet) {
    this.names = opened.columns.map(({ name }) => name)
    this.fields = opened.fields
    this.height = opened.height
    for (const { row, column, to } of opened.hand.cells) this.layers.receive(cellPlace(row, column), to, 0)
    for (const row of opened.hand.gone) this.layers.receive(gonePlace(row), '1', 0)
    for (const { id, cells } of opened.hand.added) this.receiveRow(id, cells, 0)
  }

  text(row: number, column: number): string {
    return this.layers.value(cellPlace(row, column)) ?? this.base(row, column)
  }

  /** What the recipe gives, before any hand. */
  base(row: number, column: number): string {
    const packed = this.opened.columns[column]
    return packed && row < this.height ? packedCell(packed, row) : ''
  }

  isEdited(row: number, column: number): boolean {
    const value = this.layers.value(cellPlace(row, column))
    return value !== undefined && row < this.height && value !== this.base(row, column)
  }

  isThere(row: number): boolean {
    return (
      this.layers.value(gonePlace(row)) !== '1' && (row < this.height || this.layers.value(therePlace(row)) === '1')
    )
  }

  /** Rows have numbers below this one. */
  get end(): number {
    return this.height + this.#addedIds.length
  }

  /** Numbers of the rows that are there, in the order of the file, added ones last. */
  get order(): readonly number[] {
    if (!this.#order) {
      const rows: number[] = []
      for (let row = 0; row < this.end; row++) if (this.isThere(row)) rows.push(row)
      this.#order = rows
    }
    return this.#order
  }

  /** Rows of the base table that hands took out. */
  get goneRows(): readonly number[] {
    if (this.order.length >= this.end) return []
    const gone: number[] = []
    for (let row = 0; row < this.height; row++) if (!this.isThere(row)) gone.push(row)
    return gone
  }

  /** Its line in the margin: the header is line 1. */
  lineOf(row: number): number {
    if (!this.#positions) {
      this.#positions = new Int32Array(this.end)
      for (const [at, one] of this.order.entries()) this.#positions[one] = at + 2
    }
    return this.#positions[row] ?? 0
  }

  identityOf(row: number): RowIdentity {
    if (row >= this.height) return addedIdentity(this.#addedIds[row - this.height]!)
    return unpackIdentity(this.opened.identities, row, name => this.base(row, this.names.indexOf(name)))
  }

  /** The row of this id, given a number when it is met for the first time. */
  rowOfAdded(id: string): number {
    let row = this.#rowOfId.get(id)
    if (row === undefined) {
      row = this.height + this.#addedIds.length
      this.#addedIds.push(id)
      this.#rowOfId.set(id, row)
    }
    return row
  }

  /** A row added by hand, as the server has it; undefined when it is not there any more. The places touched. */
  receiveRow(id: string, cells: Readonly<Record<string, string>> | undefined, seq: number): number[] {
    const row = this.rowOfAdded(id)
    this.layers.receive(therePlace(row), cells && '1', seq)
    const places = [therePlace(row)]
    for (const [column, name] of this.names.entries()) {
      if (cells) this.layers.receive(cellPlace(row, column), cells[name] ?? '', seq)
      places.push(cellPlace(row, column))
    }
    return places
  }

  findingsOf(row: number): readonly RowFinding[] {
    return this.#findings.get(row) ?? NONE
  }

  findingsAt(row: number, column: number): readonly RowFinding[] {
    const all = this.#findings.get(row)
    return all ? all.filter(finding => finding.column === column) : NONE
  }

  get rowsWithFindings(): readonly number[] {
    return this.order.filter(row => this.#findings.has(row))
  }

  setFindings(findings: RowFindings): void {
    for (const [row, found] of findings) {
      if (found.length > 0) this.#findings.set(row, found)
      else this.#findings.delete(row)
      this.#stamp(row)
    }
    if (findings.length > 0) this.#tell()
  }

  /** These places may show something else now. What the worker must know of it. */
  changed(places: Iterable<number>): TableChange {
    const change = { cells: [], added: [], gone: [], back: [] } as Mutable<TableChange>
    const rows = new Set<number>()
    for (const place of places) {
      const [row, at] = [Math.floor(place / WIDTH), place % WIDTH]
      this.#stamp(row)
      if (at < FIRST_CELL) rows.add(row)
      else change.cells.push({ row, column: at - FIRST_CELL, to: this.text(row, at - FIRST_CELL) })
    }
    for (const row of rows) this.#tellPresence(row, change)
    if (rows.size > 0) this.#reorder()
    this.#tell()
    return change
  }

  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher)
    return () => void this.#watchers.delete(watcher)
  }
  readonly version = (): number => this.#version
  /** Changes when rows come or go. */
  get orderVersion(): number {
    return this.#orderVersion
  }
  /** Changes when anything of this row does. */
  stampOf(row: number): number {
    return this.#stamps.get(row) ?? 0
  }

  #tellPresence(row: number, change: Mutable<TableChange>): void {
    if (!this.isThere(row)) change.gone.push(row)
    else if (row < this.height) change.back.push(row)
    else change.added.push({ row, id: this.#addedIds[row - this.height]! })
  }

  #reorder(): void {
    this.#order = undefined
    this.#positions = undefined
    this.#orderVersion++
  }

  #stamp(row: number): void {
    this.#stamps.set(row, (this.#stamps.get(row) ?? 0) + 1)
  }

  #tell(): void {
    this.#version++
    for (const watcher of this.#watchers) watcher()
  }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer Item)[] ? Item[] : T[K] }
