import type { CellValue, Condition, Selected as EngineSelected, Query } from '../../query/query.ts'
import type { Group, Ordered, Selected } from '../odsql/ast.ts'
import type { Need, Row, Value } from './outputs.ts'

export interface Clauses {
  readonly select?: readonly Selected[]
  readonly groupBy?: readonly Group[]
  readonly orderBy?: readonly Ordered[]
  readonly where?: Condition
}

/** A question to the engine, and how an answer of Explore is made of a row of it. */
export interface Plan {
  readonly query: Omit<Query, 'limit' | 'offset' | 'total'>
  readonly names: readonly string[]
  readonly values: (row: Row) => Value[]
  /** A row of the answer is no row of the table. */
  readonly isGrouped: boolean
}

/** What the engine is asked, each thing once. */
export class Asked {
  readonly items: { readonly as: string; readonly need: Need }[] = []
  constructor(private readonly prefix: string) {}

  place(need: Need): number {
    const key = JSON.stringify(need)
    const found = this.items.findIndex(item => JSON.stringify(item.need) === key)
    return found >= 0 ? found : this.items.push({ as: `${this.prefix}${this.items.length}`, need }) - 1
  }
  /** Each with the places of what it needs. */
  placed<T extends { readonly needs: readonly Need[] }>(
    outputs: readonly T[],
  ): (T & { readonly places: readonly number[] })[] {
    return outputs.map(output => ({ ...output, places: output.needs.map(need => this.place(need)) }))
  }
  selected = (): EngineSelected[] =>
    this.items.map(({ as, need }) => ('aggregate' in need ? { as, ...need } : { as, of: need }))
}

/** An answer is an object: of two fields of one name, the first stays. */
export const once = <T extends { readonly name: string }>(outputs: readonly T[]): T[] =>
  outputs.filter(({ name }, at) => outputs.findIndex(one => one.name === name) === at)

export const cellsAt = (places: readonly number[], row: Row, from = 0): CellValue[] =>
  places.map(at => row[from + at] ?? null)
