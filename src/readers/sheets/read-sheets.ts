import { UnreadableFile } from '../../core/table/read-result.ts'
import { openZip } from '../zip/unzip.ts'
import type { SheetsContent } from './sheets-content.ts'
import { readXlsx } from './xlsx/read-xlsx.ts'

/** Reads a spreadsheet file in any of its formats. Throws `UnreadableFile`. */
export async function readSheets(format: 'xlsx' | 'xls' | 'ods' | 'fods', bytes: Uint8Array): Promise<SheetsContent> {
  switch (format) {
    case 'xlsx':
      return readXlsx(openZip(bytes))
    default:
      throw new UnreadableFile('Ce format n’est pas encore lu.')
  }
}
