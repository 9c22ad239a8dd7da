import { existsSync, readdirSync, readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { UnreadableFile } from '../../core/table/read-result.ts'
import { readXml } from './read-xml.ts'

const read = (text: string) => readXml(new TextEncoder().encode(text))
const table = (text: string) => read(text).grids[0]?.rows.map(row => row.cells)

const TOTEM = `<?xml version="1.0" encoding="ISO-8859-1"?>
<DocumentBudgetaire xmlns="http://www.minefi.gouv.fr/cp/demat/docbudgetaire">
  <EnTeteDocBudgetaire><DteStr V="2021-04-02"/><LibelleColl V="Épône"/><IdColl V="21780217500019"/></EnTeteDocBudgetaire>
  <Budget>
    <EnTeteBudget><LibelleEtab V="Commune d'Épône"/><IdEtab V="21780217500019"/></EnTeteBudget>
    <BlocBudget><NatDec V="09"/><Exer V="2020"/></BlocBudget>
    <LigneBudget><Nature V="60611"/><Fonction V="020"/><ContNat V="011"/><ArtSpe V="false"/><CodRD V="D"/><MtReal V="12345.60"/><OpBudg V="0"/><CaracSup Code="Section" V="F"/></LigneBudget>
    <LigneBudget calculated="true"><Nature V="TOTAL"/></LigneBudget>
    <LigneBudget><Nature V="021"/><ContNat V="021"/><CodRD V="R"/><MtReal V="0"/><OpBudg V="1"/><MtSup Code="APVote" V="5"/></LigneBudget>
  </Budget>
</DocumentBudgetaire>`

describe('TOTEM budgets', () => {
  const result = readXml(new Uint8Array(iconv.encode(TOTEM, 'windows-1252')))
  const [header, ...rows] = result.grids[0]!.rows.map(row => row.cells)
  const record = (row: string[] | readonly string[] = []) =>
    Object.fromEntries(header!.map((name, n) => [name, row[n]]))

  test('a row a line, with the header of its budget, under the national names', () => {
    expect(result.format).toBe('totem')
    expect(rows).toHaveLength(2)
    expect(header?.slice(0, 5)).toEqual(['BGT_NATDEC', 'BGT_ANNEE', 'BGT_SIRET', 'BGT_NOM', 'BGT_CONTNAT'])
    expect(record(rows[0])).toMatchObject({
      BGT_NATDEC: 'compte administratif',
      BGT_ANNEE: '2020',
      BGT_SIRET: '21780217500019',
      BGT_NOM: "Commune d'Épône",
      BGT_CONTNAT: '011',
      BGT_NATURE: '60611',
      BGT_FONCTION: '020',
      BGT_SECTION: 'fonctionnement',
      BGT_OPBUDG: 'réel',
      BGT_CODRD: 'dépense',
      BGT_MTREAL: '12345.60',
      BGT_ARTSPE: 'non spécialisé',
    })
    expect(record(rows[1])).toMatchObject({
      BGT_NATURE: '021',
      BGT_OPBUDG: 'ordre',
      BGT_CODRD: 'recette',
      MtSup_APVote: '5',
    })
  })

  test('computed lines are told', () => {
    expect(result.warnings).toEqual([expect.stringContaining('1 lignes calculées')])
  })
})

describe('other XML', () => {
  test('the most repeated element becomes rows', () => {
    expect(
      table(`<l:lib xmlns:l="x"><meta>2021</meta><l:book id="1"><author><name>A</name></author><tag>x</tag><tag>y</tag></l:book>
        <l:book id="2"><author><name>B &amp; C</name></author><note/></l:book></l:lib>`),
    ).toEqual([
      ['id', 'author.name', 'tag', 'note'],
      ['1', 'A', 'x | y', ''],
      ['2', 'B & C', '', ''],
    ])
  })

  test('names such as __proto__ are columns', () => {
    expect(
      table('<r><i><__proto__>a</__proto__><constructor>1</constructor></i><i><__proto__>b</__proto__></i></r>'),
    ).toEqual([
      ['__proto__', 'constructor'],
      ['a', '1'],
      ['b', ''],
    ])
  })

  test('an Excel 2003 workbook keeps the place of its cells, its merges and its hidden rows', () => {
    const { grids } =
      read(`<?xml version="1.0"?><Workbook xmlns="urn:x" xmlns:ss="urn:x"><Worksheet ss:Name="Feuil1"><Table>
      <Row ss:Index="2"><Cell ss:MergeAcross="1"><Data ss:Type="String">Titre</Data></Cell><Cell><Data ss:Type="String">c</Data></Cell></Row>
      <Row ss:Hidden="1"><Cell ss:Index="3"><Data ss:Type="DateTime">2021-10-17T00:00:00.000</Data></Cell></Row></Table></Worksheet></Workbook>`)
    expect(grids).toEqual([
      {
        sheet: 'Feuil1',
        rows: [
          { line: 2, cells: ['Titre', '', 'c'] },
          { line: 3, cells: ['', '', '2021-10-17'] },
        ],
        merges: [[1, 0, 1, 1]],
        hiddenRows: [3],
      },
    ])
  })

  test.each([
    [
      '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r><i a="1"/><i a="2"/></r>',
      /DOCTYPE/,
    ],
    [`<!DOCTYPE l [${'<!ENTITY a "b">'.repeat(1000)}]><l/>`, /DOCTYPE/],
    ['<r><i>&x;</i></r>', /XML correct/],
    ['<r><i></r>', /ligne 1/],
    ['<r>rien</r>', /aucune liste/],
    [`${'<a>'.repeat(2000)}${'</a>'.repeat(2000)}`, /500 niveaux/],
  ])('%j is refused with a sentence', (text, sentence) => {
    expect(() => read(text)).toThrow(UnreadableFile)
    expect(() => read(text)).toThrow(sentence)
  })
})

const SHARED = new URL('../../../../shared/data/hostile/', import.meta.url)
describe.skipIf(!existsSync(SHARED))('public corpora (../shared absent: skipped)', () => {
  const files = (readdirSync(SHARED, { recursive: true }) as string[]).filter(name => name.endsWith('.xml'))
  test.each(files)('%s is read or refused', name => {
    try {
      expect(readXml(new Uint8Array(readFileSync(new URL(name, SHARED)))).grids.length).toBeGreaterThan(0)
    } catch (error) {
      expect(error).toBeInstanceOf(UnreadableFile)
    }
  })
})
