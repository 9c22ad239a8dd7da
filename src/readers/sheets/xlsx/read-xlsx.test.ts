import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openZip } from '../../zip/unzip.ts'
import { readXlsx } from './read-xlsx.ts'
import { partsOf, type TestSheet, type TestWorkbook, textRow, xlsxOf } from './xlsx-for-tests.ts'

const read = (sheets: readonly TestSheet[], workbook?: TestWorkbook) => readXlsx(openZip(xlsxOf(sheets, workbook)))
/** The cells of a first row, and what they were besides text. */
const cells = (row: string, workbook?: TestWorkbook) => {
  const [grid] = read([{ rows: `<row r="1">${row}</row>` }], workbook).grids
  return { cells: grid?.rows[0]?.cells, natives: grid?.rows[0]?.natives }
}

describe('values', () => {
  test('shared, inline and computed texts, with their entities and escapes', () => {
    const row =
      '<c t="s"><v>0</v></c><c t="inlineStr"><is><r><t>a</t></r><r><t>b &amp; c</t></r><rPh><t>non</t></rPh></is></c><c t="str"><f>A1</f><v>x_x000D_y</v></c>'
    expect(cells(row, { strings: ['l&apos;été'] })).toEqual({
      cells: ["l'été", 'ab & c', 'x\ry'],
      natives: [undefined, undefined, { type: 'text', shown: 'x\ry', formula: true }],
    })
  })

  test('numbers keep what the person saw: codes, percentages, amounts', () => {
    const formats = ['00000', '0.00%', '#,##0.00 "€"', '0# ## ## ## ##', '@']
    const row = [1001, 0.125, 1234.5, 130000001, 42].map((n, i) => `<c s="${i + 1}"><v>${n}</v></c>`).join('')
    expect(cells(row, { formats })).toEqual({
      cells: ['01001', '0.125', '1234.5', '0130000001', '42'],
      natives: [
        { type: 'number', value: 1001, shown: '01001' },
        { type: 'number', value: 0.125, shown: '12,50%' },
        { type: 'number', value: 1234.5, shown: '1\u202f234,50 €' },
        { type: 'number', value: 130000001, shown: '01 30 00 00 01' },
        { type: 'number', value: 42, shown: '42' },
      ],
    })
  })

  test('a number is the one that was typed, a long code keeps its digits', () => {
    const row =
      '<c><v>274.66000000000003</v></c><c><v>1E-7</v></c><c><v>21780217200012345</v></c><c><v>4.0356497400034E13</v></c>'
    expect(cells(row).cells).toEqual(['274.66', '0.0000001', '21780217200012345', '40356497400034'])
  })

  test('booleans, errors and empty formulas', () => {
    const row =
      '<c t="b"><v>1</v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c><c><f>NOW()</f></c><c t="str"><f>A1</f><v></v></c><c><v>1</v></c>'
    const { grids, warnings } = read([{ rows: `<row r="1">${row}</row>` }])
    expect(grids[0]!.rows[0]).toMatchObject({
      cells: ['true', '', '', '', '1'],
      natives: [
        { type: 'boolean', value: true, shown: 'VRAI' },
        { type: 'error', shown: '#DIV/0!', formula: true },
        undefined,
        undefined,
        { type: 'number', value: 1 },
      ],
    })
    expect(warnings).toEqual([expect.stringContaining('1 case avec une formule')])
  })
})

