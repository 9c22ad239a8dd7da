import { scanPart } from '../xml/part.ts'
import { END, OPEN } from '../xml/scanner.ts'
import type { Package } from './package.ts'

export interface Workbook {
  readonly date1904: boolean
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly part: string }[]
  readonly sharedStrings?: string
  readonly styles?: string
}

/** The main part of an xlsx, or undefined when the package holds none (a docx, an xlsb). */
export function workbookPart(pack: Package): string | undefined {
  const main = [...pack.relations('').values()].find(({ type }) => type === 'officeDocument')?.part
  if (main !== undefined && pack.read(main) !== undefined) return /\.bin$/i.test(main) ? undefined : main
  return pack.find(/(^|\/)workbook\.xml$/)
}

/** Sheets in their order; charts, dialogs and macro sheets hold no table. */
export function readWorkbook(pack: Package, part: string): Workbook {
  const relations = pack.relations(part)
  const sheets: { name: string; hidden: boolean; part: string }[] = []
  let date1904 = false
  const xml = scanPart(pack.need(part))
  for (let token = xml.next(); token !== END; token = xml.next()) {
    if (token !== OPEN) continue
    if (xml.name === 'workbookPr') date1904 = /^(1|true|on)$/.test(xml.attribute('date1904'))
    if (xml.name !== 'sheet') continue
    const relation = relations.get(xml.attribute('id'))
    if (relation === undefined || relation.type !== 'worksheet') continue
    sheets.push({ name: xml.attribute('name'), hidden: /hidden$/i.test(xml.attribute('state')), part: relation.part })
  }
  return {
    date1904,
    sheets: sheets.length > 0 ? sheets : sheetsByName(pack),
    ...partOf(relations, 'sharedStrings'),
    ...partOf(relations, 'styles'),
  }
}

function partOf(relations: ReturnType<Package['relations']>, type: 'sharedStrings' | 'styles') {
  const part = [...relations.values()].find(relation => relation.type === type)?.part
  return part === undefined ? {} : { [type]: part }
}

/** A workbook whose list of sheets is lost still has its sheets. */
const sheetsByName = (pack: Package): Workbook['sheets'] =>
  pack.all(/(^|\/)worksheets\/[^/]*\.xml$/).map((part, i) => ({ name: `Feuille ${i + 1}`, hidden: false, part }))

/** Shared strings in order; phonetic readings (rPh) left out. */
export function readSharedStrings(bytes: Uint8Array): string[] {
  const strings: string[] = []
  const xml = scanPart(bytes)
  for (let token = xml.next(); token !== END; token = xml.next())
    if (token === OPEN && xml.name === 'si') strings.push(unescapeText(xml.allText('rPh')))
  return strings
}

/** `_x000D_` stands for a character that XML refuses or would change (ECMA-376 Part 1, 22.9.2.19). */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text
