import type { ValueKind } from '../values/kind.ts'

/**
 * Steps of a recipe: plain JSON, version 1. A step never reads a clock nor the network: the same table and the same step give the same table.
 * `cells` of a column are found by the column's name at that moment of the recipe.
 */
export interface Recipe {
  readonly version: 1
  readonly model: string
  readonly town?: string
  readonly steps: readonly RecipeStep[]
}

/** A step with its place in the recipe: an id for undo, a reason in French, and whether it is applied. */
export interface RecipeStep {
  readonly id: string
  readonly step: Step
  readonly reason: string
  /** Switched off steps stay in the recipe. */
  readonly off?: true
  /** When it was proposed: what was not as expected (cells, rows or columns) before the step, and what remains after it. */
  readonly before?: number
  readonly after?: number
}

export type Step =
  /** Without `source`, a table of the first file; without `sheet`, its first table. `rank` tells apart tables side by side (see `SourceTable`). */
  | {
      readonly type: 'select-table'
      readonly source?: string
      readonly sheet?: string
      readonly headerRow?: number
      readonly rank?: number
    }
  | { readonly type: 'map'; readonly columns: readonly { readonly from: string; readonly to: string }[] }
  | { readonly type: 'rename'; readonly from: string; readonly to: string }
  | { readonly type: 'split'; readonly column: string; readonly separator: string; readonly into: readonly string[] }
  /** « 12 bis rue des Lilas 78680 Épône » in one cell: number, street, postcode and town, each into the column named, if one is. */
  | {
      readonly type: 'split-address'
      readonly column: string
      readonly number?: string
      readonly street?: string
      readonly postcode?: string
      readonly town?: string
    }
  /** `named`: each value after its column's name (« Lundi : 9h-12h »). */
  | {
      readonly type: 'join'
      readonly columns: readonly string[]
      readonly separator: string
      readonly into: string
      readonly named?: true
    }
  | { readonly type: 'drop'; readonly columns: readonly string[] }
  /** These columns first, in this order, added empty when they are missing; the others follow as they were. */
  | { readonly type: 'arrange'; readonly columns: readonly string[] }
  | { readonly type: 'add-constant'; readonly column: string; readonly value: string }
  /** Empty cells only: with a value, or with the cell above (merged and group cells). */
  | { readonly type: 'fill'; readonly column: string; readonly value: string }
  | { readonly type: 'fill-down'; readonly column: string }
  /** « idem »: the cell above. */
  | { readonly type: 'ditto'; readonly column: string }
  | {
      readonly type: 'normalise'
      readonly column: string
      readonly kind: ValueKind
      readonly options?: Readonly<Record<string, unknown>>
    }
  /** Bare numbers of a column that is in another unit than the model's: metres to centimetres. */
  | { readonly type: 'convert-unit'; readonly column: string; readonly from: string; readonly to: string }
  | {
      readonly type: 'replace-values'
      readonly column: string
      readonly values: readonly { readonly from: string; readonly to: string }[]
    }
  | {
      readonly type: 'cluster'
      readonly column: string
      readonly groups: readonly { readonly to: string; readonly from: readonly string[] }[]
    }
  | { readonly type: 'filter'; readonly column: string; readonly keep: Condition }
  | { readonly type: 'deduplicate'; readonly columns: readonly string[] }
  /** Existing ids are kept; `assigned` remembers those already given, so that a row keeps its id from one year to the next. */
  | {
      readonly type: 'generate-ids'
      readonly column: string
      readonly pattern: string
      readonly insee?: string
      readonly assigned?: readonly { readonly row: RowIdentity; readonly id: string }[]
    }
  | {
      readonly type: 'geocode'
      readonly address: readonly string[]
      readonly into: 'lat-lon' | 'lonlat'
      readonly columns: readonly string[]
      /** Name of the address file that was used, for the record. */
      readonly addresses: string
    }
  | { readonly type: 'hours'; readonly column: string; readonly into: string }
  /** A point in one cell. Its order is told by France; `crs` (`EPSG:2154`) when the cells are in metres of a known projection. */
  | {
      readonly type: 'split-lonlat'
      readonly column: string
      readonly longitude: string
      readonly latitude: string
      readonly crs?: string
    }
  | {
      readonly type: 'join-lonlat'
      readonly longitude: string
      readonly latitude: string
      readonly into: string
      readonly format: string
    }
  /** Metres of the projection `crs` in `x` and `y` to degrees, in the same columns or in others. */
  | {
      readonly type: 'reproject'
      readonly x: string
      readonly y: string
      readonly crs: string
      readonly longitude: string
      readonly latitude: string
    }
  /** Rows whose latitude and longitude are each in the column of the other. */
  | { readonly type: 'swap-lonlat'; readonly longitude: string; readonly latitude: string }
  /** `source` '' is the first file itself, whatever its name is this year. */
  | {
      readonly type: 'merge'
      readonly source: string
      readonly sheet?: string
      readonly headerRow?: number
      readonly rank?: number
      /** Columns of the other table that are first given the names of this one; several for one name are written one after the other. */
      readonly columns?: readonly { readonly from: string; readonly to: string }[]
      /** Pairs that a person confirmed among the doubtful ones, by the identity of each row. */
      readonly confirmed?: readonly RowPair[]
      /** Pairs that a person said are not the same: neither made nor asked again. */
      readonly refused?: readonly RowPair[]
      readonly key: MergeKey | 'auto'
      readonly prefer: 'left' | 'right'
      readonly keep: 'left' | 'both'
    }
  | {
      readonly type: 'append'
      readonly source: string
      readonly sheet?: string
      readonly headerRow?: number
      readonly rank?: number
      readonly columns?: readonly { readonly from: string; readonly to: string }[]
      /** Where the name of the sheet of each row is kept. */
      readonly sheetColumn?: string
    }
  | {
      readonly type: 'pivot-long'
      readonly columns: readonly string[]
      readonly names: string
      readonly values: string
    }
  /** A hand correction, keyed by the row's identity, not its number; `was` tells when the source changed under it. */
  | {
      readonly type: 'correct-cell'
      readonly row: RowIdentity
      readonly column: string
      readonly was: string
      readonly to: string
    }
  | { readonly type: 'delete-row'; readonly row: RowIdentity }
  /**
   * What hands did on the sheet, all against the table as it is at this step: corrections and deletions name their row by its identity there,
   * added rows come last, each under an id of its own. An added row is corrected in its own cells.
   */
  | {
      readonly type: 'by-hand'
      readonly corrections: readonly Correction[]
      readonly deleted: readonly RowIdentity[]
      readonly added: readonly AddedRow[]
    }
  | { readonly type: 'restore-row'; readonly row: RowIdentity }

export interface Correction {
  readonly row: RowIdentity
  readonly column: string
  /** What the cell held before: when the source no longer says it, the correction is listed, not applied. */
  readonly was: string
  readonly to: string
}

export interface AddedRow {
  readonly id: string
  readonly cells: Readonly<Record<string, string>>
}

/** Identity of a row: values of the key columns (the model's id, else name and address…), and which of the twins it is (0 first). */
export interface RowIdentity {
  readonly key: Readonly<Record<string, string>>
  readonly twin?: number
}

/** A row of each table, by its identity there. */
export interface RowPair {
  readonly left: RowIdentity
  readonly right: RowIdentity
}

export type MergeKey =
  | { readonly type: 'columns'; readonly columns: readonly string[] }
  | { readonly type: 'name-address'; readonly name: string; readonly address?: string; readonly town?: string }

export type Condition =
  | { readonly type: 'in'; readonly values: readonly string[] }
  | { readonly type: 'not-in'; readonly values: readonly string[] }
  | { readonly type: 'not-empty' }

export type { ValueKind }
