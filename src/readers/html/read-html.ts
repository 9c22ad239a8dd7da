import { parse, type DefaultTreeAdapterTypes as Tree, defaultTreeAdapter as tree } from 'parse5'
import { UnreadableFile } from '../../core/table/read-result.ts'
import type { Grid } from '../grid.ts'
import { decodeText } from '../text/decode.ts'
import { readTable } from './table.ts'
import { type ArchivedPage, isWebArchive, pagesOf } from './web-archive.ts'

export interface HtmlResult {
  /** One a `<table>` that holds something, in the order of the page; a table inside another is one of its own. */
  readonly grids: readonly Grid[]
  readonly encoding: string
  /** French sentences. */
  readonly warnings: readonly string[]
}

const LONGEST_PAGE = 64 * 1024 * 1024

/** Reads the tables of a page, or of what some software exports as « .xls ». Nothing is run nor fetched. Throws `UnreadableFile`. */
export function readHtml(bytes: Uint8Array): HtmlResult {
  if (bytes.length > LONGEST_PAGE)
    throw new UnreadableFile('Cette page fait plus de 64 Mo : exportez plutôt ses données en CSV ou en XLSX.')
  const archive = isWebArchive(Buffer.from(bytes.subarray(0, 4096)).toString('latin1'))
  const pages = archive ? pagesOf(bytes) : [{ bytes }]
  const read = pages.map(page => decodeText(page.bytes, declaredEncoding(page.bytes) ?? known(page)))
  const tables = read.flatMap(({ text }) => elements(parse(text), 'table').map(readTable))
  const filled = tables.filter(grid => grid.rows.some(row => row.cells.some(cell => cell !== '')))
  if (filled.length === 0)
    throw new UnreadableFile('Cette page web ne contient aucun tableau : j’attendais au moins un tableau rempli.')
  return { grids: named(filled), encoding: read[0]!.encoding, warnings: read.flatMap(({ warnings }) => warnings) }
}

/** What an archive says of its page; UTF-8 needs no saying. */
const known = ({ charset }: ArchivedPage): string | undefined =>
  charset === undefined || /^utf/i.test(charset) ? undefined : charset

/** `<meta charset>`, believed unless the bytes are UTF-8 or say otherwise by a mark. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  const declared = /<meta[^>]+charset\s*=\s*["']?([\w.:-]+)/i.exec(head)?.[1]
  return declared === undefined || /^utf/i.test(declared) || bytes[0] === 0xef || bytes[0] === 0xff
    ? undefined
    : declared
}

/** Every element of that name, in the order of the page. Without recursion: a page may nest as deep as it likes. */
export function elements(root: Tree.ParentNode, name: string): Tree.Element[] {
  const found: Tree.Element[] = []
  const waiting: Tree.ChildNode[] = [...root.childNodes].reverse()
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!tree.isElementNode(node)) continue
    if (node.tagName === name) found.push(node)
    for (let n = node.childNodes.length - 1; n >= 0; n--) waiting.push(node.childNodes[n]!)
  }
  return found
}

/** A table without a caption among several is known by its rank. */
function named(grids: readonly Grid[]): Grid[] {
  if (grids.length === 1) return [...grids]
  const taken = new Set<string>()
  return grids.map((grid, n) => {
    const rank = `Tableau ${n + 1}`
    const sheet = grid.sheet === undefined || taken.has(grid.sheet) ? rank : grid.sheet
    taken.add(sheet)
    return { ...grid, sheet }
  })
}
