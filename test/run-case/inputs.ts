import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CellValue, type WriteSheet, writeOds, writeXlsx } from 'hucre'
import { z } from 'zod'

/** A spreadsheet written as text, so that a change of a case can be read: {"date": "2017-03-04"} is a date of the spreadsheet. */
const cell = z.union([z.string(), z.number(), z.boolean(), z.null(), z.strictObject({ date: z.iso.date() })])
const workbook = z.strictObject({
  sheets: z.array(
    z.strictObject({
      name: z.string(),
      rows: z.array(z.array(cell)),
      /** [first row, first column, last row, last column], 1-based as a person counts. */
      merges: z.array(z.tuple([z.number(), z.number(), z.number(), z.number()])).optional(),
      hiddenRows: z.array(z.number()).optional(),
      hidden: z.literal(true).optional(),
    }),
  ),
})

const WRITTEN = /\.(xlsx|ods)\.json$/

/** Copies the case's files where the command may work, and makes the workbooks that are written as text. */
export async function layOut(folder: string, into: string): Promise<void> {
  cpSync(folder, into, { recursive: true })
  for (const name of readdirSync(folder).filter(file => WRITTEN.test(file))) {
    const { sheets } = workbook.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')))
    const write = name.endsWith('.ods.json') ? writeOds : writeXlsx
    writeFileSync(join(into, name.replace(/\.json$/, '')), await write({ sheets: sheets.map(toSheet) }))
  }
}

function toSheet({ name, rows, merges, hiddenRows, hidden }: z.infer<typeof workbook>['sheets'][number]): WriteSheet {
  return {
    name,
    rows: rows.map(row => row.map(toValue)),
    merges: (merges ?? []).map(([top, left, bottom, right]) => ({
      startRow: top - 1,
      startCol: left - 1,
      endRow: bottom - 1,
      endCol: right - 1,
    })),
    rowDefs: new Map((hiddenRows ?? []).map(row => [row - 1, { hidden: true }])),
    ...(hidden && { hidden }),
  }
}

const toValue = (value: z.infer<typeof cell>): CellValue =>
  typeof value === 'object' && value !== null ? new Date(`${value.date}T00:00:00Z`) : value
