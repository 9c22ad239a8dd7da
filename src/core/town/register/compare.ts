import { EDGE_WORDS, type Graph, type GraphEdge, type GraphNode } from './graph.ts'

/** What happened between two states of who has what. */
export interface GraphDifference<Node extends GraphNode = GraphNode> {
  readonly came: readonly Node[]
  readonly gone: readonly Node[]
  readonly changed: readonly { readonly before: Node; readonly after: Node; readonly fields: readonly FieldChange[] }[]
  readonly linked: readonly LinkWords[]
  readonly unlinked: readonly LinkWords[]
}
export interface FieldChange {
  readonly field: string
  readonly was: string
  readonly now: string
}
/** « Urbanisme » détient « Parkings » ; the hat, when there is one. */
export interface LinkWords {
  readonly from: string
  readonly verb: string
  readonly to: string
  readonly role: string
}

/** Facts of a node that a person reads, by name; '' when it has none. */
export type FactsOf<Node> = (node: Node) => Readonly<Record<string, string>>

/** What came, went and changed, nodes by their ids and links by what they say. */
export function compareGraphs<Node extends GraphNode>(
  before: Graph<Node>,
  after: Graph<Node>,
  factsOf: FactsOf<Node>,
): GraphDifference<Node> {
  const [was, now] = [byId(before.nodes), byId(after.nodes)]
  const both = after.nodes.flatMap(node => {
    const old = was.get(node.id)
    return old ? [{ before: old, after: node, fields: fieldsOf(factsOf(old), factsOf(node)) }] : []
  })
  return {
    came: after.nodes.filter(({ id }) => !was.has(id)),
    gone: before.nodes.filter(({ id }) => !now.has(id)),
    changed: both.filter(({ fields }) => fields.length > 0),
    linked: linksOnly(after, before, now),
    unlinked: linksOnly(before, after, was),
  }
}

const byId = <Node extends GraphNode>(nodes: readonly Node[]): Map<string, Node> =>
  new Map(nodes.map(node => [node.id, node]))

const fieldsOf = (was: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>): FieldChange[] =>
  [...new Set([...Object.keys(was), ...Object.keys(now)])]
    .map(field => ({ field, was: was[field] ?? '', now: now[field] ?? '' }))
    .filter(change => change.was !== change.now)

/** The links of the first that the second has not. An edge that was made again says the same thing: it is not news. */
function linksOnly<Node extends GraphNode>(first: Graph, second: Graph, nodes: ReadonlyMap<string, Node>): LinkWords[] {
  const there = new Set(second.edges.map(said))
  return first.edges
    .filter(edge => edge.kind !== 'asked' && !there.has(said(edge)))
    .flatMap(({ from, to, kind, role }) => {
      const [above, below] = [nodes.get(from), nodes.get(to)]
      if (!above || !below) return []
      return kind === 'in'
        ? [{ from: below.name, verb: EDGE_WORDS.in, to: above.name, role }]
        : [{ from: above.name, verb: EDGE_WORDS[kind], to: below.name, role }]
    })
}

const said = ({ from, to, kind, role }: GraphEdge): string => JSON.stringify([from, to, kind, role])
