import type { DrawnEdgeKind, Graph, GraphEdge, GraphNode } from './graph.ts'

/** What is below what, each node once: its other places are references, which have nothing below. */
export interface TreeItem<Node extends GraphNode = GraphNode> {
  /** Of the node, or of the edge for a reference. */
  readonly key: string
  /** Absent: the town itself, or the sets that nobody is said to hold. */
  readonly node?: Node
  readonly edge?: GraphEdge
  readonly reference: boolean
  readonly children: readonly TreeItem<Node>[]
}

export const ROOT = 'commune'
export const UNHELD = 'sans-detenteur'

const EDGE_ORDER: Readonly<Record<DrawnEdgeKind, number>> = { in: 0, holds: 0, asked: 1, backup: 2 }
const KIND_ORDER: Readonly<Record<GraphNode['kind'], number>> = { elected: 0, service: 1, person: 2, body: 3, set: 4 }
const FRENCH = new Intl.Collator('fr', { numeric: true })

/** The graph as a tree, in one order only: a node is where its first edge puts it; what is nowhere is at the top. */
export function treeOf<Node extends GraphNode>(graph: Graph<Node>): TreeItem<Node> {
  const nodes = new Map(graph.nodes.map(node => [node.id, node]))
  const edges = graph.edges.filter(({ from, to }) => nodes.has(from) && nodes.has(to)).sort(byOrder)
  const place = placesOf(graph.nodes, edges)
  const below = grouped(edges, 'from')
  const itemOf = (node: Node, edge?: GraphEdge): TreeItem<Node> => ({
    key: node.id,
    node,
    ...(edge && { edge }),
    reference: false,
    children: (below.get(node.id) ?? []).map(under).sort(byName),
  })
  const under = (edge: GraphEdge): TreeItem<Node> => {
    const node = nodes.get(edge.to)!
    return place.get(node.id) === edge
      ? itemOf(node, edge)
      : { key: edge.id, node, edge, reference: true, children: [] }
  }
  const top = graph.nodes.filter(({ id }) => !place.has(id)).map(node => itemOf(node))
  const held = top.filter(({ node }) => node?.kind !== 'set').sort(byName)
  const unheld = top.filter(({ node }) => node?.kind === 'set').sort(byName)
  const group = { key: UNHELD, reference: false, children: unheld }
  return { key: ROOT, reference: false, children: unheld.length > 0 ? [...held, group] : held }
}

/** The edge that places each node: the first that makes no ring. */
function placesOf(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): Map<string, GraphEdge> {
  const place = new Map<string, GraphEdge>()
  const into = grouped(edges, 'to')
  const reaches = (from: string, id: string): boolean => {
    for (let at: string | undefined = from; at !== undefined; at = place.get(at)?.from) if (at === id) return true
    return false
  }
  for (const { id } of [...nodes].sort((a, b) => compare(a.id, b.id))) {
    const edge = into.get(id)?.find(({ from }) => !reaches(from, id))
    if (edge) place.set(id, edge)
  }
  return place
}

function grouped(edges: readonly GraphEdge[], end: 'from' | 'to'): Map<string, GraphEdge[]> {
  const groups = new Map<string, GraphEdge[]>()
  for (const edge of edges) groups.set(edge[end], [...(groups.get(edge[end]) ?? []), edge])
  return groups
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const byOrder = (a: GraphEdge, b: GraphEdge): number =>
  EDGE_ORDER[a.kind] - EDGE_ORDER[b.kind] || a.at - b.at || compare(a.id, b.id)

const byName = (a: TreeItem, b: TreeItem): number =>
  KIND_ORDER[a.node!.kind] - KIND_ORDER[b.node!.kind] ||
  FRENCH.compare(a.node!.name, b.node!.name) ||
  compare(a.key, b.key)

/** Every item, what is above before what is below. */
export function* itemsOf<Node extends GraphNode>(item: TreeItem<Node>): Generator<TreeItem<Node>> {
  yield item
  for (const child of item.children) yield* itemsOf(child)
}
