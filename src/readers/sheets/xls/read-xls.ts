import * as XLSX from '@e965/xlsx'
import * as codepages from '@e965/xlsx/dist/cpexcel.full.mjs'
import { UnreadableFile } from '../../../core/table/read-result.ts'
import { PROTECTED } from '../../sniff.ts'
import type { SheetsContent } from '../sheets-content.ts'
import { type LegacySheet, readLegacySheet } from './sheet.ts'

/**
 * Reads the values of an old Excel workbook (.xls, BIFF2 to BIFF8). The records are decoded by SheetJS; dates, shown text and what is kept
 * are ours, so that an .xls and an .xlsx of the same sheet give the same cells. Runs in the reader's child process: the library trusts
 * what a crafted file declares. Throws `UnreadableFile`.
 */
export function readXls(bytes: Uint8Array): SheetsContent {
  XLSX.set_cptable(codepages)
  const book = parse(bytes)
  const date1904 = book.Workbook?.WBProps?.date1904 === true
  const grids = book.SheetNames.flatMap((name, i) => {
    const sheet = Object.hasOwn(book.Sheets, name) ? (book.Sheets[name] as LegacySheet) : undefined
    // Charts, dialogs and macro sheets hold no table.
    if (sheet === undefined || (sheet['!type'] !== undefined && sheet['!type'] !== 'sheet')) return []
    const hidden = (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) > 0
    return [{ sheet: name, ...(hidden && { hidden: true as const }), ...readLegacySheet(sheet, date1904) }]
  })
  return { grids, warnings: [] }
}

/** Numbers stay serials (`cellDates: false`): the library's own dates pass through a time zone. Styles tell the hidden columns. */
function parse(bytes: Uint8Array): XLSX.WorkBook {
  try {
    return XLSX.read(bytes, {
      type: 'array',
      dense: true,
      cellNF: true,
      cellDates: false,
      cellText: false,
      cellHTML: false,
      cellStyles: true,
    })
  } catch (error) {
    throw new UnreadableFile(/password|encrypt/i.test(String(error)) ? PROTECTED : DAMAGED, { cause: error })
  }
}

const DAMAGED =
  'Ce classeur Excel ancien (.xls) est abîmé : ouvrez-le dans un tableur, enregistrez-le au format .xlsx, ou demandez-en une nouvelle copie.'
