/** Who has what, as the rules see it: nodes, and edges from what is above to what is below. */
export const NODE_KINDS = ['elected', 'service', 'person', 'body', 'set'] as const
export type NodeKind = (typeof NODE_KINDS)[number]

/**
 * `in`: the second is part of the first, or works there, or is in charge there. `holds`: has the data. `backup`: stands in for the holder.
 * `asked`: a wish names it as the service to ask, and nobody is said to hold the data yet; never kept as an edge.
 */
export const EDGE_KINDS = ['in', 'holds', 'backup'] as const
export type EdgeKind = (typeof EDGE_KINDS)[number]
export type DrawnEdgeKind = EdgeKind | 'asked'

export interface GraphNode {
  readonly id: string
  readonly kind: NodeKind
  readonly name: string
}
export interface GraphEdge {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly kind: DrawnEdgeKind
  /** The hat that a person wears there. */
  readonly role: string
  /** Order of making: the first place of a node is where it is drawn. */
  readonly at: number
}
export interface Graph<Node extends GraphNode = GraphNode> {
  readonly nodes: readonly Node[]
  readonly edges: readonly GraphEdge[]
}

/** The words of a kind of node: alone, and after « le » or « la ». */
export const KIND_WORDS: Readonly<Record<NodeKind, string>> = {
  elected: 'Élu ou élue',
  service: 'Service',
  person: 'Personne',
  body: 'Organisme extérieur',
  set: 'Jeu de données',
}
export const EDGE_WORDS: Readonly<Record<DrawnEdgeKind, string>> = {
  in: 'fait partie de',
  holds: 'détient',
  backup: 'supplée',
  asked: 'à contacter',
}

/** What cannot be: a sentence, or undefined when the edge may be drawn. */
export function refuseEdge(graph: Graph, from: string, to: string, kind: EdgeKind): string | undefined {
  const [above, below] = [from, to].map(id => graph.nodes.find(node => node.id === id))
  if (!above || !below) return 'Cette fiche n’est plus dans « Qui a quoi » : quelqu’un l’a retirée entre-temps.'
  if (above.kind === 'set')
    return `« ${above.name} » est un jeu de données : rien ne peut en dépendre. Choisissez une personne ou un service.`
  if ((below.kind === 'set') === (kind === 'in'))
    return below.kind === 'set'
      ? `« ${below.name} » est un jeu de données : dites qui le détient ou qui supplée.`
      : `« ${below.name} » n’est pas un jeu de données : on ne peut que le rattacher.`
  if (from === to || (kind === 'in' && isBelow(graph, to, from)))
    return `« ${above.name} » dépend déjà de « ${below.name} » : l’un ne peut pas être sous l’autre dans les deux sens.`
  if (graph.edges.some(edge => edge.from === from && edge.to === to && (edge.kind === 'in' || edge.kind === kind)))
    return `« ${below.name} » est déjà rattaché à « ${above.name} ».`
  return undefined
}

/** Is `id` somewhere below `top`? */
function isBelow({ edges }: Graph, top: string, id: string): boolean {
  const seen = new Set([top])
  for (const one of seen) for (const { from, to, kind } of edges) if (from === one && kind === 'in') seen.add(to)
  return seen.has(id)
}
