import { UnreadableFile } from '../../../core/table/read-result.ts'
import type { Grid } from '../../grid.ts'
import type { Zip } from '../../zip/unzip.ts'
import { Formats } from '../cells/cell.ts'
import type { SheetsContent } from '../sheets-content.ts'
import { Package } from './package.ts'
import { readSheet, type SheetContent, type SheetContext } from './sheet.ts'
import { readStyles } from './styles.ts'
import { readSharedStrings, readWorkbook, workbookPart } from './workbook.ts'

/** Reads the values of an .xlsx or .xlsm: no formula is computed, no macro, comment or link is looked at. Throws `UnreadableFile`. */
export function readXlsx(zip: Zip): SheetsContent {
  const pack = new Package(zip)
  const part = workbookPart(pack)
  if (part === undefined)
    throw new UnreadableFile(
      'Ce fichier a le nom d’un classeur Excel mais n’en contient pas : j’attendais des feuilles.',
    )
  const { date1904, sheets, ...parts } = readWorkbook(pack, part)
  if (sheets.length === 0)
    throw new UnreadableFile('Ce classeur ne contient aucune feuille de calcul : j’attendais au moins un tableau.')
  const formats = new Formats()
  const context: SheetContext = {
    strings: readSharedStrings(optional(pack, parts.sharedStrings)),
    styles: readStyles(optional(pack, parts.styles), formats),
    general: formats.of('General'),
    date1904,
  }
  const warnings: string[] = []
  const grids = sheets.map(sheet => {
    const content = readSheet(pack.need(sheet.part), context)
    if (content.emptyFormulas > 0) warnings.push(uncomputed(sheet.name, content.emptyFormulas))
    return gridOf(sheet.name, sheet.hidden, content)
  })
  return { grids, warnings }
}

const optional = (pack: Package, part: string | undefined) =>
  (part === undefined ? undefined : pack.read(part)) ?? new Uint8Array()

const gridOf = (sheet: string, hidden: boolean, content: SheetContent): Grid => ({
  sheet,
  ...(hidden && { hidden }),
  rows: content.rows,
  merges: content.merges,
  hiddenRows: content.hiddenRows,
  hiddenColumns: content.hiddenColumns,
})

const uncomputed = (sheet: string, count: number) =>
  `Feuille « ${sheet} » : ${count} case${count > 1 ? 's' : ''} avec une formule dont le résultat n’est pas dans le fichier. Ouvrez-le dans un tableur et enregistrez-le pour les avoir.`
