import { type Bind, digitsCell, filledCell, pointCells, typedCell } from './cells.ts'
import { type Reading, readingsOf } from './kinds.ts'
import { QueryProblem, unknownColumn } from './problem.ts'
import type { Kind, QueriedVersion } from './query.ts'

/**
 * The rows of a version as a table of SQL: c0, c1… are the cells as they are written, t0, t1… the same in their kind, x and y the degrees of the row's
 * point, n its number from 0. Only what a query uses is made; no name of a town's file is ever read as SQL.
 */
export interface Source {
  readonly bind: Bind
  readonly values: (string | number | boolean)[]
  readonly names: readonly string[]
  /** One more thing asked: a question too long to be planned is refused before. */
  step(): void
  kindOf(column: string): Kind
  /** Places of SQL. */
  text(column: string): string
  typed(column: string): string
  /** Null where the cell is empty, else its text. */
  filled(column: string): string
  /** Of a column of numbers: its digits as machines write them, null where there are none. */
  digits(column: string): string
  point(of: 'longitude' | 'latitude'): string
  /** To be asked last, once everything was used. */
  from(): string
}

const MOST_STEPS = 1000

export function sourceOf(version: QueriedVersion, path: string): Source {
  const values: (string | number | boolean)[] = [path]
  const bind: Bind = value => `$${values.push(value)}`
  const names = version.columns.map(({ name }) => name)
  const readings = readingsOf(version)
  const made = new Map<string, string>()
  let steps = 0
  const make = (place: string, sql: () => string): string => {
    if (!made.has(place)) made.set(place, sql())
    return place
  }
  const placeOf = (column: string): number => {
    const index = names.indexOf(column)
    if (index < 0) throw unknownColumn(column, names)
    return index
  }
  const readingAt = (index: number): Reading => readings[index]!
  const text = (column: string): string => {
    const place = placeOf(column)
    return make(`c${place}`, () => `c${place}`)
  }
  return {
    bind,
    values,
    names,
    step() {
      if (++steps > MOST_STEPS)
        throw new QueryProblem('Cette demande est trop longue : demandez moins de choses à la fois.')
    },
    kindOf: column => readingAt(placeOf(column)).kind,
    text,
    typed(column) {
      const place = placeOf(column)
      return make(`t${place}`, () => typedCell(`c${place}`, readingAt(place), bind))
    },
    filled(column) {
      const place = placeOf(column)
      return make(`f${place}`, () => filledCell(`c${place}`, readingAt(place), bind))
    },
    digits(column) {
      const place = placeOf(column)
      return make(`d${place}`, () => digitsCell(`c${place}`, readingAt(place), bind))
    },
    point(of) {
      const { place } = version
      if (!place) return 'null::double'
      return make(of === 'longitude' ? 'x' : 'y', () => pointCells(place, column => `c${placeOf(column)}`)[of])
    },
    from: () =>
      `(select n${[...made].map(([as, sql]) => `, ${sql} as ${as}`).join('')} from read_parquet($1, file_row_number = true) as version(${[...names.map((_, c) => `c${c}`), 'n'].join(', ')}))`,
  }
}
