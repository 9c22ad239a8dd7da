/** What is counted to tell how far a table is from its model. */
export interface Conformity {
  readonly rows: number
  /** Columns of the file, and mandatory columns of the model that it lacks. */
  readonly columns: number
  readonly missingColumns: number
  /** Cells that break a rule of level error. */
  readonly wrongCells: number
  readonly errors: number
}

/**
 * Percent of expected cells that conform, one decimal, rounded down: 100 means no error at all. The cells of a missing mandatory column are
 * expected and do not conform, so that the figure can always be computed.
 */
export function conformity({ rows, columns, missingColumns, wrongCells, errors }: Conformity): number {
  if (errors === 0) return 100
  const expected = rows * (columns + missingColumns)
  if (expected === 0) return 0
  const right = Math.max(0, expected - wrongCells - rows * missingColumns)
  return Math.min(99.9, Math.floor((1000 * right) / expected) / 10)
}
