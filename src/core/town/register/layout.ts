import type { DrawnEdgeKind, GraphNode } from './graph.ts'
import { itemsOf, ROOT, type TreeItem } from './tree.ts'
import { wrap } from './wrap.ts'

/** What a box says: its name, and a line below it. */
export interface Label {
  readonly name: string
  readonly note: string
}
export interface Box<Node extends GraphNode = GraphNode> {
  readonly key: string
  readonly node?: Node
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly lines: readonly string[]
  readonly note: string
  /** On which side of the town: 1 right, -1 left, 0 the town itself. */
  readonly side: -1 | 0 | 1
  readonly depth: number
  /** Below it and not drawn, since it is folded. */
  readonly hidden: number
  readonly foldable: boolean
}
export interface Link {
  readonly key: string
  readonly kind: DrawnEdgeKind
  /** An SVG path. */
  readonly path: string
  /** A second place of a node: drawn over the others. */
  readonly extra: boolean
}
export interface MapLayout<Node extends GraphNode = GraphNode> {
  readonly width: number
  readonly height: number
  readonly boxes: readonly Box<Node>[]
  readonly links: readonly Link[]
}

export const BOX = {
  width: 222,
  gapX: 44,
  gapY: 12,
  margin: 24,
  bow: 72,
  name: 15,
  note: 13,
  line: 19,
  pad: 10,
  icon: 24,
}
const INNER = BOX.width - BOX.icon - 3 * BOX.pad

interface Options<Node extends GraphNode> {
  readonly label: (item: TreeItem<Node>) => Label
  readonly folded?: ReadonlySet<string>
}

/**
 * A mind map: the town in the middle, branches on both sides, as high on one as on the other. Each branch has a band of its own and each
 * depth a column of its own, so that no box is ever over another. The same tree gives the same drawing.
 */
export function layoutMap<Node extends GraphNode>(
  tree: TreeItem<Node>,
  { label, folded = new Set() }: Options<Node>,
): MapLayout<Node> {
  const root = measure(tree, label, folded)
  const [right, left] = sides(root.children)
  const boxes: Box<Node>[] = []
  const [high, low] = [bandOf(right), bandOf(left)]
  const total = Math.max(root.height, high, low)
  boxes.push(boxOf(root, 0, (total - root.height) / 2, 0, 0))
  stack(right, (total - high) / 2, 1, 1, boxes)
  stack(left, (total - low) / 2, -1, 1, boxes)
  const hasBows = [...itemsOf(tree)].some(({ reference }) => reference)
  const placed = shift(boxes, BOX.margin + (hasBows ? BOX.bow : 0))
  return { ...frame(placed, BOX.margin + (hasBows ? BOX.bow : 0)), boxes: placed, links: linksOf(tree, placed) }
}

interface Measured<Node extends GraphNode> {
  readonly item: TreeItem<Node>
  readonly lines: readonly string[]
  readonly note: string
  readonly height: number
  readonly band: number
  readonly hidden: number
  readonly children: readonly Measured<Node>[]
}

function measure<Node extends GraphNode>(
  item: TreeItem<Node>,
  label: Options<Node>['label'],
  folded: ReadonlySet<string>,
): Measured<Node> {
  const { name, note } = label(item)
  const lines = wrap(name, INNER, BOX.name, 3)
  const height = 2 * BOX.pad + lines.length * BOX.line + (note === '' ? 0 : BOX.line)
  const below = item.children.filter(({ reference }) => !reference)
  const isFolded = folded.has(item.key)
  const children = isFolded ? [] : below.map(child => measure(child, label, folded))
  return {
    item,
    lines,
    note: note === '' ? '' : (wrap(note, INNER, BOX.note, 1)[0] ?? ''),
    height,
    band: Math.max(height, bandOf(children)),
    hidden: isFolded ? count(below) : 0,
    children,
  }
}

const count = (items: readonly TreeItem[]): number =>
  items.reduce((sum, { reference, children }) => (reference ? sum : sum + 1 + count(children)), 0)

const bandOf = (items: readonly { readonly band: number }[]): number =>
  items.reduce((sum, { band }) => sum + band + BOX.gapY, 0) - (items.length > 0 ? BOX.gapY : 0)

