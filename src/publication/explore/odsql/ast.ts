/** Opendatasoft's query language (ODSQL, Explore v2.1) once read. */
export type Expression =
  | { readonly type: 'field'; readonly name: string }
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'boolean'; readonly value: boolean }
  /** As it was written: `2020`, `2020/12`, `2020-12-01T08:00:00Z`. */
  | { readonly type: 'date'; readonly value: string }
  /** WKT, or GeoJSON. */
  | { readonly type: 'geometry'; readonly value: string }
  | { readonly type: 'call'; readonly name: ScalarName; readonly args: readonly Expression[] }
  | {
      readonly type: 'binary'
      readonly sign: '+' | '-' | '*' | '/'
      readonly left: Expression
      readonly right: Expression
    }
  | { readonly type: 'opposite'; readonly of: Expression }

export const SCALARS = [
  ...['length', 'lower', 'upper', 'now', 'year', 'month', 'day', 'hour', 'minute', 'second'],
  ...['date_format', 'distance'],
] as const
export type ScalarName =
  | ('length' | 'lower' | 'upper' | 'now' | 'year' | 'month' | 'day')
  | ('hour' | 'minute' | 'second' | 'date_format' | 'distance')

export interface Aggregate {
  readonly type: 'aggregate'
  readonly name: AggregateName
  /** Absent: `*`. */
  readonly of?: Expression
  readonly distinct?: true
  /** Of `percentile`, from 0 to 100. */
  readonly percent?: number
}
export const AGGREGATES = ['count', 'sum', 'avg', 'min', 'max', 'median', 'percentile', 'bbox', 'envelope'] as const
export type AggregateName = (typeof AGGREGATES)[number]

export type Condition =
  | { readonly type: 'and' | 'or'; readonly of: readonly Condition[] }
  | { readonly type: 'not'; readonly of: Condition }
  /** A text alone. */
  | { readonly type: 'words'; readonly text: string }
  /** A field alone. */
  | { readonly type: 'yes'; readonly name: string }
  | {
      readonly type: 'search'
      readonly how: 'search' | 'suggest' | 'startswith'
      /** Absent: all of them. */
      readonly fields?: readonly string[]
      readonly text: string
    }
  | { readonly type: 'compare'; readonly is: Comparison; readonly left: Expression; readonly right: Expression }
  | { readonly type: 'like'; readonly of: Expression; readonly text: string }
  | { readonly type: 'among'; readonly of: Expression; readonly values: readonly Expression[] }
  | {
      readonly type: 'between'
      readonly of: Expression
      readonly from: Expression
      readonly to: Expression
      readonly includes: { readonly from: boolean; readonly to: boolean }
    }
  /** `"vélo" in keyword`: one of the values of a list. */
  | { readonly type: 'holds'; readonly field: string; readonly value: Expression }
  | { readonly type: 'empty'; readonly of: Expression }
  | { readonly type: 'is'; readonly of: Expression; readonly value: boolean }
  | { readonly type: 'near'; readonly field: string; readonly from: string; readonly metres: number }
  /** South, west, north, east. */
  | { readonly type: 'box'; readonly field: string; readonly sides: readonly [number, number, number, number] }
  | {
      readonly type: 'shape'
      readonly how: 'intersects' | 'disjoint' | 'within'
      readonly field: string
      readonly geometry: string
    }
export const COMPARISONS = ['=', '!=', '<', '<=', '>', '>='] as const
export type Comparison = (typeof COMPARISONS)[number]

export type Selected =
  | { readonly type: 'all' }
  /** `pop*` when `starts`. */
  | { readonly type: 'include' | 'exclude'; readonly name: string; readonly starts: boolean }
  | { readonly type: 'value'; readonly of: Expression | Aggregate; readonly as?: string }

export type Group =
  | { readonly type: 'group'; readonly of: Expression; readonly as?: string }
  /** `below`, `above`: what is out of the bounds makes a group too. */
  | {
      readonly type: 'ranges'
      readonly of: Expression
      readonly bounds: readonly Expression[]
      readonly below: boolean
      readonly above: boolean
      readonly as?: string
    }
  | {
      readonly type: 'widths'
      readonly of: Expression
      readonly width: number
      readonly unit?: IntervalUnit
      readonly as?: string
    }
export type IntervalUnit = 'second' | 'minute' | 'hour' | 'day' | 'month' | 'quarter' | 'year'

export interface Ordered {
  readonly of: Expression | Aggregate
  readonly descending: boolean
}
