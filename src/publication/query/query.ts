import type { Box } from '../../core/fiche/fiche.ts'
import type { PublishedVersion } from '../published.ts'

/**
 * The one engine that reads the rows of a published version: the portal's table, Explore, CKAN's datastore, OGC and the files all translate into
 * these types and call `queryRows` (a page, run.ts) or `streamRows` (all of them, stream.ts).
 *
 *   const { columns, rows, total } = await queryRows(world, set.version, {
 *     where: { type: 'search', text: 'boulangerie' },
 *     orderBy: [{ by: { type: 'column', name: 'surface' }, descending: true }],
 *     limit: 50, offset: 100, total: true,
 *   })
 *
 * No text of a caller is ever SQL: columns go by their place, values are bound, the words of this file are chosen from a list. A column has the type
 * that its model gives it; a cell that is not of that type (« environ 12 » among numbers) is empty for comparisons, sorts and sums, and comes back
 * as its text. What cannot be asked throws a `QueryProblem` (problem.ts) with one French sentence and a status, that each protocol puts in its own shape.
 */
export interface Query {
  /** Absent: all the columns, each under its name, or only the groups when there are some. */
  readonly select?: readonly Selected[]
  readonly where?: Condition
  /** A row a group: the answer has the groups first, then `select`, whose items are then all aggregates. */
  readonly groupBy?: readonly Named[]
  /** What is empty comes last; rows that are equal keep their order in the file. Texts are sorted without case nor accents. */
  readonly orderBy?: readonly Order[]
  /** At most MOST_ROWS. */
  readonly limit: number
  readonly offset?: number
  /** Count too how many rows (or groups) there are without `limit` and `offset`. */
  readonly total?: boolean
}

/** In one answer; `streamRows` has no such limit. */
export const MOST_ROWS = 10_000

export type Kind = 'text' | 'integer' | 'number' | 'boolean' | 'date' | 'datetime'
/** A date is `2021-10-17`, a date-time is as it was written; empty is null. */
export type CellValue = string | number | boolean | null

export interface Answer {
  readonly columns: readonly AnswerColumn[]
  readonly rows: readonly (readonly CellValue[])[]
  /** When the query asks for it. */
  readonly total?: number
}
export interface AnswerColumn {
  readonly name: string
  readonly kind: Kind
}

export interface Named {
  readonly as: string
  readonly of: Expression
}
export type Selected = Named | Aggregate
export interface Aggregate {
  readonly as: string
  readonly aggregate: 'count' | 'distinct' | 'sum' | 'avg' | 'median' | 'quantile' | 'min' | 'max'
  /** Of `quantile`, from 0 to 1. */
  readonly at?: number
  /** Absent, for `count` only: the rows. */
  readonly of?: Expression
}
export interface Order {
  /** `as`: a name of `select` or of `groupBy`. */
  readonly by: Expression | { readonly type: 'as'; readonly name: string }
  readonly descending?: boolean
}

export type Expression =
  /** The cell of a column, in the column's type; null when it is empty. */
  | { readonly type: 'column'; readonly name: string }
  /** The same, as it is written in the CSV: for exact filters and facets. */
  | { readonly type: 'text'; readonly name: string }
  | { readonly type: 'value'; readonly value: string | number | boolean }
  /** Number of the row in the file, from 1. */
  | { readonly type: 'row' }
  /** Of the row's point, in WGS84 degrees; null where it has none. */
  | { readonly type: 'longitude' }
  | { readonly type: 'latitude' }
  /** From the row's point to this one, on the sphere. */
  | { readonly type: 'metres'; readonly from: readonly [longitude: number, latitude: number] }
  | { readonly type: 'call'; readonly name: FunctionName; readonly of: readonly Expression[] }
  /** The highest of these bounds, in rising order, that is not above the number; null under the first. */
  | { readonly type: 'bucket'; readonly of: Expression; readonly bounds: readonly number[] }

export const FUNCTIONS = {
  add: { takes: 2, of: 'number', gives: 'number' },
  subtract: { takes: 2, of: 'number', gives: 'number' },
  multiply: { takes: 2, of: 'number', gives: 'number' },
  /** By zero: null. */
  divide: { takes: 2, of: 'number', gives: 'number' },
  floor: { takes: 1, of: 'number', gives: 'number' },
  round: { takes: 1, of: 'number', gives: 'number' },
  year: { takes: 1, of: 'moment', gives: 'integer' },
  month: { takes: 1, of: 'moment', gives: 'integer' },
  day: { takes: 1, of: 'moment', gives: 'integer' },
  hour: { takes: 1, of: 'moment', gives: 'integer' },
  minute: { takes: 1, of: 'moment', gives: 'integer' },
  second: { takes: 1, of: 'moment', gives: 'integer' },
  lower: { takes: 1, of: 'text', gives: 'text' },
  upper: { takes: 1, of: 'text', gives: 'text' },
  length: { takes: 1, of: 'text', gives: 'integer' },
} as const
export type FunctionName = keyof typeof FUNCTIONS

export type Condition =
  | { readonly type: 'and' | 'or'; readonly of: readonly Condition[] }
  | { readonly type: 'not'; readonly of: Condition }
  /** A value is read in the type of what it is compared with. What is empty is different from every value, neither above nor below. */
  | {
      readonly type: 'compare'
      readonly left: Expression
      readonly is: '=' | '!=' | '<' | '<=' | '>' | '>='
      readonly right: Expression
    }
  | { readonly type: 'among'; readonly of: Expression; readonly values: readonly (string | number | boolean)[] }
  | { readonly type: 'empty'; readonly of: Expression }
  /** Without case nor accents. */
  | {
      readonly type: 'like'
      readonly of: Expression
      readonly how: 'is' | 'contains' | 'starts' | 'ends'
      readonly text: string
    }
  /** Every word is somewhere in the row, or in one of these columns; without case nor accents. */
  | { readonly type: 'search'; readonly text: string; readonly columns?: readonly string[] }
  /** The row's point is in the box (west, south, east, north; west above east crosses the 180th meridian). */
  | { readonly type: 'box'; readonly box: Box }
  /** The row's point is in the ring: a polygon without hole, its corners as [longitude, latitude]. */
  | { readonly type: 'inside'; readonly ring: readonly (readonly [number, number])[] }
  | { readonly type: 'true' }

/** What the engine needs to know of a version. */
export type QueriedVersion = Pick<PublishedVersion, 'parquetSha256' | 'columns' | 'schema' | 'place'>
