import { type Block, blocksOf, linksIn } from '../../contract/kit-blocks.ts'

/** The text as a Word document: real titles and lists, addresses that open. The library is loaded when a first document is asked. */
export async function docxOf(title: string, body: string): Promise<Uint8Array> {
  const { Document, ExternalHyperlink, HeadingLevel, Packer, Paragraph, TextRun } = await import('docx')
  const runs = (text: string, first = true) =>
    linksIn(text).map(({ text, href }, at) => {
      const run = new TextRun({
        text,
        ...(href !== undefined && { style: 'Hyperlink' }),
        ...(!first && at === 0 && { break: 1 }),
      })
      return href === undefined ? run : new ExternalHyperlink({ link: href, children: [run] })
    })
  const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 }
  const paragraph = (block: Block) => {
    if (block.type === 'title') return new Paragraph({ heading: LEVELS[block.level], children: runs(block.text) })
    if (block.type === 'item')
      return new Paragraph({ bullet: { level: 0 }, spacing: { after: 80 }, children: runs(block.text) })
    return new Paragraph({ children: block.lines.flatMap((line, at) => runs(line, at === 0)) })
  }
  const children = blocksOf(body).map(paragraph)
  const document = new Document({
    title,
    creator: 'Carnet',
    styles: STYLES,
    sections: [{ properties: PAGE, children }],
  })
  return Packer.toBuffer(document)
}

/** A4, 2.5 cm around. */
const PAGE = {
  page: { size: { width: 11_906, height: 16_838 }, margin: { top: 1417, right: 1417, bottom: 1417, left: 1417 } },
}
const title = (size: number, before: number) => ({
  run: { size, bold: true, color: '1F3A5F' },
  paragraph: { spacing: { before, after: 120 }, keepNext: true },
})
const STYLES = {
  default: {
    document: {
      run: { font: 'Calibri', size: 22, language: { value: 'fr-FR' } },
      paragraph: { spacing: { after: 160, line: 276 } },
    },
    heading1: title(36, 0),
    heading2: title(26, 280),
    heading3: title(22, 200),
    hyperlink: { run: { color: '0B5394', underline: {} } },
  },
}
