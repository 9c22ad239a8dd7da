import type { Formats } from '../cells/cell.ts'
import type { CellFormat } from '../cells/format.ts'
import { BUILT_IN_FORMATS } from '../cells/format-codes.ts'
import { scanPart } from '../xml/part.ts'
import { END, OPEN } from '../xml/scanner.ts'

/** The number format of each cell style, by its index (`s` of a cell). */
export function readStyles(bytes: Uint8Array, formats: Formats): CellFormat[] {
  const codes = new Map<number, string>()
  const styles: number[] = []
  let inside = ''
  const xml = scanPart(bytes)
  for (let token = xml.next(); token !== END; token = xml.next()) {
    if (token !== OPEN) continue
    if (xml.name === 'cellXfs' || xml.name === 'cellStyleXfs' || xml.name === 'cellStyles' || xml.name === 'dxfs')
      inside = xml.name
    // Formats of conditional styles (dxf) reuse ids at will.
    else if (xml.name === 'numFmt' && inside !== 'dxfs')
      codes.set(Number(xml.attribute('numFmtId')), xml.attribute('formatCode'))
    else if (xml.name === 'xf' && inside === 'cellXfs') styles.push(Number(xml.attribute('numFmtId')) || 0)
  }
  return styles.map(id => formats.of(codes.get(id) ?? BUILT_IN_FORMATS.get(id) ?? 'General'))
}
