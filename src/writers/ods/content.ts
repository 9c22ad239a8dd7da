import {
  type Choice,
  columnLetters,
  type Sheet,
  type SheetCell,
  type SheetRow,
  type Workbook,
} from '../sheets/workbook.ts'
import { Styles } from './styles.ts'
import { element, paragraphs } from './xml.ts'

/** The styles and the body of `content.xml` (OpenDocument 1.2 Part 1, 3.1.3.2). */
export function content({ sheets }: Workbook): string {
  const styles = new Styles()
  const tables = sheets.map(sheet => table(sheet, styles)).join('')
  const validations = sheets.flatMap(sheet => (sheet.choices ?? []).map(choice => validation(sheet, choice))).join('')
  const filters = sheets.map(filter).join('')
  return (
    styles.xml() +
    element(
      'office:body',
      {},
      element(
        'office:spreadsheet',
        {},
        (validations && element('table:content-validations', {}, validations)) +
          tables +
          (filters && element('table:database-ranges', {}, filters)),
      ),
    )
  )
}

function table(sheet: Sheet, styles: Styles): string {
  const columns = sheet.columns.map(({ width, format }) =>
    element('table:table-column', {
      'table:style-name': styles.column(width),
      'table:default-cell-style-name': styles.cell('data', format),
    }),
  )
  const rows = sheet.rows.map(row => rowXml(row, styles))
  return element(
    'table:table',
    { 'table:name': sheet.name },
    columns.join('') + rows.join('') + blankRows(sheet, styles),
  )
}

const rowXml = ({ cells, look, height }: SheetRow, styles: Styles): string =>
  element(
    'table:table-row',
    { 'table:style-name': styles.row(height) },
    cells.map(cell => cellXml(cell, styles.cell(cell.look ?? look, cell.type))).join('') || EMPTY,
  )

const EMPTY = element('table:table-cell', {})

function cellXml({ type, text }: SheetCell, style: string): string {
  const name = { 'table:style-name': style }
  if (text === '') return element('table:table-cell', name)
  const value = {
    text: { 'office:value-type': 'string' },
    number: { 'office:value-type': 'float', 'office:value': text },
    date: { 'office:value-type': 'date', 'office:date-value': text },
  }[type]
  return element('table:table-cell', { ...name, ...value }, paragraphs(text))
}

/** Ready for typing: the column's format, and its drop-down list. */
function blankRows({ name, columns, choices = [], blankRows: count = 0 }: Sheet, styles: Styles): string {
  if (count === 0) return ''
  const cells = columns.map(({ format }, c) =>
    element('table:table-cell', {
      'table:style-name': styles.cell('data', format),
      'table:content-validation-name': choices.some(choice => choice.column === c)
        ? validationName(name, c)
        : undefined,
    }),
  )
  return element(
    'table:table-row',
    { 'table:style-name': styles.row(undefined), 'table:number-rows-repeated': count },
    cells.join(''),
  )
}

const validationName = (sheet: string, column: number) => `${sheet}-${columnLetters(column)}`
const quoted = (sheet: string) => `'${sheet.replaceAll("'", "''")}'`

function validation({ name }: Sheet, { column, rows, values, title, message }: Choice): string {
  const from = columnLetters(values.column)
  const range = `[$${quoted(values.sheet)}.$${from}$${values.rows[0] + 1}:.$${from}$${values.rows[1] + 1}]`
  return element(
    'table:content-validation',
    {
      'table:name': validationName(name, column),
      'table:condition': `of:cell-content-is-in-list(${range})`,
      'table:allow-empty-cell': 'true',
      'table:display-list': 'unsorted',
      'table:base-cell-address': `${quoted(name)}.${columnLetters(column)}${rows[0] + 1}`,
    },
    element(
      'table:error-message',
      { 'table:title': title, 'table:display': 'true', 'table:message-type': 'stop' },
      paragraphs(message),
    ),
  )
}

/** Buttons on the first row; the name is the one that LibreOffice gives to a filter that nobody named. */
const filter = (sheet: Sheet, index: number): string =>
  sheet.filter && sheet.columns.length > 0
    ? element('table:database-range', {
        'table:name': `__Anonymous_Sheet_DB__${index}`,
        'table:target-range-address': `${quoted(sheet.name)}.A1:${quoted(sheet.name)}.${columnLetters(sheet.columns.length - 1)}${sheet.rows.length}`,
        'table:display-filter-buttons': 'true',
      })
    : ''
