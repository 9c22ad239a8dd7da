import { strToU8, zipSync } from 'fflate'

/** One sheet written by hand: `rows` is the inside of `sheetData`, `before` and `after` what stands around it. */
export interface TestSheet {
  readonly name?: string
  readonly state?: 'hidden' | 'veryHidden'
  readonly rows: string
  readonly before?: string
  readonly after?: string
}

export interface TestWorkbook {
  readonly strings?: readonly string[]
  /** Format codes: style 0 is General, style n the nth of these. */
  readonly formats?: readonly string[]
  readonly date1904?: boolean
  readonly strict?: boolean
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const STRICT_MAIN = 'http://purl.oclc.org/ooxml/spreadsheetml/main'
const STRICT_RELATIONS = 'http://purl.oclc.org/ooxml/officeDocument/relationships'

/** A small .xlsx made of hand-written parts, for what no writer would write. */
export function xlsxOf(sheets: readonly TestSheet[], workbook: TestWorkbook = {}): Uint8Array {
  const parts = partsOf(sheets, workbook)
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])))
}

/** The parts by name, so that a test can spoil one. */
export function partsOf(sheets: readonly TestSheet[], workbook: TestWorkbook = {}): Record<string, string> {
  const { strings = [], formats = [], date1904 = false, strict = false } = workbook
  const [main, relations] = strict ? [STRICT_MAIN, STRICT_RELATIONS] : [MAIN, RELATIONS]
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`
  return {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships>${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr date1904="${Number(date1904)}"/><sheets>${sheets
      .map(
        ({ name, state }, i) =>
          `<sheet name="${name ?? `Feuil${i + 1}`}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="s${i}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets
      .map((_, i) => relation(`s${i}`, 'worksheet', `worksheets/sheet${i + 1}.xml`))
      .join(
        '',
      )}${relation('t', 'sharedStrings', 'sharedStrings.xml')}${relation('y', 'styles', 'styles.xml')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${strings.map(text => `<si><t>${text}</t></si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts>${formats
      .map(
        (code, i) =>
          `<numFmt numFmtId="${200 + i}" formatCode="${code.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"/>`,
      )
      .join('')}</numFmts><cellXfs><xf numFmtId="0"/>${formats
      .map((_, i) => `<xf numFmtId="${200 + i}"/>`)
      .join('')}</cellXfs></styleSheet>`,
    ...Object.fromEntries(
      sheets.map(({ rows, before = '', after = '' }, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        `<worksheet xmlns="${main}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`,
      ]),
    ),
  }
}

/** A row of inline texts. */
export const textRow = (line: number, texts: readonly string[]): string =>
  `<row r="${line}">${texts.map(text => `<c t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`).join('')}</row>`
