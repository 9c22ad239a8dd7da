import { type Column, findColumn, type Native, type Table } from '../table/table.ts'

/** What a column holds, seen once: every proposal looks at distinct values, not at rows. */
export interface Profile {
  readonly name: string
  readonly rows: number
  readonly filled: number
  /** Each writing with the number of its cells, in order of appearance. */
  readonly counts: ReadonlyMap<string, number>
  /** A few distinct values spread over the column, with what Excel held for each. */
  readonly sample: readonly { readonly text: string; readonly native?: Native }[]
}

const SAMPLE = 60

export const profileTable = (table: Table): Profile[] => table.columns.map(profileColumn)

export function profileColumn(column: Column): Profile {
  const counts = new Map<string, number>()
  const first = new Map<string, Native | undefined>()
  let filled = 0
  column.cells.forEach((text, row) => {
    if (text.trim() === '') return
    filled++
    counts.set(text, (counts.get(text) ?? 0) + 1)
    if (!first.has(text)) first.set(text, column.natives?.[row])
  })
  return { name: column.name, rows: column.cells.length, filled, counts, sample: spread([...first]) }
}

function spread(values: readonly (readonly [string, Native | undefined])[]): Profile['sample'] {
  const step = Math.max(1, values.length / SAMPLE)
  return Array.from({ length: Math.min(SAMPLE, values.length) }, (_, n) => {
    const [text, native] = values[Math.floor(n * step)]!
    return native === undefined ? { text } : { text, native }
  })
}

export const profileOf = (table: Table, name: string): Profile => profileColumn(findColumn(table, name)!)

/** The number of cells whose text passes the test. */
export const countWhere = (profile: Profile, test: (text: string) => boolean): number => {
  let sum = 0
  for (const [text, count] of profile.counts) if (test(text)) sum += count
  return sum
}

export const cells = (count: number): string => (count === 1 ? 'une cellule' : `${count} cellules`)
