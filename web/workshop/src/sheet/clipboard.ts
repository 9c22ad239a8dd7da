/** Ranges as spreadsheets exchange them: lines, tabs between cells, quotes around a cell that holds either. */
export type Grid = readonly (readonly string[])[]

export const toTsv = (grid: Grid): string => grid.map(row => row.map(quotedCell).join('\t')).join('\r\n')

const quotedCell = (text: string): string => (/["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** A line break at the very end is the spreadsheet's, not one more row. */
export function fromTsv(text: string): string[][] {
  const rows: string[][] = [[]]
  let at = 0
  while (at <= text.length) {
    const { cell, end } = readCell(text, at)
    rows.at(-1)!.push(cell)
    if (end >= text.length) break
    at = end + (text.startsWith('\r\n', end) ? 2 : 1)
    if (text[end] === '\t') continue
    if (at >= text.length) break
    rows.push([])
  }
  return rows
}

function readCell(text: string, at: number): { cell: string; end: number } {
  const quoted = text[at] === '"' ? readQuoted(text, at) : undefined
  if (quoted) return quoted
  let end = at
  while (end < text.length && !'\t\r\n'.includes(text[end]!)) end++
  return { cell: text.slice(at, end), end }
}

/** A quote that does not close before the end of a cell was only a sign: `"bis` stays as it is. */
function readQuoted(text: string, at: number): { cell: string; end: number } | undefined {
  for (let end = text.indexOf('"', at + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    if (text[end + 1] === '"') end++
    else if (end + 1 >= text.length || '\t\r\n'.includes(text[end + 1]!))
      return { cell: text.slice(at + 1, end).replaceAll('""', '"'), end: end + 1 }
    else return undefined
  }
  return undefined
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>')

/** `mso-number-format`: Excel must not read « 01004 » as a number. */
export const toHtml = (grid: Grid): string =>
  `<table>${grid
    .map(row => `<tr>${row.map(text => `<td style="mso-number-format:'\\@'">${escapeHtml(text)}</td>`).join('')}</tr>`)
    .join('')}</table>`

/** The cells of the first table of a copied page; undefined when there is none. */
export function fromHtml(html: string): string[][] | undefined {
  const table = new DOMParser().parseFromString(withoutStyles(html), 'text/html').querySelector('table')
  if (!table) return undefined
  const rows = [...table.querySelectorAll('tr')].map(row => [...row.querySelectorAll('td, th')].map(cellText))
  return rows.some(row => row.length > 0) ? rows : undefined
}

/** Looks are not read, and the page's policy would report each of them as an attack. */
export const withoutStyles = (html: string): string =>
  html
    .replace(/<style\b[\s\S]*?<\/style>/gi, '')
    .replace(/<[a-z][^>]*>/gi, tag => tag.replace(/\sstyle\s*=/gi, ' data-style='))

function cellText(cell: Element): string {
  for (const br of cell.querySelectorAll('br')) br.replaceWith('\n')
  return (cell.textContent ?? '')
    .split('\n')
    .map(line => line.replace(/\s+/g, ' ').trim())
    .join('\n')
    .trim()
}

/** What was copied, in the richest form that is exact: text keeps every sign, a page's table is read when there is no better. */
export function readClipboard(data: Pick<DataTransfer, 'getData'>): string[][] | undefined {
  const text = data.getData('text/plain')
  if (text.includes('\t')) return fromTsv(text)
  const table = fromHtml(data.getData('text/html'))
  if (table && table.flat().length > 1) return table
  return text === '' ? table : fromTsv(text)
}
