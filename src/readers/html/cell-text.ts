import { type DefaultTreeAdapterTypes as Tree, defaultTreeAdapter as tree } from 'parse5'

const SILENT = new Set(['script', 'style', 'template', 'noscript', 'table', 'head', 'title'])
const BLOCKS = new Set(['br', 'p', 'div', 'li', 'ul', 'ol', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])

/** `hidden`, or a style of its own that says so: what the person who made the page did not see. */
export const isHidden = (element: Tree.Element): boolean =>
  element.attrs.some(({ name, value }) => name === 'hidden' || (name === 'style' && /display\s*:\s*none/i.test(value)))

/** The text that a person sees in a cell: spaces joined as browsers do, a line break where they put one. */
export function cellText(cell: Tree.Element): string {
  const parts: string[] = []
  const waiting: (Tree.ChildNode | '\n')[] = [...cell.childNodes].reverse()
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node === '\n') parts.push(node)
    else if (tree.isTextNode(node)) parts.push(node.value.replace(/[ \t\r\n\f]+/g, ' '))
    else if (tree.isElementNode(node) && !SILENT.has(node.tagName) && !isHidden(node)) {
      const block = BLOCKS.has(node.tagName)
      if (block) {
        parts.push('\n')
        waiting.push('\n')
      }
      for (let n = node.childNodes.length - 1; n >= 0; n--) waiting.push(node.childNodes[n]!)
    }
  }
  return parts
    .join('')
    .replace(/[ \u00a0]*\n\s*/g, '\n')
    .replace(/ +/g, ' ')
    .replace(/^[\s\u00a0]+|[\s\u00a0]+$/g, '')
}
