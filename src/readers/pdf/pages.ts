import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import { UnreadableFile } from '../../core/table/read-result.ts'
import { type Rules, readRules } from './rules.ts'

/** A run of text on a page: places in points, from the top left corner. `base` is the line it stands on. */
export interface Piece {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly base: number
  readonly size: number
}

export interface Page {
  readonly number: number
  readonly pieces: readonly Piece[]
  readonly rules: Rules
}

const MOST_PAGES = 2000
const MOST_PIECES = 2_000_000

/** Opens a PDF and gives its pages one by one. Nothing is drawn, run or fetched. Throws `UnreadableFile`. */
export async function* readPages(bytes: Uint8Array): AsyncGenerator<Page> {
  const document = await open(bytes)
  try {
    if (document.numPages > MOST_PAGES)
      throw new UnreadableFile(
        `Ce PDF a ${document.numPages} pages ; j’en lis ${MOST_PAGES} au plus. Gardez celles du tableau.`,
      )
    let pieces = 0
    for (let number = 1; number <= document.numPages; number++) {
      const page = await readPage(await document.getPage(number), number)
      pieces += page.pieces.length
      if (pieces > MOST_PIECES)
        throw new UnreadableFile('Ce PDF contient trop de texte pour être lu d’un coup : gardez les pages du tableau.')
      yield page
    }
  } catch (error) {
    throw error instanceof UnreadableFile ? error : damaged()
  } finally {
    await document.destroy()
  }
}

async function open(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  // The library takes the bytes for itself: it is given a copy.
  const options = {
    data: bytes.slice(),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    verbosity: VerbosityLevel.ERRORS,
  }
  try {
    return await getDocument(options).promise
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException')
      throw new UnreadableFile('Ce PDF est protégé par un mot de passe : enregistrez-en une copie sans mot de passe.')
    throw damaged()
  }
}

const damaged = () =>
  new UnreadableFile('Ce PDF est abîmé ou incomplet : je ne parviens pas à l’ouvrir. Demandez-en une nouvelle copie.')

async function readPage(page: PDFPageProxy, number: number): Promise<Page> {
  const { Util } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const view = page.getViewport({ scale: 1 }).transform as number[]
  const { items } = await page.getTextContent()
  const pieces: Piece[] = []
  for (const item of items) {
    if (!('str' in item) || item.str.trim() === '') continue
    const [a = 0, b = 0, c = 0, d = 0, left = 0, base = 0] = Util.transform(view, item.transform) as number[]
    // Text on its side is a decoration, or a heading that no row contains.
    if (Math.abs(b) > Math.abs(a) * 0.2) continue
    pieces.push({ text: item.str, left, right: left + item.width, base, size: Math.hypot(c, d) || item.height })
  }
  const rules = await readRules(page, view)
  page.cleanup()
  return { number, pieces, rules }
}
