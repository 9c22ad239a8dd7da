import type { Table } from '../../../../src/core/table/table.ts'

/** The table under the hands: the base cells, what was written over them, rows added below, rows taken out. Row numbers never move. */
export class LiveTable {
  readonly names: readonly string[]
  readonly #base: readonly (readonly string[])[]
  readonly #cells: string[][]
  readonly #out = new Set<number>()
  readonly #height: number
  #reached: number

  constructor(base: Table, more: readonly string[]) {
    this.names = [...new Set([...base.columns.map(({ name }) => name), ...more])]
    this.#height = this.#reached = base.rows.length
    this.#base = this.names.map((_, at) => base.columns[at]?.cells ?? Array<string>(this.#height).fill(''))
    this.#cells = this.#base.map(cells => [...cells])
  }

  baseColumn(at: number): readonly string[] {
    return this.#base[at]!
  }

  /** Rows up to this number exist from now on; those between are not there until somebody adds them. */
  reach(row: number): void {
    for (; this.#reached <= row; this.#reached++) {
      for (const cells of this.#cells) cells.push('')
      this.#out.add(this.#reached)
    }
    this.#out.delete(row)
  }

  write(row: number, column: number, text: string): void {
    const cells = this.#cells[column]
    if (cells && row < this.#reached) cells[row] = text
  }

  remove(row: number): void {
    this.#out.add(row)
  }

  bringBack(row: number): void {
    if (row < this.#reached) this.#out.delete(row)
  }

  has(row: number): boolean {
    return row < this.#reached && !this.#out.has(row)
  }

  text(row: number, column: number): string {
    return this.#cells[column]?.[row] ?? ''
  }

  cells(row: number): string[] {
    return this.#cells.map(cells => cells[row] ?? '')
  }

  /** Numbers of the rows that are there, in the order of the sheet. */
  order(): number[] {
    const rows: number[] = []
    for (let row = 0; row < this.#reached; row++) if (!this.#out.has(row)) rows.push(row)
    return rows
  }
}
