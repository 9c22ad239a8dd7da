import { type TableToWrite, tableSheets } from '../sheets/table-sheet.ts'
import { workbookToOds } from './workbook-to-ods.ts'

/** As `writeXlsx`, in OpenDocument. A carriage return inside a cell becomes a line break: the format knows no other. */
export const writeOds = async (tables: readonly TableToWrite[]): Promise<Uint8Array> =>
  workbookToOds({ sheets: tableSheets(tables) })
