import { existsSync, readFileSync } from 'node:fs'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { UnreadableFile } from '../../core/table/read-result.ts'
import { readDocx } from './read-docx.ts'

const docx = (body: string, name = 'word/document.xml', more = {}) =>
  zipSync({
    [name]: new TextEncoder().encode(
      `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="w" xmlns:mc="m"><w:body>${body}</w:body></w:document>`,
    ),
    ...more,
  })
const cell = (text: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`
const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`
const table = (...rows: string[]) => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`
const cellsOf = (body: string, n = 0) => readDocx(docx(body)).grids[n]?.rows.map(line => line.cells)

describe('readDocx', () => {
  test('a table, with the paragraphs of a cell on lines of their own', () => {
    const two =
      '<w:tc><w:p><w:r><w:t xml:space="preserve">a </w:t></w:r><w:r><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r></w:p><w:p><w:r><w:t>d</w:t><w:br/><w:t>e</w:t></w:r></w:p></w:tc>'
    expect(
      cellsOf(
        `<w:p><w:r><w:t>Titre</w:t></w:r></w:p>${table(row(cell('Nom'), cell('Épône &amp; Co')), row(two, cell('')))}`,
      ),
    ).toEqual([
      ['Nom', 'Épône & Co'],
      ['a b c\nd\ne', ''],
    ])
  })

  test('merged cells stand in their first place and are told', () => {
    const restart = '<w:vMerge w:val="restart"/>'
    const body = table(
      row(cell('Groupe', restart), cell('Titre', '<w:gridSpan w:val="2"/>')),
      row(cell('', '<w:vMerge/>'), cell('x'), cell('y')),
      row(cell('', '<w:vMerge w:val="continue"/>'), cell('z'), cell('t')),
      row(cell('seul', restart), cell('u'), cell('v')),
    )
    expect(readDocx(docx(body)).grids).toEqual([
      {
        rows: [
          { line: 1, cells: ['Groupe', 'Titre', ''] },
          { line: 2, cells: ['', 'x', 'y'] },
          { line: 3, cells: ['', 'z', 't'] },
          { line: 4, cells: ['seul', 'u', 'v'] },
        ],
        merges: [
          [0, 0, 2, 0],
          [0, 1, 0, 2],
        ],
      },
    ])
  })

  test('deleted, hidden and repeated text is not read; hidden text is told', () => {
    const body = table(
      row(
        '<w:tc><w:p><w:del><w:r><w:delText>vieux</w:delText></w:r></w:del><w:r><w:t>neuf</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><mc:AlternateContent><mc:Choice><w:r><w:t>!</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>!</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p></w:tc>',
      ),
    )
    const { grids, warnings } = readDocx(docx(body))
    expect(grids[0]?.rows[0]?.cells).toEqual(['neuf!'])
    expect(warnings).toEqual([expect.stringContaining('masqué')])
  })

  test('several tables, one inside a cell', () => {
    const inner = `<w:tc><w:p><w:r><w:t>dehors</w:t></w:r></w:p>${table(row(cell('dedans')))}<w:p/></w:tc>`
    const { grids } = readDocx(docx(table(row(inner, cell('après'))) + table(row(cell('2')))))
    expect(grids.map(grid => [grid.sheet, grid.rows[0]?.cells])).toEqual([
      ['Tableau 1', ['dehors', 'après']],
      ['Tableau 2', ['dedans']],
      ['Tableau 3', ['2']],
    ])
  })

  test('the document may have another name', () => {
    const rels =
      '<Relationships xmlns="r"><Relationship Type="http://x/officeDocument" Target="/word/document2.xml"/></Relationships>'
    const bytes = docx(table(row(cell('a'))), 'word/document2.xml', { '_rels/.rels': new TextEncoder().encode(rels) })
    expect(readDocx(bytes).grids).toHaveLength(1)
  })

  test.each([
    ['no table', docx('<w:p/>'), /aucun tableau/],
    ['no document', zipSync({ 'a.txt': new Uint8Array(3) }), /pas un document Word/],
    ['a password', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]), /mot de passe/],
    ['no zip', new TextEncoder().encode('bonjour'), /archive/],
    [
      'a DOCTYPE',
      zipSync({ 'word/document.xml': new TextEncoder().encode('<!DOCTYPE d [<!ENTITY a "b">]><d/>') }),
      /DOCTYPE/,
    ],
    ['a bomb', zipSync({ 'word/document.xml': new Uint8Array(140 * 1024 * 1024) }, { level: 1 }), /Mo une fois/],
  ])('%s: refused with a sentence', (_, bytes, sentence) => {
    expect(() => readDocx(bytes)).toThrow(UnreadableFile)
    expect(() => readDocx(bytes)).toThrow(sentence)
  })
})

const PROTECTED = new URL('../../../../shared/data/hostile/poi/poifs/protected_agile.docx', import.meta.url)
test.skipIf(!existsSync(PROTECTED))('a really protected document (../shared absent: skipped)', () => {
  expect(() => readDocx(new Uint8Array(readFileSync(PROTECTED)))).toThrow(/mot de passe/)
})
