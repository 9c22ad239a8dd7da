import { openZip } from '../zip/unzip.ts'
import { readFods, readOds } from './ods/read-ods.ts'
import type { SheetsContent } from './sheets-content.ts'
import { readXlsx } from './xlsx/read-xlsx.ts'

/** Reads a spreadsheet file in any of its formats. Throws `UnreadableFile`. */
export async function readSheets(format: 'xlsx' | 'xls' | 'ods' | 'fods', bytes: Uint8Array): Promise<SheetsContent> {
  switch (format) {
    case 'xlsx':
      return readXlsx(openZip(bytes))
    case 'xls':
      return (await import('./xls/read-xls.ts')).readXls(bytes)
    case 'ods':
      return readOds(openZip(bytes))
    case 'fods':
      return readFods(bytes)
  }
}