describe.each(['UTC', 'America/New_York', 'Pacific/Auckland'])('dates are calendar days in %s', zone => {
  const before = process.env.TZ
  beforeAll(() => void (process.env.TZ = zone))
  afterAll(() => {
    if (before === undefined) delete process.env.TZ
    else process.env.TZ = before
  })

  test('the machine is in that zone', () => {
    expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone)
  })

  const DAY = { formats: ['dd/mm/yyyy', 'dd/mm/yyyy hh:mm', 'hh:mm', '[h]:mm', 'mmm yyyy'] }
  const one = (serial: number, style = 1, date1904 = false) => {
    const found = cells(`<c s="${style}"><v>${serial}</v></c>`, { ...DAY, date1904 })
    return [found.cells?.[0], found.natives?.[0]?.shown]
  }

  test.each([
    [0, '1900-01-00', '00/01/1900'],
    [1, '1900-01-01', '01/01/1900'],
    [59, '1900-02-28', '28/02/1900'],
    [60, '1900-02-29', '29/02/1900'],
    [61, '1900-03-01', '01/03/1900'],
    [36525, '1999-12-31', '31/12/1999'],
    [44332, '2021-05-16', '16/05/2021'],
    [45350, '2024-02-28', '28/02/2024'],
    [45351, '2024-02-29', '29/02/2024'],
    [2958465, '9999-12-31', '31/12/9999'],
  ])('1900 system: %i is %s', (serial, text, shown) => {
    expect(one(serial)).toEqual([text, shown])
  })

  test.each([
    [0, '1904-01-01'],
    [59, '1904-02-29'],
    [60, '1904-03-01'],
    [61, '1904-03-02'],
    [43888, '2024-02-28'],
  ])('1904 system: %i is %s', (serial, text) => {
    expect(one(serial, 1, true)[0]).toBe(text)
  })

  test('hours, durations and moments are exact to the second', () => {
    expect(one(8.5 / 24, 3)).toEqual(['08:30:00', '08:30'])
    expect(one(36525 + 8.5 / 24, 2)).toEqual(['1999-12-31T08:30:00', '31/12/1999 08:30'])
    expect(one(36524.99999999, 2)).toEqual(['1999-12-31T00:00:00', '31/12/1999 00:00'])
    expect(one(1.5, 4)).toEqual(['36:00:00', '36:00'])
    expect(one(44332, 5)).toEqual(['2021-05-16', 'mai 2021'])
  })

  test('what is beyond the calendar stays a number', () => {
    expect(one(-1)[0]).toBe('-1')
    expect(one(2958466)[0]).toBe('2958466')
  })

  test('a strict file writes its dates in ISO', () => {
    const found = cells('<c t="d" s="1"><v>2021-10-17</v></c><c t="d"><v>2021-10-17T08:30:00</v></c>', {
      ...DAY,
      strict: true,
    })
    expect(found.cells).toEqual(['2021-10-17', '2021-10-17T08:30:00'])
    expect(found.natives?.[0]).toEqual({ type: 'date', serial: 44486, shown: '17/10/2021' })
  })
})

describe('sheets', () => {
  test('hidden sheets, lines and columns are marked; merges are kept', () => {
    const { grids } = read([
      {
        name: 'Vue',
        rows: `${textRow(1, ['a', 'b'])}<row r="2" hidden="1"><c><v>1</v></c></row>`,
        before: '<cols><col min="2" max="3" hidden="1"/></cols>',
        after: '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
      },
      { name: 'Cachée', state: 'hidden', rows: textRow(1, ['x']) },
      { name: 'Très cachée', state: 'veryHidden', rows: textRow(1, ['x']) },
    ])
    expect(grids.map(({ sheet, hidden }) => [sheet, hidden])).toEqual([
      ['Vue', undefined],
      ['Cachée', true],
      ['Très cachée', true],
    ])
    expect(grids[0]).toMatchObject({ hiddenRows: [2], hiddenColumns: [1, 2], merges: [[0, 0, 1, 1]] })
  })

  test('a declared dimension and styled blanks cost nothing', () => {
    const blanks = `<row r="1048576">${'<c s="0"/>'.repeat(100)}</row>`
    const { grids } = read([{ before: '<dimension ref="A1:XFD1048576"/>', rows: textRow(3, ['a', 'b']) + blanks }])
    expect(grids[0]!.rows).toEqual([{ line: 3, cells: ['a', 'b'] }])
  })

  test('cells may skip columns, come without reference, or out of order', () => {
    const { grids } = read([
      {
        rows: '<row r="2"><c r="C2"><v>3</v></c><c><v>4</v></c></row><row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>9</v></c></row>',
      },
    ])
    expect(grids[0]!.rows.map(({ line, cells }) => [line, cells])).toEqual([
      [1, ['1']],
      [2, ['9', '', '3', '4']],
    ])
  })

  test('a strict workbook is read as any other', () => {
    expect(read([{ rows: textRow(1, ['a']) }], { strict: true }).grids[0]!.rows).toEqual([{ line: 1, cells: ['a'] }])
  })

  test('parts in other folders and letter cases, prefixes before tags', () => {
    const parts = partsOf([{ rows: '<x:row r="1"><x:c t="s"><x:v>0</x:v></x:c></x:row>' }], { strings: ['a'] })
    const renamed = Object.entries(parts).map(([name, xml]) => [name.toUpperCase(), strToU8(xml)] as const)
    expect(readXlsx(openZip(zipSync(Object.fromEntries(renamed)))).grids[0]!.rows).toEqual([{ line: 1, cells: ['a'] }])
  })
})

