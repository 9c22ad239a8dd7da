import { KIND_GLYPHS } from './glyphs.ts'
import { EDGE_WORDS, KIND_WORDS, NODE_KINDS, type NodeKind } from './graph.ts'
import { BOX, type Box, type Link, type MapLayout } from './layout.ts'
import { SET_STATUSES, type SetStatus, STATUS_SHAPES, STATUS_WORDS } from './status.ts'

/** Colours on paper: a ground, a line and an ink for each kind; they are the light ones of the workshop. */
const PAPER: Readonly<Record<NodeKind, { readonly ground: string; readonly line: string; readonly ink: string }>> = {
  elected: { ground: '#e9e6fb', line: '#8d80d6', ink: '#41338d' },
  service: { ground: '#dcefe6', line: '#5fa88f', ink: '#0a4f3e' },
  person: { ground: '#e5eefa', line: '#7e9fcc', ink: '#1a4a86' },
  body: { ground: '#fff0cf', line: '#c2913a', ink: '#724600' },
  set: { ground: '#ffffff', line: '#71807a', ink: '#14231d' },
}
const STATUS_INKS: Readonly<Record<SetStatus, string>> = {
  published: '#125c37',
  ready: '#0b6450',
  'in-progress': '#724600',
  waiting: '#3c4a44',
  refused: '#14231d',
  withdrawn: '#97201a',
  elsewhere: '#1a4a86',
}
const FONT = "font-family=\"'Atkinson Hyperlegible Next', 'Segoe UI', 'DejaVu Sans', Arial, sans-serif\""
const HEAD = 56
const FOOT = 64

interface Drawn {
  readonly kind: NodeKind
  readonly status?: SetStatus | undefined
}
export interface SvgOptions<Key> {
  readonly title: string
  readonly drawn: (box: Key) => Drawn | undefined
}

/** The map as a picture of its own: a title, the drawing, and what shapes mean. No mail, no phone: names and where sets stand. */
export function mapSvg({ boxes, links, ...size }: MapLayout, { title, drawn }: SvgOptions<Box>): string {
  const width = Math.max(size.width, 900)
  const height = size.height + HEAD + FOOT
  const inside = [
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<text x="${BOX.margin}" y="36" font-size="22" font-weight="700" fill="#0b3f33">${xml(title)}</text>`,
    `<g transform="translate(${Math.round((width - size.width) / 2)} ${HEAD})">`,
    ...links.map(linkSvg),
    ...boxes.map(box => boxSvg(box, drawn(box))),
    '</g>',
    legend(width, size.height + HEAD),
  ]
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ${FONT}>\n<title>${xml(title)}</title>\n${inside.join('\n')}\n</svg>\n`
}

export const DASHES: Readonly<Record<Link['kind'], string>> = { in: '', holds: '', backup: '2 5', asked: '8 5' }

const linkSvg = ({ path, kind, extra }: Link): string =>
  `<path d="${path}" fill="none" stroke="${extra ? '#724600' : '#71807a'}" stroke-width="${extra ? 1.5 : 2}"${
    DASHES[kind] || extra ? ` stroke-dasharray="${DASHES[kind] || '8 3'}"` : ''
  }><title>${EDGE_WORDS[kind]}</title></path>`

function boxSvg(box: Box, drawn: Drawn | undefined): string {
  const { x, y, width, height, lines, note } = box
  const paper = drawn ? PAPER[drawn.kind] : { ground: '#0b3f33', line: '#0b3f33', ink: '#ffffff' }
  const left = drawn ? BOX.icon + 2 * BOX.pad : 2 * BOX.pad
  const text = lines.map(
    (line, n) =>
      `<text x="${left}" y="${BOX.pad + 15 + n * BOX.line}" font-size="${BOX.name}" font-weight="600" fill="${paper.ink}">${xml(line)}</text>`,
  )
  return [
    `<g transform="translate(${x} ${y})">`,
    `<rect width="${width}" height="${height}" rx="${radius(box, drawn?.kind)}" fill="${paper.ground}" stroke="${paper.line}" stroke-width="1.5"${drawn?.kind === 'body' ? ' stroke-dasharray="6 3"' : ''}/>`,
    drawn
      ? `<path transform="translate(${BOX.pad} ${height / 2 - 9})" d="${KIND_GLYPHS[drawn.kind]}" fill="${paper.ink}"/>`
      : '',
    ...text,
    noteSvg(note, left, BOX.pad + 15 + lines.length * BOX.line, drawn?.status, paper.ink),
    '</g>',
  ].join('')
}

/** Persons are round, the others are not. */
export const radius = ({ height }: Pick<Box, 'height'>, kind: NodeKind | undefined): number =>
  kind === 'person' || kind === 'elected' ? Math.min(22, height / 2) : kind === undefined ? 14 : kind === 'set' ? 2 : 8

function noteSvg(note: string, x: number, y: number, status: SetStatus | undefined, ink: string): string {
  if (note === '') return ''
  const shape = status
    ? `<path transform="translate(${x} ${y - 11}) scale(.86)" fill-rule="evenodd" d="${STATUS_SHAPES[status]}" fill="${STATUS_INKS[status]}"/>`
    : ''
  return `${shape}<text x="${status ? x + 17 : x}" y="${y}" font-size="${BOX.note}" fill="${status ? STATUS_INKS[status] : ink}">${xml(note)}</text>`
}

function legend(width: number, top: number): string {
  const kinds = NODE_KINDS.map(kind => ({ words: KIND_WORDS[kind], ink: PAPER[kind].ink, shape: KIND_GLYPHS[kind] }))
  const statuses = SET_STATUSES.map(status => ({
    words: STATUS_WORDS[status],
    ink: STATUS_INKS[status],
    shape: STATUS_SHAPES[status],
  }))
  const row = (items: typeof kinds, y: number) =>
    items
      .map(
        ({ words, ink, shape }, n) =>
          `<g transform="translate(${BOX.margin + (n * (width - 2 * BOX.margin)) / items.length} ${y})"><path fill-rule="evenodd" transform="scale(.8)" d="${shape}" fill="${ink}"/><text x="19" y="12" font-size="12" fill="#465750">${xml(words)}</text></g>`,
      )
      .join('')
  return row(kinds, top + 8) + row(statuses, top + 34)
}

const xml = (text: string): string =>
  text
    .replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`)
    .replace(/[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
