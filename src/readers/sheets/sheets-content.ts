import type { Grid } from '../grid.ts'

/** What a spreadsheet file holds: its sheets in order, hidden ones marked, and what the person should know (French). */
export interface SheetsContent {
  readonly grids: readonly Grid[]
  readonly warnings: readonly string[]
}
