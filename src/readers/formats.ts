import type { Format, ReadOptions } from '../core/table/read-result.ts'
import type { Grid } from './grid.ts'
import { readSheets } from './sheets/read-sheets.ts'

/** What the reader of a format gives: sheets, pages or the one grid of a text. */
export interface FormatContent {
  readonly grids: readonly Grid[]
  readonly warnings: readonly string[]
  /** When reading tells more than the first bytes did. */
  readonly format?: Format
  readonly encoding?: string
  readonly delimiter?: string
  /** The first row of each grid is its titles and all others are data: the format says so, nothing is to be found. */
  readonly titled?: true
}

/** Readers are loaded when a file needs them: a CSV does not wait for the PDF engine. Throws `UnreadableFile`. */
export async function readFormat(format: Format, bytes: Uint8Array, options: ReadOptions): Promise<FormatContent> {
  switch (format) {
    case 'csv': {
      const { grid, ...rest } = (await import('./csv/read-csv.ts')).readCsv(bytes, options)
      return { ...rest, grids: [grid] }
    }
    case 'xlsx':
    case 'xls':
    case 'ods':
    case 'fods':
      return readSheets(format, bytes)
    case 'geojson':
    case 'json': {
      const { grid, ...rest } = (await import('./geojson/read-geojson.ts')).readGeojson(bytes)
      return { ...rest, grids: [grid], titled: true }
    }
    case 'totem':
    case 'xml': {
      const found = (await import('./xml/read-xml.ts')).readXml(bytes)
      // A workbook of Excel 2003 has sheets as people make them; the other XML have a title for each column.
      return found.grids.some(grid => grid.sheet !== undefined) ? found : { ...found, titled: true }
    }
    case 'html':
      return (await import('./html/read-html.ts')).readHtml(bytes)
    case 'docx':
      return (await import('./docx/read-docx.ts')).readDocx(bytes)
    case 'pdf':
      return (await import('./pdf/read-pdf.ts')).readPdf(bytes)
  }
}
