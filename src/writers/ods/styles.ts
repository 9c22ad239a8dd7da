import { type Format, LOOKS, type Look, type Sheet } from '../sheets/workbook.ts'
import { element, escapeXml } from './xml.ts'

/** The styles that a workbook uses, each once, by name. */
export class Styles {
  private readonly made = new Map<string, string>()

  column(width: number): string {
    return this.style('co', 'table-column', String(width), () =>
      element('style:table-column-properties', { 'style:column-width': `${(width * 0.2).toFixed(2)}cm` }),
    )
  }

  row(height: number | undefined): string {
    return this.style('ro', 'table-row', String(height ?? 'auto'), () =>
      element('style:table-row-properties', {
        ...(height !== undefined && { 'style:row-height': `${height}pt` }),
        'style:use-optimal-row-height': height === undefined ? 'true' : 'false',
      }),
    )
  }

  cell(look: Look, format: Format): string {
    const data = { text: 'NText', date: 'NDate', number: undefined }[format]
    return this.style('ce', 'table-cell', `${look}-${format}`, () => cellProperties(look), {
      'style:parent-style-name': 'Default',
      'style:data-style-name': data,
    })
  }

  xml(): string {
    return element('office:automatic-styles', {}, DATA_STYLES + [...this.made.values()].join(''))
  }

  private style(
    prefix: string,
    family: string,
    key: string,
    properties: () => string,
    more: Record<string, string | undefined> = {},
  ): string {
    const name = `${prefix}-${key.replaceAll('.', '_')}`
    if (!this.made.has(name))
      this.made.set(name, element('style:style', { 'style:name': name, 'style:family': family, ...more }, properties()))
    return name
  }
}

/** « Text » keeps the zeros of what is typed; a day shows as it is written in the data. */
const DATA_STYLES =
  '<number:text-style style:name="NText"><number:text-content/></number:text-style>' +
  '<number:date-style style:name="NDate"><number:year number:style="long"/><number:text>-</number:text>' +
  '<number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style>'

function cellProperties(look: Look): string {
  const { bold, italic, fill, color, wrap } = LOOKS[look]
  return (
    element('style:table-cell-properties', {
      'fo:background-color': fill && `#${fill}`,
      'fo:wrap-option': wrap && 'wrap',
      'style:vertical-align': wrap && 'top',
    }) +
    element('style:text-properties', {
      'fo:font-weight': bold && 'bold',
      'fo:font-style': italic && 'italic',
      'fo:color': color && `#${color}`,
    })
  )
}

/** Rows kept in sight are a setting of the view, not of the sheet. */
export const settings = (sheets: readonly Sheet[]): string =>
  element(
    'config:config-item-set',
    { 'config:name': 'ooo:view-settings' },
    element(
      'config:config-item-map-indexed',
      { 'config:name': 'Views' },
      element(
        'config:config-item-map-entry',
        {},
        item('ViewId', 'string', 'view1') +
          element('config:config-item-map-named', { 'config:name': 'Tables' }, sheets.map(sheetView).join('')) +
          item('ActiveTable', 'string', sheets[0]?.name ?? ''),
      ),
    ),
  )

const sheetView = ({ name, frozenRows }: Sheet): string =>
  element(
    'config:config-item-map-entry',
    { 'config:name': name },
    item('VerticalSplitMode', 'short', frozenRows > 0 ? 2 : 0) +
      item('VerticalSplitPosition', 'int', frozenRows) +
      item('ActiveSplitRange', 'short', 2) +
      item('PositionTop', 'int', 0) +
      item('PositionBottom', 'int', frozenRows),
  )

const item = (name: string, type: string, value: string | number): string =>
  element('config:config-item', { 'config:name': name, 'config:type': type }, escapeXml(String(value)))
