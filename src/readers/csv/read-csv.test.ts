import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { UnreadableFile } from '../../core/table/read-result.ts'
import { readCsv } from './read-csv.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const read = (text: string, options = {}) => readCsv(bytes(text), options)
const rows = (text: string, options = {}) => read(text, options).grid.rows.map(row => row.cells)

describe('dialects', () => {
  test.each([
    [';', 'nom;note\nx;1,5\ny;2,5\n'],
    [',', 'nom,note\nx,1.5\ny,"2;5"\n'],
    ['\t', 'nom\tadresse\nx\t1, rue A\ny\t2, rue B\n'],
    ['|', 'a|b\n1|2\n'],
    ['^', 'nom^rue\nMairie^1, rue A\nÉcole^2, rue B\n'],
    ['~', 'nom~rue\nMairie~1, rue A\nÉcole~2, rue B\n'],
    [';', 'Ville d’Épône, Yvelines\n\nnom;adresse;tel\nMairie;1, place, du marché;01\nÉcole;2, rue;02\n'],
    [',', 'id,horaires,ville\n1,Mo-Fr 08:00-12:00; Sa 09:00-12:00,Épône\n2,24/7,Épône\n'],
  ])('finds %j', (delimiter, text) => {
    expect(read(text).delimiter).toBe(delimiter)
  })

  test('a list of one column is not cut at its commas', () => {
    expect(rows('adresse\n12 rue A, Épône\n3 rue B, Épône\n')).toEqual([
      ['adresse'],
      ['12 rue A, Épône'],
      ['3 rue B, Épône'],
    ])
    expect(rows('montant\n12,5\n3,25\n')).toEqual([['montant'], ['12,5'], ['3,25']])
    expect(rows('x')).toEqual([['x']])
  })

  test('spaces after every delimiter of the first line are no part of the cells', () => {
    expect(rows('nom, lat, url\nMairie, 48.9, "http://a.fr/?x=1,2"\n')).toEqual([
      ['nom', 'lat', 'url'],
      ['Mairie', '48.9', 'http://a.fr/?x=1,2'],
    ])
    expect(rows('nom;lat\nMairie; 48.9\n')[1]).toEqual(['Mairie', ' 48.9'])
  })

  test('the sep= line names the delimiter and is not a row', () => {
    const { grid, delimiter, warnings } = read('sep=|\na|b\n1;x|2\n')
    expect(delimiter).toBe('|')
    expect(grid.rows).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1;x', '2'] },
    ])
    expect(warnings).toHaveLength(1)
  })

  test('an imposed delimiter is obeyed', () => {
    expect(rows('a;b,c\n', { delimiter: ',' })).toEqual([['a;b', 'c']])
  })

  test('backslashes before quotes, single quotes around every cell', () => {
    expect(rows('nom;note\n"dit \\"Le Grand\\"";x\n')).toEqual([
      ['nom', 'note'],
      ['dit "Le Grand"', 'x'],
    ])
    expect(rows("'nom';'ville'\n'L;école';'Épône'\n")).toEqual([
      ['nom', 'ville'],
      ['L;école', 'Épône'],
    ])
    expect(rows('nom;chemin\n"C:\\";"D:\\"\n')).toEqual([
      ['nom', 'chemin'],
      ['C:\\', 'D:\\'],
    ])
  })
})

describe('lines', () => {
  test('every line ending, even mixed, and blank lines keep their number', () => {
    expect(rows('a;b\r1;2\r3;4\r')).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ])
    expect(read('a;b\r\n1;2\n\n3;4\r5;6').grid.rows).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1', '2'] },
      { line: 3, cells: [''] },
      { line: 4, cells: ['3', '4'] },
      { line: 5, cells: ['5', '6'] },
    ])
  })

  test('ragged rows keep the cells that they have', () => {
    expect(rows('a;b;c\n1;2\n1;2;3;4;5\n\n;;\n1;2;3\n').map(cells => cells.length)).toEqual([3, 2, 5, 1, 3, 3])
  })

  test('a record of several lines counts for one', () => {
    expect(read('nom;note\n"a\nb;c";1\nx;2\n').grid.rows).toEqual([
      { line: 1, cells: ['nom', 'note'] },
      { line: 2, cells: ['a\nb;c', '1'] },
      { line: 3, cells: ['x', '2'] },
    ])
  })
})

