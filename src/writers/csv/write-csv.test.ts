import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { tableFromRows } from '../../core/table/table.ts'
import { csvChunks, writeCsv } from './write-csv.ts'

const parse = (text: string) => Papa.parse<string[]>(text, { delimiter: ',', newline: '\r\n' }).data.slice(0, -1)

describe('writeCsv', () => {
  test('quotes only what needs it and ends every record with CRLF', () => {
    const table = tableFromRows(
      ['code', 'nom'],
      [
        ['01001', 'Le "Fournil", centre'],
        ['', ' deux\nlignes'],
      ],
    )
    expect(writeCsv(table)).toBe('code,nom\r\n01001,"Le ""Fournil"", centre"\r\n," deux\nlignes"\r\n')
  })

  test('a mark at the head only when asked', () => {
    const table = tableFromRows(['é'], [['à']])
    expect(writeCsv(table)).toBe('é\r\nà\r\n')
    expect(writeCsv(table, { bom: true })).toBe('\uFEFFé\r\nà\r\n')
  })

  test('what looks like a formula stays as it is', () => {
    expect(writeCsv(tableFromRows(['a', 'b'], [['=1+1', '-0612']]))).toBe('a,b\r\n=1+1,-0612\r\n')
  })

  test('a row whose only cell is empty is still a row', () => {
    expect(parse(writeCsv(tableFromRows(['a'], [[''], ['x']])))).toEqual([['a'], [''], ['x']])
  })

  test('a table without columns is an empty text', () => {
    expect(writeCsv(tableFromRows([], []))).toBe('')
  })

  test('chunks joined are the whole, each of at most a thousand rows', () => {
    const table = tableFromRows(
      ['n'],
      Array.from({ length: 2500 }, (_, i) => [`${i}`]),
    )
    const chunks = [...csvChunks(table)]
    expect(chunks.length).toBe(4)
    expect(parse(chunks.join(''))).toHaveLength(2501)
  })

  test('any text comes back as it was', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('01004', '__proto__', 'é', '"', '""', '\r', '\n', '\r\n', ' x ', ',', '=A1', '\t', '\uFEFFx'),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 20 }), rows => {
        const text = writeCsv(tableFromRows(['a', '__proto__', 'c'], rows))
        expect(parse(text)).toEqual([['a', '__proto__', 'c'], ...rows])
      }),
    )
  })
})