/** The first branches on the right, the others on the left, where the two come nearest to one height. */
function sides<M extends { readonly band: number }>(branches: readonly M[]): [readonly M[], readonly M[]] {
  if (branches.length < 3) return [branches, []]
  const gap = (n: number) => Math.abs(bandOf(branches.slice(0, n)) - bandOf(branches.slice(n)))
  let best = 1
  for (let n = 2; n < branches.length; n++) if (gap(n) < gap(best)) best = n
  return [branches.slice(0, best), branches.slice(best)]
}

/** Puts branches one under the other, each in the middle of what is below it. */
function stack<Node extends GraphNode>(
  branches: readonly Measured<Node>[],
  top: number,
  side: -1 | 1,
  depth: number,
  boxes: Box<Node>[],
): void {
  let y = top
  for (const one of branches) {
    boxes.push(boxOf(one, side * depth * (BOX.width + BOX.gapX), y + (one.band - one.height) / 2, side, depth))
    stack(one.children, y + (one.band - bandOf(one.children)) / 2, side, depth + 1, boxes)
    y += one.band + BOX.gapY
  }
}

const boxOf = <Node extends GraphNode>(
  { item, lines, note, height, hidden }: Measured<Node>,
  x: number,
  y: number,
  side: -1 | 0 | 1,
  depth: number,
): Box<Node> => ({
  ...{ key: item.key, ...(item.node && { node: item.node }), x, y, width: BOX.width, height, lines, note, side, depth },
  hidden,
  foldable: item.key !== ROOT && item.children.some(({ reference }) => !reference),
})

/** So that everything starts at the margin; bows need room on the sides. */
function shift<Node extends GraphNode>(boxes: readonly Box<Node>[], side: number): Box<Node>[] {
  const [left, top] = [Math.min(...boxes.map(({ x }) => x)), Math.min(...boxes.map(({ y }) => y))]
  return boxes.map(box => ({
    ...box,
    x: Math.round(box.x - left + side),
    y: Math.round(box.y - top + BOX.margin),
  }))
}

const frame = (boxes: readonly Box[], side: number): { width: number; height: number } => ({
  width: Math.max(...boxes.map(({ x, width }) => x + width)) + side,
  height: Math.max(...boxes.map(({ y, height }) => y + height)) + BOX.margin,
})

/** From each box to those below it, then the other places of a node. */
function linksOf(tree: TreeItem, boxes: readonly Box[]): Link[] {
  const byKey = new Map(boxes.map(box => [box.key, box]))
  const links: Link[] = []
  const draw = (item: TreeItem, above: Box) => {
    for (const child of item.children) {
      const box = byKey.get(child.reference ? child.node!.id : child.key)
      if (!box) continue
      const kind = child.edge?.kind ?? 'in'
      const path = child.reference ? bow(above, box) : branch(above, box)
      links.push({ key: child.edge?.id ?? child.key, kind, path, extra: child.reference })
      if (!child.reference) draw(child, box)
    }
  }
  draw(tree, byKey.get(tree.key)!)
  return links.sort((a, b) => Number(a.extra) - Number(b.extra))
}

const middle = ({ y, height }: Box): number => y + height / 2

/** From the side of one that looks outwards to the side of the other that looks inwards. */
function branch(from: Box, to: Box): string {
  const [x1, x2] = to.side > 0 ? [from.x + from.width, to.x] : [from.x, to.x + to.width]
  const half = Math.round((x1 + x2) / 2)
  return `M${x1} ${middle(from)}C${half} ${middle(from)} ${half} ${middle(to)} ${x2} ${middle(to)}`
}

/** A bow outside of the columns, so that it is not taken for a branch. */
function bow(from: Box, to: Box): string {
  const side = to.side === 0 ? from.side : to.side
  const outer = (box: Box) => (side < 0 ? box.x : box.x + box.width)
  const out = side * Math.min(BOX.bow + 20, 34 + Math.abs(middle(from) - middle(to)) / 6)
  const [x1, x2] = [outer(from), outer(to)]
  const far = side < 0 ? Math.min(x1, x2) + out : Math.max(x1, x2) + out
  return `M${x1} ${middle(from)}C${Math.round(far)} ${middle(from)} ${Math.round(far)} ${middle(to)} ${x2} ${middle(to)}`
}
