import { Refused } from '../../contract/refused.ts'
import type { EdgeFacts, RegisterAct, RegisterChange, RegisterNode, RegisterOp } from '../../contract/register.ts'
import {
  type DrawnEdgeKind,
  EDGE_WORDS,
  type EdgeKind,
  type GraphEdge,
  refuseEdge,
} from '../../core/town/register/graph.ts'
import { comparisonKey } from '../../core/values/text.ts'
import { keptEdges, nextAt, type RegisterGraph } from './graph.ts'
import { planDraft } from './plan-draft.ts'
import { changedBoxes, named } from './words.ts'

export interface Plan {
  readonly change: RegisterChange
  readonly note: string
}
type Of<Type extends RegisterAct['type']> = Extract<RegisterAct, { type: Type }>
const NOTHING: Plan = { change: [], note: '' }

/** What an act changes in this graph. Throws `Refused` when it cannot be done; an empty change when it is done already. */
export function planAct(graph: RegisterGraph, act: RegisterAct, newId: () => string): Plan {
  switch (act.type) {
    case 'add':
      return planAdd(graph, act, newId)
    case 'change':
      return planChange(graph, act)
    case 'remove':
      return planRemove(graph, act, newId)
    case 'link':
      return planLink(graph, act)
    case 'change-link':
      return planChangeLink(graph, act)
    case 'unlink':
      return planUnlink(graph, act)
    case 'move':
      return planMove(graph, act, newId)
    case 'import':
      return planDraft(graph, act, newId, `Import de « ${act.from} »`)
    case 'start':
      return planDraft(graph, act, newId, 'Point de départ proposé par Carnet')
  }
}

function planAdd(graph: RegisterGraph, { node, under, over }: Of<'add'>, newId: () => string): Plan {
  // A person with several hats is one person; a set that is in Carnet is there already.
  const known = knownAs(graph, node)
  if (known && !under && !over) throw new Refused(409, `« ${known.name} » est déjà là : retrouvez-le dans la liste.`)
  const { id, kind, name, body } = node
  if (!known && graph.nodes.some(one => one.id === id)) throw new Refused(409, 'Cette fiche existe déjà.')
  const made: RegisterOp[] = known ? [] : [{ op: 'node', id, now: { kind, name, body } }]
  const wider = known ? graph : { nodes: [...graph.nodes, { ...node, seq: 0 }], edges: graph.edges }
  const own = known?.id ?? id
  const links = [
    ...(under ? [{ from: under.node, to: own, kind: under.kind, role: under.role }] : []),
    ...(over ? [{ from: own, to: over.node, kind: over.kind, role: over.role }] : []),
  ]
  const notes = [
    ...(known ? [] : [`${named(node)} ajouté`]),
    ...links.map(({ from, to, kind, role }) => told(wider, from, to, kind, role)),
  ]
  return { change: [...made, ...links.map(link => linked(wider, newId(), link))], note: notes.join(' ; ') }
}

/** The one who is already there under this name: persons, elected persons and sets are never twice. */
function knownAs(
  { nodes }: RegisterGraph,
  { kind, name }: Pick<RegisterNode, 'kind' | 'name'>,
): RegisterNode | undefined {
  const key = comparisonKey(name)
  const isPerson = (one: string) => one === 'person' || one === 'elected'
  if (kind === 'service' || kind === 'body') return undefined
  return nodes.find(
    node => (kind === 'set' ? node.kind === 'set' : isPerson(node.kind)) && comparisonKey(node.name) === key,
  )
}

function planChange(graph: RegisterGraph, act: Of<'change'>): Plan {
  const node = written(graph, act.id)
  if (node.seq > act.seen)
    throw new Refused(
      409,
      `La fiche de « ${node.name} » a changé pendant que vous l’écriviez : relisez-la, puis recommencez. Rien n’est perdu.`,
    )
  const was = { kind: node.kind, name: node.name, body: node.body }
  const now = { kind: act.kind ?? was.kind, name: act.name ?? was.name, body: act.body ?? was.body }
  if ((was.kind === 'set') !== (now.kind === 'set'))
    throw new Refused(422, 'Un jeu de données ne devient pas une personne ni un service : ajoutez plutôt une fiche.')
  const said = [
    was.name === now.name ? '' : `« ${was.name} » devient « ${now.name} »`,
    was.kind === now.kind ? '' : `${named(now)} : nature changée`,
    ...[changedBoxes(was.body, now.body)].map(boxes =>
      boxes.length === 0 ? '' : `Fiche de « ${now.name} » : ${boxes.join(', ')}`,
    ),
  ].filter(text => text !== '')
  return said.length === 0 ? NOTHING : { change: [{ op: 'node', id: node.id, now, was }], note: said.join(' ; ') }
}

