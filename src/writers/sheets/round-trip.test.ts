import { read, utils } from '@e965/xlsx'
import fc from 'fast-check'
import { readOds } from 'hucre'
import { describe, expect, test } from 'vitest'
import { tableFromRows } from '../../core/table/table.ts'
import { readSheets } from '../../readers/sheets/read-sheets.ts'
import { writeOds } from '../ods/write-ods.ts'
import { writeXlsx } from '../xlsx/write-xlsx.ts'

const NAMES = ['code', '__proto__', 'été']
const tricky = fc.constantFrom(
  '01004',
  '__proto__',
  'constructor',
  '#N/A',
  '#REF!',
  '#',
  '_x0041_',
  '_x005F_',
  '=1+1',
  '+33',
  'true',
  '1e5',
  '2021-10-17',
  ' deux',
  'deux ',
  'a  b',
  'a\nb',
  '\n',
  'a\n\nb',
  '\t',
  ' \t ',
  '<b>&amp;"',
  "l'été",
  '\u00A0x',
  '1,5',
  '1.50',
  '\u2028',
)
/** What XML cannot carry is another matter: see below. A space alone is a blank cell for our readers. */
const cell = fc
  .oneof(tricky, fc.string({ unit: 'grapheme', maxLength: 12 }))
  .map(text => text.replace(/[\uFFFE\uFFFF]|\p{Cc}/gu, found => (/[\n\t]/.test(found) ? found : '?')))
const rowsOf = fc.array(fc.tuple(cell, cell, cell), { maxLength: 8 })

/** All rows as text, whatever the reader left out as blank. */
function dense(rows: readonly { line: number; cells: readonly string[] }[], count: number): string[][] {
  return Array.from({ length: count }, (_, r) => {
    const cells = rows.find(row => row.line === r + 1)?.cells ?? []
    return NAMES.map((_, c) => cells[c] ?? '')
  })
}

describe.each([
  ['xlsx', writeXlsx],
  ['ods', writeOds],
] as const)('%s', (format, write) => {
  const bytesOf = (rows: readonly (readonly string[])[]) =>
    write([{ name: 'Données', table: tableFromRows(NAMES, rows) }])

  test('any text comes back as it was, through our reader', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOf, async rows => {
        const { grids } = await readSheets(format, await bytesOf(rows))
        expect(dense(grids[0]!.rows, rows.length + 1)).toEqual([NAMES, ...rows])
      }),
      { numRuns: 60 },
    )
  })

  test('another program finds the same texts', async () => {
    const rows = [
      ['01004', '__proto__', '=1+1'],
      ['0612345678', 'é, "x" & <y>', '1.50'],
      // SheetJS takes `_x0041_` for an escaped « A » in every format, though only Office Open XML has that escape.
      ['#N/A', format === 'xlsx' ? '_x0041_' : 'x', 'a\nb'],
    ]
    const book = read(await bytesOf(rows), { raw: true })
    expect(book.SheetNames).toEqual(['Données'])
    const found = utils.sheet_to_json<string[]>(book.Sheets.Données!, { header: 1, raw: true })
    expect(found).toEqual([NAMES, ...rows])
  })

  test('the same table gives the same bytes', async () => {
    expect(await bytesOf([['a', 'b', 'c']])).toEqual(await bytesOf([['a', 'b', 'c']]))
  })

  test('what XML cannot carry never breaks the file', async () => {
    const { grids } = await readSheets(format, await bytesOf([['a\u0001b', 'x\uFFFEy', 'z']]))
    expect(grids[0]!.rows[1]!.cells[2]).toBe('z')
  })

  test('several sheets keep their order; names are made acceptable and different', async () => {
    const table = tableFromRows(['a'], [['1']])
    const names = ['Bilan 2021/2022', 'bilan 2021 2022', "'", 'x'.repeat(40)]
    const { grids } = await readSheets(format, await write(names.map(name => ({ name, table }))))
    expect(grids.map(grid => grid.sheet)).toEqual(['Bilan 2021 2022', 'bilan 2021 2022 (2)', 'Feuille', 'x'.repeat(31)])
  })
})

test('hucre reads our .ods', async () => {
  const rows = [['01004', 'é', '_x0041_']]
  const bytes = await writeOds([{ name: 'A', table: tableFromRows(NAMES, rows) }])
  expect((await readOds(bytes)).sheets[0]!.rows).toEqual([NAMES, ...rows])
})
