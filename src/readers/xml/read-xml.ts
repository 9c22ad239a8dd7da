import { UnreadableFile } from '../../core/table/read-result.ts'
import type { Grid } from '../grid.ts'
import { readRepeated } from './repeated.ts'
import { readSpreadsheet2003 } from './spreadsheet-2003.ts'
import { readTotem } from './totem.ts'
import { decodeXml } from './walk.ts'

export interface XmlResult {
  readonly grids: readonly Grid[]
  readonly format: 'totem' | 'xml'
  readonly encoding: string
  /** French sentences. */
  readonly warnings: readonly string[]
}

/** Reads an XML file: a TOTEM budget, an Excel 2003 workbook, or any list of like elements. Throws `UnreadableFile`. */
export function readXml(bytes: Uint8Array): XmlResult {
  const { text, encoding, warnings } = decodeXml(bytes)
  const found = read(text)
  if (found.grids.every(grid => grid.rows.length === 0))
    throw new UnreadableFile(
      'Ce fichier XML ne contient aucune liste : j’attendais un même élément répété, une fois par ligne.',
    )
  return { ...found, encoding, warnings: [...warnings, ...found.warnings] }
}

function read(text: string): Omit<XmlResult, 'encoding'> {
  const root = /<(?:[\w.-]+:)?([\w.-]+)[\s>/]/.exec(text.slice(0, 20_000).replace(/<[?!][^>]*>/g, ''))?.[1]
  if (root === 'DocumentBudgetaire') {
    const { grid, warnings } = readTotem(text)
    return { grids: [grid], format: 'totem', warnings }
  }
  if (root === 'Workbook') return { grids: readSpreadsheet2003(text), format: 'xml', warnings: [] }
  const grid = readRepeated(text)
  return { grids: grid === undefined ? [] : [grid], format: 'xml', warnings: [] }
}
