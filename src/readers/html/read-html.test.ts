import { existsSync, readdirSync, readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { UnreadableFile } from '../../core/table/read-result.ts'
import { sniffFormat } from '../sniff.ts'
import { readHtml } from './read-html.ts'

const read = (html: string) => readHtml(new TextEncoder().encode(html))
const rows = (html: string, n = 0) => read(html).grids[n]?.rows.map(row => row.cells)

describe('readHtml', () => {
  test('text as a person sees it', () => {
    expect(
      rows(
        `<table><tr><th>Nom<th>Note</tr><tr><td> École&nbsp;<b>Émile  Zola</b>\n<script>alert(1)</script></td><td>a<br>b<p>c</p></td></tr></table>`,
      ),
    ).toEqual([
      ['Nom', 'Note'],
      ['École\u00a0Émile Zola', 'a\nb\nc'],
    ])
  })

  test('spans keep every cell in its column and are told as merges', () => {
    const html = `<table><tr><td rowspan=2>A</td><td colspan=2>B</td></tr><tr><td>c</td><td>d</td></tr><tr><td>e<td>f<td rowspan=99>g</table>`
    expect(rows(html)).toEqual([
      ['A', 'B', ''],
      ['', 'c', 'd'],
      ['e', 'f', 'g'],
    ])
    expect(read(html).grids[0]?.merges).toEqual([
      [0, 0, 1, 0],
      [0, 1, 0, 2],
    ])
  })

  test('wild spans stay in bounds', () => {
    expect(
      rows('<table><tr><td colspan=999999999>a<td colspan=x>b<td rowspan=0>c</tr><tr><td>d</table>')?.[0],
    ).toHaveLength(1002)
    expect(() => rows(`<table><tr>${'<td colspan=1000>'.repeat(20)}x</table>`)).toThrow(/16 384/)
  })

  test('hidden rows are told, hidden words are not read', () => {
    const { grids } = read(
      '<table><tr><td>a<span style="display:none">secret</span></td></tr><tr style="display: none"><td>b</td></tr></table>',
    )
    expect(grids[0]?.rows.map(row => row.cells)).toEqual([['a'], ['b']])
    expect(grids[0]?.hiddenRows).toEqual([2])
  })

  test('several tables, named by their caption or their rank; a table in a cell is one of its own', () => {
    const { grids } = read(
      '<table><caption>Écoles</caption><tr><td>1</table><table><tr><td>2<table><tr><td>3</table></table><table><tr><td></table>',
    )
    expect(grids.map(grid => [grid.sheet, grid.rows[0]?.cells[0]])).toEqual([
      ['Écoles', '1'],
      ['Tableau 2', '2'],
      ['Tableau 3', '3'],
    ])
  })

  test('the declared encoding is believed', () => {
    const html =
      '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252"><table><tr><td>Épône, 15 €</table>'
    expect(readHtml(new Uint8Array(iconv.encode(html, 'windows-1252')))).toMatchObject({
      encoding: 'windows-1252',
      grids: [{ rows: [{ cells: ['Épône, 15 €'] }] }],
    })
  })

  test('no table, or nothing: refused with a sentence', () => {
    expect(() => read('<p>Bonjour</p>')).toThrow(/aucun tableau/)
    expect(() => read('')).toThrow(UnreadableFile)
  })

  test('a web page in one file, which some software names .xls, gives the tables of its pages', () => {
    const part = (headers: string, body: string) => `------=_X\r\n${headers}\r\n\r\n${body}\r\n`
    const archive = [
      'MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related;\r\n\tboundary="----=_X"\r\n\r\n',
      part(
        'Content-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable',
        '<table><tr><td>Nom<td>=C3=89c=\r\nole</tr><tr><td>a<td>b</table>',
      ),
      part('Content-Type: image/png\r\nContent-Transfer-Encoding: base64', 'iVBORw0K'),
      part(
        'Content-Type: text/html; charset="windows-1252"\r\nContent-Transfer-Encoding: base64',
        iconv.encode('<table><tr><td>Été</table>', 'windows-1252').toString('base64'),
      ),
      '------=_X--\r\n',
    ].join('')
    const bytes = new TextEncoder().encode(archive)
    expect(sniffFormat(bytes, 'export.xls')).toBe('html')
    expect(readHtml(bytes).grids.map(grid => grid.rows.map(row => row.cells))).toEqual([
      [
        ['Nom', 'École'],
        ['a', 'b'],
      ],
      [['Été']],
    ])
    expect(() => readHtml(bytes.slice(0, 150))).toThrow(UnreadableFile)
  })

  test('a page that nests without end is read or refused', () => {
    expect(rows(`${'<div>'.repeat(20_000)}<table><tr><td>x</table>`)).toEqual([['x']])
  })
})

const SHARED = new URL('../../../../shared/data/hostile/', import.meta.url)
describe.skipIf(!existsSync(SHARED))('public corpora (../shared absent: skipped)', () => {
  const files = (readdirSync(SHARED, { recursive: true }) as string[]).filter(name =>
    /\.html$|html-named\.xls$/.test(name),
  )
  test.each(files)('%s is read or refused', name => {
    try {
      expect(readHtml(new Uint8Array(readFileSync(new URL(name, SHARED)))).grids.length).toBeGreaterThan(0)
    } catch (error) {
      expect(error).toBeInstanceOf(UnreadableFile)
    }
  })
})
