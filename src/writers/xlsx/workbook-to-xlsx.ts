import { type Cell, type CellStyle, type DataValidation, type WriteSheet, writeXlsx } from 'hucre'
import {
  columnLetters,
  type Format,
  LOOKS,
  type Look,
  type Sheet,
  type SheetCell,
  type Workbook,
} from '../sheets/workbook.ts'

/** No clock here: the same workbook gives the same bytes. */
const ALWAYS = new Date(Date.UTC(2000, 0, 1))

/** The workbook as .xlsx. */
export const workbookToXlsx = ({ title, description, sheets }: Workbook): Promise<Uint8Array> =>
  writeXlsx({
    sheets: sheets.map(toSheet),
    properties: {
      created: ALWAYS,
      modified: ALWAYS,
      ...(title !== undefined && { title }),
      ...(description !== undefined && { description }),
    },
  })

function toSheet(sheet: Sheet): WriteSheet {
  const last = `${columnLetters(Math.max(0, sheet.columns.length - 1))}${sheet.rows.length}`
  const heights = sheet.rows.flatMap(({ height }, r) => (height === undefined ? [] : [[r, { height }] as const]))
  return {
    name: sheet.name,
    columns: sheet.columns.map(({ width }) => ({ width })),
    rows: sheet.rows.map(({ cells }) => cells.map(cellValue)),
    cells: styledCells(sheet),
    freezePane: { rows: sheet.frozenRows },
    rowDefs: new Map(heights),
    ...(sheet.filter && sheet.columns.length > 0 && { autoFilter: { range: `A1:${last}` } }),
    ...(sheet.choices && { dataValidations: sheet.choices.map(toValidation) }),
  }
}

const FORMATS: Record<Format, string> = { text: '@', date: 'yyyy-mm-dd', number: 'General' }
const styles = new Map<string, CellStyle>()

/** One object a style, shared by all its cells. */
function styleOf(look: Look, format: Format): CellStyle {
  const key = `${look}/${format}`
  const known = styles.get(key)
  if (known !== undefined) return known
  const { bold, italic, fill, color, wrap } = LOOKS[look]
  const style: CellStyle = {
    numFmt: FORMATS[format],
    font: { ...(bold && { bold }), ...(italic && { italic }), ...(color !== undefined && { color: { rgb: color } }) },
    ...(fill !== undefined && { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: fill } } }),
    ...(wrap && { alignment: { wrapText: true, vertical: 'top' } }),
  }
  styles.set(key, style)
  return style
}

function styledCells({ rows, columns, blankRows = 0 }: Sheet): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>()
  for (const [r, row] of rows.entries())
    for (const [c, cell] of row.cells.entries())
      if (cell.text !== '' || row.look !== 'data')
        cells.set(`${r},${c}`, { style: styleOf(cell.look ?? row.look, cell.type) })
  for (let r = rows.length; r < rows.length + blankRows; r++)
    for (const [c, { format }] of columns.entries()) cells.set(`${r},${c}`, { style: styleOf('data', format) })
  return cells
}

function cellValue({ type, text }: SheetCell): string | number | Date | null {
  if (text === '') return null
  if (type === 'number') return Number(text)
  return type === 'date' ? new Date(`${text}T00:00:00Z`) : asText(text)
}

/**
 * Two texts would be read otherwise than written: « _x0041_ », which the format reads as « A » (ECMA-376 Part 1, 22.9.2.19), and « #N/A »,
 * which hucre takes for an error. The escape of the format keeps both.
 */
const asText = (text: string): string =>
  text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replace(/^#(?=[A-Z][A-Z_/0-9]*[!?]?$)/, '_x0023_')

const toValidation = ({
  column,
  rows: [first, last],
  values,
  title,
  message,
}: NonNullable<Sheet['choices']>[number]): DataValidation => {
  const letters = columnLetters(column)
  const from = columnLetters(values.column)
  return {
    type: 'list',
    range: `${letters}${first + 1}:${letters}${last + 1}`,
    formula1: `'${values.sheet.replaceAll("'", "''")}'!$${from}$${values.rows[0] + 1}:$${from}$${values.rows[1] + 1}`,
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    // Excel refuses a file whose messages are longer: 32 characters for a title, 225 for a sentence.
    errorTitle: title.slice(0, 32),
    errorMessage: message.slice(0, 225),
  }
}
