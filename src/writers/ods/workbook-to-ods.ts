import { type Zippable, zipSync } from 'fflate'
import type { Workbook } from '../sheets/workbook.ts'
import { content } from './content.ts'
import { settings } from './styles.ts'
import { element, escapeXml } from './xml.ts'

const MIME = 'application/vnd.oasis.opendocument.spreadsheet'
const URN = 'urn:oasis:names:tc:opendocument:xmlns'
const SPACES = {
  'xmlns:office': `${URN}:office:1.0`,
  'xmlns:style': `${URN}:style:1.0`,
  'xmlns:text': `${URN}:text:1.0`,
  'xmlns:table': `${URN}:table:1.0`,
  'xmlns:fo': `${URN}:xsl-fo-compatible:1.0`,
  'xmlns:number': `${URN}:datastyle:1.0`,
  'xmlns:config': `${URN}:config:1.0`,
  'xmlns:meta': `${URN}:meta:1.0`,
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:of': `${URN}:of:1.2`,
  'xmlns:ooo': 'http://openoffice.org/2004/office',
  'office:version': '1.2',
}

/**
 * The workbook as .ods (OpenDocument 1.2). Ours and not hucre's: its writer has no text format, drop-down list, width, frozen row nor filter,
 * and folds the lines of a cell into one. The same workbook gives the same bytes.
 */
export function workbookToOds(workbook: Workbook): Uint8Array {
  const parts: Zippable = {
    // First and not compressed: programs recognise the file by it (OpenDocument 1.2 Part 3, 3.3).
    mimetype: [encode(MIME), { level: 0 }],
    'META-INF/manifest.xml': encode(manifest()),
    'content.xml': encode(document('content', content(workbook))),
    'styles.xml': encode(document('styles', element('office:styles', {}, DEFAULT_STYLE))),
    'meta.xml': encode(document('meta', element('office:meta', {}, meta(workbook)))),
    'settings.xml': encode(document('settings', element('office:settings', {}, settings(workbook.sheets)))),
  }
  return zipSync(parts, { mtime: new Date(2000, 0, 1) })
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
const document = (kind: string, inside: string): string => HEAD + element(`office:document-${kind}`, SPACES, inside)

const DEFAULT_STYLE = element('style:style', { 'style:name': 'Default', 'style:family': 'table-cell' })

const meta = ({ title, description }: Workbook): string =>
  '<meta:generator>Carnet</meta:generator>' +
  (title === undefined ? '' : `<dc:title>${escapeXml(title)}</dc:title>`) +
  (description === undefined ? '' : `<dc:description>${escapeXml(description)}</dc:description>`)

const manifest = (): string => {
  const entry = (path: string, type: string) =>
    element('manifest:file-entry', { 'manifest:full-path': path, 'manifest:media-type': type })
  const parts = ['content.xml', 'styles.xml', 'meta.xml', 'settings.xml'].map(path => entry(path, 'text/xml'))
  return (
    HEAD +
    element(
      'manifest:manifest',
      { 'xmlns:manifest': `${URN}:manifest:1.0`, 'manifest:version': '1.2' },
      entry('/', MIME) + parts.join(''),
    )
  )
}
