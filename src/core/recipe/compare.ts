import type { Model } from '../models/model.ts'
import { columnNames, findColumn, type Table } from '../table/table.ts'
import { describeIdentity, nearKey, sharedIdentityColumns } from './identity.ts'

/** What two states of one table have and have not in common: this year's and last year's, two versions. */
export interface TableComparison {
  /** Columns by which the rows were found again; none: only rows that say the same in every shared column are the same. */
  readonly key: readonly string[]
  readonly columns: {
    readonly shared: readonly string[]
    readonly onlyBefore: readonly string[]
    readonly onlyAfter: readonly string[]
  }
  /** Indexes of rows of the table after, and of the table before. */
  readonly added: readonly number[]
  readonly gone: readonly number[]
  readonly changed: readonly ChangedRow[]
  readonly same: number
}

export interface ChangedRow {
  readonly before: number
  readonly after: number
  /** The row as a person names it: « Boulangerie Martin, 3 rue Haute ». */
  readonly name: string
  readonly cells: readonly { readonly column: string; readonly was: string; readonly now: string }[]
}

export interface Generated {
  /** Columns of ids that the recipe gave itself in each table (`Replayed.generated`): they tell no row apart. */
  readonly generatedBefore?: readonly string[]
  readonly generatedAfter?: readonly string[]
}

/**
 * Rows are found again by the same columns in both tables: first those that say the same, then by the exact writing of the key, then by a writing
 * that only case, accents and punctuation tell apart when nobody else has it. Symmetric: what is added one way is gone the other way.
 */
export function compareTables(
  before: Table,
  after: Table,
  model: Model,
  { generatedBefore = [], generatedAfter = [] }: Generated = {},
): TableComparison {
  const columns = compareColumns(before, after)
  const key = sharedIdentityColumns([before, after], model, [...generatedBefore, ...generatedAfter])
  const pairs = columns.shared.length === 0 ? new Map<number, number>() : pairRows(before, after, key, columns.shared)
  const changed: ChangedRow[] = []
  for (const [row, other] of [...pairs].sort(([, a], [, b]) => a - b)) {
    const cells = changedCells(before, row, after, other, columns.shared)
    if (cells.length > 0) changed.push({ before: row, after: other, name: nameOf(after, key, other), cells })
  }
  const found = new Set(pairs.values())
  return {
    key,
    columns,
    added: after.rows.flatMap((_, row) => (found.has(row) ? [] : [row])),
    gone: before.rows.flatMap((_, row) => (pairs.has(row) ? [] : [row])),
    changed,
    same: pairs.size - changed.length,
  }
}

function compareColumns(before: Table, after: Table): TableComparison['columns'] {
  const [were, are] = [new Set(columnNames(before)), new Set(columnNames(after))]
  return {
    shared: [...are].filter(name => were.has(name)),
    onlyBefore: [...were].filter(name => !are.has(name)),
    onlyAfter: [...are].filter(name => !were.has(name)),
  }
}

/** One of the two tables, as rows are looked for in it. */
interface Side {
  readonly height: number
  readonly key: (row: number) => string[]
  readonly all: (row: number) => string[]
}

function sideOf(table: Table, key: readonly string[], shared: readonly string[]): Side {
  const reader = (names: readonly string[]) => {
    const cells = names.map(name => findColumn(table, name)!.cells)
    return (row: number) => cells.map(column => column[row]!)
  }
  return { height: table.rows.length, key: reader(key), all: reader(shared) }
}

const isBlank = (values: readonly string[]): boolean => values.every(text => text.trim() === '')
const exact = (values: readonly string[]): string => JSON.stringify(values)

/** Row before → row after. */
function pairRows(one: Table, other: Table, key: readonly string[], shared: readonly string[]): Map<number, number> {
  const before = sideOf(one, key, shared)
  const after = sideOf(other, key, shared)
  const pairs = new Map<number, number>()
  const taken = new Set<number>()
  const pair = (nameOf: (side: Side, row: number) => string | undefined, alone: boolean) => {
    const left = groups(before, row => !pairs.has(row), nameOf)
    const right = groups(after, row => !taken.has(row), nameOf)
    for (const [name, rows] of left) {
      const others = right.get(name) ?? []
      if (alone && (rows.length > 1 || others.length > 1)) continue
      // Twins meet in their order.
      rows.slice(0, others.length).forEach((row, twin) => {
        pairs.set(row, others[twin]!)
        taken.add(others[twin]!)
      })
    }
  }
  pair((side, row) => exact(side.all(row)), false)
  if (key.length === 0) return pairs
  // Rows without any name are nobody's next year, unless they say the same.
  const filled = (write: (values: readonly string[]) => string) => (side: Side, row: number) => {
    const values = side.key(row)
    return isBlank(values) ? undefined : write(values)
  }
  pair(filled(exact), false)
  pair(filled(nearKey), true)
  return pairs
}

function groups(
  side: Side,
  free: (row: number) => boolean,
  nameOf: (side: Side, row: number) => string | undefined,
): Map<string, number[]> {
  const byName = new Map<string, number[]>()
  for (let row = 0; row < side.height; row++) {
    const name = free(row) ? nameOf(side, row) : undefined
    if (name === undefined) continue
    const rows = byName.get(name)
    if (rows) rows.push(row)
    else byName.set(name, [row])
  }
  return byName
}

function changedCells(before: Table, row: number, after: Table, other: number, shared: readonly string[]) {
  return shared.flatMap(column => {
    const was = findColumn(before, column)!.cells[row]!
    const now = findColumn(after, column)!.cells[other]!
    return was === now ? [] : [{ column, was, now }]
  })
}

const nameOf = (table: Table, key: readonly string[], row: number): string =>
  describeIdentity({ key: Object.fromEntries(key.map(name => [name, findColumn(table, name)!.cells[row]!])) })