describe('crafted files are refused with a sentence', () => {
  const spoilt = (name: string, xml: string) => () => {
    const parts = { ...partsOf([{ rows: textRow(1, ['a']) }]), [name]: xml }
    return readXlsx(openZip(zipSync(Object.fromEntries(Object.entries(parts).map(([n, x]) => [n, strToU8(x)])))))
  }
  const laughs = `<!DOCTYPE x [<!ENTITY a "ha">${'bcdefghij'
    .split('')
    .map((name, i) => `<!ENTITY ${name} "${`&${'abcdefghi'[i]};`.repeat(10)}">`)
    .join('')}]>`

  test.each([
    ['billion laughs', spoilt('xl/worksheets/sheet1.xml', `<?xml version="1.0"?>${laughs}<worksheet>&j;</worksheet>`)],
    [
      'an entity that reads a file',
      spoilt('xl/sharedStrings.xml', '<!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/hosts">]><sst/>'),
    ],
    ['a sheet cut in its middle', spoilt('xl/worksheets/sheet1.xml', '<worksheet><sheetData><row><c><v>1')],
    [
      'a column beyond the last',
      spoilt(
        'xl/worksheets/sheet1.xml',
        '<worksheet><sheetData><row><c r="ZZZ1"><v>1</v></c></row></sheetData></worksheet>',
      ),
    ],
    [
      'a line beyond the last',
      spoilt(
        'xl/worksheets/sheet1.xml',
        '<worksheet><sheetData><row r="99999999"><c><v>1</v></c></row></sheetData></worksheet>',
      ),
    ],
    [
      'a cell of ten megabytes',
      spoilt(
        'xl/worksheets/sheet1.xml',
        `<worksheet><sheetData>${textRow(1, ['x'.repeat(10_000_000)])}</sheetData></worksheet>`,
      ),
    ],
  ])('%s', (_, make) => {
    expect(make).toThrow(expect.objectContaining({ name: 'UnreadableFile', message: expect.stringMatching(/[.?]$/) }))
  })

  test('a workbook with no sheet', () => {
    const parts = { 'xl/workbook.xml': strToU8('<workbook><sheets/></workbook>') }
    expect(() => readXlsx(openZip(zipSync(parts)))).toThrow(/feuille/)
  })

  test('a workbook whose list of sheets is lost still gives them all', () => {
    const sheets = Array.from({ length: 11 }, (_, i) => ({ rows: textRow(1, [String(i + 1)]) }))
    const parts = { ...partsOf(sheets), 'xl/workbook.xml': '' }
    const { grids } = readXlsx(
      openZip(zipSync(Object.fromEntries(Object.entries(parts).map(([n, x]) => [n, strToU8(x)])))),
    )
    expect(grids.map(grid => grid.rows[0]!.cells[0])).toEqual(sheets.map((_, i) => String(i + 1)))
  })

  test('twenty thousand nested tags are passed over', () => {
    const deep = `<row r="1"><c><v>1</v></c></row>${'<x>'.repeat(20_000)}${'</x>'.repeat(20_000)}`
    expect(read([{ rows: deep }]).grids[0]!.rows).toHaveLength(1)
  })
})
