import type { ReadTable } from '../../core/table/read-result.ts'
import type { Grid } from '../grid.ts'
import { buildTable } from './build-table.ts'
import { sheetRow } from './sheet-row.ts'

/** The table of a grid whose first row is titles by construction (GeoJSON, XML): nothing is searched, nothing left out. */
export function titledTable(grid: Grid, source: string): ReadTable {
  const [titles, ...rest] = grid.rows
  const rows = rest.map(row => sheetRow(row) ?? { ...row, filled: 0, first: 0, last: -1 })
  const place = { left: 0, exact: true, source, sheet: grid.sheet }
  return {
    ...(grid.sheet !== undefined && { sheet: grid.sheet }),
    headerRow: titles?.line ?? 1,
    table: buildTable(titles?.cells ?? [], rows, place),
    setAside: [],
    hidden: { sheets: [], rows: [], columns: [] },
  }
}
