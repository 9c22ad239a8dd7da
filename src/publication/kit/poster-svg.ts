import { create } from 'qrcode'
import { blocksOf } from '../../contract/kit-blocks.ts'

const [WIDTH, HEIGHT, MARGIN] = [210, 297, 18]
const [INK, SOFT] = ['#16324f', '#3d5a78']
const QR = { size: 64, x: MARGIN - 6, y: HEIGHT - 76 }

/** The poster on an A4 page, in millimetres: nothing outside it is needed to print it. The QR code leads to the address written under it. */
export function posterSvg(body: string, address: string): string {
  const blocks = blocksOf(body)
  const title = blocks.find(block => block.type === 'title')?.text ?? ''
  const items = blocks.flatMap(block => (block.type === 'item' ? block.text : []))
  const [line = '', ...closing] = blocks.flatMap(block => (block.type === 'paragraph' ? block.lines.join(' ') : []))
  const large = fitLines(title, 18, 3, WIDTH - 2 * MARGIN)
  const under = 36 + large.lines.length * large.size * 1.12
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}mm" height="${HEIGHT}mm" role="img" aria-label="${escaped(title)}" font-family="'Marianne','Segoe UI','Helvetica Neue',Arial,sans-serif" fill="${INK}">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/><rect width="${WIDTH}" height="10" fill="${INK}"/><rect y="${HEIGHT - 6}" width="${WIDTH}" height="6" fill="${INK}"/>`,
    ...large.lines.map((text, at) => write(text, MARGIN, 36 + at * large.size * 1.12, large.size, 700)),
    ...fitLines(line, 9, 2, WIDTH - 2 * MARGIN).lines.map((text, at) =>
      write(text, MARGIN, under + at * 10, 9, 400, SOFT),
    ),
    ...itemLines(items, under + 22, QR.y - 12),
    ...foot(closing[0] ?? '', address),
    '</svg>',
  ].join('\n')
}

/** The code at the left, its quiet zone in the margin; what it is for, and where it leads, at its right. */
function foot(closing: string, address: string): string[] {
  const [x, room] = [QR.x + QR.size + 8, WIDTH - QR.x - QR.size - 8 - MARGIN]
  const words = fitLines(closing, 12, 3, room)
  const written = address.replace(/^https?:\/\//, '').replace(/\/$/, '')
  return [
    code(address, QR.x, QR.y, QR.size),
    ...words.lines.map((text, at) => write(text, x, QR.y + 15 + at * words.size * 1.15, words.size, 700)),
    write(written, x, QR.y + QR.size - 6, fitSize(written, 8, room), 400, SOFT),
  ]
}

/** As large as the room left allows; what has no room is counted, never cut in silence. */
function itemLines(items: readonly string[], top: number, bottom: number): string[] {
  const step = Math.min(15, Math.max(8, (bottom - top) / Math.max(items.length, 1)))
  const room = Math.max(1, Math.floor((bottom - top) / step) + 1)
  const left = items.length - room
  const shown = left > 0 ? [...items.slice(0, room - 1), `et ${left + 1} autres`] : items
  const size = Math.min(step * 0.62, ...shown.map(text => fitSize(text, 9, WIDTH - 2 * MARGIN - 8)))
  return shown.flatMap((text, at) => {
    const y = top + at * step
    return [`<circle cx="${MARGIN + 2}" cy="${y - size * 0.33}" r="1.6"/>`, write(text, MARGIN + 8, y, size, 400)]
  })
}

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
const write = (text: string, x: number, y: number, size: number, weight: number, fill = INK): string =>
  `<text x="${x}" y="${y.toFixed(1)}" font-size="${size.toFixed(1)}" font-weight="${weight}" fill="${fill}">${escaped(text)}</text>`

/** A letter is about 0.56 of its size wide in these fonts: enough to be sure that a line stays on the page. */
const LETTER = 0.56
const fitSize = (text: string, most: number, width: number): number =>
  Math.min(most, width / (Math.max([...text].length, 1) * LETTER))

/** In lines of whole words, smaller when there are too many. */
function fitLines(text: string, most: number, lines: number, width: number): { lines: string[]; size: number } {
  for (let size = most; ; size -= 0.5) {
    const letters = width / (size * LETTER)
    const wrapped = wrap(text, letters)
    const fits = wrapped.length <= lines && wrapped.every(line => [...line].length <= letters)
    if (fits || size <= 4) return { lines: wrapped.slice(0, lines), size }
  }
}

function wrap(text: string, letters: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && [...last, ' ', ...word].length <= letters) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** One path for all its dark squares, with the quiet zone of four that readers need. */
function code(address: string, x: number, y: number, size: number): string {
  const { modules } = create(address, { errorCorrectionLevel: 'M' })
  const one = size / (modules.size + 8)
  const squares: string[] = []
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++)
      if (modules.get(row, column)) squares.push(`M${column + 4} ${row + 4}h1v1h-1z`)
  return `<g transform="translate(${x} ${y}) scale(${one.toFixed(4)})"><path d="${squares.join('')}" fill="#000"/></g>`
}