describe('quotes that go wrong', () => {
  test('quotes in the middle of a cell are characters', () => {
    expect(rows('nom;note\nL"Étoile;5" de large\n"a"b;c\n"Le "Grand" Café";d\n')).toEqual([
      ['nom', 'note'],
      ['L"Étoile', '5" de large'],
      ['ab', 'c'],
      ['Le "Grand" Café', 'd'],
    ])
  })

  test('an unclosed quote swallows no row', () => {
    const many = Array.from({ length: 1500 }, (_, n) => (n % 3 === 1 ? `"Mairie ${n};ouverte` : `École ${n};fermée`))
    const { grid, warnings } = read(`nom;note\n${many.join('\n')}\n`)
    expect(grid.rows).toHaveLength(1501)
    expect(grid.rows[2]?.cells).toEqual(['"Mairie 1', 'ouverte'])
    expect(warnings[0]).toContain('500 lignes (3, 6, 9')
  })

  test('one alone, at the beginning of a long file, neither', () => {
    const many = Array.from({ length: 1500 }, (_, n) => `${n};École;fermée;`)
    expect(read(`id;nom;note;\n0;"Mairie;x;\n${many.join('\n')}\n`).grid.rows).toHaveLength(1502)
    // Closed by a quote in the last line: the rows between are rows all the same.
    expect(read(`id;nom;note;\n0;"Mairie;x;\n${many.join('\n')}\n9;Poste";y;\n`).grid.rows).toHaveLength(1503)
  })

  test('time stays in proportion when every line opens a quote and doubles others', () => {
    const line = `"a;""b""c;${'x""y'.repeat(20)}\n`
    expect(read(`nom;note;mot\n${line.repeat(20_000)}`).grid.rows.length).toBeGreaterThan(10_000)
  })
})

describe('names and sizes', () => {
  test('names such as __proto__ are cells', () => {
    expect(rows('__proto__;constructor\n1;2\n')).toEqual([
      ['__proto__', 'constructor'],
      ['1', '2'],
    ])
    expect(Object.keys({})).toEqual([])
  })

  test('a cell of 10 MB is read whole; 100,000 columns or 20 MB in a cell are refused with a sentence', () => {
    expect(rows(`nom;note\nx;"${'A'.repeat(1e7)}"\n`)[1]?.[1]).toHaveLength(1e7)
    expect(() => rows(`${'c;'.repeat(100_000)}\n1;2\n`)).toThrow(/100\s001 colonnes/)
    expect(() => rows('x'.repeat(2e7))).toThrow(UnreadableFile)
    expect(() => rows('')).toThrow(/vide/)
  })
})

test('what PapaParse writes is read back as it was, and as PapaParse reads it', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ';', ',', '\n', '\r', ' ', '1', '’') })
  const table = fc
    .integer({ min: 2, max: 5 })
    .chain(width => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }))
  fc.assert(
    fc.property(table, fc.constantFrom(';', ',', '\t'), fc.constantFrom('\n', '\r\n'), (data, delimiter, newline) => {
      const text = Papa.unparse([data[0]!.map((_, n) => `col${n}`), ...data], { delimiter, newline, quotes: true })
      const found = rows(text, { delimiter })
      expect(found).toEqual(Papa.parse(text, { delimiter, newline }).data)
      expect(found.slice(1)).toEqual(data)
    }),
  )
})

const HOSTILE = new URL('../../../../shared/data/hostile/generated/csv/', import.meta.url)
describe.skipIf(!existsSync(HOSTILE))('hostile files (../shared absent: skipped)', () => {
  const load = (name: string) => {
    const raw = readFileSync(new URL(name, HOSTILE))
    return readCsv(new Uint8Array(name.endsWith('.gz') ? gunzipSync(raw) : raw))
  }
  test.each([
    ['mixed-eol.csv', 6],
    ['sep-line.csv', 2],
    ['quote-in-middle.csv', 3],
    ['backslash-escape.csv', 2],
    ['sql.csv', 4],
    ['proto-columns.csv', 2],
    ['cr-only.csv', 3],
    ['nul-bytes.csv', 3],
    ['10MB-cell.csv.gz', 2],
    ['300000-rows.csv.gz', 300_001],
  ])('%s: %i rows', (name, count) => {
    expect(load(name).grid.rows).toHaveLength(count)
  })
  test('unbalanced-quote.csv keeps a row a line', () => {
    const lines = readFileSync(new URL('unbalanced-quote.csv', HOSTILE), 'utf8').split('\n')
    expect(load('unbalanced-quote.csv').grid.rows.length).toBe(lines.length - (lines.at(-1) === '' ? 1 : 0))
  })
  test.each(['wide-1000000-columns.csv.gz', 'huge-line-no-eol.csv.gz', 'only-nul.csv'])('%s is refused', name => {
    expect(() => load(name)).toThrow(UnreadableFile)
  })
})
