import { type RawParams, textOf, wrongParam, yesOf } from '../params.ts'

/** How an export writes CSV: Explore's own defaults, that Excel opens in France. */
export interface CsvStyle {
  readonly delimiter: string
  readonly quoteAll: boolean
  readonly bom: boolean
  readonly labels: boolean
  readonly listSeparator: string
}
const DELIMITERS = [';', ',', '\t', '|']

export function csvStyle(params: RawParams): CsvStyle {
  const delimiter = typeof params.delimiter === 'string' ? params.delimiter : ';'
  if (!DELIMITERS.includes(delimiter))
    throw wrongParam('delimiter', delimiter, DELIMITERS.map(one => `« ${one} »`).join(', '))
  return {
    delimiter,
    quoteAll: yesOf(params, 'quote_all', false),
    bom: yesOf(params, 'with_bom', true),
    labels: yesOf(params, 'use_labels', false),
    listSeparator: textOf(params, 'list_separator') ?? ',',
  }
}

export const csvLine = (values: readonly unknown[], style: CsvStyle): string =>
  `${values.map(value => cellOf(value, style)).join(style.delimiter)}\r\n`

function cellOf(value: unknown, { delimiter, quoteAll, listSeparator }: CsvStyle): string {
  const text = csvText(value, listSeparator)
  const quoted = typeof value === 'string' && quoteAll
  return quoted || text.includes(delimiter) || /["\r\n\uFEFF]|^\s|\s$/.test(text)
    ? `"${text.replaceAll('"', '""')}"`
    : text
}

/** A position is latitude then longitude in a cell, as Opendatasoft writes it. */
export function csvText(value: unknown, listSeparator = ','): string {
  if (value === null || value === undefined || value === Infinity || value === -Infinity) return ''
  if (Array.isArray(value)) return value.join(listSeparator)
  if (typeof value !== 'object') return String(value)
  const { lat, lon } = value as { lat?: unknown; lon?: unknown }
  return lat === undefined || lon === undefined ? JSON.stringify(value) : `${lat}, ${lon}`
}
