import { CLOSE, END, OPEN, TEXT, type XmlScanner } from '../xml/scanner.ts'

/** What the person sees of a cell: its paragraphs, one a line. Notes and drawings laid over the cell are not its text. Call on OPEN; leaves on its CLOSE. */
export function shownText(xml: XmlScanner): string {
  const paragraphs: string[] = []
  for (let depth = 1; depth > 0; ) {
    const token = xml.next()
    if (token === END) break
    if (token === CLOSE) depth--
    else if (token === OPEN) {
      if (xml.name === 'p' || xml.name === 'h') paragraphs.push(paragraph(xml))
      else if (CONTAINERS.has(xml.name)) depth++
      else xml.skip()
    }
  }
  return paragraphs.join('\n')
}

const CONTAINERS = new Set(['list', 'list-item', 'list-header', 'section'])

/** Blanks of the XML count as one space; true runs of spaces are written `<text:s text:c="3"/>` (OpenDocument 1.2 Part 1, 6.1.2). */
function paragraph(xml: XmlScanner): string {
  let text = ''
  for (let depth = 1; depth > 0; ) {
    const token = xml.next()
    if (token === END) break
    if (token === CLOSE) depth--
    else if (token === TEXT) text += xml.text().replace(/[\t\r\n ]+/g, ' ')
    else if (NOT_TEXT.has(xml.name)) xml.skip()
    else {
      text += blank(xml)
      depth++
    }
  }
  return text
}

const NOT_TEXT = new Set(['annotation', 'ruby-text', 'note', 'frame', 'custom-shape'])
const MOST_SPACES = 1024

function blank(xml: XmlScanner): string {
  if (xml.name === 's') return ' '.repeat(Math.min(Number(xml.attribute('c')) || 1, MOST_SPACES))
  if (xml.name === 'tab') return '\t'
  return xml.name === 'line-break' ? '\n' : ''
}
