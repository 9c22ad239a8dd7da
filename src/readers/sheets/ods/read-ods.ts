import { UnreadableFile } from '../../../core/table/read-result.ts'
import type { Grid } from '../../grid.ts'
import { PROTECTED } from '../../sniff.ts'
import type { Zip } from '../../zip/unzip.ts'
import type { SheetsContent } from '../sheets-content.ts'
import { scanPart } from '../xml/part.ts'
import { CLOSE, END, OPEN, type XmlScanner } from '../xml/scanner.ts'
import { CellBudget } from './cell-budget.ts'
import { readOdsTable } from './table.ts'

/** Reads the values of an .ods: no formula is computed, no macro, note, drawing or link is looked at. Throws `UnreadableFile`. */
export function readOds(zip: Zip): SheetsContent {
  if (isEncrypted(zip)) throw new UnreadableFile(PROTECTED)
  if (!zip.has('content.xml'))
    throw new UnreadableFile('Ce classeur LibreOffice est abîmé : il lui manque sa partie « content.xml ».')
  return readFods(zip.read('content.xml'))
}

/** The same document as one XML file (.fods). Throws `UnreadableFile`. */
export function readFods(bytes: Uint8Array): SheetsContent {
  const xml = scanPart(bytes)
  const hiddenStyles = new Set<string>()
  const grids: Grid[] = []
  const warnings: string[] = []
  const budget = new CellBudget()
  let style = ''
  let whole = false
  for (let token = xml.next(); token !== END; token = xml.next()) {
    if (token === CLOSE) whole ||= xml.name === 'spreadsheet'
    if (token !== OPEN) continue
    if (xml.name === 'style') style = xml.attribute('name')
    else if (xml.name === 'table-properties' && xml.attribute('display') === 'false') hiddenStyles.add(style)
    // Deleted rows that are still tracked, forms and drawings hold cells that are no longer in the sheet, or never were.
    else if (PASSED_OVER.has(xml.name)) xml.skip()
    else if (xml.name === 'table') grids.push(readSheet(xml, hiddenStyles, budget, warnings))
  }
  if (!whole) throw new UnreadableFile(CUT)
  return { grids, warnings }
}

const PASSED_OVER = new Set(['tracked-changes', 'forms', 'shapes', 'master-styles', 'scripts'])

function readSheet(xml: XmlScanner, hiddenStyles: ReadonlySet<string>, budget: CellBudget, warnings: string[]): Grid {
  const sheet = xml.attribute('name')
  const hidden = hiddenStyles.has(xml.attribute('style-name'))
  const { repeats, ...content } = readOdsTable(xml, budget)
  warnings.push(...repeats.map(({ from, to }) => repeated(sheet, from, to)))
  return { sheet, ...(hidden && { hidden: true as const }), ...content }
}

/** OpenDocument 1.2 Part 3: each encrypted part has `encryption-data` in the manifest; newer files wrap the whole package. */
function isEncrypted(zip: Zip): boolean {
  if (zip.has('encrypted-package')) return true
  if (!zip.has('META-INF/manifest.xml')) return false
  return Buffer.from(zip.read('META-INF/manifest.xml')).includes('encryption-data')
}

const repeated = (sheet: string, from: number, to: number) =>
  `Feuille « ${sheet} » : les lignes ${from} à ${to} répètent toutes le même contenu, jusqu’en bas de la feuille ; je n’en lis que la première.`

const CUT =
  'Ce classeur LibreOffice est abîmé : son contenu s’arrête au milieu ou n’a pas de feuille. Demandez-en une nouvelle copie.'
