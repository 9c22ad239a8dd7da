import { type Table, tableFromRows } from '../../../../src/core/table/table.ts'

/** Cells copied from a sheet: a line a row, tabs between cells; a lone line of titles may have semicolons or commas. */
export function pastedTable(text: string): Table | undefined {
  const lines = text.split(/\r\n?|\n/).filter(line => line.trim() !== '')
  const [head = '', ...body] = lines
  if (head === '') return undefined
  const separator = ['\t', ';', ','].find(sign => head.includes(sign)) ?? '\t'
  const cells = (line: string) => line.split(separator).map(cell => cell.trim().replace(/^"(.*)"$/, '$1'))
  const names = cells(head)
  return tableFromRows(
    names,
    body.map(line => cells(line).slice(0, names.length)),
  )
}