/** What was below goes up to what was above: who leaves does not take her service with her. */
function planRemove(graph: RegisterGraph, { id }: Of<'remove'>, newId: () => string): Plan {
  const node = written(graph, id)
  const kept = keptEdges(graph)
  const above = kept.find(edge => edge.to === id && edge.kind === 'in')
  const own = kept.filter(edge => edge.from === id || edge.to === id)
  const rest: RegisterGraph = {
    nodes: graph.nodes.filter(one => one.id !== id),
    edges: graph.edges.filter(edge => !own.includes(edge)),
  }
  const orphans = own.filter(
    ({ from, to, kind }) =>
      from === id && kind === 'in' && !rest.edges.some(edge => edge.to === to && edge.kind === 'in'),
  )
  const up = above
    ? orphans
        .filter(({ to }) => refuseEdge(rest, above.from, to, 'in') === undefined)
        .map(({ to, role }) => linked(rest, newId(), { from: above.from, to, kind: 'in', role }))
    : []
  const change: RegisterOp[] = [
    ...own.map(gone),
    ...up,
    { op: 'node', id, was: { kind: node.kind, name: node.name, body: node.body } },
  ]
  return { change, note: `${named(node)} retiré` }
}

function planLink(graph: RegisterGraph, { id, from, to, kind, role }: Of<'link'>): Plan {
  const op = linked(graph, id, { from, to, kind, role })
  return { change: [op], note: told(graph, from, to, kind, role) }
}

function planChangeLink(graph: RegisterGraph, { id, kind, role }: Of<'change-link'>): Plan {
  const edge = findEdge(graph, id)
  const was = factsOfEdge(edge)
  const now = { ...was, kind: kind ?? was.kind, role: role ?? was.role }
  if (now.kind === was.kind && now.role === was.role) return NOTHING
  if (now.kind !== was.kind) refuse({ ...graph, edges: graph.edges.filter(one => one !== edge) }, now)
  return { change: [{ op: 'edge', id, now, was }], note: told(graph, now.from, now.to, now.kind, now.role) }
}

function planUnlink(graph: RegisterGraph, { id }: Of<'unlink'>): Plan {
  const edge = findEdge(graph, id)
  return { change: [gone(edge)], note: `Lien retiré : ${told(graph, edge.from, edge.to, edge.kind, '')}` }
}

function planMove(graph: RegisterGraph, { node, edge: id, to }: Of<'move'>, newId: () => string): Plan {
  const moved = find(graph, node)
  const edge = id === undefined ? undefined : graph.edges.find(one => one.id === id)
  if (id !== undefined && edge?.to !== node) throw new Refused(409, 'Ce lien a été retiré entre-temps.')
  if (edge?.from === to) return NOTHING
  // A set that a wish says to ask for there is then said to be held here.
  const kept = edge && edge.kind !== 'asked' ? edge : undefined
  const rest = { ...graph, edges: graph.edges.filter(one => one !== kept) }
  const kind: EdgeKind = moved.kind !== 'set' ? 'in' : kept ? factsOfEdge(kept).kind : 'holds'
  const away = kept ? [gone(kept)] : []
  if (to === undefined)
    return kept
      ? { change: away, note: `« ${moved.name} » n’est plus sous « ${find(graph, kept.from).name} »` }
      : NOTHING
  const link = linked(rest, newId(), { from: to, to: node, kind, role: kept?.role ?? '' })
  return { change: [...away, link], note: `« ${moved.name} » déplacé sous « ${find(graph, to).name} »` }
}

/** An edge that nothing forbids, after all those that are there. */
function linked(graph: RegisterGraph, id: string, edge: Omit<EdgeFacts, 'at'>): RegisterOp {
  if (graph.edges.some(one => one.id === id)) throw new Refused(409, 'Ce lien existe déjà.')
  refuse(graph, edge)
  return { op: 'edge', id, now: { ...edge, at: nextAt(graph) } }
}

function refuse(graph: RegisterGraph, { from, to, kind }: Pick<EdgeFacts, 'from' | 'to' | 'kind'>): void {
  const why = refuseEdge(graph, from, to, kind)
  if (why !== undefined) throw new Refused(422, why)
}

const gone = (edge: GraphEdge): RegisterOp => ({ op: 'edge', id: edge.id, was: factsOfEdge(edge) })

const factsOfEdge = ({ from, to, kind, role, at }: GraphEdge): EdgeFacts => ({
  from,
  to,
  kind: kind as EdgeKind,
  role,
  at,
})

function find({ nodes }: RegisterGraph, id: string): RegisterNode {
  const node = nodes.find(one => one.id === id)
  if (!node) throw new Refused(404, 'Cette fiche n’est plus dans « Qui a quoi » : quelqu’un l’a retirée entre-temps.')
  return node
}

/** A node that was written here: a set of the town changes on its own page. */
function written(graph: RegisterGraph, id: string): RegisterNode {
  const node = find(graph, id)
  if (node.set)
    throw new Refused(422, `« ${node.name} » est un jeu de la commune : il se renomme et se retire sur sa propre page.`)
  return node
}

function findEdge(graph: RegisterGraph, id: string): GraphEdge {
  const edge = graph.edges.find(one => one.id === id)
  if (!edge) throw new Refused(404, 'Ce lien a été retiré entre-temps.')
  if (edge.kind === 'asked')
    throw new Refused(
      422,
      'Ce lien vient de la liste de souhaits : il se change là-bas, ou en disant qui détient le jeu.',
    )
  return edge
}

function told(graph: RegisterGraph, from: string, to: string, kind: DrawnEdgeKind, role: string): string {
  const [above, below] = [find(graph, from).name, find(graph, to).name]
  const hat = role === '' ? '' : `, ${role}`
  return kind === 'in'
    ? `« ${below} » ${EDGE_WORDS.in} « ${above} »${hat}`
    : `« ${above} » ${EDGE_WORDS[kind]} « ${below} »${hat}`
}
