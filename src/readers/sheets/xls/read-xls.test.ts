import * as XLSX from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { sniffFormat } from '../../sniff.ts'
import { readXls } from './read-xls.ts'

type BookType = 'biff8' | 'biff5'

/** A workbook written by SheetJS in the old formats. */
function xlsOf(type: BookType, change: (book: XLSX.WorkBook, sheet: XLSX.WorkSheet) => void = () => {}): Uint8Array {
  const sheet = XLSX.utils.aoa_to_sheet([
    ['Nom', 'Code', 'Date', 'Heure', 'Part', 'Ouvert'],
    ['Crèche', 1001, 44486, 8.5 / 24, 0.125, true],
  ])
  for (const [ref, format] of Object.entries({ B2: '00000', C2: 'dd/mm/yyyy', D2: 'hh:mm', E2: '0.0%' }))
    sheet[ref].z = format
  const book = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(book, sheet, 'Equipements')
  change(book, sheet)
  const bytes: Uint8Array = XLSX.write(book, { type: 'buffer', bookType: type })
  // The writer of BIFF5 puts « _ » for every accent: here is the byte that Excel 95 wrote.
  return Buffer.from(
    Buffer.from(bytes).toString('latin1').replaceAll('Cr_che', 'Crèche').replaceAll('Cach_e', 'Cachée'),
    'latin1',
  )
}

describe.each(['biff8', 'biff5'] as const)('%s', type => {
  test('is known by its content', () => {
    expect(sniffFormat(xlsOf(type), 'liste.csv')).toBe('xls')
  })

  test('texts, codes, dates, hours, percentages and booleans, as an .xlsx would give them', () => {
    const { grids } = readXls(xlsOf(type))
    expect(grids[0]!.sheet).toBe('Equipements')
    expect(grids[0]!.rows.map(row => row.cells)).toEqual([
      ['Nom', 'Code', 'Date', 'Heure', 'Part', 'Ouvert'],
      ['Crèche', '01001', '2021-10-17', '08:30:00', '0.125', 'true'],
    ])
    expect(grids[0]!.rows[1]!.natives?.map(native => native?.shown)).toEqual([
      undefined,
      '01001',
      '17/10/2021',
      '08:30',
      '12,5%',
      'VRAI',
    ])
  })

  test('dates of the 1904 system, merges and hidden sheets', () => {
    const { grids } = readXls(
      xlsOf(type, (book, sheet) => {
        sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 1 } }]
        XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['secret']]), 'Cachée')
        book.Workbook = { WBProps: { date1904: true }, Sheets: [{ Hidden: 0 }, { Hidden: type === 'biff8' ? 2 : 1 }] }
      }),
    )
    expect(grids[0]!.rows[1]!.cells[2]).toBe('2025-10-18')
    // The writer of BIFF5 leaves merges out.
    expect(grids[0]!.merges).toEqual(type === 'biff8' ? [[0, 0, 0, 1]] : [])
    expect(grids[1]).toMatchObject({ sheet: 'Cachée', hidden: true })
  })
})

test('a file cut anywhere is refused with a sentence, or read', () => {
  const whole = xlsOf('biff8')
  for (let end = 600; end < whole.length; end += 997) {
    try {
      expect(Array.isArray(readXls(whole.subarray(0, end)).grids)).toBe(true)
    } catch (error) {
      expect(error).toMatchObject({ name: 'UnreadableFile' })
    }
  }
})
