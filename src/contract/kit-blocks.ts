/** A text of the kit, read: a line that starts with # is a title, with - an item of a list; an empty line ends a paragraph. */
export type Block =
  | { readonly type: 'title'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly type: 'item'; readonly text: string }
  /** Its lines. */
  | { readonly type: 'paragraph'; readonly lines: readonly string[] }

export function blocksOf(body: string): Block[] {
  const blocks: Block[] = []
  let lines: string[] = []
  const end = () => {
    if (lines.length > 0) blocks.push({ type: 'paragraph', lines })
    lines = []
  }
  for (const line of body.split(/\r?\n/)) {
    const [, signs, title] = /^(#{1,3})\s+(.*)$/.exec(line) ?? []
    const item = /^[-•]\s+(.*)$/.exec(line)?.[1]
    if (signs !== undefined || item !== undefined || line.trim() === '') end()
    if (signs !== undefined) blocks.push({ type: 'title', level: signs.length as 1 | 2 | 3, text: title ?? '' })
    else if (item !== undefined) blocks.push({ type: 'item', text: item })
    else if (line.trim() !== '') lines.push(line)
  }
  end()
  return blocks
}

/** A line in pieces, its addresses apart: the point that ends a sentence is not in the address. */
export const linksIn = (text: string): readonly { readonly text: string; readonly href?: string }[] =>
  text
    .split(/(https?:\/\/[^\s<>«»]*[^\s<>«».,;:!?)])/)
    .filter(part => part !== '')
    .map(part => (/^https?:\/\//.test(part) ? { text: part, href: part } : { text: part }))

/** Without its signs of titles: as it is pasted in a mail or a page. */
export const plainOf = (body: string): string => body.replace(/^#{1,3}\s+/gm, '')
