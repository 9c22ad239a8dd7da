/** How wide a text is drawn, in pixels, about: no font is asked, so that the same map is drawn everywhere. As wide as the widest of usual fonts, in bold. */
export const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, sign) => sum + signWidth(sign), 0) * size

function signWidth(sign: string): number {
  if (/[ilIj.,;:'’!|()[\]·]/.test(sign)) return 0.36
  if (/[ftr\s\-/]/.test(sign)) return 0.45
  if (/[mwMWŒœ@%—]/.test(sign)) return 1
  if (/\p{Lu}|\p{Nd}/u.test(sign)) return 0.78
  return sign.codePointAt(0)! < 0x2e80 ? 0.66 : 1.05
}

/** The text in lines no wider than `width`; what does not fit in `most` lines is cut, and says so. */
export function wrap(text: string, width: number, size: number, most: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).flatMap(word => pieces(word, width, size))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (widthOf(longer, size) <= width) line = longer
    else {
      lines.push(line)
      line = word
    }
  }
  lines.push(line)
  const kept = lines.slice(0, most)
  return kept.length < lines.length ? [...kept.slice(0, -1), cut(kept.at(-1)!, width, size)] : kept
}

function cut(line: string, width: number, size: number): string {
  let signs = [...line]
  while (signs.length > 0 && widthOf(`${signs.join('')}…`, size) > width) signs = signs.slice(0, -1)
  return `${signs.join('')}…`
}

/** A word wider than its box is broken. */
function pieces(word: string, width: number, size: number): string[] {
  const found: string[] = []
  let piece = ''
  for (const sign of word) {
    if (piece !== '' && widthOf(piece + sign, size) > width) {
      found.push(piece)
      piece = ''
    }
    piece += sign
  }
  return [...found, piece]
}
