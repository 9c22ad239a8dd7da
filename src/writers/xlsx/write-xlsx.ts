import { type TableToWrite, tableSheets } from '../sheets/table-sheet.ts'
import { workbookToXlsx } from './workbook-to-xlsx.ts'

/** A workbook with a sheet a table. Codes stay text; numbers and dates are typed when the model says so (`typedCell`). */
export const writeXlsx = (tables: readonly TableToWrite[]): Promise<Uint8Array> =>
  workbookToXlsx({ sheets: tableSheets(tables) })
