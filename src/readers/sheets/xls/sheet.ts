import type * as XLSX from '@e965/xlsx'
import type { Grid } from '../../grid.ts'
import { booleanCell, type Cell, errorCell, Formats, LIMITS, numberCell, textCell } from '../cells/cell.ts'
import { GridBuilder } from '../cells/grid-builder.ts'

/** A sheet as SheetJS gives it in its dense form: `!data` by row and column. */
export type LegacySheet = XLSX.WorkSheet & { readonly '!data'?: readonly (readonly (XLSX.CellObject | undefined)[])[] }

/** Rows, merges and what is hidden of one sheet. */
export function readLegacySheet(sheet: LegacySheet, date1904: boolean): Omit<Grid, 'sheet' | 'hidden'> {
  const grid = new GridBuilder()
  const formats = new Formats()
  // Rows and cells may be missing: forEach passes over the holes of a far cell without counting them.
  sheet['!data']?.forEach((row, r) => {
    grid.startRow(r + 1)
    row.forEach((cell, c) => {
      if (cell !== undefined) grid.put(c, legacyCell(cell, formats, date1904))
    })
  })
  return {
    rows: grid.finish(),
    merges: (sheet['!merges'] ?? []).map(({ s, e }) => [s.r, s.c, e.r, e.c] as const),
    hiddenRows: hiddenIndexes(sheet['!rows']).map(r => r + 1),
    hiddenColumns: hiddenIndexes(sheet['!cols']).filter(c => c < LIMITS.columns),
  }
}

function legacyCell(cell: XLSX.CellObject, formats: Formats, date1904: boolean): Cell {
  const formula = cell.f !== undefined
  switch (cell.t) {
    case 's':
      return textCell(String(cell.v ?? ''), formula)
    case 'b':
      return booleanCell(cell.v === true, formula)
    case 'e':
      return errorCell(ERRORS.get(Number(cell.v)) ?? '#ERREUR', formula)
    case 'n':
      return typeof cell.v === 'number' && Number.isFinite(cell.v)
        ? numberCell(cell.v, formats.of(String(cell.z ?? 'General')), date1904, formula)
        : textCell(String(cell.v ?? ''), formula)
    default:
      return { text: '' }
  }
}

/** MS-XLS, 2.5.10 (BErr). */
const ERRORS: ReadonlyMap<number, string> = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
  [0x2b, '#GETTING_DATA'],
])

function hiddenIndexes(infos: readonly ({ readonly hidden?: boolean } | undefined)[] | undefined): number[] {
  const hidden: number[] = []
  infos?.forEach((info, i) => {
    if (info?.hidden === true) hidden.push(i)
  })
  return hidden
}
