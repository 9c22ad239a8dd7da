import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { openZip } from '../../zip/unzip.ts'
import { readFods, readOds } from './read-ods.ts'

const contentOf = (tables: string, styles = '') =>
  `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`
const tableOf = (rows: string, name = 'Feuille1', more = '') =>
  `<table:table table:name="${name}"${more}>${rows}</table:table>`
const row = (cells: string, more = '') => `<table:table-row${more}>${cells}</table:table-row>`
const cell = (attributes: string, shown: string) =>
  `<table:table-cell ${attributes}><text:p>${shown}</text:p></table:table-cell>`
const text = (shown: string) => cell('office:value-type="string"', shown)
const read = (tables: string, styles?: string) => readFods(strToU8(contentOf(tables, styles)))

describe('values', () => {
  test('each with what the person saw', () => {
    const cells = [
      cell('office:value-type="float" office:value="1001"', '01001'),
      cell('office:value-type="percentage" office:value="0.125"', '12,5 %'),
      cell('office:value-type="currency" office:value="1234.5"', '1 234,50 €'),
      cell('office:value-type="date" office:date-value="2021-10-17"', '17/10/21'),
      cell('office:value-type="date" office:date-value="1889-05-06T08:30:00"', '06/05/1889 08:30'),
      cell('office:value-type="time" office:time-value="PT08H30M00.000000105S"', '08:30'),
      cell('office:value-type="boolean" office:boolean-value="true"', 'VRAI'),
      cell('table:formula="of:=1/0" office:value-type="string" office:string-value=""', '#DIV/0 !'),
      cell('table:formula="of:=[.A1]" office:value-type="float" office:value="2"', '2'),
    ]
    const { grids } = read(tableOf(row(cells.join(''))))
    const [found] = grids[0]!.rows
    expect(found!.cells).toEqual([
      '01001',
      '0.125',
      '1234.5',
      '2021-10-17',
      '1889-05-06T08:30:00',
      '08:30:00',
      'true',
      '',
      '2',
    ])
    expect(found!.natives?.map(native => native?.shown)).toEqual([
      '01001',
      '12,5 %',
      '1 234,50 €',
      '17/10/21',
      '06/05/1889 08:30',
      '08:30',
      'VRAI',
      '#DIV/0 !',
      '2',
    ])
    expect(found!.natives?.slice(7)).toMatchObject([{ type: 'error' }, { type: 'number', formula: true }])
  })

  test('paragraphs, runs of spaces, line breaks; notes are not the text of their cell', () => {
    const shown = 'a<text:s text:c="2"/>b<text:line-break/>c</text:p><text:p>d'
    const noted = '<office:annotation><text:p>note</text:p></office:annotation>'
    const { grids } = read(
      tableOf(
        row(`${text(shown)}<table:table-cell office:value-type="string">${noted}<text:p>e</text:p></table:table-cell>`),
      ),
    )
    expect(grids[0]!.rows[0]!.cells).toEqual(['a  b\nc\nd', 'e'])
  })
})

describe('sheets', () => {
  test('repeated blanks to the foot of the sheet cost nothing', () => {
    const blank = '<table:table-cell table:number-columns-repeated="16384"/>'
    const { grids } = read(
      tableOf(row(text('a')) + row(blank, ' table:number-rows-repeated="1048570"') + row(text('z'))),
    )
    expect(grids[0]!.rows.map(({ line, cells }) => [line, cells])).toEqual([
      [1, ['a']],
      [1048572, ['z']],
    ])
  })

  test('repeated cells and rows are as many cells and rows; too many are refused', () => {
    const twice = (times: number) =>
      row(
        cell(`office:value-type="string" table:number-columns-repeated="${times}"`, 'x'),
        ` table:number-rows-repeated="${times}"`,
      )
    expect(read(tableOf(twice(3))).grids[0]!.rows.map(({ cells }) => cells)).toEqual(Array(3).fill(['x', 'x', 'x']))
    expect(() => read(tableOf(twice(16_000)))).toThrow(/répète/)
  })

  test('hidden sheets, lines and columns; merges; rows in groups', () => {
    const styles =
      '<style:style style:name="cachee"><style:table-properties table:display="false"/></style:style><style:style style:name="vue"><style:table-properties table:display="true"/></style:style>'
    const columns = '<table:table-column/><table:table-column table:visibility="collapse"/>'
    const merged = cell(
      'office:value-type="string" table:number-columns-spanned="2" table:number-rows-spanned="2"',
      'a',
    )
    const { grids } = read(
      tableOf(
        `${columns}<table:table-row-group>${row(merged)}</table:table-row-group>${row(text('b'), ' table:visibility="filter"')}`,
        'Vue',
        ' table:style-name="vue"',
      ) + tableOf(row(text('secret')), 'Cachée', ' table:style-name="cachee"'),
      styles,
    )
    expect(grids[0]).toMatchObject({ hiddenRows: [2], hiddenColumns: [1], merges: [[0, 0, 1, 1]] })
    expect(grids[0]!.hidden).toBeUndefined()
    expect(grids[1]).toMatchObject({ sheet: 'Cachée', hidden: true })
  })
})

describe('refused with a sentence', () => {
  const zipOf = (parts: Record<string, string>) =>
    openZip(zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]))))

  test('a password, a lost part, a part cut in its middle, a DOCTYPE', () => {
    const manifest =
      '<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>'
    expect(() => readOds(zipOf({ 'content.xml': 'x', 'META-INF/manifest.xml': manifest }))).toThrow(/mot de passe/)
    expect(() => readOds(zipOf({ mimetype: 'x' }))).toThrow(/content\.xml/)
    const whole = contentOf(tableOf(row(text('a'))))
    expect(() => readOds(zipOf({ 'content.xml': whole.slice(0, whole.indexOf('</table:table>')) }))).toThrow(
      /au milieu/,
    )
    expect(() => readFods(strToU8(`<!DOCTYPE x [<!ENTITY a "b">]>${whole}`))).toThrow(/DOCTYPE/)
  })
})
