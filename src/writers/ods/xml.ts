/** What XML 1.0 cannot carry at all, half of a surrogate pair included, becomes the replacement character: seen, and never a broken file. */
const IMPOSSIBLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu

export const escapeXml = (text: string): string =>
  text
    .replace(IMPOSSIBLE, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

/** Undefined attributes are left out. */
export const element = (
  name: string,
  attributes: Record<string, string | number | undefined>,
  content = '',
): string => {
  let head = `<${name}`
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) head += ` ${key}="${escapeXml(String(value)).replace(/[\t\r\n]/g, ' ')}"`
  return content === '' ? `${head}/>` : `${head}>${content}</${name}>`
}

/** A paragraph a line; runs of spaces, tabs and spaces at the ends are elements, or they would count as one (OpenDocument 1.2 Part 1, 6.1). */
export const paragraphs = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map(line => element('text:p', {}, blanks(line)))
    .join('')

const blanks = (line: string): string =>
  escapeXml(line)
    .replace(/^ +| +$| {2,}/g, run => `<text:s text:c="${run.length}"/>`)
    .replaceAll('\t', '<text:tab/>')
